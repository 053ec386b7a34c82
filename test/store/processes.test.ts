import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { text } from 'node:stream/consumers'
import { openDatabase } from '../../src/store/db/open.ts'
import type { Where } from '../../src/store/db/open.ts'
import { migrations } from '../../src/store/migrations/index.ts'
import { forEachStore } from '../contracts/stores.ts'

const start = (name: string, where: Where) => {
  const file = fileURLToPath(new URL(`children/${name}.ts`, import.meta.url))
  return spawn(process.execPath, [file, JSON.stringify(where)], { stdio: ['ignore', 'pipe', 'pipe'] })
}

forEachStore('several processes', (_open, newWhere) => {
  test('four that start together migrate once', async () => {
    const where = await newWhere()
    const children = Array.from({ length: 4 }, () => start('open', where))
    const outputs = await Promise.all(
      children.map(async child => {
        const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
        return { out: out.trim(), err }
      }),
    )
    const expected = { out: JSON.stringify(migrations.map(m => m.name)), err: '' }
    expect(outputs).toEqual([expected, expected, expected, expected])
  })

  test('what was acknowledged before a kill -9 is there', async () => {
    const where = await newWhere()
    const acknowledged: string[] = []
    for (let round = 0; round < 3; round++) {
      const child = start('write', where)
      const closed = once(child, 'close')
      let output = ''
      for await (const chunk of child.stdout.setEncoding('utf8')) {
        output += String(chunk)
        if (output.split('\n').length > 100 + round * 37) child.kill('SIGKILL')
      }
      await closed
      acknowledged.push(...output.split('\n').slice(0, -1))
      const store = await openDatabase(where)
      const rows = await store.db.selectFrom('setting').select(['name', 'value']).execute()
      const there = new Set(rows.filter(row => row.value.length === 2000).map(row => row.name))
      expect(acknowledged.filter(name => !there.has(name))).toEqual([])
      expect(there.size - new Set(acknowledged).size).toBeLessThanOrEqual(10)
      await store.db.deleteFrom('setting').execute()
      acknowledged.length = 0
      await store.close()
    }
  })
})
