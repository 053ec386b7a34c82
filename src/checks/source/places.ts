/** Places that one of the two texts names and the other does not: Hamburg for Hannover, Austria that became Australia. */
import type { Span } from '../../text/span.ts'
import { readRows } from '../data/read.ts'
import { isPlace } from '../names/name.ts'
import { mentionsIn } from '../names/mentions.ts'
import { readText, type Reading } from '../reading.ts'
import { Words } from './alike.ts'
import type { Comparison } from './comparison.ts'
import { Phrases } from './vocabulary.ts'

interface Place extends Span {
  /** what it may be in Swedish, likeliest first */
  readonly names: readonly string[]
  readonly genitive: boolean
}

export interface PlaceDifference {
  readonly source: Place
  /** as the source has it */
  readonly said: string
  readonly target: Place
}

/** Those whose Swedish name the checks of names have no need to find. */
const swedish = new Phrases<string>()
for (const [, name = ''] of readRows('places.tsv')) swedish.add(name.toLowerCase(), name)

/** So many places are wanting in no translation: then names are written in another way. */
const most = 50

/** Places that a text names in any language. */
function placesIn(reading: Reading): Place[] {
  const found: Place[] = mentionsIn(reading)
    .filter(({ names, small, doubtful }) => names.some(isPlace) && !small && !doubtful)
    .map(({ from, to, names, genitive }) => ({ from, to, names: names.map(({ right }) => right[0].text), genitive }))
  const known = new Set(found.map(({ from }) => from))
  for (const token of reading.tokens) {
    if (
      token.kind !== 'word' ||
      known.has(token.from) ||
      !/^\p{Lu}\p{Ll}/u.test(token.text) ||
      reading.word(token).common
    )
      continue
    const lower = reading.text.slice(token.from, token.from + 60).toLowerCase()
    const whole = swedish.at(lower, 0)
    const genitive = !whole && token.lower.endsWith('s')
    const match = whole ?? (genitive ? swedish.at(token.lower.slice(0, -1), 0) : null)
    if (match) found.push({ from: token.from, to: token.from + match.to, names: match.means, genitive })
  }
  return found.sort((a, b) => a.from - b.from)
}

/** The rest of a text: places are the same by their names, not by how these begin: Austria, Australia. */
function without(text: string, places: readonly Place[]): string {
  let [rest, at] = ['', 0]
  for (const { from, to } of places) {
    rest += `${text.slice(at, from)} `
    at = Math.max(at, to)
  }
  return rest + text.slice(at)
}

/** Is a place, or who lives there, said in a text? In Swedish or as the other text has it; `Republiken X` is X. */
function isSaid({ names }: Place, written: string, others: ReadonlySet<string>, words: Words): boolean {
  return (
    names.some(name => others.has(name) || [...others].some(other => other.includes(name) || name.includes(other))) ||
    [written, ...names].some(form => words.hasLike(form.split(/[\s-]/)[0] ?? ''))
  )
}

export function placeDifferences(comparison: Comparison, reading: Reading): PlaceDifference[] {
  const { a, b, beads, source, trusted } = comparison
  if (!trusted) return []
  const [from, to] = [placesIn(readText(source, reading.lexicon)), placesIn(reading)]
  const [sourceWords, targetWords] = [new Words(without(source, from)), new Words(without(reading.text, to))]
  const namesOf = (places: readonly Place[]): ReadonlySet<string> => new Set(places.flatMap(({ names }) => names))
  const [inSource, inTarget] = [namesOf(from), namesOf(to)]
  const lost = from.filter(one => !isSaid(one, source.slice(one.from, one.to), inTarget, targetWords))
  const fresh = to.filter(one => !isSaid(one, reading.text.slice(one.from, one.to), inSource, sourceWords))
  const found: PlaceDifference[] = []
  if (lost.length > most || fresh.length > most) return found
  for (const bead of beads) {
    const inside = (list: readonly Place[], sentences: typeof a, first: number, end: number): Place[] =>
      list.filter(one =>
        sentences.slice(first, end).some(sentence => sentence.from <= one.from && one.to <= sentence.to),
      )
    const [one, second] = inside(lost, a, bead.fromA, bead.toA)
    const [other, another] = inside(fresh, b, bead.fromB, bead.toB)
    if (one && other && !second && !another)
      found.push({ source: one, said: source.slice(one.from, one.to), target: other })
  }
  return found
}
