import type { Which } from '../app/find-head.ts'
import { Problem } from '../errors.ts'
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

/** @throws Problem flag-unknown */
export function flagId(ask: Ask): string {
  const given = ask.params['id'] ?? ''
  if (!id.test(given)) throw new Problem('flag-unknown')
  return given
}

/** @throws Problem annotation-unknown */
export function annotationId(ask: Ask): string {
  const given = ask.params['id'] ?? ''
  if (!id.test(given)) throw new Problem('annotation-unknown')
  return given
}

/** A flag of the annotation. @throws Problem flag-unknown */
export function markId(ask: Ask): string {
  const given = ask.params['flag'] ?? ''
  if (!id.test(given)) throw new Problem('flag-unknown')
  return given
}

/** @throws Problem pair-unknown */
export function pairId(ask: Ask): string {
  const given = ask.params['id'] ?? ''
  if (!id.test(given)) throw new Problem('pair-unknown')
  return given
}

/** @throws Problem import-unknown */
export function importId(ask: Ask): string {
  const given = ask.params['id'] ?? ''
  if (!id.test(given)) throw new Problem('import-unknown')
  return given
}

/** A file of an import. @throws Problem import-unknown */
export function fileId(ask: Ask): string {
  const given = ask.params['file'] ?? ''
  if (!id.test(given)) throw new Problem('import-unknown')
  return given
}

/** @throws Problem batch-unknown */
export function batchId(ask: Ask): string {
  const given = ask.params['id'] ?? ''
  if (!id.test(given)) throw new Problem('batch-unknown')
  return given
}
