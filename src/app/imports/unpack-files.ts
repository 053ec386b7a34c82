import { isZip, readArchive, type Member } from '../../formats/archive.ts'
import { headOf } from '../../formats/detect.ts'
import { readCorpusArticle } from '../../formats/corpus.ts'
import { inArchive } from '../../formats/corpus-files.ts'
import { formats } from '../../formats/index.ts'
import type { Limits } from '../../formats/limits.ts'
import { corpusFormat } from '../corpus/corpus-file.ts'
import type { FileToRead } from './read-file.ts'
import type { UnpackedFile } from './read-job.ts'

/** Is it an archive of files, and not one of the formats that are zip archives themselves? */
export const isArchive = ({ bytes, name }: Pick<FileToRead, 'bytes' | 'name'>): boolean => {
  if (!isZip(bytes)) return false
  const head = headOf(bytes, name)
  return !formats.some(format => format.isIt?.(head))
}

const about = 'article.json'

/** The folders that are articles in the form of a corpus. */
const corpusFolders = (members: readonly Member[]): readonly string[] =>
  members.flatMap(({ name }) => (name === about || name.endsWith(`/${about}`) ? [name.slice(0, -about.length)] : []))

/**
 * The files of an archive, each to be read by itself; a folder in the form of a corpus is one file, that holds its article.
 * @throws FormatError; Problem corpus-malformed
 */
export async function unpackFiles({ bytes }: FileToRead, limits: Limits): Promise<readonly UnpackedFile[]> {
  const members = await readArchive(bytes, limits)
  const folders = corpusFolders(members)
  if (folders.length === 0) return members
  const files = inArchive(members)
  const articles: UnpackedFile[] = []
  for (const folder of folders) {
    const name = folder.replace(/\/$/, '')
    const article = await readCorpusArticle(name, files)
    const json = Buffer.from(JSON.stringify(article))
    articles.push({ name: name || about, bytes: new Uint8Array(json), format: corpusFormat })
  }
  // a corpus has other files beside: what is not in an article's folder is one of its own
  const others = members.filter(({ name }) => !folders.some(folder => name.startsWith(folder)))
  return [...articles, ...others.filter(({ name }) => !/(^|\/)README\.md$/i.test(name))]
}
