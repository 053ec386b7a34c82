/** Writes settings 0, 1, 2 … into the store named as JSON in the first argument, ten at once, and prints each when it is acknowledged. */
import { writeSync } from 'node:fs'
import { openDatabase } from '../../../src/store/db/open.ts'
import type { Where } from '../../../src/store/db/open.ts'

const store = await openDatabase(JSON.parse(process.argv[2] ?? '') as Where)
let next = 0
const write = async (): Promise<never> => {
  for (;;) {
    const name = String(next++)
    await store.transaction(tx =>
      tx
        .insertInto('setting')
        .values({ name, value: 'x'.repeat(2000) })
        .execute(),
    )
    writeSync(1, `${name}\n`)
  }
}
await Promise.all(Array.from({ length: 10 }, write))
