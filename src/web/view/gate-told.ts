import { toldScore, type Gate } from '../../app/gate/gate.ts'
import { checkById } from '../../checks/index.ts'
import { fill, formatNumber, messages, plural, type Language } from '../../i18n/index.ts'

/** What was recorded before findings were asked names none. */
type Judged = Pick<Gate, 'critical' | 'score' | 'threshold'> & Partial<Pick<Gate, 'findings' | 'checks'>>

const isUnder = ({ score, threshold }: Judged): boolean => score !== null && score < threshold

/** So many checks are named. */
const mostNamed = 3

/** The names of checks, the first of them where they are many. @param checks their ids */
export function checkNames(language: Language, checks: readonly string[]): string {
  const names = checks.slice(0, mostNamed).map(id => checkById(id)?.title[language] ?? id)
  return [...names, ...(checks.length > mostNamed ? ['…'] : [])].join(', ')
}

/** Certain findings as they are told, with their checks; '' where there are none. */
function findingsTold(
  language: Language,
  { findings = 0, checks = [] }: Judged,
  words: { readonly one: string; readonly other: string },
): string {
  return findings === 0 ? '' : plural(language, words, findings, { checks: checkNames(language, checks) })
}

/** Why a gate is closed, a sentence each. */
export function gateReasons(language: Language, gate: Judged): readonly string[] {
  const { closed } = messages(language).gate
  const { critical, score, threshold } = gate
  const told = { score: formatNumber(language, toldScore(score ?? 0)), threshold: formatNumber(language, threshold) }
  return [
    critical > 0 ? plural(language, closed.critical, critical) : '',
    findingsTold(language, gate, closed.findings),
    isUnder(gate) ? fill(language, closed.score, told) : '',
  ].filter(why => why !== '')
}

/** The same in one line, for the desk; null where it is open. */
export function gateLine(language: Language, gate: Gate): string | null {
  if (!gate.closed) return null
  const { closed } = messages(language).gate
  const { critical, score, threshold, findings } = gate
  const why = [
    ...(critical > 0 ? [plural(language, closed.critical, critical)] : []),
    ...(findings > 0 ? [plural(language, closed.deskFindings, findings)] : []),
    ...(isUnder(gate) ? [fill(language, closed.deskScore, { score: toldScore(score ?? 0), threshold })] : []),
  ]
  return fill(language, closed.desk, { why: why.join(', ') })
}

/** That a text was approved although its gate was closed, as the timeline tells it. */
export function gatePassed(language: Language, gate: Judged): string {
  const { history } = messages(language)
  const { critical, score, threshold } = gate
  const told = [
    critical > 0 ? plural(language, history.gateCritical, critical) : '',
    findingsTold(language, gate, history.gateFindings),
    isUnder(gate) ? fill(language, history.gateScore, { score: toldScore(score ?? 0), threshold }) : '',
  ].filter(why => why !== '')
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'conjunction' }).format(told)
}
