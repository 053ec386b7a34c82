import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { z } from 'zod'
import { Problem } from '../errors.ts'
import { decodeBytes } from '../text/decode.ts'
import { enterText } from '../text/entry.ts'
import {
  articleFile,
  flagsFile,
  translationFile,
  type CorpusArticle,
  type CorpusFlag,
  type CorpusTranslation,
} from './corpus-schema.ts'
import { onDisk, type CorpusFiles } from './corpus-files.ts'
import { slug } from './file-name.ts'

export type { CorpusArticle, CorpusFlag, CorpusRevision, CorpusTranslation } from './corpus-schema.ts'

/*
 * The plain-file form that `corpus/README.md` describes. Names of files never come from what the files say, and links are
 * not followed, so that a corpus from elsewhere reads and writes nothing outside its folder.
 */

const malformed = (file: string, reason: string): Problem => new Problem('corpus-malformed', { file, reason })

const readText = async (files: CorpusFiles, file: string): Promise<string> => {
  try {
    return enterText(decodeBytes(await files.bytes(file)).text)
  } catch (error) {
    throw malformed(file, error instanceof Problem ? error.code : (error as Error).message)
  }
}

const readJson = async <T extends z.ZodType>(files: CorpusFiles, file: string, schema: T): Promise<z.infer<T>> => {
  const text = await readText(files, file)
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw malformed(file, (error as Error).message)
  }
  const result = schema.safeParse(json)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw malformed(file, `${issue?.path.join('.') || 'the whole'}: ${issue?.message ?? 'unreadable'}`)
}

const { compare } = new Intl.Collator('en', { numeric: true })

/** Folders in a folder, sorted by number and name; hidden ones (`.git`, and what is being written) are not seen. */
const foldersIn = async (files: CorpusFiles, folder: string): Promise<string[]> =>
  [...(await files.foldersIn(folder))].sort(compare)

const checkFlag = (file: string, index: number, flag: CorpusFlag, texts: readonly string[]): void => {
  const text = texts[flag.revision]
  if (text === undefined) throw malformed(file, `${index}.revision: there is no revision ${flag.revision}`)
  if (flag.from > flag.to || flag.to > text.length)
    throw malformed(file, `${index}: ${flag.from}–${flag.to} is not in the text`)
  const words = text.slice(flag.from, flag.to)
  if (words !== flag.words) throw malformed(file, `${index}.words: the text has "${words}" at ${flag.from}–${flag.to}`)
}

const readTranslation = async (files: CorpusFiles, folder: string): Promise<CorpusTranslation> => {
  const file = join(folder, 'translation.json')
  const { revisions: entries, ...about } = await readJson(files, file, translationFile)
  const mt = await readText(files, join(folder, 'mt.txt'))
  if (mt.trim() === '') throw malformed(join(folder, 'mt.txt'), 'is empty')
  const revisions = []
  for (const [index, entry] of entries.entries()) {
    const earlier = Math.max(entry.restores ?? 0, entry.undoes ?? 0)
    if (earlier > index)
      throw malformed(file, `revisions.${index}: refers to revision ${earlier}, which is not before it`)
    const text = await readText(files, join(folder, 'revisions', `${index + 1}.txt`))
    const outside = entry.reasons?.find(reason => reason.from > reason.to || reason.to > text.length)
    if (outside) throw malformed(file, `revisions.${index}.reasons: ${outside.from}–${outside.to} is not in the text`)
    revisions.push({ ...entry, text })
  }
  const flagFile = join(folder, 'flags.json')
  const flags = (await files.exists(flagFile)) ? await readJson(files, flagFile, flagsFile) : []
  const texts = [mt, ...revisions.map(revision => revision.text)]
  flags.forEach((flag, index) => checkFlag(flagFile, index, flag, texts))
  return { ...about, mt, revisions, flags }
}

/** The article of one folder. Throws `corpus-malformed` with `file` and `reason`. */
export const readCorpusArticle = async (folder: string, files: CorpusFiles = onDisk): Promise<CorpusArticle> => {
  const about = await readJson(files, join(folder, 'article.json'), articleFile)
  const { title, address, sourceLanguage, createdAt } = about
  const sourceFile = join(folder, 'source.txt')
  const source = (await files.exists(sourceFile)) ? await readText(files, sourceFile) : ''
  const translations = []
  for (const name of await foldersIn(files, folder)) translations.push(await readTranslation(files, join(folder, name)))
  if (translations.length === 0) throw malformed(folder, 'holds no folder with a translation')
  return { title, address, sourceLanguage, createdAt, source, translations }
}

/** The folders of a corpus, one an article; or the folder itself, where it is an article. */
export const listCorpus = async (folder: string): Promise<string[]> =>
  (await onDisk.exists(join(folder, 'article.json')))
    ? [folder]
    : (await foldersIn(onDisk, folder)).map(name => join(folder, name))

/** The articles of a corpus, one by one: a large corpus is never in memory as a whole. Stops at what is malformed. */
export async function* readCorpus(folder: string): AsyncGenerator<CorpusArticle, void, void> {
  const folders = await listCorpus(folder)
  if (folders.length === 0) throw malformed(folder, 'holds no article')
  for (const article of folders) yield await readCorpusArticle(article)
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
const iso = (at: number): string => new Date(at).toISOString()

/** The files of a translation, their names and texts. */
function translationFiles(translation: CorpusTranslation): [name: string, text: string][] {
  const { mt, revisions, flags, system, language, state } = translation
  const entries = revisions.map(({ text: _text, at, ...entry }) => ({ ...entry, at: iso(at) }))
  const written = flags.map(flag => ({
    ...flag,
    at: iso(flag.at),
    ...(flag.dismissed && { dismissed: { ...flag.dismissed, at: iso(flag.dismissed.at) } }),
  }))
  return [
    ['mt.txt', mt],
    ...revisions.map(({ text }, index): [string, string] => [`revisions/${index + 1}.txt`, text]),
    ['translation.json', json({ system, language, state, revisions: entries })],
    ...(flags.length > 0 ? [['flags.json', json(written)] as [string, string]] : []),
  ]
}

/** The files of an article, with their paths in its folder. */
function articleFiles({ title, address, sourceLanguage, createdAt, source, translations }: CorpusArticle) {
  const about = json({ form: 1, title, address, sourceLanguage, createdAt: iso(createdAt) })
  const files: [name: string, text: string][] = [['article.json', about]]
  if (source !== '') files.push(['source.txt', source])
  for (const [index, translation] of translations.entries()) {
    const folder = slug(`${index + 1} ${translation.system}`, 40)
    for (const [name, text] of translationFiles(translation)) files.push([`${folder}/${name}`, text])
  }
  return files
}

const longestFolder = 60

/** The files of an article as a folder of a corpus, for an archive. @param taken names of folders that there are; its own is added */
export function corpusFiles(article: CorpusArticle, taken: Set<string>): [path: string, text: string][] {
  const name = slug(article.title, longestFolder)
  let folder = name
  for (let n = 2; taken.has(folder); n++) folder = `${name}-${n}`
  taken.add(folder)
  return articleFiles(article).map(([file, text]) => [`${folder}/${file}`, text])
}

/** A free name: what is there already is never written over. */
const settle = async (written: string, folder: string, name: string): Promise<string> => {
  for (let n = 1; ; n++) {
    const target = join(folder, n === 1 ? name : `${name}-${n}`)
    if (await onDisk.exists(target)) continue
    try {
      await rename(written, target)
      return target
    } catch (error) {
      if (!['EEXIST', 'ENOTEMPTY', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '') || n > 10_000)
        throw error
    }
  }
}

/**
 * Writes an article as a new folder, named after its title, in `folder` (which is made where it is missing). It appears whole
 * or not at all. Returns the folder's path.
 */
export const writeCorpusArticle = async (folder: string, article: CorpusArticle): Promise<string> => {
  const unwritable = (error: Error): Problem => new Problem('folder-unwritable', { folder, why: error.message })
  const draft = await mkdir(folder, { recursive: true })
    .then(() => mkdtemp(join(folder, '.writing-')))
    .catch((error: Error) => {
      throw unwritable(error)
    })
  try {
    for (const [name, text] of articleFiles(article)) {
      await mkdir(dirname(join(draft, name)), { recursive: true })
      await writeFile(join(draft, name), text)
    }
    return await settle(draft, folder, slug(article.title, longestFolder))
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw unwritable(error as Error)
  }
}
