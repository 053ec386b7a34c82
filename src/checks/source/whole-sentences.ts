/** Sentences that only one of the two texts has. */
import { lengthRatio, type Bead } from './align-sentences.ts'
import type { Language } from './language.ts'
import type { FactSentence } from './sentences.ts'

export interface Alone {
  readonly sentence: FactSentence
  /** which bead it is */
  readonly bead: number
}

/** Shorter ones, and those without an end, are headings, bylines, captions. */
const shortest = 30
const fewestWords = 5
const isSentence = (text: string): boolean =>
  text.length >= shortest && /[.!?…]["”“’»)]*$/.test(text) && text.split(/\s+/).length >= fewestWords

/** How much of a sentence's text and anchors its neighbours may hold before it is held to be said there. */
const mostSurplus = 0.3
const mostShared = 0.34

interface Side {
  readonly own: readonly FactSentence[]
  readonly other: readonly FactSentence[]
  readonly range: (bead: Bead) => { readonly own: readonly [number, number]; readonly other: readonly [number, number] }
  /** how long the other is beside it */
  readonly ratio: number
}

/** The nearest beads before and after which have both sides. */
function neighbours(beads: readonly Bead[], index: number): Bead[] {
  const whole = (bead: Bead): boolean => bead.toA > bead.fromA && bead.toB > bead.fromB
  const [before, after] = [beads.slice(0, index).findLast(whole), beads.slice(index + 1).find(whole)]
  return [before, after].filter(bead => bead !== undefined)
}

/** Nobody but a whole text is wanting where more than this are; then it is another text, or a part of one. */
const mostInARow = 3

/** What a sentence would be known by, which its neighbours do not have, and how much of that the other side says. */
function sharedOf(sentence: FactSentence, siblings: readonly FactSentence[], others: readonly FactSentence[]): number {
  const [said, elsewhere] = [others, siblings].map(list => new Set(list.flatMap(({ anchors }) => anchors)))
  const own = sentence.anchors.filter(anchor => !elsewhere?.has(anchor))
  return own.length === 0 ? 1 : own.filter(anchor => said?.has(anchor)).length / own.length
}

/** Is there no more on the other side than the siblings of a sentence account for, and nothing of its own? */
function isSure(
  sentence: FactSentence,
  siblings: readonly FactSentence[],
  others: readonly FactSentence[],
  side: Side,
): boolean {
  const lengths = (list: readonly FactSentence[]): number => list.reduce((sum, { letters }) => sum + letters, 0)
  const surplus = lengths(others) - lengths(siblings) * side.ratio
  return (
    others.length > 0 &&
    surplus <= mostSurplus * sentence.letters * side.ratio &&
    sharedOf(sentence, siblings, others) <= mostShared
  )
}

/** Of several sentences for fewer, the one that is not among them: joined ones leave no room to spare. */
function leftOut(own: readonly FactSentence[], others: readonly FactSentence[], side: Side): FactSentence | undefined {
  const sibling = (one: FactSentence): FactSentence[] => own.filter(other => other !== one)
  const shares = own.map(one => ({ one, share: sharedOf(one, sibling(one), others) })).sort((a, b) => a.share - b.share)
  const [least, next] = shares
  if (!least || !next || least.share > leastShared || next.share < 2 * least.share || next.share < leastShared)
    return undefined
  return isSure(least.one, sibling(least.one), others, side) ? least.one : undefined
}
const leastShared = 0.15

function alone(beads: readonly Bead[], side: Side, text: string): Alone[] {
  const found: Alone[] = []
  let run: Alone[] = []
  const close = (): void => {
    if (run.length <= mostInARow)
      for (const one of run) {
        const near = neighbours(beads, one.bead).map(side.range)
        const siblings = near.flatMap(({ own }) => side.own.slice(...own))
        if (
          isSure(
            one.sentence,
            siblings,
            near.flatMap(({ other }) => side.other.slice(...other)),
            side,
          )
        )
          found.push(one)
      }
    run = []
  }
  beads.forEach((bead, index) => {
    const range = side.range(bead)
    const [own, others] = [side.own.slice(...range.own), side.other.slice(...range.other)]
    if (others.length === 0) run.push(...own.map(sentence => ({ sentence, bead: index })))
    else if (own.length > 0) close()
    const sentence = own.length > others.length && others.length > 0 ? leftOut(own, others, side) : undefined
    if (sentence) found.push({ sentence, bead: index })
  })
  close()
  return found.filter(({ sentence }) => isSentence(text.slice(sentence.from, sentence.to)))
}

type Range = readonly [number, number]

/** Sentences of the source that the translation lacks. */
export const omitted = (
  a: readonly FactSentence[],
  b: readonly FactSentence[],
  beads: readonly Bead[],
  source: string,
  language: Language,
): Alone[] =>
  alone(
    beads,
    {
      own: a,
      other: b,
      ratio: lengthRatio(language),
      range: bead => ({ own: [bead.fromA, bead.toA] as Range, other: [bead.fromB, bead.toB] as Range }),
    },
    source,
  )

/** Sentences of the translation that the source lacks. */
export const added = (
  a: readonly FactSentence[],
  b: readonly FactSentence[],
  beads: readonly Bead[],
  text: string,
  language: Language,
): Alone[] =>
  alone(
    beads,
    {
      own: b,
      other: a,
      ratio: 1 / lengthRatio(language),
      range: bead => ({ own: [bead.fromB, bead.toB] as Range, other: [bead.fromA, bead.toA] as Range }),
    },
    text,
  )
