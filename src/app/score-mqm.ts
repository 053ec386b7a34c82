import { FormatError } from '../formats/fault.ts'
import type { Limits } from '../formats/limits.ts'
import { isMetadataOnly, isTest, label, readRows } from '../formats/mqmtsv/rows.ts'
import { wmtScores, type Judged, type SystemScore } from '../metrics/mqm/wmt.ts'
import { bootstrap, type Interval } from '../metrics/statistics/bootstrap.ts'
import { ratio, unitsOf } from '../metrics/statistics/units.ts'
import { weigherOf, type WeightScheme } from '../mqm/weights.ts'

export interface ScoredSystem extends SystemScore {
  /** of the score; null where there is but one article */
  readonly interval: Interval | null
}

export interface MqmScores {
  readonly systems: readonly ScoredSystem[]
  /** of all systems, each once */
  readonly segments: number
}

/** What a score cannot be reckoned without. A file may have no name for its one rater. */
const demanded = ['system', 'doc', 'segment'] as const

/** The rows weighed. An import passes over what it cannot read, and says so; a score without it would be another score. */
function* judgedIn(bytes: Uint8Array, limits: Limits, scheme: WeightScheme): Generator<Judged> {
  const weigh = weigherOf(scheme)
  const rows = readRows(bytes, limits, (line, column) => {
    throw new FormatError(label, 'missing', { line, detail: column })
  })
  for (const row of rows) {
    if (isTest(row) || isMetadataOnly(row)) continue
    const { line, system, doc: document, segment, rater } = row
    const missing = demanded.find(column => row[column] === '')
    if (missing) throw new FormatError(label, 'missing', { line, detail: missing })
    const weight = weigh(row)
    if (weight === null) throw new FormatError(label, 'invalid', { line, detail: `severity “${row.severity}”` })
    yield { system, document, segment, rater, weight }
  }
}

/** Articles are drawn, as Marot does, not segments: those of an article are not independent of each other. */
const intervalOf = ({ articles }: SystemScore): Interval | null =>
  bootstrap(unitsOf(articles.map(({ score, segments }) => [score * segments.length, segments.length])), ratio)

/**
 * The scores of a file of MQM annotations (MQM TSV, as Google, WMT, Anthea and Marot have it; packed by gzip or not).
 * @throws FormatError with its line where a row has too few fields or a severity that is not known, and what `readRows` throws
 */
export function scoreMqm(bytes: Uint8Array, limits: Limits, scheme: WeightScheme): MqmScores {
  const systems = wmtScores(judgedIn(bytes, limits, scheme))
  if (systems.length === 0) throw new FormatError(label, 'empty')
  const segments = new Set(
    systems.flatMap(({ articles }) =>
      articles.flatMap(({ document, segments: scored }) => scored.map(({ segment }) => `${document}\t${segment}`)),
    ),
  )
  return { systems: systems.map(system => ({ ...system, interval: intervalOf(system) })), segments: segments.size }
}
