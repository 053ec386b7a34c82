import { importArticle, type ImportedArticle } from '../../app/import-article.ts'
import type { Person } from '../../app/deps.ts'
import { Problem } from '../../errors.ts'
import { readUpload } from '../read-upload.ts'
import { languageName, messages, problemSentence } from '../../i18n/index.ts'
import { articleAddress } from '../address.ts'
import { field, writer } from '../form.ts'
import type { Answer, Ask, Page, Upload } from '../page.ts'
import { newArticleForm } from './article-new.ts'

/** What became of one text or file. */
type Outcome =
  | { readonly name: string; readonly ok: true; readonly article: ImportedArticle; readonly text: string }
  | { readonly name: string; readonly ok: false; readonly problem: Problem }

const fieldsOf = (ask: Ask) => ({
  title: field(ask, 'title'),
  address: field(ask, 'address'),
  system: field(ask, 'system'),
  sourceLanguage: field(ask, 'sourceLanguage'),
  sourceText: field(ask, 'sourceText'),
})

async function take(ask: Ask, person: Person, upload: Upload | null, alone: boolean): Promise<Outcome> {
  const name = upload?.name ?? ''
  try {
    const { title, sourceText, ...about } = fieldsOf(ask)
    const read = upload ? readUpload(upload) : { title: '', text: field(ask, 'text') }
    // Title and source are of one text: with several files each has its own title, and none the source.
    const own = alone ? { title: title || read.title, sourceText } : { title: read.title }
    const article = await importArticle(ask.deps, { person, ...about, ...own, text: read.text })
    return { name, ok: true, article, text: read.text }
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500) throw error
    return { name, ok: false, problem: error }
  }
}

const asData = (ask: Ask, outcomes: readonly Outcome[]) =>
  outcomes.map(outcome =>
    outcome.ok
      ? { name: outcome.name, ...outcome.article }
      : {
          name: outcome.name,
          error: {
            code: outcome.problem.code,
            message: problemSentence(ask.language, outcome.problem),
            values: outcome.problem.values,
          },
        },
  )

/** Is there anything a person should be told before they go on? */
const worthTelling = ({ language, duplicates }: ImportedArticle): boolean =>
  duplicates.length > 0 || language.whole !== 'sv' || language.paragraphs.length > 0

function results(ask: Ask, outcomes: readonly Outcome[]): Answer {
  const told = outcomes.map(outcome =>
    outcome.ok
      ? {
          ...outcome,
          paragraphs: outcome.article.language.paragraphs.slice(0, 20).map(({ index, from, to, language }) => ({
            n: index + 1,
            language: languageName(ask.language, language),
            start: outcome.text.slice(from, Math.min(to, from + 160)),
          })),
        }
      : { ...outcome, message: problemSentence(ask.language, outcome.problem) },
  )
  return { kind: 'page', view: 'article-create', model: { title: messages(ask.language).article.resultTitle, told } }
}

/** A pasted text, or one article a file. What could not be taken in is told beside what could, and nothing typed is lost. */
export const articleCreate: Page = async ask => {
  try {
    const uploads = ask.files.filter(file => file.bytes.length > 0 || file.name !== '')
    const person = await writer(ask)
    const pasted = field(ask, 'text').trim() !== ''
    const sources: (Upload | null)[] = [...(pasted || uploads.length === 0 ? [null] : []), ...uploads]
    const outcomes: Outcome[] = []
    for (const source of sources) outcomes.push(await take(ask, person, source, sources.length === 1))
    const first = outcomes[0]
    if (outcomes.length === 1 && first?.ok === false) throw first.problem
    if (ask.program) return { kind: 'data', data: { articles: asData(ask, outcomes) }, status: 201 }
    if (outcomes.length === 1 && first?.ok && !worthTelling(first.article))
      return { kind: 'go', to: articleAddress(first.article.articleId), notice: ['imported'] }
    return results(ask, outcomes)
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500 || ask.program) throw error
    return newArticleForm(ask, { message: problemSentence(ask.language, error), status: error.status })
  }
}
