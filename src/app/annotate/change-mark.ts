import { Problem } from '../../errors.ts'
import { holdAnnotation } from '../../store/annotations.ts'
import { flagApartById, updateFlag, type Flag } from '../../store/flags.ts'
import type { BareHead } from '../../store/heads.ts'
import type { Tx } from '../../store/schema.ts'
import type { MarkEdit } from '../../wire/annotation.ts'
import type { FlagView } from '../../wire/flag.ts'
import { notWithdrawn, type FlagChange } from '../flags/change-flag.ts'
import type { Deps } from '../deps.ts'
import { edited } from '../flags/edit-flag.ts'
import { findBareHead, needPerson } from '../find-head.ts'
import { flagView } from '../flags/flag-views.ts'
import { onSteadyHead } from '../on-steady-head.ts'
import { anchorOf, placeAlong } from '../flags/place-flags.ts'
import { recordFlag, type FlagEventKind } from '../flags/write-flag.ts'
import { openAnnotation, type Annotating } from './own-annotation.ts'

/** Who does something to which of their flags. */
export interface MarkDeed extends Annotating {
  readonly flagId: string
  /** the version the person saw, where it is known */
  readonly version?: number | undefined
}

/** As `changeFlag`, of a flag of one's own annotation. @throws Problem flag-unknown, flag-misfit; as `openAnnotation` */
async function changeMark(
  deps: Deps,
  deed: MarkDeed,
  kind: FlagEventKind,
  decide: (flag: Flag, head: BareHead, at: number) => FlagChange | Promise<FlagChange>,
): Promise<FlagView> {
  const person = needPerson(deed.person)
  const { db } = deps.store
  const { id, translation_id: translationId, layer } = await openAnnotation(db, deed)
  return onSteadyHead<FlagView>(deps, async () => {
    const flag = await flagApartById(db, deed.flagId)
    if (flag?.translation_id !== translationId || flag.layer !== layer) throw new Problem('flag-unknown')
    const head = await findBareHead(db, { translationId })
    const at = deps.now()
    const change = await decide(flag, head, at)
    if (change === null) return { known: flagView(flag, '') }
    if (deed.version !== undefined && deed.version !== flag.version) throw new Problem('flag-misfit')
    const write = async (tx: Tx): Promise<FlagView | null> => {
      if (!(await holdAnnotation(tx, id, 'open'))) throw new Problem('annotation-closed')
      if (!(await updateFlag(tx, flag.id, flag.version, { ...change.values, updated_at: at }))) return null
      await recordFlag(tx, flag, { kind, person, at, detail: change.detail })
      const changed = await flagApartById(tx, flag.id)
      return changed ? flagView(changed, '') : null
    }
    return { head, write }
  })
}

/** Changes what is said of an error; its words stay. @throws Problem as `changeMark` */
export const editMark = (deps: Deps, deed: Omit<MarkDeed, 'version'>, edit: MarkEdit): Promise<FlagView> =>
  changeMark(deps, { ...deed, version: edit.version }, 'edit', flag => edited(notWithdrawn(flag), edit))

/** Takes an error back; its story stays. @throws Problem as `changeMark` */
export const withdrawMark = (deps: Deps, deed: MarkDeed): Promise<FlagView> =>
  changeMark(deps, deed, 'withdraw', (flag, _head, at) =>
    flag.withdrawn_at === null ? { values: { withdrawn_at: at }, detail: {} } : null,
  )

/** Brings back one that was taken back. @throws Problem as `changeMark` */
export const reopenMark = (deps: Deps, deed: MarkDeed): Promise<FlagView> =>
  changeMark(deps, deed, 'reopen', async (flag, head) => {
    if (flag.withdrawn_at === null) return null
    // while it was withdrawn, its place was not followed
    const place = await placeAlong(deps, flag.translation_id, anchorOf(flag), head.head_number)
    return { values: { withdrawn_at: null, place: JSON.stringify(place) }, detail: { withdrawn: true } }
  })
