/** Finds many sequences in one walk over the tokens: each is looked up by one of its words. */
import { has, tag } from '../lexicon/tags.ts'
import type { Reading, Token } from '../reading.ts'
import { startsWithCapital } from '../words/capital.ts'
import type { Element, Sequence } from './compile.ts'
import type { SlotClass } from './pattern.ts'

/** What a sequence matched. */
export interface Hit<T> {
  readonly owner: T
  readonly sequence: Sequence
  /** the token at which each element begins, and at last the one after the match */
  readonly starts: readonly number[]
}

interface Entry<T> {
  readonly owner: T
  readonly sequence: Sequence
  /** the element that it is looked up by */
  readonly anchor: number
}

type Entries<T> = Map<string, Entry<T>[]>

/** Parts of compounds, looked up by each length that there is. */
interface Joined<T> {
  readonly entries: Entries<T>
  readonly lengths: Set<number>
}

/** What is left of a compound when its known part is taken off must be a word, or the beginning of one. */
const shortestRest = 2

/** How many words, of which length, are remembered with what is looked up by them. */
const [mostSeen, longestSeen] = [20_000, 40]

const numerals = new Set(
  'två tre fyra fem sex sju åtta nio tio elva tolv hundra tusen hundratals tusentals tiotals dussintals'.split(' '),
)

export class SequenceIndex<T> {
  private readonly whole: Entries<T> = new Map()
  private readonly last: Joined<T> = { entries: new Map(), lengths: new Set() }
  private readonly seen = new Map<string, readonly Entry<T>[]>()
  private readonly first: Joined<T> = { entries: new Map(), lengths: new Set() }

  add(owner: T, sequence: Sequence): void {
    if (this.seen.size > 0) this.seen.clear()
    const anchor = anchorOf(sequence)
    const element = sequence[anchor]
    if (element === undefined || element.kind === 'slot' || element.kind === 'gap')
      throw new Error('a pattern needs a word before its first gap')
    const joined = element.kind === 'last' ? this.last : element.kind === 'first' ? this.first : null
    const entries = joined?.entries ?? this.whole
    // one for all forms: there are hundreds of thousands of these
    const entry = { owner, sequence, anchor }
    for (const form of element.forms.keys()) {
      const same = entries.get(form)
      if (same === undefined) entries.set(form, [entry])
      else same.push(entry)
      joined?.lengths.add(form.length)
    }
  }

  /** Everything that matches, in no order that matters but the tokens'. */
  *matches(reading: Reading): Generator<Hit<T>> {
    for (const token of reading.tokens) {
      for (const { owner, sequence, anchor } of this.entriesOf(token)) {
        const starts = matchAt(sequence, token.index - anchor, token.sentence, reading)
        if (starts !== null) yield { owner, sequence, starts }
      }
    }
  }

  /** What is looked up by a word, or by a part of it. Texts say the same words again and again. */
  private entriesOf({ lower, kind }: Token): readonly Entry<T>[] {
    const known = this.seen.get(lower)
    if (known !== undefined) return known
    const entries = [...(this.whole.get(lower) ?? [])]
    if (kind === 'word') {
      const under = (length: number): boolean => lower.length >= length + shortestRest
      for (const length of this.last.lengths)
        if (under(length)) entries.push(...(this.last.entries.get(lower.slice(-length)) ?? []))
      for (const length of this.first.lengths)
        if (under(length)) entries.push(...(this.first.entries.get(lower.slice(0, length)) ?? []))
    }
    if (this.seen.size >= mostSeen) this.seen.clear()
    if (lower.length <= longestSeen) this.seen.set(lower, entries)
    return entries
  }
}

/** The element to look a sequence up by: that of the longest words before the first gap, for long words are rare. */
function anchorOf(sequence: Sequence): number {
  const gap = sequence.findIndex(({ kind }) => kind === 'gap')
  let [best, longest] = [-1, 0]
  for (const [i, element] of sequence.slice(0, gap < 0 ? undefined : gap).entries()) {
    if (element.kind === 'slot' || element.kind === 'gap') continue
    // a part of a compound is looked up in every word
    const length =
      Math.min(...Array.from(element.forms.keys(), form => form.length)) / (element.kind === 'forms' ? 1 : 2)
    if (length > longest) [best, longest] = [i, length]
  }
  return best
}

/** Where the elements of a sequence begin that starts at a token; null where it does not match. */
export function matchAt(
  sequence: Sequence,
  start: number,
  sentence: number,
  reading: Reading,
): readonly number[] | null {
  const starts: number[] = []
  const walk = (e: number, t: number): boolean => {
    starts[e] = t
    const element = sequence[e]
    if (element === undefined) return true
    if (element.kind === 'gap') {
      for (let length = 0; length <= element.most; length++) {
        if (walk(e + 1, t + length)) return true
        const token = reading.tokens[t + length]
        if (token === undefined || token.kind === 'sign' || token.sentence !== sentence) return false
      }
      return false
    }
    const token = reading.tokens[t]
    return token !== undefined && token.sentence === sentence && fits(element, token, reading) && walk(e + 1, t + 1)
  }
  return walk(0, start) ? starts : null
}

function fits(element: Exclude<Element, { readonly kind: 'gap' }>, token: Token, reading: Reading): boolean {
  if (element.kind === 'slot') return isOfClass(element.class, element.tags, token, reading)
  if (element.capital && !startsWithCapital(token.text)) return false
  return element.kind === 'forms' ? element.forms.has(token.lower) : joinedForm(element, token.lower) !== undefined
}

/** The form at the end (or beginning) of a compound that an element asks for, the longest. */
export function joinedForm(
  element: Extract<Element, { readonly kind: 'last' | 'first' | 'forms' }>,
  word: string,
): string | undefined {
  let best: string | undefined
  for (const form of element.forms.keys())
    if (
      word.length >= form.length + shortestRest &&
      form.length > (best?.length ?? 0) &&
      (element.kind === 'last' ? word.endsWith(form) : word.startsWith(form))
    )
      best = form
  return best
}

const classTags = { adj: tag.adjective, noun: tag.noun, verb: tag.verb } as const

function isOfClass(asked: SlotClass, tags: number, token: Token, reading: Reading): boolean {
  if (asked === 'number') return token.kind === 'number' || numerals.has(token.lower)
  if (token.kind !== 'word') return false
  if (asked === 'word') return true
  const { analyses, name } = reading.word(token)
  if (asked === 'name') return startsWithCapital(token.text) && (name || !token.opens)
  return analyses.some(analysis => has(analysis.tags, classTags[asked] | tags))
}
