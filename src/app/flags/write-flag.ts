import { Problem } from '../../errors.ts'
import { flagById, insertFlag, insertFlagEvent } from '../../store/flags.ts'
import { newId } from '../../store/id.ts'
import type { Db, Row } from '../../store/schema.ts'
import type { Place } from '../../text/place.ts'
import type { PendingFlag } from '../../wire/flag.ts'
import type { Person } from '../deps.ts'

/** The layer all persons share. */
export const sharedLayer = 'shared'

/** A flag with its anchor, and with its place in the head that the transaction holds. */
export interface PlacedFlag extends PendingFlag {
  readonly revision: number
  readonly words: string
  readonly place: Place
}

export type FlagEventKind = 'set' | 'edit' | 'dismiss' | 'reopen' | 'withdraw' | 'confirm-place'

export const recordFlag = (
  tx: Db,
  flag: Pick<Row<'flag'>, 'id' | 'translation_id'>,
  event: { readonly kind: FlagEventKind; readonly person: Person; readonly at: number; readonly detail: unknown },
): Promise<void> =>
  insertFlagEvent(tx, {
    id: newId(),
    flag_id: flag.id,
    translation_id: flag.translation_id,
    person_id: event.person.id,
    at: event.at,
    kind: event.kind,
    detail: JSON.stringify(event.detail),
  })

/** Writes a flag as it is first set, with its anchor and its place in the head, and that it was set. @returns its row */
export async function writeFlag(
  tx: Db,
  set: {
    readonly translationId: string
    readonly layer: string
    readonly person: Person
    readonly at: number
    readonly flag: PlacedFlag
  },
): Promise<Row<'flag'>> {
  const { translationId, layer, person, at, flag } = set
  const { id, from, to, revision, words, category, severity, comment, suggestion, place } = flag
  const row: Row<'flag'> = {
    id,
    translation_id: translationId,
    layer,
    author_id: person.id,
    revision,
    span_from: from,
    span_to: to,
    words,
    category,
    severity,
    comment,
    suggestion,
    created_at: at,
    updated_at: at,
    dismissed_at: null,
    dismissed_reason: '',
    withdrawn_at: null,
    version: 1,
    place: JSON.stringify(place),
  }
  await insertFlag(tx, row)
  const detail = { revision, from, to, words, category, severity, comment, suggestion }
  await recordFlag(tx, row, { kind: 'set', person, at, detail })
  return row
}

/** Sets flags; one whose id is there already was set by the same request, sent before, and stays as it is. */
export async function insertFlags(
  tx: Db,
  input: {
    readonly translationId: string
    readonly person: Person
    readonly at: number
    readonly flags: readonly PlacedFlag[]
  },
): Promise<void> {
  const { translationId, person, at } = input
  for (const flag of input.flags) {
    const known = await flagById(tx, flag.id)
    if (known?.translation_id === translationId) continue
    if (known) throw new Problem('field-invalid', { field: 'id' })
    await writeFlag(tx, { translationId, layer: sharedLayer, person, at, flag })
  }
}
