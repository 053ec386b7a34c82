/** Where the facts of a translation are not those of its source. */
import type { Bead } from './align-sentences.ts'
import { isConverted, sharesUnit, unitsDiffer } from './convert.ts'
import type { Mention, MentionKind } from './mention.ts'
import { pairFacts, type Fact, type Pair, type Paired } from './pairing.ts'
import type { FactSentence } from './sentences.ts'

export type Difference =
  /** one for another, of the same kind in the same sentence */
  | { readonly how: 'changed'; readonly source: Mention; readonly target: Mention; readonly bead: number }
  /** the same number, counted in something else */
  | { readonly how: 'unit'; readonly source: Mention; readonly target: Mention; readonly bead: number }
  /** the same number, its unit left out */
  | { readonly how: 'bare'; readonly source: Mention; readonly target: Mention; readonly bead: number }
  /** the same number, written so that Swedish reads another */
  | { readonly how: 'format'; readonly source: Mention; readonly target: Mention; readonly bead: number }
  | { readonly how: 'missing'; readonly source: Mention; readonly target: null; readonly bead: number }
  | { readonly how: 'added'; readonly source: null; readonly target: Mention; readonly bead: number }

/** What can take the place of each other. */
const groupOf = ({ kind, keys }: Mention): string =>
  kind === 'date' ? (/^[mw]:/.exec(keys[0] ?? '')?.[0] ?? 'number') : kind === 'time' ? 'time' : 'number'

export const kindOf = ({ source, target }: Difference): MentionKind => {
  const [a, b] = [source?.kind ?? 'number', target?.kind ?? 'number']
  return a === 'number' ? b : a
}

const reach = 2

/** `300 km (190 miles)`, `3,1 miljarder euro (3,6 miljarder dollar)`: said again in another unit, which need not be carried over. */
const isAside = (one: Mention, others: readonly Mention[]): boolean =>
  others.some(other => other !== one && (isConverted(one, other) || bothMoney(one, other)))
const bothMoney = (one: Mention, other: Mention): boolean =>
  one.kind === 'currency' &&
  other.kind === 'currency' &&
  other.to < one.from &&
  one.from - other.to < 24 &&
  !sharesUnit(one, other)

/** ”The two men” are ”the men”, and one who is 100 percent sure is quite sure. */
const weighs = ({ strength, value, kind }: Mention): boolean =>
  (strength === 'figure' || (strength === 'word' && kind !== 'date' && kind !== 'time' && (value ?? 0) > 12)) &&
  !(kind === 'percentage' && value === 100)

function changedIn(source: Fact[], target: Fact[], bead: number): Difference[] {
  const found: Difference[] = []
  const pair = (a: Fact | undefined, b: Fact | undefined): void => {
    if (!a || !b) return
    found.push({ how: 'changed', source: a.mention, target: b.mention, bead })
    source.splice(source.indexOf(a), 1)
    target.splice(target.indexOf(b), 1)
  }
  const only = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined)
  // those with a unit in common belong together, if they are the only ones
  for (const a of [...source]) {
    const alike = target.filter(b => sharesUnit(a.mention, b.mention))
    const rivals = source.filter(other => alike.some(b => sharesUnit(other.mention, b.mention)))
    if (rivals.length === 1) pair(a, only(alike))
  }
  for (const group of new Set(source.map(({ mention }) => groupOf(mention)))) {
    const own = (list: readonly Fact[]): Fact[] => list.filter(({ mention }) => groupOf(mention) === group)
    const [a, b] = [own(source), own(target)]
    if (a.length === b.length && a.length <= 3) a.forEach((fact, index) => pair(fact, b[index]))
  }
  const numeric = (list: readonly Fact[]): Fact[] => list.filter(({ mention }) => !/^[mw]:/.test(groupOf(mention)))
  pair(only(numeric(source)), only(numeric(target)))
  return found
}

/** Facts by key and bead, matched or not: what is said twice is not added. */
class Said {
  readonly #where = new Map<string, Set<number>>()

  constructor(sentences: readonly FactSentence[], beads: readonly Bead[], side: 'A' | 'B') {
    beads.forEach((bead, index) => {
      for (const { mentions } of sentences.slice(bead[`from${side}`], bead[`to${side}`]))
        for (const mention of mentions.flatMap(one => [one, ...one.parts]))
          for (const key of mention.keys) this.#where.set(key, (this.#where.get(key) ?? new Set()).add(index))
    })
  }

  near({ keys }: Mention, bead: number): boolean {
    return keys.some(key => {
      const beads = this.#where.get(key)
      for (let at = bead - reach; beads && at <= bead + reach; at++) if (beads.has(at)) return true
      return false
    })
  }

  anywhere({ keys }: Mention): boolean {
    return keys.some(key => this.#where.has(key))
  }
}

/** What is wrong with a pair of the same number. */
function differenceOf(
  { source: { mention: source }, target: { mention: target, bead }, converted }: Pair,
  text: string,
): Difference | null {
  if (converted || source.value === null) return null
  if (source.strength === 'loose' || target.strength === 'loose') return null
  if (unitsDiffer(source, target)) return { how: 'unit', source, target, bead }
  const breaks =
    target.strength === 'figure' &&
    /[.,]/.test(text.slice(target.from, target.to)) &&
    target.value !== null &&
    !source.keys.includes(target.key ?? '')
  const large = source.value >= 1000 && source.scaleAt === null && Number.isInteger(source.value)
  if (breaks && source.key !== null && (large || source.units.length > 0 || source.scaleAt !== null))
    return { how: 'format', source, target, bead }
  const told = source.units.find(({ id }) => id === '%')
  return told && target.units.length === 0 ? { how: 'bare', source, target, bead } : null
}

/** Is the unit that a number lacks said elsewhere in its sentence: `20 eller 30 procent`? */
const unitIsNear = (
  difference: Difference,
  beads: readonly Bead[],
  b: readonly FactSentence[],
  text: string,
): boolean => {
  const bead = beads[difference.bead]
  const [first, last] = [b[bead?.fromB ?? 0], b[(bead?.toB ?? 1) - 1]]
  return first === undefined || last === undefined || /procent|%|andel/i.test(text.slice(first.from, last.to))
}

const mentionsOf = (sentences: readonly FactSentence[], bead: Bead | undefined, side: 'A' | 'B'): readonly Mention[] =>
  bead ? sentences.slice(bead[`from${side}`], bead[`to${side}`]).flatMap(({ mentions }) => mentions) : []

export function ledgerOf(
  a: readonly FactSentence[],
  b: readonly FactSentence[],
  beads: readonly Bead[],
  text: string,
): { readonly paired: Paired; readonly differences: readonly Difference[] } {
  const paired = pairFacts(a, b, beads)
  const differences: Difference[] = paired.pairs
    .map(pair => differenceOf(pair, text))
    .filter(difference => difference !== null)
    .filter(difference => difference.how !== 'bare' || !unitIsNear(difference, beads, b, text))
  const [inSource, inTarget] = [new Said(a, beads, 'A'), new Said(b, beads, 'B')]
  const byBead = (facts: readonly Fact[]): Map<number, Fact[]> => Map.groupBy(facts, ({ bead }) => bead)
  const [source, target] = [byBead(paired.source), byBead(paired.target)]
  beads.forEach((_, bead) => {
    const firm = (facts: Fact[] | undefined): Fact[] =>
      (facts ?? []).filter(({ mention }) => mention.strength !== 'loose')
    const [left, right] = [firm(source.get(bead)), firm(target.get(bead))]
    differences.push(...changedIn(left, right, bead))
    for (const { mention } of left)
      if (weighs(mention) && !inTarget.near(mention, bead) && !isAside(mention, mentionsOf(a, beads[bead], 'A')))
        differences.push({ how: 'missing', source: mention, target: null, bead })
    for (const { mention } of right)
      if (
        weighs(mention) &&
        !inSource.near(mention, bead) &&
        !inSource.anywhere(mention) &&
        !isAside(mention, mentionsOf(b, beads[bead], 'B'))
      )
        differences.push({ how: 'added', source: null, target: mention, bead })
  })
  return { paired, differences }
}
