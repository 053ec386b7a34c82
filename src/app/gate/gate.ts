/** The publish gate: what stands open in a text, against what the house has decided is good enough. */
import { passes, rawQuality } from '../../metrics/mqm/linear.ts'
import { weigherOf } from '../../mqm/weights.ts'
import { flagsOfTranslation } from '../../store/flags.ts'
import type { Head } from '../../store/heads.ts'
import type { Db, Row } from '../../store/schema.ts'
import { countWords } from '../../text/words.ts'
import type { QualitySettings } from '../../wire/quality.ts'
import { statusOf } from '../flags/flag-views.ts'
import { nameOf } from '../measure/find-errors.ts'
import { closingFindings } from './certain.ts'
import type { OpenFindings } from './open-findings.ts'
import { readQualitySettings, schemeOf } from './quality-settings.ts'

export interface Gate {
  /** the text is approved only with a reason */
  readonly closed: boolean
  /** critical flags that stand open */
  readonly critical: number
  /** raw quality score (MQM 2.0) of the flags that stand open, by the house's weights; null where there are no words */
  readonly score: number | null
  /** the score that just passes */
  readonly threshold: number
  /** certain findings that close it, and their checks, gravest first; none where findings are not asked, or not known */
  readonly findings: number
  readonly checks: readonly string[]
}

/** An open flag, as far as it is weighed. */
export type Weighed = Pick<Row<'flag'>, 'category' | 'severity' | 'comment'>

/** What binary fractions leave over is no quality: 0.1 and 0.2 points in three words leave 90, and not a little less. */
const noise = 1e9
const withoutNoise = (score: number): number => Math.round(score * noise) / noise

/**
 * A gate that is switched off is never closed. A text without words has no score, and does not fail by it; words are counted in the text that is
 * judged, which is what its open flags stand in.
 * @param found what the checks find in it; null where that is not known, and closes nothing
 */
export function judgeGate(
  open: readonly Weighed[],
  text: string,
  settings: QualitySettings,
  found: Pick<OpenFindings, 'findings' | 'experience'> | null,
): Gate {
  const weigh = weigherOf(schemeOf(settings))
  const penalty = open.reduce((sum, flag) => sum + (weigh({ category: nameOf(flag), severity: flag.severity }) ?? 0), 0)
  const critical = open.filter(({ severity }) => severity === 'critical').length
  const raw = rawQuality({ penalty, words: countWords(text) })
  const score = raw === null ? null : withoutNoise(raw)
  const { threshold } = settings
  const closing = found ? closingFindings(found.findings, found.experience, settings.findings) : []
  return {
    closed: settings.gate && (critical > 0 || closing.length > 0 || passes(score, threshold) === false),
    critical,
    score,
    threshold,
    findings: closing.length,
    checks: [...new Set(closing.map(({ check }) => check))],
  }
}

/** The gate of a head as it stands; in a transaction that holds the head no flag comes or goes meanwhile. */
export async function gateOf(
  db: Db,
  head: Pick<Head, 'id' | 'head_text' | 'head_hash'>,
  found: OpenFindings | null,
): Promise<Gate> {
  const flags = await flagsOfTranslation(db, head.id)
  const open = flags.filter(flag => statusOf(flag) === 'open')
  const settings = await readQualitySettings(db)
  return judgeGate(open, head.head_text, settings, found?.hash === head.head_hash ? found : null)
}

/** A score as it is told: never rounded up to a threshold that it does not reach. */
export const toldScore = (score: number): number => Math.floor(withoutNoise(score * 100)) / 100

/** What somebody has been told of a gate: its critical flags and certain findings, and the score as it is told; what is not known is absent. */
export interface GateTold {
  readonly critical?: number
  readonly findings?: number
  readonly score?: number
}

/** Whether more stands against a text than somebody was told. */
export const isWorse = ({ critical, findings, score }: Gate, told: GateTold): boolean =>
  critical > (told.critical ?? critical) ||
  findings > (told.findings ?? findings) ||
  (score !== null && toldScore(score) < (told.score ?? -Infinity))
