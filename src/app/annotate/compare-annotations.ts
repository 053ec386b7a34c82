import { Problem } from '../../errors.ts'
import type { Judgement } from '../../formats/document.ts'
import { charactersOf } from '../../formats/annotations/code-points.ts'
import { agreementOf, labelPairs, labelWords, type Agreement } from '../../metrics/agreement/agreement.ts'
import type { Scores } from '../../metrics/agreement/judged.ts'
import { pairAnnotations } from '../../metrics/agreement/pairing.ts'
import { characterF1, exactF1, type Shares } from '../../metrics/agreement/span-f1.ts'
import { adjudicationsOf, type Adjudication } from '../../store/annotations.ts'
import { flagsOfTranslation, type Flag } from '../../store/flags.ts'
import { lineNumbers } from '../../text/line-numbers.ts'
import { words } from '../../text/words.ts'
import { isReviewed } from '../../wire/common.ts'
import type { AdjudicationChoice, AdjudicationRequest, AgreementRow } from '../../wire/annotation.ts'
import type { FlagView } from '../../wire/flag.ts'
import type { Deps, Person } from '../deps.ts'
import { findBareHead, type Which } from '../find-head.ts'
import { flagView } from '../flags/flag-views.ts'
import { textAt } from '../revisions/read-revision.ts'
import { agreedPlaces, isAgreed, markedOf, type AgreedPlaces, type MarkedFlag } from './agreed-places.ts'
import { agreementRows } from './agreement-rows.ts'
import { areBlind, comparableFlags, comparableLayers, type Layer } from './comparable-layers.ts'
import { choiceIn, decisionsAbout } from './decisions.ts'
import { disclosedJudgements, refuseAnnotators } from './disclosed.ts'

/** What two annotators say of one place of the MT. */
export interface ComparedPair {
  readonly a: FlagView | null
  readonly b: FlagView | null
  readonly kind: 'same' | 'overlapping' | 'a' | 'b'
  /** true too where only one has a flag */
  readonly sameCategory: boolean
  readonly sameSeverity: boolean
  /** what holds now; null where nothing was decided */
  readonly decision: {
    readonly id: string
    readonly choice: AdjudicationChoice
    readonly person: string
    /** epoch ms */
    readonly at: number
    readonly comment: string
    /** an annotator has opened their annotation again since, and changed what this is about */
    readonly changed: boolean
    /** the flag agreed on; null where there is none, or it was withdrawn at the desk */
    readonly agreed: FlagView | null
  } | null
}

export interface AgreementFigures {
  /** spans that begin and end at the same places */
  readonly exact: Shares
  /** a character is a code point, as WMT counts them */
  readonly characters: Shares
  /** Krippendorff's α on the words of the text, and on the errors that both have marked */
  readonly onWords: Agreement
  readonly onPairs: Agreement
  /** what of these a page shows, and how far judgements agree, each with what it is made of and how sure it is */
  readonly rows: readonly AgreementRow[]
}

/** Two layers by their names. */
export interface LayerPair {
  readonly a: string
  readonly b: string
  /** whether neither annotator could have seen what the other marked before they began or went on; null where that is not known */
  readonly blind: boolean | null
}

export interface Comparison {
  readonly translationId: string
  readonly layers: readonly Layer[]
  /** any two of them, those first that are blind */
  readonly comparable: readonly LayerPair[]
  /** null where there are no two to compare */
  readonly compared: {
    /** how far it was decided, over all layers that may be compared */
    readonly places: AgreedPlaces
    /** what counts in figures of quality: what the desk has, what was agreed on, or the mean of the annotators until all places are decided */
    readonly counts: 'desk' | 'agreed' | 'mean'
    readonly a: Layer
    readonly b: Layer
    readonly blind: boolean | null
    readonly mtText: string
    readonly figures: AgreementFigures
    /** in the order of the text */
    readonly pairs: readonly ComparedPair[]
  } | null
}

/** Whether a place stands in a line that both have looked at. @param mt its text */
export function lookedAt(mt: string, a: Pick<Layer, 'segments'>, b: Pick<Layer, 'segments'>): (at: number) => boolean {
  const [inA, inB] = [a.segments && new Set(a.segments), b.segments && new Set(b.segments)]
  if (!inA && !inB) return () => true
  const lineOf = lineNumbers(mt)
  return at => {
    const line = lineOf(at)
    return (inA?.has(line) ?? true) && (inB?.has(line) ?? true)
  }
}

function figuresOf(
  mt: string,
  a: readonly MarkedFlag[],
  b: readonly MarkedFlag[],
  both: (at: number) => boolean,
  judged: readonly Scores[],
): AgreementFigures {
  const places = words(mt)
  const { index } = charactersOf(mt)
  const inCharacters = (flags: readonly MarkedFlag[]) =>
    flags.map(flag => ({ ...flag, from: index(flag.from), to: index(flag.to) }))
  const units = labelWords(mt, [a, b]).filter((_, i) => both(places[i]?.from ?? 0))
  return {
    exact: exactF1(a, b),
    characters: characterF1(inCharacters(a), inCharacters(b)),
    onWords: agreementOf(units),
    onPairs: agreementOf(labelPairs(pairAnnotations(a, b))),
    rows: agreementRows([{ mt, a, b, both, judged }]),
  }
}

/** The judgements of the paragraphs that both have judged, in the order of the text. */
export function scoresOfBoth(all: readonly Judgement[], a: string, b: string): Scores[] {
  const ofB = new Map(all.filter(({ layer }) => layer === b).map(({ paragraph, score }) => [paragraph, score]))
  return all.flatMap(({ layer, paragraph, score }): Scores[] => {
    const other = layer === a ? ofB.get(paragraph) : undefined
    return other === undefined ? [] : [[score, other]]
  })
}

type Told = Omit<ComparedPair, 'decision' | 'a' | 'b'> & { readonly a: Flag | null; readonly b: Flag | null }

function pairsOf(a: readonly MarkedFlag[], b: readonly MarkedFlag[]): readonly Told[] {
  const { pairs, onlyA, onlyB } = pairAnnotations(a, b)
  const alone = { sameCategory: true, sameSeverity: true }
  const told = [
    ...pairs.map(({ a: { flag: one }, b: { flag: other }, sameSpan, sameCategory, sameSeverity }): Told => {
      return { a: one, b: other, kind: sameSpan ? 'same' : 'overlapping', sameCategory, sameSeverity }
    }),
    ...onlyA.map(({ flag }): Told => ({ a: flag, b: null, kind: 'a', ...alone })),
    ...onlyB.map(({ flag }): Told => ({ a: null, b: flag, kind: 'b', ...alone })),
  ]
  const start = ({ a: one, b: other }: Told): number =>
    Math.min(one?.span_from ?? Infinity, other?.span_from ?? Infinity)
  return told.sort((x, y) => start(x) - start(y))
}

const decided = (
  { a, b }: Told,
  all: readonly Adjudication[],
  agreed: ReadonlyMap<string, Flag>,
): ComparedPair['decision'] => {
  const pair = { a: a?.id ?? '', b: b?.id ?? '' }
  const last = decisionsAbout(all, pair).at(-1)
  if (last === undefined) return null
  const flag = agreed.get(last.flag_id)
  const { id, person, at, comment } = last
  const changed = [a, b].some(one => one !== null && one.updated_at > at)
  return { id, choice: choiceIn(last, pair), person, at, comment, changed, agreed: flag ? flagView(flag, '') : null }
}

/** Those that are blind first, then those of which it is not known. */
const order: readonly LayerPair['blind'][] = [true, null, false]

const pairsAmong = (layers: readonly Layer[]): readonly LayerPair[] =>
  layers
    .flatMap((a, i) => layers.slice(i + 1).map(b => ({ a: a.layer, b: b.layer, blind: areBlind(a, b) })))
    .sort((x, y) => order.indexOf(x.blind) - order.indexOf(y.blind))

/** The pair that is asked for; what is not asked is filled up by a blind one where there is one. @throws Problem field-invalid */
function chosenPair(layers: readonly Layer[], asked: Pick<Comparing, 'a' | 'b'>): readonly [a: Layer, b: Layer] {
  for (const side of ['a', 'b'] as const)
    if (asked[side] !== null && !layers.some(({ layer }) => layer === asked[side]))
      throw new Problem('field-invalid', { field: side })
  const isAsked = (one: string, other: string): boolean => (asked.a ?? one) === one && (asked.b ?? other) === other
  const pairs = pairsAmong(layers)
  const pair =
    pairs.find(({ a, b }) => isAsked(a, b)) ??
    pairs.map(({ a, b }) => ({ a: b, b: a })).find(({ a, b }) => isAsked(a, b))
  const [a, b] = [pair?.a, pair?.b].map(name => layers.find(({ layer }) => layer === name))
  if (!a || !b) throw new Problem('field-invalid', { field: 'b' })
  return [a, b]
}

export interface Comparing extends Which {
  readonly person: Person | null
  /** the layers to compare; where null, the first two that are blind to each other, or the first two there are */
  readonly a: string | null
  readonly b: string | null
}

/**
 * Two annotators' finds in the same MT beside each other, with figures of how far they agree and what was decided of each.
 * @throws Problem annotation-begun, field-invalid (no such layer, or twice the same), as `findBareHead`
 */
export async function compareAnnotations(deps: Deps, asked: Comparing): Promise<Comparison> {
  const { db } = deps.store
  const { id: translationId, state } = await findBareHead(db, asked)
  await refuseAnnotators(db, translationId, asked.person)
  const layers = await comparableLayers(db, translationId)
  const comparable = pairsAmong(layers)
  if (layers.length < 2) return { translationId, layers, comparable, compared: null }
  const [a, b] = chosenPair(layers, asked)
  const mtText = await textAt(deps, translationId, 0)
  const both = lookedAt(mtText, a, b)
  const flags = await comparableFlags(db, translationId)
  const of = ({ layer }: Layer) => (flags.get(layer) ?? []).map(markedOf).filter(({ from }) => both(from))
  const [ofA, ofB] = [of(a), of(b)]
  const decisions = await adjudicationsOf(db, translationId)
  const agreed = new Map((await flagsOfTranslation(db, translationId)).map(flag => [flag.id, flag]))
  const pairs = pairsOf(ofA, ofB).map(told => ({
    ...told,
    a: told.a && flagView(told.a, ''),
    b: told.b && flagView(told.b, ''),
    decision: decided(told, decisions, agreed),
  }))
  const places = agreedPlaces([...flags.values()].map(of => of.map(markedOf)), decisions) // prettier-ignore
  const counts = isReviewed(state) ? 'desk' : isAgreed(places) ? 'agreed' : 'mean'
  const judged = scoresOfBoth(await disclosedJudgements(db, translationId), a.layer, b.layer)
  const figures = figuresOf(mtText, ofA, ofB, both, judged)
  const compared = { places, counts, a, b, blind: areBlind(a, b), mtText, figures, pairs } as const
  return { translationId, layers, comparable, compared }
}

/** What both say alike and nobody has decided yet: to be agreed on as it is. */
export const undisputed = (pairs: readonly ComparedPair[]): readonly AdjudicationRequest[] =>
  pairs.flatMap(({ a, b, kind, sameCategory, sameSeverity, decision }) =>
    kind === 'same' && sameCategory && sameSeverity && decision === null && a && b
      ? [{ a: a.id, b: b.id, choice: 'a', comment: '', seen: '' }]
      : [],
  )
