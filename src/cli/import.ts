import { stat } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { basename } from 'node:path'
import { usualOptions, type ImportOptions } from '../app/imports/about-file.ts'
import type { Deps } from '../app/deps.ts'
import { ensurePerson } from '../app/ensure-person.ts'
import { importCorpus } from '../app/corpus/import-corpus.ts'
import { importFile, type ImportedFile } from '../app/imports/import-file.ts'
import { Problem } from '../errors.ts'
import { roles, type Mapping, type Role } from '../formats/document.ts'
import { problemSentence, warningSentence } from '../i18n/index.ts'
import { printJson, textOption, usage, type Call, type Command } from './command.ts'
import { withDeps } from './open.ts'
import { readBytes, readText, whyUnreadable } from './read-file.ts'

interface Imported {
  readonly file: string
  readonly id: string
  readonly title: string
}

/** A file that was not taken in, and why. */
interface Refused {
  readonly file: string
  readonly problem: Problem
}

const percent = (share: number): string => `${Math.floor(share * 100)} %`

/** What a file seems to be that is there already, and how to say so. */
function hint(call: Call, file: string, { duplicates, alike }: Pick<ImportedFile, 'duplicates' | 'alike'>): void {
  for (const twin of duplicates)
    call.err(`${file}: the same text is already there as ${twin.articleId} (${twin.title})\n`)
  const twins = new Set(duplicates.map(({ articleId }) => articleId))
  for (const { articleId, title, similarity } of alike.filter(each => !twins.has(each.articleId)))
    call.err(
      `${file}: looks like ${articleId} (${title}; ${percent(similarity)} of the words are the same); ` +
        `as a translation of it: import ${file} --translation-of ${articleId}\n`,
    )
}

/** `--columns source,mt,skip`: what each column of a table is; the first line is a heading unless `--no-heading`. */
function mappingOf(call: Call): Mapping | undefined {
  const told = textOption(call, 'columns')
  if (told === undefined) return undefined
  const named = told.split(',').map(role => role.trim())
  const wrong = named.find(role => !roles.some(known => known === role))
  if (wrong !== undefined) throw usage(`--columns: ${wrong} is none of ${roles.join(', ')}`)
  return { roles: named as Role[], heading: call.options['no-heading'] !== true }
}

function termsOf(call: Call): ImportOptions['terms'] {
  const told = textOption(call, 'terms') ?? usualOptions.terms
  if (told === 'leave' || told === 'proposed' || told === 'approved') return told
  throw usage('--terms is leave, proposed or approved')
}

async function takeIn(deps: Deps, call: Call, file: string): Promise<readonly (Imported | Refused)[]> {
  const articleId = textOption(call, 'translation-of')
  const system = textOption(call, 'system') ?? ''
  const source = textOption(call, 'source')
  const imported = await importFile(deps, await ensurePerson(deps, textOption(call, 'name') ?? userInfo().username), {
    name: basename(file),
    bytes: await readBytes(file),
    mapping: mappingOf(call),
    options: {
      system,
      sourceLanguage: textOption(call, 'source-language') ?? '',
      terms: termsOf(call),
    },
    as: articleId === undefined ? null : { articleId, system },
    told: {
      title: textOption(call, 'title'),
      address: textOption(call, 'address'),
      sourceText: source === undefined ? undefined : await readText(source),
    },
  })
  return imported.flatMap((one): (Imported | Refused)[] => {
    const name = imported.length > 1 ? `${file}: ${one.name}` : file
    if (one.refused) return [{ file: name, problem: new Problem(one.refused.code, one.refused.values) }]
    for (const warning of one.warnings) call.err(`${name}: ${warningSentence('en', warning)}\n`)
    hint(call, name, one)
    const status = termsOf(call)
    if (one.terms > 0 && status !== 'leave')
      call.err(`${name}: ${one.terms} ${one.terms === 1 ? 'term' : 'terms'} taken in as ${status}\n`)
    return one.articles.map(({ articleId, title }) => ({ file: name, id: articleId, title }))
  })
}

async function isFolder(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isDirectory()
  } catch (error) {
    throw new Problem('file-unreadable', { file, why: whyUnreadable(error) })
  }
}

export const importCommand: Command = {
  name: 'import',
  usage: 'FILE…',
  summary:
    'Takes articles in: files of any format that is read, zip archives of them, or folders in the form of corpus/README.md. Prints their ids.',
  takes: [1, Infinity],
  options: {
    name: { type: 'string' },
    title: { type: 'string' },
    address: { type: 'string' },
    system: { type: 'string' },
    source: { type: 'string' },
    'source-language': { type: 'string' },
    'translation-of': { type: 'string' },
    columns: { type: 'string' },
    'no-heading': { type: 'boolean' },
    terms: { type: 'string' },
  },
  help: {
    'name NAME': 'who brings them in (default: your name on this machine)',
    'title TITLE': 'title (default: the file’s own, or its first line)',
    'address URL': 'where the article was published',
    'system NAME': 'the machine translation system',
    'source FILE': 'the text it was translated from',
    'source-language': 'its language, as de or en',
    'columns ROLES': `what the columns of a table are: ${roles.join(', ')}, with commas between (default: guessed)`,
    'no-heading': 'with --columns: the first line of the table is none',
    'terms STATUS': 'what terms of a termbase come in as: proposed (default), approved, or leave',
    'translation-of ID':
      'adds the text to this article as another translation, newer or by another system; the file is kept as with any import',
  },
  run: call =>
    withDeps(call, async deps => {
      const articles: Imported[] = []
      const refused: Refused[] = []
      for (const file of call.args) {
        if (await isFolder(file))
          articles.push(
            ...(await importCorpus(deps, file)).map(({ articleId, title }) => ({ file, id: articleId, title })),
          )
        else
          for (const one of await takeIn(deps, call, file)) if ('problem' in one) refused.push(one); else articles.push(one) // prettier-ignore
      }
      const [only] = refused
      if (only && articles.length === 0 && refused.length === 1) throw only.problem
      const told = refused.map(({ file, problem }) => ({ file, message: problemSentence('en', problem) }))
      if (call.json) printJson(call, { ids: articles.map(({ id }) => id), articles, refused: told })
      else {
        for (const { file, message } of told) call.err(`${file}: ${message}\n`)
        for (const { id, title } of articles) call.out(`${id}  ${title}\n`)
      }
      return refused.length > 0 ? 1 : 0
    }),
}
