/** Wordings as they were corrected, word for word: with the very words that were written instead. */
import type { Remembered } from '../wording.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Span } from '../../text/span.ts'
import { readText, type Reading, type Token } from '../reading.ts'
import { capitalised, startsWithCapital, uncapitalised } from '../words/capital.ts'

/** Where a wording stands, and what to write. */
export interface RememberedHit extends Span {
  readonly fix: string
  readonly of: Remembered
}

interface Sequence {
  readonly of: Remembered
  readonly variant: string
  readonly words: readonly string[]
  /** those of what is written instead, and where among them the variant stands */
  readonly instead: readonly string[]
  readonly within: readonly number[]
}

const lowered = (text: string, lexicon: Lexicon): readonly string[] =>
  readText(text, lexicon).tokens.map(({ lower }) => lower)

const startsAt = (all: readonly string[], at: number, part: readonly string[]): boolean =>
  part.every((word, i) => all[at + i] === word)

function sequencesOf(of: Remembered, lexicon: Lexicon): readonly Sequence[] {
  const instead = lowered(of.preferred, lexicon)
  return of.variants.flatMap(variant => {
    const words = lowered(variant, lexicon)
    const within = instead.flatMap((_, at) => (startsAt(instead, at, words) ? [at] : []))
    return words.length === 0 ? [] : [{ of, variant, words, instead, within }]
  })
}

/** As it was written; with the capital that the words have here, and had not there, or the other way round. */
function written({ of, variant }: Sequence, words: string, { lexicon }: Reading): string {
  const [there, here] = [startsWithCapital(variant), startsWithCapital(words)]
  if (there === here) return of.preferred
  if (here) return capitalised(of.preferred)
  const [first = ''] = of.preferred.split(/[^\p{L}\p{M}]/u, 1)
  return lexicon.word(first).common && !/^\p{Lu}{2}/u.test(first) ? uncapitalised(of.preferred) : of.preferred
}

/** Words that go take the space before them along. */
function withGap({ from, to }: Span, text: string): Span {
  if (text[from - 1] === ' ' || text[from - 1] === '\u00a0') return { from: from - 1, to }
  return text[to] === ' ' ? { from, to: to + 1 } : { from, to }
}

/** Every place of every wording, in the order of the text; those that begin at one place as they stand in the list. */
export function verbatimHits(reading: Reading, memory: readonly Remembered[]): readonly RememberedHit[] {
  const { tokens, text, lexicon } = reading
  const all = memory.flatMap(of => sequencesOf(of, lexicon))
  const byFirst = Map.groupBy(all, ({ words }) => words[0] ?? '')
  const lower = tokens.map(token => token.lower)
  return tokens.flatMap((token, i): readonly RememberedHit[] =>
    (byFirst.get(token.lower) ?? []).flatMap(sequence => {
      const { of, words, instead, within } = sequence
      const last: Token | undefined = tokens[i + words.length - 1]
      if (last === undefined || !startsAt(lower, i, words) || last.sentence !== token.sentence) return []
      // it reads so already
      if (within.some(at => startsAt(lower, i - at, instead))) return []
      const span = { from: token.from, to: last.to }
      const fix = written(sequence, text.slice(span.from, span.to), reading)
      if (fix === text.slice(span.from, span.to)) return []
      return [{ ...(of.preferred === '' ? withGap(span, text) : span), fix, of }]
    }),
  )
}
