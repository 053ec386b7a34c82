import { titleFrom } from '../../app/article-fields.ts'
import { isArchive } from '../../app/unpack-files.ts'
import { Problem } from '../../errors.ts'
import { detect } from '../../formats/detect.ts'
import { languageName, messages, problemSentence } from '../../i18n/index.ts'
import { articleAddress, translationsAddress } from '../address.ts'
import { field, writer } from '../form.ts'
import type { Answer, Ask, Page } from '../page.ts'
import { alikeChoices } from '../view/alike-choices.ts'
import { importCreate } from './import-create.ts'
import { newArticleForm } from './article-new.ts'
import { givenIn, take, type Outcome, type Read } from './article-take.ts'

const asData = (ask: Ask, outcomes: readonly Outcome[]) =>
  outcomes.map(outcome => {
    const { name } = outcome
    if (outcome.is === 'asked') return { name, alike: outcome.alike }
    if (outcome.is !== 'refused') return { name, ...outcome.article }
    const { code, values } = outcome.problem
    return { name, error: { code, message: problemSentence(ask.language, outcome.problem), values } }
  })

type Taken = Extract<Outcome, { is: 'article' | 'translation' }>
const isTaken = (outcome: Outcome): outcome is Taken => outcome.is === 'article' || outcome.is === 'translation'

/** Is there anything a person should be told before they go on? */
const worthTelling = ({ is, article }: Taken): boolean =>
  (is === 'article' && article.duplicates.length > 0) ||
  article.language.whole !== 'sv' ||
  article.language.paragraphs.length > 0

/** As the page draws them: what could not be taken in beside what could. */
const tell = (ask: Ask, outcomes: readonly Outcome[]): readonly object[] =>
  outcomes
    .filter(outcome => outcome.is !== 'asked')
    .map(outcome => {
      if (outcome.is === 'refused')
        return { ok: false, name: outcome.name, message: problemSentence(ask.language, outcome.problem) }
      const { article, text } = outcome
      const paragraphs = article.language.paragraphs.slice(0, 20).map(({ index, from, to, language }) => ({
        n: index + 1,
        language: languageName(ask.language, language),
        start: text.slice(from, Math.min(to, from + 160)),
      }))
      const duplicates = outcome.is === 'article' ? outcome.article.duplicates : []
      return { ...outcome, ok: true, paragraphs, duplicates, to: placeOf(outcome) }
    })

const placeOf = ({ is, article }: Taken): string =>
  is === 'translation'
    ? translationsAddress(article.articleId, { to: article.translationId })
    : articleAddress(article.articleId)

/** Asks what the recognised texts are; all that was typed goes with the question. */
function question(ask: Ask, asked: readonly Extract<Outcome, { is: 'asked' }>[], outcomes: readonly Outcome[]): Answer {
  const system = field(ask, 'system')
  return {
    kind: 'page',
    view: 'article-alike',
    model: {
      title: messages(ask.language).again.recognisedTitle,
      told: tell(ask, outcomes),
      asked: asked.map(({ name, given, alike }) => ({
        name,
        given,
        heading: given.title || titleFrom(given.text),
        ...alikeChoices(ask.language, alike, system),
      })),
      common: ['address', 'system', 'sourceLanguage'].map(name => ({ name, value: field(ask, name) })),
      sourceText: asked.length === 1 ? (asked[0]?.given.sourceText ?? '') : '',
    },
  }
}

const texts: readonly string[] = ['txt', 'md', 'html']

/** Is it of a format that may hold several articles, corrections and comments? */
function holdsMore(name: string, bytes: Uint8Array): boolean {
  try {
    return isArchive({ name, bytes }) || !texts.includes(detect(bytes, name).id)
  } catch {
    // it is no text either, and refused as that
    return false
  }
}

/**
 * A pasted text, or one article a file. Files of other formats than text go the way of an import. What could not be taken in is told beside what could, what seems to be there already is asked
 * about first, and nothing typed is lost.
 */
export const articleCreate: Page = async ask => {
  let sent: readonly Read[] = []
  try {
    // what holds more than one text is looked at first
    if (ask.files.some(({ name, bytes }) => bytes.length > 0 && holdsMore(name, bytes))) return await importCreate(ask)
    sent = await givenIn(ask)
    const person = await writer(ask)
    const outcomes: Outcome[] = []
    for (const given of sent) outcomes.push(await take(ask, person, given))
    const first = outcomes[0]
    if (outcomes.length === 1 && first?.is === 'refused') throw first.problem
    const asked = outcomes.filter(outcome => outcome.is === 'asked')
    const taken = outcomes.some(isTaken)
    if (ask.program)
      return {
        kind: 'data',
        data: { articles: asData(ask, outcomes) },
        status: taken || asked.length === 0 ? 201 : 200,
      }
    if (asked.length > 0) return question(ask, asked, outcomes)
    if (outcomes.length === 1 && first && isTaken(first) && !worthTelling(first))
      return { kind: 'go', to: placeOf(first), notice: [first.is === 'article' ? 'imported' : 'translationAdded'] }
    const { resultTitle: title } = messages(ask.language).article
    return { kind: 'page', view: 'article-create', model: { title, told: tell(ask, outcomes) } }
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500 || ask.program) throw error
    const [only] = sent.length === 1 && field(ask, 'asked') !== '' ? sent : []
    const refusal = { message: problemSentence(ask.language, error), status: error.status }
    return newArticleForm(ask, refusal, only && 'text' in only ? only : undefined)
  }
}
