/** Runs of words in another language: what was left untranslated, and what is a name there. */
import type { Attested } from '../lexicon/lexicon.ts'
import { oncePerReading, type Reading, type Token } from '../reading.ts'
import { isProse } from '../words/prose.ts'

/** Those that translations into Swedish pass through, or come from; a saying in French or Latin is meant to be one. */
export type Language = Exclude<Attested, 'sv' | 'fr' | 'nl'>

export interface Run {
  readonly language: Language
  readonly tokens: readonly Token[]
}

const languages = ['en', 'de', 'nb', 'da'] as const

/** A word may be of several languages; it is of one where it is at least this frequent there. */
const atHome = 2.3
/** And of Swedish where it is in its dictionary, and not this much more frequent elsewhere. */
const excess = 1.4
/** By how much the words of a run must be more frequent in its language, taken together. */
const together = 2.8
/** What is this frequent in Swedish texts too is an established loan: `high school`, `fair play`. */
const loan = 4.1

/** Is the token possible in a language, and how much more there than in Swedish? undefined: it is not. */
function weigh(reading: Reading, token: Token, language: Language): number | undefined {
  if (token.kind !== 'word' || !/^[\p{L}\p{M}'’-]+$/u.test(token.text)) return undefined
  const word = reading.word(token)
  const there = word.zipf(language)
  if (there < atHome) return undefined
  const more = there - word.zipf('sv')
  return word.common && more < excess ? undefined : more
}

/** Runs of two or more words that stand side by side, with nothing but spaces between, in small letters at least in part. */
export const foreignRuns = oncePerReading((reading): readonly Run[] => {
  const runs: Run[] = []
  const { tokens } = reading
  for (let i = 0; i < tokens.length;) {
    const best = languages.map(language => runFrom(reading, i, language)).reduce((a, b) => (b.score > a.score ? b : a))
    if (best.tokens.length >= 2) {
      if (isForeign(reading, best)) runs.push({ language: best.language, tokens: best.tokens })
      i += best.tokens.length
    } else i++
  }
  return runs
})

interface Candidate extends Run {
  readonly score: number
}

function runFrom(reading: Reading, start: number, language: Language): Candidate {
  const run: Token[] = []
  let score = 0
  for (let i = start; i < reading.tokens.length; i++) {
    const token = reading.tokens[i] as Token
    if (run.length > 0 && (token.sentence !== run[0]?.sentence || !token.spaced)) break
    const more = weigh(reading, token, language)
    if (more === undefined) break
    run.push(token)
    score += more
  }
  return { language, tokens: run, score }
}

const isSmall = (token: Token): boolean => token.text === token.lower

function isForeign(reading: Reading, { tokens, score }: Candidate): boolean {
  const first = tokens[0] as Token
  if (!isProse(reading, first) || score < together) return false
  const small = tokens.filter(isSmall)
  // all with capitals: a name, or a title; see untranslated-title.ts
  if (small.length === 0 || (tokens.length === 2 && small.length < 2)) return false
  if (tokens.every(token => reading.word(token).zipf('sv') >= loan)) return false
  // a name with small words in it: `University of North Carolina`, `Oskar von Miller`
  const capitals = tokens.filter(token => !isSmall(token) && !token.opens)
  return small.length > capitals.length
}
