import type { Columns, Document, Reading } from '../../formats/document.ts'
import type { Warning } from '../../formats/fault.ts'
import { isSwedish, primaryOf } from '../../formats/lib/language-tag.ts'
import { countStages, packStates, type StageCounts } from '../../text/file-state.ts'
import { diffTexts } from '../../text/diff/index.ts'
import { wholeLanguage } from '../../text/language.ts'

/** What a person is told of a document before it is taken in. */
export interface DocumentSummary {
  /** empty where the file has none */
  readonly title: string
  readonly system: string
  /** BCP 47, or empty */
  readonly sourceLanguage: string
  /** as the file says and the text does not gainsay, else as the text looks; `und` where neither tells */
  readonly targetLanguage: string
  /** that have any text, in whichever language */
  readonly segments: number
  /** hunks between the machine translation and the corrected text */
  readonly corrections: number
  readonly comments: number
  /** segments by how far the file says that they had come, where it says so of any; those of which it says nothing are in none */
  readonly stages?: StageCounts
  /** how the text begins, so that a person sees what was read */
  readonly start: string
}

/** What a person is told of a file before it is taken in. */
export interface ReadingSummary {
  readonly documents: readonly DocumentSummary[]
  readonly terms: number
  readonly warnings: readonly Warning[]
  readonly columns?: Columns
}

/** Of longer texts only so much is looked at for the language, in characters. */
const looked = 20_000

/** ISO 639-1 of the language that a text looks like; `und` of a few words, which are not enough to tell. */
export const languageLooked = (text: string): string => wholeLanguage(text.slice(0, looked).toWellFormed())

/**
 * The tag of the language that a document's text is in: what its file says, unless the words are Swedish. A word processor writes down the
 * language that it was set up in, and what is pasted into it keeps that.
 */
export function languageOf({ language, text }: Document): string {
  if (language === '') return languageLooked(text)
  return languageLooked(text) === 'sv' && !isSwedish(language) ? 'sv' : language
}

/** Lines that have anything on either side; a source beside free text has paragraphs of its own. */
function segmentsOf({ text, sourceText, fixed }: Document): number {
  const source = fixed ? sourceText.split('\n') : []
  return text.split('\n').filter((line, i) => line.trim() !== '' || (source[i] ?? '').trim() !== '').length
}

/** So much of a text is shown, in characters. */
const shown = 240

/** The first lines that have anything. */
function startOf(text: string): string {
  const lines = text
    .slice(0, 4 * shown)
    .split('\n')
    .filter(line => line.trim() !== '')
  const start = lines.slice(0, 3).join(' / ')
  return start.length > shown ? `${start.slice(0, shown).toWellFormed()} …` : start
}

function summarise(document: Document): DocumentSummary {
  const { title, system, sourceLanguage, text, revisions, flags } = document
  return {
    title,
    system,
    sourceLanguage,
    targetLanguage: languageOf(document),
    segments: segmentsOf(document),
    corrections: revisions.length === 0 ? 0 : diffTexts(text, revisions.at(-1)?.text ?? text).hunks.length,
    comments: flags.length,
    ...(document.states.length === 0 ? {} : { stages: countStages(packStates(document.states)) }),
    start: startOf(text || document.sourceText),
  }
}

/**
 * What the format has told, and what holds of any: a translation into another language than Swedish, where it has not told that; Swedish that is
 * said to be another, where it has not seen that.
 */
function withLanguages(told: readonly Warning[], documents: readonly Document[], tags: readonly string[]): Warning[] {
  const others = new Set(tags.filter(tag => !isSwedish(tag) && tag !== 'und').map(primaryOf))
  const said = new Set(
    documents.flatMap(({ language }, i) =>
      isSwedish(tags[i] ?? '') && language !== '' && !isSwedish(language) ? [language] : [],
    ),
  )
  const kept = told.filter(({ code, detail = '' }) => code !== 'not-swedish' || !said.has(detail))
  const known = kept.some(({ code }) => code === 'not-swedish')
  return [
    ...kept,
    ...(known ? [] : [...others].map(detail => ({ code: 'not-swedish', detail }) as const)),
    ...[...said].map(detail => ({ code: 'said-otherwise', detail }) as const),
  ]
}

/** What there is in a file, counted. */
export function summariseReading({ documents, terms, warnings, columns }: Reading): ReadingSummary {
  const summaries = documents.map(summarise)
  return {
    documents: summaries,
    terms: terms.length,
    warnings: withLanguages(
      warnings,
      documents,
      summaries.map(({ targetLanguage }) => targetLanguage),
    ),
    ...(columns ? { columns } : {}),
  }
}
