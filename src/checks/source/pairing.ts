/** Facts of a source and of its translation, each with its counterpart: in its own sentence first, further away after. */
import type { Bead } from './align-sentences.ts'
import { isConverted, sharesUnit } from './convert.ts'
import type { Mention } from './mention.ts'
import type { FactSentence } from './sentences.ts'

export interface Fact {
  readonly mention: Mention
  /** which bead it stands in */
  readonly bead: number
}

export interface Pair {
  readonly source: Fact
  readonly target: Fact
  /** by conversion into another unit */
  readonly converted: boolean
}

export interface Paired {
  readonly pairs: readonly Pair[]
  /** what has no counterpart, dates and results taken apart, in order */
  readonly source: readonly Fact[]
  readonly target: readonly Fact[]
}

/** As far as a fact may have wandered when sentences were joined or turned round. */
const reach = 2
const ranks = ['figure', 'word', 'loose'] as const

/** Facts that still look for theirs, by bead. */
class Side {
  readonly beads: Fact[][]

  constructor(count: number) {
    this.beads = Array.from({ length: count }, () => [])
  }

  add(fact: Fact): void {
    this.beads[fact.bead]?.push(fact)
  }

  take(fact: Fact): void {
    const list = this.beads[fact.bead]
    list?.splice(list.indexOf(fact), 1)
  }

  /** What is composed and has no counterpart is looked for by its parts. */
  takeApart(): void {
    this.beads.forEach((facts, bead) => {
      this.beads[bead] = facts
        .flatMap(fact =>
          fact.mention.parts.length > 0 ? fact.mention.parts.map(part => ({ mention: part, bead })) : [fact],
        )
        .sort((a, b) => a.mention.from - b.mention.from)
    })
  }

  get left(): Fact[] {
    return this.beads.flat()
  }
}

const shareKey = (a: Mention, b: Mention): boolean => a.keys.some(key => b.keys.includes(key))

/** The better counterpart has the larger number. */
const fit = (a: Mention, b: Mention): number =>
  (sharesUnit(a, b) ? 8 : 0) +
  (a.kind === b.kind ? 4 : 0) +
  (a.key !== null && a.key === b.key ? 2 : 0) +
  (b.strength === 'figure' ? 1 : 0) -
  (b.strength === 'loose' ? 4 : 0)

function bestOf(fact: Fact, candidates: readonly Fact[], agree: (a: Mention, b: Mention) => boolean): Fact | undefined {
  let best: Fact | undefined
  for (const candidate of candidates) {
    if (!agree(fact.mention, candidate.mention)) continue
    if (!best || fit(fact.mention, candidate.mention) > fit(fact.mention, best.mention)) best = candidate
  }
  return best
}

/** Figures longer than this in one bead are a table's: looking at all of each other would be quadratic. */
const most = 400

export function pairFacts(a: readonly FactSentence[], b: readonly FactSentence[], beads: readonly Bead[]): Paired {
  const [source, target] = [new Side(beads.length), new Side(beads.length)]
  const pairs: Pair[] = []
  beads.forEach((bead, index) => {
    const add = (side: Side, sentences: readonly FactSentence[]): void =>
      sentences
        .flatMap(sentence => sentence.mentions)
        .slice(0, most)
        .forEach(mention => side.add({ mention, bead: index }))
    add(source, a.slice(bead.fromA, bead.toA))
    add(target, b.slice(bead.fromB, bead.toB))
  })

  const match = (within: number, agree: (a: Mention, b: Mention) => boolean, converted = false): void => {
    for (const rank of ranks)
      for (const fact of source.left.filter(({ mention }) => mention.strength === rank)) {
        const near = target.beads.slice(Math.max(0, fact.bead - within), fact.bead + within + 1).flat()
        const found = near.length > 0 ? bestOf(fact, near, agree) : undefined
        if (!found) continue
        pairs.push({ source: fact, target: found, converted })
        source.take(fact)
        target.take(found)
      }
  }

  match(0, (one, other) => sharesUnit(one, other) && shareKey(one, other))
  match(0, isConverted, true)
  match(0, shareKey)
  source.takeApart()
  target.takeApart()
  match(0, shareKey)
  match(reach, shareKey)
  matchAnywhere(source, target, pairs)
  return { pairs, source: source.left, target: target.left }
}

/** Figures that moved far: what is left of either side, wherever it stands. */
function matchAnywhere(source: Side, target: Side, pairs: Pair[]): void {
  const byKey = new Map<string, Fact[]>()
  for (const fact of target.left.reverse()) {
    if (fact.mention.strength !== 'figure') continue
    for (const key of fact.mention.keys) {
      const list = byKey.get(key)
      if (list) list.push(fact)
      else byKey.set(key, [fact])
    }
  }
  const gone = new Set<Fact>()
  for (const fact of source.left) {
    if (fact.mention.strength !== 'figure') continue
    const lists = fact.mention.keys.map(key => byKey.get(key) ?? [])
    for (const list of lists) while (list.length > 0 && gone.has(list.at(-1) as Fact)) list.pop()
    const found = lists.find(list => list.length > 0)?.pop()
    if (!found) continue
    gone.add(found)
    pairs.push({ source: fact, target: found, converted: false })
    source.take(fact)
    target.take(found)
  }
}
