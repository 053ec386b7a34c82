import { randomUUID } from 'node:crypto'

/** The idempotency key of one form: sent twice, it is one save. */
export const saveKey = (): string => randomUUID()
