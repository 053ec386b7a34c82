import { Problem } from '../errors.ts'
import { fileName, type FileName } from '../formats/file-name.ts'
import type { ExportedArticle } from '../formats/format.ts'
import { writerOf } from '../formats/index.ts'
import { articleById } from '../store/articles.ts'
import type { CategoryId } from '../mqm/typology.ts'
import { wholeRevisions } from '../store/revisions.ts'
import type { Deps } from './deps.ts'
import { withSteadyHead, type Head, type Which } from './find-head.ts'
import { flagViews } from './list-flags.ts'
import { textAt } from './read-revision.ts'

export interface ExportedFile {
  readonly fileName: FileName
  readonly mediaType: string
  readonly body: string | Uint8Array
}

/** All of a translation that a format may write. @throws Problem article-unknown, translation-unknown, article-purged */
const exportedArticle = (deps: Deps, which: Which): Promise<ExportedArticle> =>
  withSteadyHead(deps.store.db, which, head => whole(deps, head))

async function whole(deps: Deps, head: Head): Promise<ExportedArticle> {
  const { db } = deps.store
  const article = await articleById(db, head.article_id)
  if (article === undefined) throw new Problem('article-unknown')
  const [mtText, revisions, flags] = await Promise.all([
    textAt(deps, head.id, 0),
    wholeRevisions(db, head.id),
    flagViews(deps, head),
  ])
  return {
    title: article.title,
    address: article.address,
    sourceLanguage: article.source_language,
    sourceText: article.source_text,
    createdAt: article.created_at,
    exportedAt: deps.now(),
    system: head.system,
    language: head.language,
    state: head.state,
    mtText,
    text: head.head_text,
    revisions: revisions
      .filter(({ number }) => number <= head.head_number)
      .map(line => ({
        number: line.number,
        author: line.author,
        at: line.created_at,
        summary: line.summary,
        change: JSON.parse(line.change) as unknown,
        hash: line.hash,
        wordsAdded: line.words_added,
        wordsRemoved: line.words_removed,
        restores: line.restores,
        undoes: line.undoes,
        mergedFrom: line.merged_from,
        reasons: JSON.parse(line.reasons) as unknown[],
      })),
    flags: flags.map(flag => ({
      id: flag.id,
      author: flag.author,
      layer: flag.layer,
      revision: flag.revision,
      from: flag.from,
      to: flag.to,
      words: flag.words,
      place: flag.place,
      category: flag.category as CategoryId,
      severity: flag.severity,
      comment: flag.comment,
      suggestion: flag.suggestion,
      at: flag.createdAt,
      status: flag.status,
      fixedBy: flag.fixedBy,
      dismissedReason: flag.dismissedReason,
    })),
    corrections: [],
    fixed: false,
  }
}

/**
 * An article as a file, in one of the formats of `formats/index.ts`, under a name in its own words.
 * @throws Problem format-unknown, article-unknown, translation-unknown, article-purged
 */
export async function exportArticle(deps: Deps, input: Which & { readonly format: string }): Promise<ExportedFile> {
  const format = writerOf(input.format)
  const article = await exportedArticle(deps, input)
  const [extension = format.id] = format.extensions
  return {
    fileName: fileName(article.title, extension),
    mediaType: format.mediaType,
    body: (await (format.write ? format.write(article) : format.writeAll?.([article]))) ?? '',
  }
}
