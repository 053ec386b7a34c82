/** A text cut into sentences, each with its facts and with what it can be known again by in another language. */
import { sentences as cut } from '../../text/sentences.ts'
import type { Span } from '../../text/span.ts'
import { unmarked } from './alike.ts'
import type { Language } from './language.ts'
import type { Mention } from './mention.ts'
import { remember } from './memo.ts'
import { mentionsIn } from './mentions.ts'

export interface FactSentence extends Span {
  readonly index: number
  /** begins a paragraph */
  readonly opens: boolean
  readonly letters: number
  readonly mentions: readonly Mention[]
  readonly anchors: readonly string[]
}

/** Abbreviations of the other languages after which a sentence goes on, beside those of text/sentences.ts. */
const abbreviation =
  /(?:^|[\s(„"“])(?:z\. ?B|z|d\. ?h|u\. ?a|i\. ?d\. ?R|v\. ?a|Nr|St|Str|Prof|Dr|Hr|Fr|Frl|geb|ca|rd|evtl|ggf|Abs|Art|Bd|Hrsg|Mio|Mrd|Tsd|Tel|Mr|Mrs|Ms|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Jr|Sr|No|vs|[A-ZÄÖÜ]|\p{Lu}\.\p{Lu})\.$/u
/** In German and its northern neighbours the point makes an ordinal: `am 4. März`, `die 2. Bundesliga`. */
const ordinal = /(?:^|\D)\d{1,2}\.$/

const goesOn = (before: string, language: Language): boolean =>
  abbreviation.test(before) || (language !== 'en' && language !== 'other' && ordinal.test(before))

/** Sentences of a foreign paragraph: those of text/sentences.ts, joined again where its Swedish abbreviations did not know better. */
function foreign(line: string, language: Language): Span[] {
  const joined: Span[] = []
  for (const { from, to } of cut(line)) {
    const last = joined.at(-1)
    if (last && goesOn(line.slice(Math.max(last.from, last.to - 12), last.to), language))
      joined[joined.length - 1] = { from: last.from, to }
    else joined.push({ from, to })
  }
  return joined
}

const word = /[\p{L}\p{M}]{3,}/gu
const alike: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/[cq]/g, 'k'],
  [/w/g, 'v'],
  [/z/g, 's'],
  [/y/g, 'i'],
]
const plain = remember((found: string): string =>
  alike.reduce((form, [from, to]) => form.replace(from, to), unmarked(found)),
)

/**
 * What related languages write alike: numbers and dates, names, and words that begin with the same four letters (Simard, Foster and
 * Isabelle 1992, Using cognates to align sentences in bilingual corpora).
 */
function anchorsOf(text: string, mentions: readonly Mention[]): string[] {
  const anchors = new Set<string>()
  for (const { keys, strength } of mentions) if (strength === 'figure') anchors.add(keys[0] ?? '')
  for (const [found] of text.matchAll(word)) {
    const lower = plain(found)
    if (found.length >= 4) anchors.add(lower.slice(0, 4))
    if (found.charAt(0) !== found.charAt(0).toLowerCase()) anchors.add(lower.replace(/(?:es|s)$/, ''))
  }
  return [...anchors]
}

export function factSentences(text: string, language: Language): FactSentence[] {
  const all: FactSentence[] = []
  let start = 0
  for (const line of text.split('\n')) {
    let opens = true
    for (const span of language === 'sv' ? cut(line) : foreign(line, language)) {
      const [from, to] = [start + span.from, start + span.to]
      const sentence = text.slice(from, to)
      const mentions = mentionsIn(sentence, from, language)
      const letters = sentence.replace(/\s+/g, ' ').length
      all.push({ index: all.length, from, to, opens, letters, mentions, anchors: anchorsOf(sentence, mentions) })
      opens = false
    }
    start += line.length + 1
  }
  return all
}
