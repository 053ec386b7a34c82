import { stat } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { basename } from 'node:path'
import { addTranslation } from '../app/add-translation.ts'
import type { Deps } from '../app/deps.ts'
import { ensurePerson } from '../app/ensure-person.ts'
import { importArticle, type ImportedArticle } from '../app/import-article.ts'
import { importCorpus } from '../app/import-corpus.ts'
import { Problem } from '../errors.ts'
import { readFile } from '../app/read-file.ts'
import { emptyDocument } from '../formats/document.ts'
import { printJson, textOption, type Call, type Command } from './command.ts'
import { withDeps } from './open.ts'
import { readBytes, readText } from './read-file.ts'

interface Imported {
  readonly file: string
  readonly id: string
  readonly title: string
}

const percent = (share: number): string => `${Math.floor(share * 100)} %`

/** What a file seems to be that is there already, and how to say so. */
function hint(call: Call, file: string, { duplicates, alike }: ImportedArticle): void {
  for (const twin of duplicates)
    call.err(`${file}: the same text is already there as ${twin.articleId} (${twin.title})\n`)
  const twins = new Set(duplicates.map(({ articleId }) => articleId))
  for (const { articleId, title, similarity } of alike.filter(each => !twins.has(each.articleId)))
    call.err(
      `${file}: looks like ${articleId} (${title}; ${percent(similarity)} of the words are the same); ` +
        `as a translation of it: import ${file} --translation-of ${articleId}\n`,
    )
}

async function importFile(deps: Deps, call: Call, file: string): Promise<Imported> {
  const { reading } = await readFile({ name: basename(file), bytes: await readBytes(file) })
  const [read = emptyDocument] = reading.documents
  const source = textOption(call, 'source')
  const translationOf = textOption(call, 'translation-of')
  const about = {
    person: await ensurePerson(deps, textOption(call, 'name') ?? userInfo().username),
    text: read.text,
    address: textOption(call, 'address'),
    system: textOption(call, 'system'),
    sourceLanguage: textOption(call, 'source-language'),
    sourceText: source === undefined ? undefined : await readText(source),
  }
  if (translationOf !== undefined) {
    if (!/^[0-9a-z]{16}$/.test(translationOf)) throw new Problem('article-unknown', { id: '' })
    const { articleId, title } = await addTranslation(deps, { ...about, articleId: translationOf })
    return { file, id: articleId, title }
  }
  const imported = await importArticle(deps, { ...about, title: textOption(call, 'title') ?? read.title })
  hint(call, file, imported)
  return { file, id: imported.articleId, title: imported.title }
}

async function isFolder(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isDirectory()
  } catch (error) {
    throw new Problem('file-unreadable', { file, why: (error as NodeJS.ErrnoException).code ?? String(error) })
  }
}

export const importCommand: Command = {
  name: 'import',
  usage: 'FILE…',
  summary:
    'Takes articles in: text, Markdown and HTML files, or folders in the form of corpus/README.md. Prints their ids.',
  takes: [1, Infinity],
  options: {
    name: { type: 'string' },
    title: { type: 'string' },
    address: { type: 'string' },
    system: { type: 'string' },
    source: { type: 'string' },
    'source-language': { type: 'string' },
    'translation-of': { type: 'string' },
  },
  help: {
    'name NAME': 'who brings them in (default: your name on this machine)',
    'title TITLE': 'title (default: the file’s own, or its first line)',
    'address URL': 'where the article was published',
    'system NAME': 'the machine translation system',
    'source FILE': 'the text it was translated from',
    'source-language': 'its language, as de or en',
    'translation-of ID': 'adds the text to this article as another translation, newer or by another system',
  },
  run: call =>
    withDeps(call.chosen(), async deps => {
      const articles: Imported[] = []
      for (const file of call.args) {
        if (await isFolder(file))
          articles.push(
            ...(await importCorpus(deps, file)).map(({ articleId, title }) => ({ file, id: articleId, title })),
          )
        else articles.push(await importFile(deps, call, file))
      }
      if (call.json) printJson(call, { ids: articles.map(({ id }) => id), articles })
      else for (const { id, title } of articles) call.out(`${id}  ${title}\n`)
    }),
}
