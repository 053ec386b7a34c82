import { checkById } from '../../checks/index.ts'
import { Problem } from '../../errors.ts'
import { unsettle } from '../../store/check-counts.ts'
import { insertCheckActs, type CheckActKind } from '../../store/check-acts.ts'
import { stampHouse } from '../../store/check-settings.ts'
import { dismissalById, insertDismissal, withdrawRow, type Dismissal } from '../../store/dismissals.ts'
import { newId } from '../../store/id.ts'
import type { Db } from '../../store/schema.ts'
import { enterText } from '../../text/entry.ts'
import { hasInk } from '../../text/invisible.ts'
import type { DismissalView, DismissRequest } from '../../wire/finding.ts'
import type { Deps, Person } from '../deps.ts'
import { findBareHead, needPerson, type Which } from '../find-head.ts'
import { countDeclines } from '../pairs/pair-voice.ts'

export const dismissalView = (dismissal: Dismissal): DismissalView => ({
  id: dismissal.id,
  check: dismissal.check_id,
  words: dismissal.words,
  before: dismissal.before_text,
  after: dismissal.after_text,
  scope: dismissal.scope as DismissalView['scope'],
  reason: dismissal.reason,
  person: dismissal.person,
  at: dismissal.at,
  articleId: dismissal.article_id,
  withdrawn: dismissal.withdrawn_at !== null,
})

/** Why something was decided: it must be said, in characters that are seen. @throws Problem field-invalid, text-has-nul, text-has-lone-surrogate */
export function enterReason(raw: string): string {
  const reason = enterText(raw).replace(/\s+/g, ' ').trim()
  if (!hasInk(reason) || reason.length > 2000) throw new Problem('field-invalid', { field: 'reason' })
  return reason
}

/** What a dismissal, or its end, changes besides its own row: what is shown, what is counted, and what is told of the check. */
export async function recordDismissal(
  tx: Db,
  dismissal: Omit<Dismissal, 'person'>,
  act: { readonly kind: Extract<CheckActKind, 'dismiss' | 'withdraw'>; readonly person: Person; readonly at: number },
): Promise<void> {
  const { check_id, article_id, translation_id, words, scope, reason, category, severity, about } = dismissal
  await insertCheckActs(tx, [
    {
      id: newId(),
      check_id,
      kind: act.kind,
      article_id,
      translation_id,
      revision: null,
      person_id: act.person.id,
      at: act.at,
      words,
      fix: '',
      detail: JSON.stringify({ dismissal: dismissal.id, scope, reason, category, severity }),
      about,
    },
  ])
  await countDeclines(tx, about)
  if (scope === 'always') await stampHouse(tx)
  else if (article_id !== null) await unsettle(tx, article_id)
}

/**
 * Says that a finding is none, and why: at its place, for its words in the article, or for them everywhere. Sent twice with one
 * id, it is one; sent again after it was withdrawn, it stands again.
 * @throws Problem name-missing, check-unknown, field-invalid (no reason; another's id), article-unknown, translation-unknown, article-purged
 */
export async function dismissFinding(
  deps: Deps,
  who: Which & { readonly person: Person | null },
  request: DismissRequest,
): Promise<DismissalView> {
  const person = needPerson(who.person)
  const reason = enterReason(request.reason)
  if (!checkById(request.check)) throw new Problem('check-unknown')
  return deps.store.transaction(async tx => {
    const at = deps.now()
    const head = await findBareHead(tx, who)
    // written first by whatever concerns an article's findings, so that of two at once one waits
    await unsettle(tx, head.article_id)
    const known = request.id === undefined ? undefined : await dismissalById(tx, request.id)
    if (known && (known.article_id !== head.article_id || known.check_id !== request.check))
      throw new Problem('field-invalid', { field: 'id' })
    const same = known?.words === request.words && known.scope === request.scope
    // a page gone back to sends its old id with a new wish
    const id = known && !same ? newId() : (request.id ?? newId())
    if (known && same) {
      if (await withdrawRow(tx, id, null)) await recordDismissal(tx, known, { kind: 'dismiss', person, at })
      return dismissalView({ ...known, withdrawn_at: null })
    }
    const row = {
      id,
      check_id: request.check,
      article_id: head.article_id,
      translation_id: head.id,
      scope: request.scope,
      nth: request.nth,
      category: request.category ?? '',
      severity: request.severity ?? '',
      person_id: person.id,
      at,
      withdrawn_at: null,
      words: request.words,
      before_text: request.before,
      after_text: request.after,
      reason,
      about: request.about ?? '',
    }
    await insertDismissal(tx, row)
    await recordDismissal(tx, row, { kind: 'dismiss', person, at })
    return dismissalView({ ...row, person: person.name })
  })
}
