/** Which findings are certain: so surely right that an approval has to reckon with them. */
import { severities, type Severity } from '../../mqm/annotation.ts'
import type { FindingView } from '../../wire/finding.ts'
import type { GateFindings } from '../../wire/quality.ts'

/** Of a hundred certain findings at least so many are right. */
const rightOf = 0.95
/** After so many decisions the house knows a check better than the check itself. */
const fewestDecided = 20

/** What the house has made of the findings of each check, by its id. */
export type Experience = ReadonlyMap<string, { readonly accepted: number; readonly decided: number }>

export type Found = Pick<FindingView, 'check' | 'confidence' | 'severity' | 'about'>

/**
 * Certain where the check is (95 of 100 right, by its own confidence, which ranks findings too), or, after 20 decisions of the house on that
 * check, where so many were accepted. What is about a pair or a term has learnt from decisions already.
 */
export function isCertain({ check, confidence, about }: Found, experience: Experience): boolean {
  const known = about === undefined ? experience.get(check) : undefined
  const sureness = known && known.decided >= fewestDecided ? known.accepted / known.decided : confidence
  return sureness >= rightOf
}

const graveEnough: Readonly<Record<GateFindings, Severity | null>> = { off: null, major: 'major', minor: 'minor' }

/** Those that the gate is closed by, gravest first. @param asked by which the house has said that it is */
export function closingFindings<F extends Found>(
  found: readonly F[],
  experience: Experience,
  asked: GateFindings,
): readonly F[] {
  const least = graveEnough[asked]
  if (least === null) return []
  const rank = ({ severity }: F): number => severities.indexOf(severity)
  return found
    .filter(one => rank(one) >= severities.indexOf(least) && isCertain(one, experience))
    .toSorted((a, b) => rank(b) - rank(a))
}
