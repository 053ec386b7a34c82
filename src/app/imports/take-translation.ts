import type { Tx } from '../../store/schema.ts'
import { addTranslation } from '../articles/add-translation.ts'
import type { Deps } from '../deps.ts'
import { flagRow, type Incoming } from './incoming-rows.ts'
import type { PreparedDocument } from './prepare-document.ts'
import { within } from '../within.ts'
import { writeWork } from './write-work.ts'

/**
 * A file's one document as another translation of an article that is there, with all that the file knows of it; part of a transaction.
 * @param as which article, and by which system; the file's own word goes before
 * @throws Problem as `addTranslation`
 */
export async function takeTranslation(
  deps: Deps,
  tx: Tx,
  incoming: Incoming,
  document: PreparedDocument,
  as: { readonly articleId: string; readonly system: string },
): Promise<void> {
  const { text, sourceText, sourceLanguage, address, fixed } = document
  const { articleId, translationId } = await addTranslation(within(deps, tx)(incoming.at), {
    person: incoming.person,
    articleId: as.articleId,
    text,
    system: document.system || as.system,
    address,
    sourceLanguage: sourceLanguage || incoming.options.sourceLanguage,
    sourceText,
    fixed,
  })
  const flags = document.flags.map(flag => flagRow(incoming, translationId, flag))
  await writeWork(deps, tx, incoming, [{ articleId, known: true, entries: [{ translationId, document, flags }] }])
}
