import type { Which } from '../app/find-head.ts'
import { Problem, type ProblemCode } from '../errors.ts'
import { field, fieldList } from './form.ts'
import type { Ask } from './page.ts'

const id = /^[0-9a-z]{16}$/

/** The article of the address. What cannot be an id is not asked of the database, which might choke on it. @throws Problem article-unknown */
export function articleId(ask: Ask): string {
  const given = ask.params['id'] ?? ''
  if (!id.test(given)) throw new Problem('article-unknown', { id: '' })
  return given
}

/** The article, and the translation chosen by `?translation=`. @throws Problem article-unknown, translation-unknown */
export function which(ask: Ask): Which & { readonly articleId: string } {
  const translationId = ask.query.get('translation') ?? undefined
  if (translationId !== undefined && !id.test(translationId)) throw new Problem('translation-unknown')
  return { articleId: articleId(ask), translationId }
}

/** As `which`, the translation named in what was sent where the address names none. @throws Problem article-unknown, translation-unknown */
export function whichSent(ask: Ask): Which & { readonly articleId: string } {
  const sent = field(ask, 'translation')
  if (ask.query.has('translation') || sent === '') return which(ask)
  if (!id.test(sent)) throw new Problem('translation-unknown')
  return { articleId: articleId(ask), translationId: sent }
}

/** The articles chosen in a list. What cannot be an id is passed over. */
export const chosenArticles = (ask: Ask): readonly string[] => fieldList(ask, 'article').filter(given => id.test(given))

/** The id at a place of the address. What cannot be one is not asked of the database, which might choke on it. */
const idAt =
  (place: string, unknown: ProblemCode) =>
  (ask: Ask): string => {
    const given = ask.params[place] ?? ''
    if (!id.test(given)) throw new Problem(unknown)
    return given
  }

/** @throws Problem flag-unknown */
export const flagId = idAt('id', 'flag-unknown')

/** @throws Problem annotation-unknown */
export const annotationId = idAt('id', 'annotation-unknown')

/** A flag of the annotation. @throws Problem flag-unknown */
export const markId = idAt('flag', 'flag-unknown')

/** @throws Problem pair-unknown */
export const pairId = idAt('id', 'pair-unknown')

/** @throws Problem import-unknown */
export const importId = idAt('id', 'import-unknown')

/** A file of an import. @throws Problem import-unknown */
export const fileId = idAt('file', 'import-unknown')

/** @throws Problem batch-unknown */
export const batchId = idAt('id', 'batch-unknown')
