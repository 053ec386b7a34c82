import { charactersOf } from '../../formats/annotations/code-points.ts'
import { labelPairs, labelWords, severityOrder, type Label } from '../../metrics/agreement/agreement.ts'
import type { Judgements } from '../../metrics/agreement/alpha.ts'
import { drawnAlpha, type DrawnAlpha } from '../../metrics/agreement/drawn-alpha.ts'
import { fewestDrawn, fewestSpans, fewestUnits, unitsNeeded } from '../../metrics/agreement/enough.ts'
import { judgedAgreement, type Drawn, type Scores } from '../../metrics/agreement/judged.ts'
import { pairAnnotations, type Marked } from '../../metrics/agreement/pairing.ts'
import { characterCounts, exactCounts, type Counts } from '../../metrics/agreement/span-f1.ts'
import { bootstrap, type Interval } from '../../metrics/statistics/bootstrap.ts'
import { columnSums, ratio, unitsOf } from '../../metrics/statistics/units.ts'
import { firstWhere } from '../../text/first-where.ts'
import { sentences } from '../../text/sentences.ts'
import { words } from '../../text/words.ts'
import type { AgreementFigure, AgreementRow } from '../../wire/annotation.ts'

/** So many groups are drawn at most: more sentences are dealt to them in turn. */
const mostGroups = 250

/** Which sentence of a text a place stands in, and where these begin. */
function sentencesOf(mt: string) {
  const starts: number[] = []
  let at = 0
  for (const line of mt.split('\n')) {
    for (const { from } of sentences(line)) starts.push(at + from)
    at += line.length + 1
  }
  const groupIn = (from: readonly number[]) => (place: number): number => Math.max(0, firstWhere(from, start => start > place) - 1) % mostGroups // prettier-ignore
  return { starts, groupIn }
}

const row = (
  id: AgreementFigure,
  value: number | null,
  interval: Interval | null,
  n: number,
  isFew: boolean,
): AgreementRow => ({
  id,
  value,
  low: value === null ? null : (interval?.low ?? null),
  high: value === null ? null : (interval?.high ?? null),
  n,
  isFew,
})

/** F1 of counts by sentence. @param n spans of both */
function f1Row(id: AgreementFigure, groups: readonly Counts[], n: number): AgreementRow {
  const units = unitsOf(groups.map(({ common, a, b }) => [2 * common, a + b]))
  const interval = units.count < fewestDrawn ? null : bootstrap(units, ratio)
  return row(id, ratio(columnSums(units)), interval, n, n < fewestSpans)
}

/** @param needed units that say anything */
const alphaRow = (id: AgreementFigure, { alpha, interval, units }: DrawnAlpha, needed: number): AgreementRow =>
  row(id, alpha, interval, units, units < needed)

/** Among how many words as many are flagged as here, so that α of them says anything. */
function wordsNeeded(units: readonly Judgements<Label>[]): number {
  const labels = units.flat()
  const share = labels.filter(label => label !== null && label.category !== 'none').length / labels.length
  return share > 0 && share < 1 ? unitsNeeded(share) : Infinity
}

/** As many values as were given, as if each were as common. */
const valuesNeeded = ({ counts }: DrawnAlpha): number =>
  unitsNeeded(1 / Math.max(2, counts.filter(count => count > 0).length))

const asked = <T>(units: readonly Judgements<Label>[], of: (label: Label) => T): Judgements<T>[] =>
  units.map(unit => unit.map(label => (label === null ? null : of(label))))

const spanGroups = (
  a: readonly Marked[],
  b: readonly Marked[],
  groupOf: (at: number) => number,
): ReadonlyMap<number, Counts> => {
  const [inA, inB] = [a, b].map(side => Map.groupBy(side, ({ from }) => groupOf(from)))
  const groups = new Set([...(inA?.keys() ?? []), ...(inB?.keys() ?? [])])
  return new Map([...groups].map(group => [group, exactCounts(inA?.get(group) ?? [], inB?.get(group) ?? [])]))
}

/** Those of the same group together. */
function addedUp(all: readonly ReadonlyMap<number, Counts>[]): Counts[] {
  const sums = new Map<number, Counts>()
  for (const [group, { common, a, b }] of all.flatMap(each => [...each])) {
    const known = sums.get(group) ?? { common: 0, a: 0, b: 0 }
    sums.set(group, { common: known.common + common, a: known.a + a, b: known.b + b })
  }
  return [...sums.values()]
}

export interface ToCompare {
  readonly mt: string
  readonly a: readonly Marked[]
  readonly b: readonly Marked[]
  /** whether both have looked at a place */
  readonly both: (at: number) => boolean
  /** of the paragraphs that both have judged */
  readonly judged: readonly Scores[]
  /** what it is a translation of: other translations of the same are drawn with it; where it is not said, of something else than all others */
  readonly article?: string
}

/** What judgements come to; nothing where no paragraph was judged by both. */
function judgedRows(judged: readonly Scores[]): AgreementRow[] {
  if (judged.length === 0) return []
  const { n, bias, pearson, kendall, alpha } = judgedAgreement(judged)
  const of = (id: AgreementFigure, { score, interval }: Drawn): AgreementRow => row(id, score, interval, n, n < fewestUnits) // prettier-ignore
  return [
    of('judgementBias', bias),
    of('judgementPearson', pearson),
    of('judgementKendall', kendall),
    of('judgementAlpha', alpha),
  ]
}

/** What is reckoned of one text; groups are what is drawn again. */
interface Gathered {
  readonly spans: number
  /** by group, as characters are */
  readonly exact: ReadonlyMap<number, Counts>
  readonly characters: ReadonlyMap<number, Counts>
  readonly words: readonly Judgements<Label>[]
  readonly wordGroups: readonly number[]
  readonly pairs: readonly Judgements<Label>[]
  readonly pairGroups: readonly number[]
}

/** @param whole the group of the whole text; null where its sentences are drawn */
function gather({ mt, a, b, both }: ToCompare, whole: number | null): Gathered {
  const { starts, groupIn } = sentencesOf(mt)
  const groupBy = (from: readonly number[]) => (whole === null ? groupIn(from) : () => whole)
  const groupOf = groupBy(starts)
  const { index } = charactersOf(mt)
  const inCharacters = (marks: readonly Marked[]) => marks.map(mark => ({ ...mark, from: index(mark.from), to: index(mark.to) })) // prettier-ignore
  const byCharacters = characterCounts(inCharacters(a), inCharacters(b), undefined, groupBy(starts.map(start => index(start)))) // prettier-ignore
  const places = words(mt)
  const looked = places.map(({ from }) => both(from))
  const pairing = pairAnnotations(a, b)
  return {
    spans: a.length + b.length,
    exact: spanGroups(a, b, groupOf),
    characters: byCharacters,
    words: labelWords(mt, [a, b]).filter((_, i) => looked[i]),
    wordGroups: places.filter((_, i) => looked[i]).map(({ from }) => groupOf(from)),
    pairs: labelPairs(pairing),
    pairGroups: pairing.pairs.map(pair => groupOf(pair.a.from)),
  }
}

/**
 * Every figure of how far two agree, of how much it is made, and how sure it is. Intervals are drawn over the sentences of one text, or over
 * several articles, each with all its translations, since what stands in one is not independent of each other; and over paragraphs that were judged.
 */
export function agreementRows(texts: readonly ToCompare[]): readonly AgreementRow[] {
  const articles = new Map<string | number, number>()
  const gathered = texts.map((text, n) => {
    const article = text.article ?? n
    if (!articles.has(article)) articles.set(article, articles.size)
    return gather(text, texts.length === 1 ? null : (articles.get(article) ?? 0) % mostGroups)
  })
  const of = <T>(part: (one: Gathered) => readonly T[]): T[] => gathered.flatMap(part)
  const spans = gathered.reduce((sum, one) => sum + one.spans, 0)
  const [units, groups] = [of(one => one.words), of(one => one.wordGroups)]
  const [pairs, pairGroups] = [of(one => one.pairs), of(one => one.pairGroups)]
  const needed = wordsNeeded(units)
  const [category, severity] = [({ category: said }: Label) => said, ({ severity: said }: Label) => said]
  const onPairs = drawnAlpha(asked(pairs, category), pairGroups, null)
  const severityOfPairs = drawnAlpha(asked(pairs, severity), pairGroups, severityOrder)
  return [
    f1Row('exact', addedUp(gathered.map(({ exact }) => exact)), spans),
    f1Row('characters', addedUp(gathered.map(({ characters }) => characters)), spans),
    alphaRow('categoryOfWords', drawnAlpha(asked(units, category), groups, null), needed),
    alphaRow('severityOfWords', drawnAlpha(asked(units, severity), groups, severityOrder), needed),
    alphaRow('categoryOfPairs', onPairs, valuesNeeded(onPairs)),
    alphaRow('severityOfPairs', severityOfPairs, valuesNeeded(severityOfPairs)),
    ...judgedRows(texts.flatMap(({ judged }) => judged)),
  ]
}
