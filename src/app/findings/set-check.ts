import { checkById } from '../../checks/index.ts'
import { Problem } from '../../errors.ts'
import { severities, type Severity } from '../../mqm/annotation.ts'
import { insertCheckActs } from '../../store/check-acts.ts'
import { checkSettings, stampHouse, writeCheckSetting } from '../../store/check-settings.ts'
import { newId } from '../../store/id.ts'
import type { Deps, Person } from '../deps.ts'
import { enterReason } from './dismiss-finding.ts'
import { needPerson } from '../find-head.ts'

export interface CheckDecision {
  readonly person: Person | null
  readonly checkId: string
  readonly enabled: boolean
  /** of all its findings; null as the check says */
  readonly severity: Severity | null
  readonly reason: string
}

/**
 * Decides for the house whether a check runs, and how grave its findings are. Decided so already, nothing happens.
 * @throws Problem name-missing, check-unknown, field-invalid (no reason, or no severity)
 */
export async function setCheck(deps: Deps, decision: CheckDecision): Promise<void> {
  const person = needPerson(decision.person)
  const { checkId, enabled, severity } = decision
  if (!checkById(checkId)) throw new Problem('check-unknown')
  if (severity !== null && !severities.includes(severity)) throw new Problem('field-invalid', { field: 'severity' })
  const reason = enterReason(decision.reason)
  await deps.store.transaction(async tx => {
    const at = deps.now()
    const known = (await checkSettings(tx)).find(setting => setting.check_id === checkId)
    const before = { enabled: known?.enabled !== 0, severity: known?.severity ?? '' }
    const after = { enabled, severity: severity ?? '' }
    if (before.enabled === after.enabled && before.severity === after.severity) return
    const who = { person_id: person.id, at }
    await writeCheckSetting(tx, {
      check_id: checkId,
      enabled: Number(enabled),
      severity: after.severity,
      reason,
      ...who,
    })
    const nowhere = { article_id: null, translation_id: null, revision: null, words: '', fix: '', about: '' }
    const detail = JSON.stringify({ before, after, reason })
    await insertCheckActs(tx, [{ id: newId(), check_id: checkId, kind: 'set', ...nowhere, ...who, detail }])
    await stampHouse(tx)
  })
}
