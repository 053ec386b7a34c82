/** What a metric is: data, and three functions that make a figure of a segment and of a whole set the same way. */

/** What can be chosen about a metric: yes or no, or a whole number that is not negative. */
export type MetricOptions = Readonly<Record<string, boolean | number>>

/**
 * A measure of hypotheses (what a system wrote) against references (what a person wrote), with options `Options`. The figure of a set is made
 * of the sums of its segments' statistics, never of the mean of their figures.
 */
export interface Metric<Options extends MetricOptions = MetricOptions> {
  /** stable: `ter` */
  readonly id: string
  /** which figures are good ones */
  readonly better: 'lower' | 'higher'
  /** what it measures, in a sentence, and the paper that defines it */
  readonly summary: string
  readonly paper: string
  readonly defaults: Options
  /** what each option does, in a line */
  readonly help: Readonly<Record<keyof Options, string>>
  /** its name with these options, as papers write it: `chrF2++` */
  name(options: Options): string
  /**
   * What reproduces the figure: `nrefs:1|case:lc|…`, fields as in sacreBLEU's.
   * @param segments how many were scored, for a metric whose figure depends on it
   */
  signature(options: Options, segments?: number): string
  /** The sufficient statistics of one segment: they may be added, field by field, to those of others. */
  statistics(hypothesis: string, reference: string, options: Options): readonly number[]
  /** The figure that statistics, of one segment or summed over many, come to; 0 to 100, or more where a metric has no upper end. */
  combine(sum: readonly number[], options: Options): number
}

export interface CorpusScore {
  /** of the whole set */
  readonly score: number
  /** of each segment, in order */
  readonly segments: readonly number[]
  readonly signature: string
}

/** Hypotheses and references that are not of one number. */
export class UnequalLengths extends RangeError {
  readonly hypotheses: number
  readonly references: number
  constructor(hypotheses: number, references: number) {
    super(`${hypotheses} hypotheses cannot be scored against ${references} references`)
    this.hypotheses = hypotheses
    this.references = references
  }
}

/**
 * Scores each hypothesis against the reference of the same place, and all of them together. The score of no segments is that of statistics
 * that are all 0.
 * @throws UnequalLengths
 */
export function scoreCorpus<Options extends MetricOptions>(
  metric: Metric<Options>,
  hypotheses: readonly string[],
  references: readonly string[],
  options: Options,
): CorpusScore {
  if (hypotheses.length !== references.length) throw new UnequalLengths(hypotheses.length, references.length)
  const sum = [...metric.statistics('', '', options)].fill(0)
  const segments = hypotheses.map((hypothesis, n) => {
    const statistics = metric.statistics(hypothesis, references[n] ?? '', options)
    for (const [field, value] of statistics.entries()) sum[field] = (sum[field] ?? 0) + value
    return metric.combine(statistics, options)
  })
  return { score: metric.combine(sum, options), segments, signature: metric.signature(options, segments.length) }
}
