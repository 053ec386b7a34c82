import { Problem } from '../../errors.ts'
import { insertArticle } from '../../store/articles.ts'
import { insertEvent } from '../../store/events.ts'
import { newId } from '../../store/id.ts'
import type { Db } from '../../store/schema.ts'
import { writeFixed } from '../../store/search.ts'
import { articlesWithMt, insertTranslation } from '../../store/translations.ts'
import { sortKey } from '../../text/fold.ts'
import { languageReport, type LanguageReport } from '../../text/language.ts'
import { countWords } from '../../text/words.ts'
import { enterBody, enterField, titleFrom, type Fields, type TypedFields } from './article-fields.ts'
import type { Deps, Person } from '../deps.ts'
import { sha256 } from '../hash.ts'
import { printArticle } from './print-articles.ts'
import type { Alike } from './alike.ts'
import { recogniseArticle } from './recognise-article.ts'

export interface NewArticle extends TypedFields {
  readonly person: Person
  readonly sourceText?: string | undefined
  /** the machine's translation */
  readonly text: string
}

export interface ImportedArticle {
  readonly articleId: string
  readonly translationId: string
  readonly title: string
  readonly language: LanguageReport
  /** articles that had the same text already, oldest first */
  readonly duplicates: readonly { readonly articleId: string; readonly title: string }[]
  /** articles that it seems to be another translation of: see `recogniseArticle` */
  readonly alike: readonly Alike[]
}

/** An article as it is first stored. Its fields and texts have been entered; times are epoch ms. */
export interface StoredArticle extends Fields {
  readonly sourceText: string
  readonly mtText: string
  /** ISO 639-1, or `und` */
  readonly language: string
  readonly createdAt: number
  /** who brought it in, for the timeline; null where nobody did */
  readonly person: Person | null
}

/** Stores a translation of an article that is there: its MT is revision 0, and the head. Gives its id. */
export async function storeTranslation(
  tx: Db,
  articleId: string,
  translation: {
    readonly id: string
    readonly system: string
    readonly language: string
    readonly mtText: string
    readonly createdAt: number
    /** its lines are segments of a file */
    readonly fixed?: boolean
  },
): Promise<void> {
  const { id, system, language, mtText, createdAt, fixed = false } = translation
  const hash = sha256(mtText)
  const row = { id, article_id: articleId, system, language, mt_hash: hash, state: 'new', created_at: createdAt }
  await insertTranslation(
    tx,
    { ...row, fixed: fixed ? 1 : 0, head_number: 0, head_hash: hash, head_text: mtText },
    mtText,
  )
}

/** Stores an article with its first translation, and what the queue and the search know of it. */
export async function storeArticle(
  tx: Db,
  article: StoredArticle,
): Promise<{ articleId: string; translationId: string }> {
  const [articleId, translationId] = [newId(), newId()]
  const { title, address, sourceLanguage, sourceText, mtText, language, createdAt, person } = article
  await insertArticle(tx, {
    id: articleId,
    title,
    title_key: sortKey(title),
    address,
    source_language: sourceLanguage,
    source_text: sourceText,
    created_at: createdAt,
    archived_at: null,
    translation_id: translationId,
    language,
    words: countWords(mtText),
    corrected: 0,
    flags_neutral: 0,
    flags_minor: 0,
    flags_major: 0,
    flags_critical: 0,
    flags_weight: 0,
    state: 'new',
    editor_id: null,
    editor_key: '',
    touched_at: createdAt,
  })
  await storeTranslation(tx, articleId, { ...article, id: translationId })
  await writeFixed(tx, articleId, { title, sourceText, mtTexts: [mtText] })
  await printArticle(tx, articleId, { title, address, sourceText, mtTexts: [mtText] })
  if (person) {
    const event = { id: newId(), article_id: articleId, translation_id: translationId, person_id: person.id }
    await insertEvent(tx, { ...event, at: createdAt, kind: 'import', detail: '{}' })
  }
  return { articleId, translationId }
}

/** How much of a text is looked at for its languages, in characters: a person reads no longer list, and it takes 2 s for 5 MB. */
export const longestReport = 500_000

/** What was typed, entered. @throws Problem text-empty, text-too-large, text-has-nul, text-has-lone-surrogate, field-invalid */
function enter(deps: Deps, input: Omit<NewArticle, 'person'>) {
  const mtText = enterBody(input.text, deps.limits.textBytes)
  if (mtText.trim() === '') throw new Problem('text-empty')
  return {
    mtText,
    sourceText: enterBody(input.sourceText ?? '', deps.limits.textBytes),
    title: enterField('title', input.title ?? '') || titleFrom(mtText),
    address: enterField('address', input.address ?? ''),
    system: enterField('system', input.system ?? ''),
    sourceLanguage: enterField('sourceLanguage', input.sourceLanguage ?? ''),
  }
}

const alikeOf = (deps: Deps, { mtText, ...about }: ReturnType<typeof enter>): Promise<readonly Alike[]> =>
  recogniseArticle(deps, { ...about, text: mtText })

/** The articles that what is to be imported seems to be, before it is. Throws as `importArticle`. */
export const recogniseNew = async (deps: Deps, input: Omit<NewArticle, 'person'>): Promise<readonly Alike[]> =>
  alikeOf(deps, enter(deps, input))

/**
 * A new article from a machine's translation. What is told, never refused: its language, paragraphs in another, that the same text
 * is there already, and articles that it seems to be another translation of.
 * Throws the Problems text-empty, text-too-large, text-has-nul, text-has-lone-surrogate, field-invalid.
 */
export async function importArticle(deps: Deps, input: NewArticle): Promise<ImportedArticle> {
  const entered = enter(deps, input)
  const { mtText, title } = entered
  const language = languageReport(mtText.slice(0, longestReport).toWellFormed())
  const alike = await alikeOf(deps, entered)
  return deps.store.transaction(async tx => {
    const duplicates = await articlesWithMt(tx, sha256(mtText))
    const about = { ...entered, language: language.whole, createdAt: deps.now(), person: input.person }
    return { ...(await storeArticle(tx, about)), title, language, duplicates, alike }
  })
}
