import { groundsOf, unsettledTranslations, type Grounds } from '../../store/corrections.ts'
import { flagsOfTranslation } from '../../store/flags.ts'
import { bareHeadOf, headOf, type Head } from '../../store/heads.ts'
import { historyOf } from '../../store/revisions.ts'
import { rulingsOf } from '../../store/rulings.ts'
import { writeCorrections, type Derived } from '../../store/write-corrections.ts'
import type { Reason } from '../../wire/save.ts'
import type { AnsweredFlag } from './correction-category.ts'
import type { Deps } from '../deps.ts'
import { deriveCorrections } from './derive-corrections.ts'
import { placeOf } from '../flags/flag-views.ts'
import { followedTerms } from '../terms/house-terms.ts'
import { readStep } from '../flags/place-flags.ts'
import { placeReasons } from './place-reasons.ts'
import { textAt } from '../revisions/read-revision.ts'
import { voices } from '../pairs/voices.ts'

/** How often is derived anew because the head, a flag or a ruling was faster, before it is left to the next time. */
const mostTries = 5

/** Flags that the head has answered: not the open ones, whose words stand yet, nor what a person says is none. */
async function answeredFlags(deps: Deps, translationId: string): Promise<AnsweredFlag[]> {
  const flags = await flagsOfTranslation(deps.store.db, translationId)
  return flags.flatMap(flag => {
    const place = placeOf(flag)
    if (flag.dismissed_at !== null || place.state === 'open') return []
    const span = place.state === 'orphaned' ? { from: place.at, to: place.at } : { from: place.from, to: place.to }
    const { id, category, severity } = flag
    return [{ id, by: place.by, category, severity, ...span }]
  })
}

async function derive(deps: Deps, head: Head): Promise<Derived[]> {
  const { db } = deps.store
  if (head.head_number === 0 || head.head_hash === head.mt_hash) return []
  const mt = await textAt(deps, head.id, 0)
  const history = await historyOf(db, head.id, head.head_number)
  const steps = history.map(readStep)
  const reasons = new Map(
    history.flatMap(({ number, reasons: told }) => (told === '[]' ? [] : [[number, JSON.parse(told) as Reason[]]])),
  )
  return deriveCorrections({
    mt,
    head: head.head_text,
    diff: deps.hunks.diff(
      { hash: head.mt_hash, text: mt },
      { hash: head.head_hash, text: head.head_text },
      head.fixed === 1,
    ),
    steps,
    makers: history,
    reasons: await placeReasons(reasons, steps, head.head_text.length, number => textAt(deps, head.id, number)),
    flags: await answeredFlags(deps, head.id),
    rulings: await rulingsOf(db, head.id),
    term: await followedTerms(deps),
  })
}

/** Derives the corrections of one translation. @returns whether they stand now as its head has them */
export async function settleTranslation(deps: Deps, translationId: string): Promise<boolean> {
  const { db } = deps.store
  for (let tries = 0; tries < mostTries; tries += 1) {
    const grounds: Grounds | undefined = await groundsOf(db, translationId)
    // purged meanwhile
    if (grounds === undefined || grounds.corrections_number === grounds.head_number) return true
    const head = await headOf(db, { translationId })
    if (head?.head_number !== grounds.head_number) continue
    const derived = await derive(deps, head)
    if (await deps.store.transaction(tx => writeCorrections(tx, grounds, derived, voices))) return true
  }
  return false
}

/** What is longer is left to the background: no page waits for it. UTF-16 code units of the MT; revisions. */
const short = { text: 300_000, revisions: 1000 }

/** Derives the corrections of a desk that is opened, if that takes no longer than to draw it. @returns whether they stand now */
export async function settleForDesk(deps: Deps, translationId: string): Promise<boolean> {
  const head = await bareHeadOf(deps.store.db, { translationId })
  if (!head || head.head_number > short.revisions) return false
  const mt = await textAt(deps, translationId, 0)
  return mt.length <= short.text && settleTranslation(deps, translationId)
}

/** How many translations are settled before what reads corrections of all of them is answered. */
const usual = 20

/**
 * Derives what has not been derived since it last changed: so that one reads what one wrote, without waiting for the background. Any
 * number of processes may do so at once.
 * @param input.most so many translations, which bounds the time
 * @returns how many were
 */
export async function settleCorrections(
  deps: Deps,
  input: { readonly most?: number; readonly translationId?: string } = {},
): Promise<number> {
  const { most = usual, translationId } = input
  const ids = translationId === undefined ? await unsettledTranslations(deps.store.db, most) : [translationId]
  for (const id of ids) await settleTranslation(deps, id)
  return ids.length
}
