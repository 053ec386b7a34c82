import type { Check, Family } from '../../checks/check.ts'
import { families } from '../../checks/check.ts'
import { checks } from '../../checks/index.ts'
import type { Severity } from '../../mqm/annotation.ts'
import { countActs } from '../../store/check-acts.ts'
import { countsOfChecks } from '../../store/check-counts.ts'
import { checkSettings, type CheckSetting } from '../../store/check-settings.ts'
import type { Deps } from '../deps.ts'

/** What became of a check's findings here. */
export interface CheckFigures {
  /** open in the articles of the queue, as last counted, and in how many of them */
  readonly open: number
  readonly articles: number
  readonly accepted: number
  /** and not taken back */
  readonly dismissed: number
  /** share accepted of those decided on, 0 to 1; null where none was */
  readonly precision: number | null
}

export interface CheckLine extends CheckFigures {
  readonly id: string
  readonly family: Family
  readonly title: Check['title']
  readonly category: Check['category']
  readonly enabled: boolean
  /** of its findings here; those that differ from finding to finding are set alike where the house has set it */
  readonly severity: Severity
  /** as the check says */
  readonly ownSeverity: Severity
}

export async function figuresOf({ store }: Deps, checkId?: string): Promise<(id: string) => CheckFigures> {
  const [acts, counts] = await Promise.all([countActs(store.db, checkId), countsOfChecks(store.db, checkId)])
  return id => {
    const of = (kind: string): number => acts.find(act => act.checkId === id && act.kind === kind)?.n ?? 0
    const count = counts.find(each => each.checkId === id)
    const [accepted, dismissed] = [of('accept'), of('dismiss') - of('withdraw')]
    const decided = accepted + dismissed
    const precision = decided === 0 ? null : accepted / decided
    return { open: count?.findings ?? 0, articles: count?.articles ?? 0, accepted, dismissed, precision }
  }
}

export const lineOf = (check: Check, setting: CheckSetting | undefined, figures: CheckFigures): CheckLine => ({
  id: check.id,
  family: check.family,
  title: check.title,
  category: check.category,
  enabled: setting?.enabled !== 0,
  severity: (setting?.severity || check.severity) as Severity,
  ownSeverity: check.severity,
  ...figures,
})

/** All checks with how they are set and how they have done here, in the order of their families. */
export async function listChecks(deps: Deps): Promise<readonly CheckLine[]> {
  const [settings, figures] = await Promise.all([checkSettings(deps.store.db), figuresOf(deps)])
  const setting = new Map(settings.map(each => [each.check_id, each]))
  return families.flatMap(family =>
    checks
      .filter(check => check.family === family)
      .map(check => lineOf(check, setting.get(check.id), figures(check.id))),
  )
}
