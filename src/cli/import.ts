import { stat } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { basename, extname } from 'node:path'
import type { Deps } from '../app/deps.ts'
import { ensurePerson } from '../app/ensure-person.ts'
import { importArticle } from '../app/import-article.ts'
import { importCorpus } from '../app/import-corpus.ts'
import { Problem } from '../errors.ts'
import { readerFor } from '../formats/index.ts'
import { printJson, textOption, type Call, type Command } from './command.ts'
import { withDeps } from './open.ts'
import { readBytes, readText } from './read-file.ts'

interface Imported {
  readonly file: string
  readonly id: string
  readonly title: string
}

async function importFile(deps: Deps, call: Call, file: string): Promise<Imported> {
  const format = readerFor(extname(file))
  if (!format) throw new Problem('format-unknown', { format: extname(file) || basename(file) })
  const read = format.read(await readBytes(file), basename(file))
  const source = textOption(call, 'source')
  const { articleId, title, duplicates } = await importArticle(deps, {
    person: await ensurePerson(deps, textOption(call, 'name') ?? userInfo().username),
    text: read.text,
    title: textOption(call, 'title') ?? read.title,
    address: textOption(call, 'address'),
    system: textOption(call, 'system'),
    sourceLanguage: textOption(call, 'source-language'),
    sourceText: source === undefined ? undefined : await readText(source),
  })
  for (const twin of duplicates)
    call.err(`${file}: the same text is already there as ${twin.articleId} (${twin.title})\n`)
  return { file, id: articleId, title }
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
  },
  help: {
    'name NAME': 'who brings them in (default: your name on this machine)',
    'title TITLE': 'title (default: the file’s own, or its first line)',
    'address URL': 'where the article was published',
    'system NAME': 'the machine translation system',
    'source FILE': 'the text it was translated from',
    'source-language': 'its language, as de or en',
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
