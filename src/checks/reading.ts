/** A text as the checks read it: cut into paragraphs, sentences and tokens once, for all of them. */
import { sentences as cutSentences } from '../text/sentences.ts'
import type { Span } from '../text/span.ts'
import type { Remembered, Term } from './wording.ts'
import type { Lexicon, Word } from './lexicon/lexicon.ts'

/** A word, a number, or one sign. Words keep inner `:`, `-` and apostrophes: `EU:s`, `60-årig`. */
export interface Token extends Span {
  readonly text: string
  readonly lower: string
  readonly kind: 'word' | 'number' | 'sign'
  /** its place in `Reading.tokens` */
  readonly index: number
  /** the place of its sentence in `Reading.sentences` */
  readonly sentence: number
  /** is there a space, or the beginning of a line, before it? */
  readonly spaced: boolean
  /** the first word of its sentence, quotation or heading, where a capital says nothing */
  readonly opens: boolean
}

export interface Sentence extends Span {
  readonly index: number
  /** the place of its paragraph in `Reading.paragraphs` */
  readonly paragraph: number
  /** its tokens: `tokens.slice(first, end)` */
  readonly first: number
  readonly end: number
}

export interface Paragraph extends Span {
  readonly index: number
  /** short, and without a full stop: a heading, a byline, an item of a list */
  readonly heading: boolean
}

export interface Source {
  readonly text: string
  /** ISO 639-1; '' where nobody has said: then the text tells */
  readonly language: string
}

export interface Reading {
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
  readonly sentences: readonly Sentence[]
  readonly tokens: readonly Token[]
  readonly lexicon: Lexicon
  /** the lexicon's entry of a token, by its lower-cased form */
  readonly word: (token: Token) => Word
  /** null where the article has none */
  readonly source: Source | null
  /** the house's termbase; empty where it has none */
  readonly terms: readonly Term[]
  /** what the memory has of it: of one variant, the likeliest first */
  readonly memory: readonly Remembered[]
}

/** What the text is checked against. */
export interface Against {
  readonly source?: Source | null
  readonly terms?: readonly Term[]
  readonly memory?: readonly Remembered[]
}

/** Joined by one of these, two runs of letters are one word. Marks belong to their letter: a text may be NFD. */
const token =
  /(?<number>\p{N}+(?:[.,:]\p{N}+)*(?![\p{L}\p{M}\p{N}]|[-:’'][\p{L}]))|(?<word>[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-:’'‐‑][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*)|(?<sign>\S)/gu

const opening = /^["'”“„»«’(–—•*-]$/

/** Longer paragraphs are never headings. */
const longestHeading = 120

const isHeading = (line: string): boolean => line.length <= longestHeading && !/[.!?:…]["”'»)]*\s*$/.test(line)

/** Cuts a text. @param text as stored: a paragraph a line */
export function readText(text: string, lexicon: Lexicon, against: Against = {}): Reading {
  const paragraphs: Paragraph[] = []
  const sentences: Sentence[] = []
  const tokens: Token[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const paragraph: Paragraph = {
      index: paragraphs.length,
      from: start,
      to: start + line.length,
      heading: isHeading(line),
    }
    paragraphs.push(paragraph)
    for (const span of cutSentences(line)) {
      const [from, to] = [start + span.from, start + span.to]
      const sentence: Sentence = {
        index: sentences.length,
        paragraph: paragraph.index,
        from,
        to,
        first: tokens.length,
        end: tokens.length,
      }
      const end = cutTokens(text, from, to, sentence.index, tokens)
      sentences.push({ ...sentence, end })
    }
    start += line.length + 1
  }
  const known = new Map<string, Word>()
  return {
    text,
    paragraphs,
    sentences,
    tokens,
    lexicon,
    word: ({ lower }) => {
      let word = known.get(lower)
      if (word === undefined) known.set(lower, (word = lexicon.word(lower)))
      return word
    },
    source: against.source ?? null,
    terms: against.terms ?? [],
    memory: against.memory ?? [],
  }
}

/** What several checks want to know of a whole text, found out once: when the first of them asks. */
export function oncePerReading<T>(find: (reading: Reading) => T): (reading: Reading) => T {
  const known = new WeakMap<Reading, { readonly found: T }>()
  return reading => {
    let kept = known.get(reading)
    if (kept === undefined) known.set(reading, (kept = { found: find(reading) }))
    return kept.found
  }
}

/** Appends the tokens of one sentence; gives where they end. */
function cutTokens(text: string, from: number, to: number, sentence: number, tokens: Token[]): number {
  let opens = true
  let before = from
  const part = text.slice(from, to)
  for (const match of part.matchAll(token)) {
    const at = from + match.index
    const written = match[0]
    const kind =
      match.groups?.['number'] !== undefined ? 'number' : match.groups?.['word'] !== undefined ? 'word' : 'sign'
    tokens.push({
      from: at,
      to: at + written.length,
      text: written,
      lower: written.toLowerCase().normalize('NFC'),
      kind,
      index: tokens.length,
      sentence,
      spaced: at > before || at === from,
      opens: opens && kind !== 'sign',
    })
    // a quotation, or a dash at the beginning, opens anew
    opens = kind === 'sign' && (opening.test(written) || written === ':' || (opens && written !== ','))
    before = at + written.length
  }
  return tokens.length
}
