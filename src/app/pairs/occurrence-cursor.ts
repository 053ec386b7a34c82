import { Problem } from '../../errors.ts'
import type { OccurrencePlace } from '../../store/concordance.ts'

/** A correction's place in time, as it stands in an address. */
export const writePlace = ({ at, id }: OccurrencePlace): string => `${at}-${id}`

/** @throws Problem field-invalid */
export function readPlace(cursor: string): OccurrencePlace {
  const [, at, id] = /^(\d{1,15})-([0-9a-z]{16})$/.exec(cursor) ?? []
  if (at === undefined || id === undefined) throw new Problem('field-invalid', { field: 'after' })
  return { at: Number(at), id }
}
