import { Problem } from '../errors.ts'
import { scoreCorpus, type CorpusScore, type Metric, type MetricOptions } from '../metrics/metric.ts'
import { withoutSpaceAtEnd } from '../metrics/words.ts'

/**
 * The segments of a file, one a line, as sacreBLEU reads them: UTF-8 to the letter, with the byte order mark where there is one; lines end at
 * `\n` alone, and spaces before it are no part of them.
 * @throws Problem text-undecodable
 */
function segmentsIn(bytes: Uint8Array): readonly string[] {
  const lines = decode(bytes).split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines.map(withoutSpaceAtEnd)
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Problem('text-undecodable')
  }
}

/**
 * Scores a file of hypotheses against one of references, line by line and as a whole.
 * @throws Problem text-undecodable, text-empty; UnequalLengths
 */
export function scoreFiles(
  metric: Metric,
  { hypothesis, reference }: { readonly hypothesis: Uint8Array; readonly reference: Uint8Array },
  options: MetricOptions,
): CorpusScore {
  const [hypotheses, references] = [segmentsIn(hypothesis), segmentsIn(reference)]
  // a perfect TER of nothing would be believed
  if (hypotheses.length === 0 && references.length === 0) throw new Problem('text-empty')
  return scoreCorpus(metric, hypotheses, references, options)
}
