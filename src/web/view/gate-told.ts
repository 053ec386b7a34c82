import { toldScore, type Gate } from '../../app/gate/gate.ts'
import { fill, formatNumber, messages, plural, type Language } from '../../i18n/index.ts'

type Judged = Omit<Gate, 'closed'>

const isUnder = ({ score, threshold }: Judged): boolean => score !== null && score < threshold

/** Why a gate is closed, a sentence each. */
export function gateReasons(language: Language, gate: Judged): readonly string[] {
  const { closed } = messages(language).gate
  const { critical, score, threshold } = gate
  const told = { score: formatNumber(language, toldScore(score ?? 0)), threshold: formatNumber(language, threshold) }
  return [
    ...(critical > 0 ? [plural(language, closed.critical, critical)] : []),
    ...(isUnder(gate) ? [fill(language, closed.score, told)] : []),
  ]
}

/** The same in one line, for the desk; null where it is open. */
export function gateLine(language: Language, gate: Gate): string | null {
  if (!gate.closed) return null
  const { closed } = messages(language).gate
  const { critical, score, threshold } = gate
  const why = [
    ...(critical > 0 ? [plural(language, closed.critical, critical)] : []),
    ...(isUnder(gate) ? [fill(language, closed.deskScore, { score: toldScore(score ?? 0), threshold })] : []),
  ]
  return fill(language, closed.desk, { why: why.join(', ') })
}

/** That a text was approved although its gate was closed, as the timeline tells it. */
export function gatePassed(language: Language, gate: Judged): string {
  const { history } = messages(language)
  const { critical, score, threshold } = gate
  const flags = critical > 0 ? plural(language, history.gateCritical, critical) : ''
  const points = isUnder(gate) ? fill(language, history.gateScore, { score: toldScore(score ?? 0), threshold }) : ''
  return flags !== '' && points !== ''
    ? fill(language, history.gateBoth, { critical: flags, score: points })
    : flags || points
}
