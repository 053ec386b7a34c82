import {
  writeCorpusArticle,
  type CorpusArticle,
  type CorpusFlag,
  type CorpusRevision,
  type CorpusTranslation,
} from '../../formats/corpus.ts'
import { articleIdsAfter } from '../../store/articles.ts'
import { dismissersOf } from '../../store/flags.ts'
import { wholeRevisions } from '../../store/revisions.ts'
import type { Db } from '../../store/schema.ts'
import { mtTextOf, translationsOf } from '../../store/translations.ts'
import { applyChange, readChange } from '../../text/change.ts'
import type { Reason } from '../../wire/save.ts'
import { disclosedFlags } from '../annotate/disclosed.ts'
import type { Deps } from '../deps.ts'
import { requireArticle } from '../require-article.ts'

/**
 * Writes articles with all their translations as folders of a corpus (see `corpus/README.md`); `all` is what is not archived.
 * Each is read as it stands at one moment. Returns the folders. Throws article-unknown, article-purged, folder-unwritable.
 */
export async function exportCorpus(
  deps: Deps,
  input: { readonly articleIds: readonly string[] | 'all'; readonly folder: string },
): Promise<readonly string[]> {
  const folders: string[] = []
  for await (const id of input.articleIds === 'all' ? allIds(deps) : input.articleIds) {
    const article = await deps.store.snapshot(tx => corpusArticle(tx, id))
    folders.push(await writeCorpusArticle(input.folder, article))
  }
  return folders
}

const atOnce = 500

async function* allIds(deps: Deps): AsyncGenerator<string> {
  for (let after = ''; ;) {
    const ids = await articleIdsAfter(deps.store.db, after, atOnce)
    yield* ids
    if (ids.length < atOnce) return
    after = ids.at(-1) ?? after
  }
}

/** An article with all its translations in the form of a corpus. */
export async function corpusArticle(db: Db, id: string): Promise<CorpusArticle> {
  const article = await requireArticle(db, id)
  const translations: CorpusTranslation[] = []
  for (const { id: translationId, system, language, state } of await translationsOf(db, id)) {
    const mt = (await mtTextOf(db, translationId)) ?? ''
    const [revisions, flags] = [await revisionsOf(db, translationId, mt), await flagsOf(db, translationId)]
    translations.push({ system, language, state: state as CorpusTranslation['state'], mt, revisions, flags })
  }
  const { title, address, source_language: sourceLanguage, source_text: source, created_at: createdAt } = article
  return { title, address, sourceLanguage, createdAt, source, translations }
}

async function revisionsOf(db: Db, translationId: string, mt: string): Promise<CorpusRevision[]> {
  let text = mt
  return (await wholeRevisions(db, translationId)).map(
    ({ author, created_at: at, summary, change, reasons, restores, undoes }) => {
      text = applyChange(text, readChange(change))
      const told = (JSON.parse(reasons) as Reason[]).map(({ flag: _flag, ...reason }) => reason)
      return {
        author,
        at,
        summary,
        ...(restores === null ? {} : { restores }),
        ...(undoes === null ? {} : { undoes }),
        ...(told.length === 0 ? {} : { reasons: told as NonNullable<CorpusRevision['reasons']> }),
        text,
      }
    },
  )
}

async function flagsOf(db: Db, translationId: string): Promise<CorpusFlag[]> {
  const flags = await disclosedFlags(db, translationId)
  const dismissers = await dismissersOf(db, translationId)
  return flags.map(flag => ({
    author: flag.author,
    layer: flag.layer,
    revision: flag.revision,
    from: flag.span_from,
    to: flag.span_to,
    words: flag.words,
    category: flag.category as CorpusFlag['category'],
    severity: flag.severity as CorpusFlag['severity'],
    comment: flag.comment,
    suggestion: flag.suggestion,
    at: flag.created_at,
    ...(flag.dismissed_at === null
      ? {}
      : {
          dismissed: {
            reason: flag.dismissed_reason,
            at: flag.dismissed_at,
            by: dismissers.get(flag.id) ?? flag.author,
          },
        }),
  }))
}
