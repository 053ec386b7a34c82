import {
  emptyDocument,
  type Annotator,
  type Document,
  type Judgement,
  type ReadDecision,
  type ReadFlag,
  type SourceCode,
} from '../../formats/document.ts'
import { canonical, changeBetween, changeByLines } from '../../text/change.ts'
import { packStates } from '../../text/file-state.ts'
import type { Step } from '../../text/path.ts'
import { placeAt } from '../../text/place.ts'
import { featuresOf, printsOf } from '../../text/prints.ts'
import { splitsPair } from '../../text/span.ts'
import { countWords } from '../../text/words.ts'
import { searchText } from '../../store/search.ts'
import { checkSize, enterField, titleFrom, type TypedFields } from '../articles/article-fields.ts'
import { sha256 } from '../hash.ts'
import { languageLooked, languageOf } from './summarise-reading.ts'

export interface PreparedRevision {
  readonly author: string
  readonly at: number | null
  readonly summary: string
  /** canonical ChangeSet JSON from the text before */
  readonly change: string
}

export interface PreparedFlag extends ReadFlag {
  readonly words: string
  /** JSON: where it stands in the last text */
  readonly place: string
}

/** A document with all that follows from its texts alone: worked out in the thread that read it, so that the server has to write only. */
export interface PreparedDocument {
  /** which of the file's, from 0 */
  readonly number: number
  readonly key: string
  readonly title: string
  readonly address: string
  readonly system: string
  readonly sourceLanguage: string
  readonly sourceText: string
  /** empty where there is nothing to review: it becomes no article, and nothing else of it is worked out */
  readonly text: string
  readonly mtHash: string
  /** ISO 639-1, or `und` */
  readonly language: string
  readonly words: number
  readonly fixed: boolean
  /** JSON: `Mark[]` */
  readonly marks: string
  /** JSON: `FileStates`; null where the file says nothing */
  readonly states: string | null
  /** JSON: `SourceCodes`; null where there are none */
  readonly sourceCodes: string | null
  readonly revisions: readonly PreparedRevision[]
  readonly flags: readonly PreparedFlag[]
  readonly annotators: readonly Annotator[]
  readonly judgements: readonly Judgement[]
  readonly decisions: readonly ReadDecision[]
  /** what it is found by, folded */
  readonly search: string
  readonly prints: readonly number[]
}

/** A field as a file says it; what no field can hold is left out. */
function told(field: keyof TypedFields, raw: string): string {
  try {
    return enterField(field, field === 'title' ? raw.slice(0, 490).toWellFormed() : raw)
  } catch {
    return ''
  }
}

/** The two-letter code that the tag of its language begins with, else what the text looks like. */
const codeOf = (document: Document): string =>
  /^[a-z]{2}(?![a-z])/i.exec(languageOf(document))?.[0].toLowerCase() ?? languageLooked(document.text)

/** An offset in a text that parts no character. */
function within(at: number, text: string): number {
  const inside = Math.max(0, Math.min(at, text.length))
  return splitsPair(text, inside) ? inside - 1 : inside
}

function prepareFlag(flag: ReadFlag, texts: readonly string[], steps: readonly Step[]): PreparedFlag {
  const revision = Math.max(0, Math.min(flag.revision, steps.length))
  const text = texts[revision] ?? ''
  const from = within(flag.from, text)
  const to = Math.max(from, within(flag.to, text))
  const words = text.slice(from, to)
  const place = JSON.stringify(placeAt({ revision, from, to, words }, steps, steps.length))
  return { ...flag, revision, from, to, words, place }
}

/**
 * @param textBytes the largest text, in bytes of UTF-8
 * @throws Problem text-too-large
 */
export function prepareDocument(document: Document, number: number, textBytes: number): PreparedDocument {
  const { text, sourceText, revisions, fixed } = document
  if (text.trim() === '') return { ...nothing, number }
  const texts = [text, ...revisions.map(revision => revision.text)]
  for (const each of [...texts, sourceText]) checkSize(each, textBytes)
  const between = fixed ? changeByLines : changeBetween
  const steps: Step[] = revisions.map((revision, i) => ({
    number: i + 1,
    change: between(texts[i] ?? '', revision.text),
    restores: null,
    undoes: null,
  }))
  const title = told('title', document.title) || titleFrom(text)
  return {
    number,
    key: document.key,
    title,
    address: told('address', document.address),
    system: told('system', document.system),
    sourceLanguage: told('sourceLanguage', document.sourceLanguage),
    sourceText,
    text,
    mtHash: sha256(text),
    language: codeOf(document),
    words: countWords(text),
    fixed,
    marks: JSON.stringify(document.marks),
    states: orNull(packStates(document.states)),
    sourceCodes: orNull(sourceCodesOf(document)),
    revisions: revisions.map(({ author, at, summary }, i) => {
      const change = canonical((steps[i] as Step).change)
      return { author, at, summary: summary.slice(0, 500).toWellFormed(), change }
    }),
    flags: document.flags.map(flag => prepareFlag(flag, texts, steps)),
    annotators: document.annotators,
    judgements: document.judgements,
    decisions: document.decisions,
    search: searchText([title, sourceText, text]),
    prints: [...new Set([text, sourceText].filter(Boolean).flatMap(each => printsOf(featuresOf(each))))],
  }
}

/** As they are stored beside a translation: the source may be edited later, and then they are of another text. */
export interface SourceCodes {
  /** SHA-256 of the source that they are of */
  readonly of: string
  readonly codes: readonly SourceCode[]
}

const sourceCodesOf = ({ sourceText, sourceCodes }: Document): SourceCodes | null =>
  sourceCodes.length === 0 ? null : { of: sha256(sourceText), codes: sourceCodes }

const orNull = (value: unknown): string | null => (value === null ? null : JSON.stringify(value))

const nothing: PreparedDocument = {
  ...emptyDocument,
  number: 0,
  mtHash: '',
  words: 0,
  marks: '[]',
  states: null,
  sourceCodes: null,
  revisions: [],
  flags: [],
  search: '',
  prints: [],
}
