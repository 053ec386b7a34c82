/** Sentences that are far shorter or longer than their source, and paragraphs that are cut otherwise. */
import { deviation, lengthRatio, type Bead } from './align-sentences.ts'
import type { Comparison } from './comparison.ts'
import type { FactSentence } from './sentences.ts'

export interface Outlier {
  readonly how: 'short' | 'long'
  /** how long it is, of what its source makes one expect */
  readonly share: number
  readonly bead: number
  readonly target: readonly FactSentence[]
}

/** Fewer characters than this tell nothing. */
const enough = 60
/**
 * With both, one sentence of 40,000 words by human translators stands out in English, German, Danish and Norwegian, and three in five
 * of those that were cut off in the middle do (NTREX).
 */
const deviations = 3
const least = 0.56

const lettersOf = (sentences: readonly FactSentence[]): number =>
  sentences.reduce((sum, { letters }) => sum + letters, 0)

export function lengthOutliers({ a, b, beads, language, trusted, omitted, added }: Comparison): Outlier[] {
  if (!trusted || language === 'other') return []
  const reported = new Set([...omitted, ...added].map(({ bead }) => bead))
  return beads.flatMap((bead, index): Outlier[] => {
    const [source, target] = [a.slice(bead.fromA, bead.toA), b.slice(bead.fromB, bead.toB)]
    const [expected, is] = [lettersOf(source) * lengthRatio(language), lettersOf(target)]
    if (source.length === 0 || target.length === 0 || reported.has(index) || Math.max(expected, is) < enough) return []
    const share = is / expected
    if (deviation(expected, is) < deviations || (share > least && share < 1 / least)) return []
    return [{ how: share < 1 ? 'short' : 'long', share, bead: index, target }]
  })
}

export interface Break {
  /** the source begins a paragraph where the translation does not, or the other way round */
  readonly how: 'lost' | 'added'
  readonly sentence: FactSentence
}

/** Where more breaks than this differ, paragraphs are not what the two texts have in common. */
const mostBreaks = 3
const fewestParagraphs = 4

export function breakDifferences({ a, b, beads, trusted }: Comparison): Break[] {
  const paragraphs = (side: readonly FactSentence[]): number => side.filter(({ opens }) => opens).length
  if (!trusted || Math.min(paragraphs(a), paragraphs(b)) < fewestParagraphs) return []
  const whole = (bead: Bead | undefined): boolean =>
    bead !== undefined && bead.toA > bead.fromA && bead.toB > bead.fromB
  const found = beads.flatMap((bead, index): Break[] => {
    const [source, target] = [a[bead.fromA], b[bead.fromB]]
    if (!source || !target || !whole(bead) || !whole(beads[index - 1]) || source.opens === target.opens) return []
    return [{ how: source.opens ? 'lost' : 'added', sentence: target }]
  })
  return found.length <= mostBreaks ? found : []
}
