import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * Whoever uses the outer `db` inside a transaction waits for themselves on SQLite, and writes outside of it on PostgreSQL.
 * So every transaction is marked in the asynchronous context, and taking another connection there is refused.
 */
const current = new AsyncLocalStorage<{ open: boolean }>()

export async function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  const mark = { open: true }
  try {
    return await current.run(mark, work)
  } finally {
    mark.open = false
  }
}

/** @throws Error (a defect of the program) where a transaction is open around the caller */
export function refuseInsideTransaction(): void {
  if (current.getStore()?.open) throw new Error('the database was used beside the open transaction: pass `tx` on')
}
