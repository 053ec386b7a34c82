import { addTranslation, type AddedTranslation } from '../../app/add-translation.ts'
import { articleDetails } from '../../app/article-details.ts'
import type { Person } from '../../app/deps.ts'
import { importArticle, recogniseNew, type ImportedArticle } from '../../app/import-article.ts'
import type { Alike } from '../../app/recognise-article.ts'
import { Problem } from '../../errors.ts'
import { field, fields } from '../form.ts'
import type { Ask, Upload } from '../page.ts'
import { readUpload } from '../read-upload.ts'
import { readChoice } from '../view/alike-choices.ts'

/** What is to be taken in: pasted, a file, or a text that was asked about. */
export interface Given {
  /** of the file; '' where it was pasted */
  readonly name: string
  readonly title: string
  readonly text: string
  readonly sourceText: string
  readonly system: string
  /** what a person, or a program, has said that it is: see `readChoice`; '' where nobody has */
  readonly choice: string
}

/** What became of one text or file. */
export type Outcome =
  | { readonly name: string; readonly is: 'article'; readonly article: ImportedArticle; readonly text: string }
  | { readonly name: string; readonly is: 'translation'; readonly article: AddedTranslation; readonly text: string }
  | { readonly name: string; readonly is: 'refused'; readonly problem: Problem }
  /** it seems to be an article that is there: nothing is stored before somebody has said what it is */
  | { readonly name: string; readonly is: 'asked'; readonly given: Given; readonly alike: readonly Alike[] }

/** A file that cannot be read is a Problem, told beside the others. */
export type Read = Given | { readonly name: string; readonly problem: Problem }

async function readOne(ask: Ask, upload: Upload | null, alone: boolean): Promise<Read> {
  const name = upload?.name ?? ''
  const asTranslationOf = field(ask, 'asTranslationOf')
  const common = { name, system: field(ask, 'system'), choice: asTranslationOf && `newer:${asTranslationOf}` }
  try {
    const read = upload ? await readUpload(upload) : { title: '', text: field(ask, 'text') }
    // Title and source are of one text: with several files each has its own title, and none the source.
    return alone
      ? { ...common, text: read.text, title: field(ask, 'title') || read.title, sourceText: field(ask, 'sourceText') }
      : { ...common, text: read.text, title: read.title, sourceText: '' }
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500) throw error
    return { name, problem: error }
  }
}

/** The texts that were asked about, with what was answered. */
const answered = (ask: Ask, count: number): Read[] =>
  Array.from({ length: count }, (_, i) => {
    const choice = field(ask, `as${i}`)
    return {
      name: field(ask, `name${i}`),
      title: field(ask, `title${i}`),
      text: field(ask, `text${i}`),
      sourceText: count === 1 ? field(ask, 'sourceText') : '',
      system: readChoice(choice)?.as === 'other' ? field(ask, `system${i}`) : field(ask, 'system'),
      choice,
    }
  })

const mostAsked = 200

/** What was sent: a pasted text, files, or answers about texts that were recognised. */
export async function givenIn(ask: Ask): Promise<readonly Read[]> {
  const asked = /^\d{1,3}$/.exec(field(ask, 'asked'))?.[0]
  if (asked !== undefined) return answered(ask, Math.min(mostAsked, Number(asked)))
  const uploads = ask.files.filter(file => file.bytes.length > 0 || file.name !== '')
  const pasted = field(ask, 'text').trim() !== ''
  const sources: (Upload | null)[] = [...(pasted || uploads.length === 0 ? [null] : []), ...uploads]
  return Promise.all(sources.map(source => readOne(ask, source, sources.length === 1)))
}

/** The system of a newer translation, where none was typed: that of the latest before it. */
async function systemOf(ask: Ask, given: Given, choice: NonNullable<ReturnType<typeof readChoice>>): Promise<string> {
  if (given.system.trim() !== '' || choice.as === 'other') return given.system
  return (await articleDetails(ask.deps, choice.articleId)).translations.at(-1)?.system ?? ''
}

async function store(ask: Ask, person: Person, given: Given): Promise<Outcome> {
  const { name, text, title, sourceText, system } = given
  const about = { address: field(ask, 'address'), sourceLanguage: field(ask, 'sourceLanguage'), sourceText, text }
  const choice = readChoice(given.choice)
  // an answer that is none, as a program may send, is no word for a new article
  if (!choice && given.choice !== '' && given.choice !== 'new') throw new Problem('article-unknown', { id: '' })
  if (choice) {
    const { articleId } = choice
    const translation = { ...about, person, articleId, system: await systemOf(ask, given, choice) }
    return { name, is: 'translation', article: await addTranslation(ask.deps, translation), text }
  }
  // a program is told what it is alike when it is stored, unless it wants to be asked as a person is
  const asks =
    given.choice === '' && (!ask.program || field(ask, 'unlessAlike') !== '' || fields(ask)['unlessAlike'] === true)
  const article = { ...about, person, title, system }
  const alike = asks ? await recogniseNew(ask.deps, article) : []
  if (alike.length > 0) return { name, is: 'asked', given, alike }
  return { name, is: 'article', article: await importArticle(ask.deps, article), text }
}

/** Takes in one text or file, or asks what it is. */
export async function take(ask: Ask, person: Person, read: Read): Promise<Outcome> {
  if ('problem' in read) return { name: read.name, is: 'refused', problem: read.problem }
  try {
    return await store(ask, person, read)
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500) throw error
    return { name: read.name, is: 'refused', problem: error }
  }
}
