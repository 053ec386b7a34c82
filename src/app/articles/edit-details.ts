import { Problem } from '../../errors.ts'
import { updateArticle } from '../../store/articles.ts'
import { insertEvent } from '../../store/events.ts'
import { newId } from '../../store/id.ts'
import { writeFixed } from '../../store/search.ts'
import { mtTextsOf, setTranslationSystem, translationById } from '../../store/translations.ts'
import { sortKey } from '../../text/fold.ts'
import { enterBody, enterField, type TypedFields } from './article-fields.ts'
import type { Deps, Person } from '../deps.ts'
import { printArticle } from './print-articles.ts'
import { requireArticle } from '../require-article.ts'

/** What is absent stays as it is. */
export interface DetailsEdit extends TypedFields {
  readonly person: Person
  readonly articleId: string
  /** the translation whose system is edited; the one last worked on, where absent */
  readonly translationId?: string | undefined
  readonly sourceText?: string | undefined
}

type Field = keyof TypedFields | 'sourceText'
/** Old and new of each field that changed; of the source text only how many characters it had and has. */
type Changes = Partial<Record<Field, { readonly from: string | number; readonly to: string | number }>>

const fields = ['title', 'address', 'system', 'sourceLanguage'] as const

const enter = (edit: DetailsEdit, limit: number) => {
  const entered = Object.fromEntries(
    fields.flatMap(field => (edit[field] === undefined ? [] : [[field, enterField(field, edit[field])]])),
  ) as TypedFields
  if (entered.title === '') throw new Problem('title-missing')
  return { ...entered, ...(edit.sourceText === undefined ? {} : { sourceText: enterBody(edit.sourceText, limit) }) }
}

/** Title, address, system and source edited or added later; recorded on the timeline where anything changed. */
export async function editDetails(deps: Deps, edit: DetailsEdit): Promise<{ readonly changed: readonly string[] }> {
  const entered = enter(edit, deps.limits.textBytes)
  return deps.store.transaction(async tx => {
    const article = await requireArticle(tx, edit.articleId)
    const translation = await translationById(tx, edit.translationId ?? article.translation_id)
    if (translation?.article_id !== article.id) throw new Problem('translation-unknown')
    const before = {
      title: article.title,
      address: article.address,
      system: translation.system,
      sourceLanguage: article.source_language,
      sourceText: article.source_text,
    }
    const changes: Changes = {}
    for (const field of [...fields, 'sourceText'] as const) {
      const to = entered[field]
      if (to === undefined || to === before[field]) continue
      changes[field] =
        field === 'sourceText' ? { from: before[field].length, to: to.length } : { from: before[field], to }
    }
    const changed = Object.keys(changes)
    if (changed.length === 0) return { changed }
    const after = { ...before, ...entered }
    // The translation before its article, as every write locks them: else a save and this wait for each other.
    if (changes.system) await setTranslationSystem(tx, translation.id, after.system)
    await updateArticle(tx, article.id, {
      title: after.title,
      title_key: sortKey(after.title),
      address: after.address,
      source_language: after.sourceLanguage,
      ...(changes.sourceText ? { source_text: after.sourceText } : {}),
      // the checks compare with the source
      ...((changes.sourceText ?? changes.sourceLanguage) ? { findings_version: '' } : {}),
    })
    if (changes.title ?? changes.sourceText ?? changes.address) {
      const fixed = { ...after, mtTexts: await mtTextsOf(tx, article.id) }
      await writeFixed(tx, article.id, fixed)
      await printArticle(tx, article.id, fixed)
    }
    const event = { id: newId(), article_id: article.id, translation_id: translation.id, person_id: edit.person.id }
    await insertEvent(tx, { ...event, at: deps.now(), kind: 'details', detail: JSON.stringify(changes) })
    return { changed }
  })
}
