import { Problem } from '../../errors.ts'
import type { AnnotationVersion } from '../../formats/annotations/agreed.ts'
import type { Warning } from '../../formats/fault.ts'
import { fileName, type FileName } from '../../formats/file-name.ts'
import type { ExportedArticle, Format, WriteOptions } from '../../formats/format.ts'
import { formats, writes, type Writer } from '../../formats/index.ts'
import { inVersion } from '../annotate/annotation-version.ts'
import type { Deps } from '../deps.ts'
import { exportedArticle } from './exported-article.ts'
import type { Which } from '../find-head.ts'
import { fileOf, patches, patchFile } from './patch-file.ts'
import { writeAnew } from './write-anew.ts'

export interface ExportedFile {
  readonly fileName: FileName
  readonly mediaType: string
  readonly body: string | Uint8Array
  /** what could not be written as it is */
  readonly warnings: readonly Warning[]
}

/** The name of a file without its folders. */
export const baseName = (name: string): string => name.split(/[/\\]/).at(-1) ?? name
/** The same without its ending. */
export const stemOf = (name: string): string => baseName(name).replace(/\.[^.]{1,10}$/, '')

export const formatOf = (id: string): Format => {
  const format = formats.find(each => each.id === id)
  if (!format) throw new Problem('format-unknown', { format: id })
  return format
}

/** @throws Problem format-unknown where it only reads, or only writes back files of its own */
export const anewIn = (format: Format): Writer => {
  if (!writes(format)) throw new Problem('format-unknown', { format: format.id })
  return format
}

/** So many characters are written within milliseconds, where it is asked for. */
const writtenHere = 200_000

/** Articles as a new file; long ones in a thread. @throws as `ReadThread.write` */
export const writeNew = async (
  { reader }: Deps,
  format: Writer,
  articles: readonly ExportedArticle[],
  options: WriteOptions,
): Promise<string | Uint8Array> => {
  const length = articles.reduce((sum, { text, mtText, sourceText }) => sum + text.length + mtText.length + sourceText.length, 0) // prettier-ignore
  return length > writtenHere ? reader.write(format.id, articles, options) : writeAnew(format, articles, options)
}

/** A page or document that shows what was changed lies beside the corrected one, and has the same ending. */
export const nameFor = ({ purpose, id }: Pick<Format, 'purpose' | 'id'>, name: string): string =>
  purpose === 'changes' && id !== 'diff' ? `${name} (ändringar)` : name

/**
 * An article as a file, in one of the formats of `formats/index.ts`: the file that it came in, with what has been corrected, where the format
 * writes such files back; else a new one, under a name in its own words.
 * @param input.annotations each annotator's own where not given @param input.csv how a new CSV file is written; one that came in keeps its own way
 * @throws Problem format-unknown, article-unknown, translation-unknown, article-purged; file-heavy, file-defect
 */
export async function exportArticle(
  deps: Deps,
  input: Which & WriteOptions & { readonly format: string; readonly annotations?: AnnotationVersion | undefined },
): Promise<ExportedFile> {
  const format = formatOf(input.format)
  const [extension = format.id] = format.extensions
  const { mediaType } = format
  const file = await fileOf(deps, input)
  if (file && patches(format, file)) {
    const { bytes, warnings } = await patchFile(deps, file, format)
    return { fileName: fileName(nameFor(format, stemOf(file.name)), extension), mediaType, body: bytes, warnings }
  }
  const writer = anewIn(format)
  const article = await exportedArticle(deps, input)
  const { articles, warnings } = inVersion(format, [article], input.annotations ?? 'raters')
  return {
    fileName: fileName(nameFor(format, article.title), extension),
    mediaType,
    body: await writeNew(deps, writer, articles, { csv: input.csv }),
    warnings,
  }
}
