/** Flags on later revisions, back on the MT. */
import { readChange } from '../../text/change.ts'
import { firstWhere } from '../../text/first-where.ts'
import { lineNumbers } from '../../text/line-numbers.ts'
import type { Span } from '../../text/span.ts'
import type { Annotator } from '../document.ts'
import type { ExportedArticle, ExportedCorrection, ExportedFlag } from '../format.ts'

export interface FlagInMt extends Span {
  readonly flag: ExportedFlag
}

/**
 * Where the flags of an article stand in its MT: words that were put in later, where they were put in; words that replaced others, on these.
 */
export function flagsInMt({ flags, revisions }: Pick<ExportedArticle, 'flags' | 'revisions'>): FlagInMt[] {
  const inverted = revisions.map(({ change }) => readChange(JSON.stringify(change)).invertedDesc)
  return flags.map(flag => {
    let { from, to }: Span = flag
    for (const change of inverted.slice(0, flag.revision).reverse()) {
      const [inner, outer] = [
        { from: change.mapPos(from, 1), to: change.mapPos(to, -1) },
        { from: change.mapPos(from, -1), to: change.mapPos(to, 1) },
      ]
      ;({ from, to } = inner.from <= inner.to && from < to ? inner : outer)
    }
    return { flag, from, to }
  })
}

/** The flags of each segment, in their order: a flag that goes over several stands in that of its beginning, if it has words there. */
export function flagsBySegment(flags: readonly FlagInMt[], segments: readonly { readonly span: Span }[]): FlagInMt[][] {
  const found: FlagInMt[][] = segments.map(() => [])
  const startOf = (i: number): number => segments[i]?.span.from ?? Infinity
  for (const flag of flags) {
    const i = Math.max(0, firstWhere(segments, ({ span }) => span.from > flag.from) - 1)
    const begins =
      flag.from < flag.to && flag.from >= (segments[i]?.span.to ?? 0) && startOf(i + 1) < flag.to ? i + 1 : i
    found[begins]?.push(flag)
  }
  return found
}

type Named = Pick<Annotator, 'author' | 'layer'>

/**
 * What annotators are called in a file: by who they are, '' where nobody is named. A person who has several layers – whose annotation was
 * opened beside an imported one of theirs, or who has decided what was agreed on – is called by these, lest one annotator found all of it.
 */
export function annotatorNames({
  annotators,
  flags,
}: Pick<ExportedArticle, 'annotators' | 'flags'>): (of: Named) => string {
  const layers = new Map<string, Set<string>>()
  for (const { author, layer } of [...annotators, ...flags])
    layers.set(author, (layers.get(author) ?? new Set()).add(layer))
  return ({ author, layer }) => {
    const own = layer === 'shared' ? '' : layer
    if (author === '' || (layers.get(author)?.size ?? 0) < 2) return author || own
    return own || `${author} (shared)`
  }
}

/**
 * Who has looked at each segment, by name, whether or not they found an error in it. Of whom it is not known who annotates in a layer of
 * their own has looked at all of them.
 * @param count of segments
 */
export function annotatorsBySegment(
  article: Pick<ExportedArticle, 'annotators' | 'flags'>,
  flags: readonly FlagInMt[],
  count: number,
): readonly string[][] {
  const { annotators } = article
  const nameOf = annotatorNames(article)
  const known = new Set(['shared', ...annotators.map(({ layer }) => layer)])
  const everywhere = [
    ...annotators.filter(({ segments }) => segments === null),
    ...flags.map(({ flag }) => flag).filter(({ layer }) => !known.has(layer)),
  ]
  const names = [...new Set(everywhere.map(nameOf))].filter(Boolean)
  const bySegment = Array.from({ length: count }, () => [...names])
  for (const annotator of annotators)
    for (const segment of annotator.segments ?? []) bySegment[segment]?.push(nameOf(annotator))
  return bySegment
}

/** Of those annotators of whom it is known, by name, whose marks they could have seen; nobody's where they were blind. */
export function seenBy(article: Pick<ExportedArticle, 'annotators' | 'flags'>): ReadonlyMap<string, readonly string[]> {
  const nameOf = annotatorNames(article)
  const names = new Map(article.annotators.map(one => [one.layer, nameOf(one)]))
  return new Map(
    article.annotators.flatMap(one =>
      one.saw ? [[nameOf(one), one.saw.map(layer => names.get(layer) ?? layer)] as const] : [],
    ),
  )
}

/**
 * How good each annotator finds each segment, 0 to 100, by name ('' is nobody); of one that has several judged lines, the mean.
 * @param segments in the order of the text
 */
export function scoresBySegment(
  article: Pick<ExportedArticle, 'annotators' | 'flags' | 'judgements' | 'mtText'>,
  segments: readonly { readonly span: Span }[],
): readonly ReadonlyMap<string, number>[] {
  const { annotators, judgements, mtText } = article
  if (judgements.length === 0) return segments.map(() => new Map())
  const nameOf = annotatorNames(article)
  const lineOf = lineNumbers(mtText)
  const authors = new Map(annotators.map(annotator => [annotator.layer, nameOf(annotator)]))
  const byLine = Map.groupBy(judgements, ({ paragraph }) => paragraph)
  return segments.map(({ span }) => {
    const [first, last] = [lineOf(span.from), lineOf(span.to)]
    const scores = new Map<string, number[]>()
    for (let line = first; line <= last; line++)
      for (const { layer, score } of byLine.get(line) ?? []) {
        const name = authors.get(layer) ?? nameOf({ author: '', layer })
        scores.set(name, [...(scores.get(name) ?? []), score])
      }
    return new Map([...scores].map(([name, all]) => [name, all.reduce((sum, score) => sum + score, 0) / all.length]))
  })
}

/** Who corrected a range of the MT, and when: the last who did; the last of all where that is not known. */
export function correctorOf(
  { corrections, revisions }: Pick<ExportedArticle, 'corrections' | 'revisions'>,
  span: Span,
): { readonly author: string; readonly at?: number } {
  let last: ExportedCorrection | undefined
  for (let i = firstWhere(corrections, ({ to }) => to >= span.from); ; i++) {
    const correction = corrections[i]
    if (!correction || correction.from > span.to) return last ?? revisions.at(-1) ?? { author: '' }
    if (!last || correction.at > last.at) last = correction
  }
}
