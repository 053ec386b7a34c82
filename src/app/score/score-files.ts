import { Problem } from '../../errors.ts'
import { gunzip, isGzip } from '../../formats/lib/gzip.ts'
import type { Limits } from '../../formats/limits.ts'
import { scoreCorpus, type CorpusScore, type Metric, type MetricOptions } from '../../metrics/metric.ts'
import { withoutSpaceAtEnd } from '../../metrics/words.ts'

/** A file of segments, one a line, packed by gzip or not. */
export interface SegmentFile {
  /** by which it is told of */
  readonly name: string
  readonly bytes: Uint8Array
}

/** The first line, from 1, that is not UTF-8; bytes of `\n` stand in no other character. */
function undecodableLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for (let [line, from] = [1, 0]; ; line += 1) {
    const end = bytes.indexOf(0x0a, from)
    try {
      decoder.decode(bytes.subarray(from, end < 0 ? bytes.length : end))
    } catch {
      return line
    }
    if (end < 0) return line
    from = end + 1
  }
}

function decode({ name, bytes }: SegmentFile): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Problem('lines-undecodable', { file: name, line: undecodableLine(bytes) })
  }
}

/**
 * The segments of a file as sacreBLEU's command line reads them: UTF-8 to the letter, a byte order mark being part of the first word; lines
 * end at `\n` alone, the last one with or without it, and lose the spaces at their end. sacreBLEU knows gzip by the name, and scores NUL
 * characters, which stand in no text: a file that has them is another's encoding, or no text at all.
 * @throws Problem lines-undecodable, lines-nul; FormatError of `gunzip`
 */
function segmentsIn({ name, bytes }: SegmentFile, limits: Limits): readonly string[] {
  const unpacked = isGzip(bytes) ? gunzip(bytes, `gzip (${name})`, limits) : bytes
  const lines = decode({ name, bytes: unpacked }).split('\n')
  if (lines.at(-1) === '') lines.pop()
  const binary = lines.findIndex(line => line.includes('\0'))
  if (binary >= 0) throw new Problem('lines-nul', { file: name, line: binary + 1 })
  return lines.map(withoutSpaceAtEnd)
}

/**
 * Scores a file of hypotheses against one of references, line by line and as a whole.
 * @throws Problem lines-undecodable, lines-nul, lines-unequal, lines-none; FormatError of what is packed
 */
export function scoreFiles(
  metric: Metric,
  { hypothesis, reference }: { readonly hypothesis: SegmentFile; readonly reference: SegmentFile },
  options: MetricOptions,
  limits: Limits,
): CorpusScore {
  const [hypotheses, references] = [segmentsIn(hypothesis, limits), segmentsIn(reference, limits)]
  if (hypotheses.length !== references.length)
    throw new Problem('lines-unequal', {
      hypothesis: hypothesis.name,
      hypotheses: hypotheses.length,
      reference: reference.name,
      references: references.length,
    })
  // a perfect TER of nothing would be believed
  if (hypotheses.length === 0)
    throw new Problem('lines-none', { hypothesis: hypothesis.name, reference: reference.name })
  return scoreCorpus(metric, hypotheses, references, options)
}
