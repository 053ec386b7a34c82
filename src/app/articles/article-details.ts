import { fileOfTranslation } from '../../store/documents.ts'
import { personById } from '../../store/persons.ts'
import type { Db } from '../../store/schema.ts'
import { translationsOf } from '../../store/translations.ts'
import { countStages, type StageCounts } from '../../text/file-state.ts'
import type { State } from '../../wire/common.ts'
import type { Deps, Person } from '../deps.ts'
import { fileStatesOf } from '../imports/file-states-of.ts'
import { requireArticle } from '../require-article.ts'

export interface ArticleDetails {
  readonly id: string
  readonly title: string
  readonly address: string
  /** of the translation last worked on */
  readonly system: string
  readonly sourceLanguage: string
  readonly sourceText: string
  readonly language: string
  readonly words: number
  readonly state: State
  readonly editor: Person | null
  /** epoch ms, here and below */
  readonly createdAt: number
  readonly touchedAt: number
  readonly archivedAt: number | null
  /** the translation last worked on */
  readonly translationId: string
  readonly translations: readonly TranslationLine[]
}

/** The imported file that a translation came in, and how far that says that its segments had come. */
export interface FileDetails {
  readonly name: string
  /** id of the format that reads it */
  readonly format: string
  readonly segments: number
  readonly stages: StageCounts
}

/** Null where a translation came in no file. */
export async function fileDetails(
  { store: { db } }: Pick<Deps, 'store'>,
  translationId: string,
): Promise<FileDetails | null> {
  const [file, states] = await Promise.all([fileOfTranslation(db, translationId), fileStatesOf(db, translationId)])
  if (!file) return null
  const { name, format } = file
  return { name, format, segments: states?.lines.length ?? 0, stages: countStages(states) }
}

export interface TranslationLine {
  readonly id: string
  readonly system: string
  readonly language: string
  readonly state: State
  /** epoch ms */
  readonly createdAt: number
  /** number of its newest revision; 0 where nothing has been corrected */
  readonly head: number
}

/** The translations of an article, in the order they came. */
export async function translationLines(db: Db, articleId: string): Promise<readonly TranslationLine[]> {
  const rows = await translationsOf(db, articleId)
  return rows.map(({ id, system, language, state, created_at: createdAt, head_number: head }) => {
    return { id, system, language, state: state as State, createdAt, head }
  })
}

/** All that is known of an article, except its translations' texts. Throws article-unknown, article-purged (with time and person). */
export async function articleDetails(deps: Deps, id: string): Promise<ArticleDetails> {
  const { db } = deps.store
  const article = await requireArticle(db, id)
  const translations = await translationLines(db, id)
  const editor = article.editor_id === null ? undefined : await personById(db, article.editor_id)
  return {
    id,
    title: article.title,
    address: article.address,
    system: translations.find(t => t.id === article.translation_id)?.system ?? '',
    sourceLanguage: article.source_language,
    sourceText: article.source_text,
    language: article.language,
    words: article.words,
    state: article.state as State,
    editor: editor ? { id: editor.id, name: editor.name } : null,
    createdAt: article.created_at,
    touchedAt: article.touched_at,
    archivedAt: article.archived_at,
    translationId: article.translation_id,
    translations,
  }
}
