import type { AnnotationVersion } from '../../formats/annotations/agreed.ts'
import type { Warning } from '../../formats/fault.ts'
import { corpusFiles } from '../../formats/corpus.ts'
import { fileName } from '../../formats/file-name.ts'
import type { ExportedArticle, Format, WriteOptions } from '../../formats/format.ts'
import { formats, writes, type Writer } from '../../formats/index.ts'
import { zipParts } from '../../formats/lib/zip.ts'
import { articlesOfFile } from '../../store/documents.ts'
import type { Row } from '../../store/schema.ts'
import { inVersion } from '../annotate/annotation-version.ts'
import { corpusFormat } from '../corpus/corpus-file.ts'
import type { Deps } from '../deps.ts'
import { anewIn, baseName, formatOf, nameFor, stemOf, writeNew, type ExportedFile } from './export-article.ts'
import { corpusArticle } from '../corpus/export-corpus.ts'
import { exportedArticle } from './exported-article.ts'
import { findBareHead, type Which } from '../find-head.ts'
import { fileOf, patches, patchFile } from './patch-file.ts'

/** What several files are called together. */
const together = 'rodpenna'

interface Part {
  readonly name: string
  readonly bytes: Uint8Array
  readonly warnings: readonly Warning[]
}

const toBytes = (body: string | Uint8Array): Uint8Array => (typeof body === 'string' ? Buffer.from(body) : body)

/** Equal names are told apart by a number. */
function distinct(parts: readonly Part[]): readonly (readonly [string, Uint8Array])[] {
  const taken = new Set<string>()
  return parts.map(({ name, bytes }) => {
    let free = name
    for (let n = 2; taken.has(free.toLowerCase()); n++) free = name.replace(/(\.\w+)?$/, ` (${n})$1`)
    taken.add(free.toLowerCase())
    return [free, bytes] as const
  })
}

/** The files that some articles came in, each once, and the articles that came in none that the format writes back. */
async function sorted(deps: Deps, articleIds: readonly string[], format: Format) {
  const files = new Map<string, Row<'file'>>()
  const others: string[] = []
  for (const articleId of articleIds) {
    const file = await fileOf(deps, { articleId })
    if (file && patches(format, file)) files.set(file.id, file)
    else others.push(articleId)
  }
  return { files: [...files.values()], others }
}

/** What may be chosen of new files. */
export interface ManyOptions extends WriteOptions {
  /** whose, in formats that annotators have rows in; each annotator's own where not given */
  readonly annotations?: AnnotationVersion | undefined
}

async function newParts(
  deps: Deps,
  format: Writer,
  articleIds: readonly string[],
  extension: string,
  { annotations: version = 'raters', csv }: ManyOptions = {},
): Promise<Part[]> {
  const whole: ExportedArticle[] = []
  for (const articleId of articleIds) whole.push(await exportedArticle(deps, { articleId }))
  const { articles, warnings } = inVersion(format, whole, version)
  const [only] = articles
  if (only === undefined) return []
  const partOf = async (some: readonly ExportedArticle[], title: string): Promise<Part> => ({
    name: fileName(title, extension).utf8,
    bytes: toBytes(await writeNew(deps, format, some, { csv })),
    warnings,
  })
  if ('writeAll' in format && format.writeAll) return [await partOf(articles, articles.length === 1 ? only.title : together)] // prettier-ignore
  const parts: Part[] = []
  for (const article of articles) parts.push(await partOf([article], nameFor(format, article.title)))
  return parts
}

/** What is asked for where every article is to come in the file that it came in. */
const asTheyCame = 'own'

/** Articles in the format that they came in, or else as text. */
const ownFormat = (file: Row<'file'> | null): Format =>
  formats.find(each => each.id === file?.format && (patches(each, file) || writes(each))) ?? formatOf('txt')

/** Whether the format that is asked for writes this file back. */
const isPatched = (formatId: string, file: Row<'file'>): boolean =>
  formatId !== corpusFormat && patches(formatId === asTheyCame ? ownFormat(file) : formatOf(formatId), file)

/**
 * The articles that are given out with some: those that came beside them in a file that is written back, and they themselves.
 * @throws Problem format-unknown, article-unknown, translation-unknown, article-purged
 */
export async function articlesGiven(
  deps: Deps,
  some: readonly Which[],
  formatId: string,
): Promise<ReadonlySet<string>> {
  const { db } = deps.store
  const given = new Set<string>()
  const read = new Set<string>()
  for (const which of some) {
    given.add((await findBareHead(db, which)).article_id)
    const file = await fileOf(deps, which)
    if (file === null || read.has(file.id) || !isPatched(formatId, file)) continue
    read.add(file.id)
    for (const { articleId } of await articlesOfFile(db, file.id)) given.add(articleId)
  }
  return given
}

/** Each file that the articles came in, corrected; of a format that writes no file back a new one; of those that came in none the text. */
async function asTheyCameIn(deps: Deps, articleIds: readonly string[]): Promise<ExportedFile> {
  const files = new Map<string, { readonly file: Row<'file'> | null; readonly articleIds: string[] }>()
  for (const articleId of articleIds) {
    const file = await fileOf(deps, { articleId })
    const known = files.get(file?.id ?? articleId)
    if (known) known.articleIds.push(articleId)
    else files.set(file?.id ?? articleId, { file, articleIds: [articleId] })
  }
  const parts: Part[] = []
  for (const { file, articleIds: some } of files.values()) {
    const format = ownFormat(file)
    const [extension = format.id] = format.extensions
    if (file && patches(format, file))
      parts.push({ name: baseName(file.name), ...(await patchFile(deps, file, format)) })
    else parts.push(...(await newParts(deps, anewIn(format), some, extension)))
  }
  const warnings = parts.flatMap(part => part.warnings)
  return zipped(await zipParts(distinct(parts), deps.now()), warnings)
}

/** The corpus form, a folder an article. */
async function corpusZip(deps: Deps, articleIds: readonly string[]): Promise<ExportedFile> {
  const parts: [string, Uint8Array][] = []
  const taken = new Set<string>()
  for (const id of articleIds) {
    const article = await deps.store.snapshot(tx => corpusArticle(tx, id))
    for (const [name, text] of corpusFiles(article, taken)) parts.push([name, Buffer.from(text)])
  }
  return zipped(await zipParts(parts, deps.now()), [])
}

const zipped = (body: Uint8Array, warnings: readonly Warning[]): ExportedFile => ({
  fileName: { ascii: `${together}.zip`, utf8: `${together}.zip` },
  mediaType: 'application/zip',
  body,
  warnings,
})

/**
 * Articles as one file, where the format holds them all, or they came in one; else a zip archive of files. `corpus` is the form of
 * `corpus/README.md`, with all translations, in a zip archive; `own` gives each file that they came in, corrected.
 * @throws Problem format-unknown, article-unknown, article-purged; file-heavy, file-defect
 */
export async function exportMany(
  deps: Deps,
  articleIds: readonly string[],
  formatId: string,
  options: ManyOptions = {},
): Promise<ExportedFile> {
  if (formatId === corpusFormat) return corpusZip(deps, articleIds)
  if (formatId === asTheyCame) return asTheyCameIn(deps, articleIds)
  const format = formatOf(formatId)
  const [extension = format.id] = format.extensions
  const { files, others } = await sorted(deps, articleIds, format)
  const parts: Part[] = []
  for (const file of files)
    if (patches(format, file)) {
      const name = fileName(nameFor(format, stemOf(file.name)), extension).utf8
      parts.push({ name, ...(await patchFile(deps, file, format)) })
    }
  if (others.length > 0) parts.push(...(await newParts(deps, anewIn(format), others, extension, options)))
  const warnings = parts.flatMap(part => part.warnings)
  const [only] = parts
  if (only && parts.length === 1)
    return { fileName: fileName(stemOf(only.name), extension), mediaType: format.mediaType, body: only.bytes, warnings }
  return zipped(await zipParts(distinct(parts), deps.now()), warnings)
}
