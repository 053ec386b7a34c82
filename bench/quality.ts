/**
 * How long the quality page takes over many articles, from asking to its last byte: the first look, and those after. See `--help`.
 */
import { parseArgs } from 'node:util'
import { createDeps } from '../src/app/create-deps.ts'
import type { Store } from '../src/store/db/store.ts'
import { newStamp } from '../src/store/measures.ts'
import { createApp } from '../src/web/server.ts'
import { beside, grouped, type Job } from './lib/beside.ts'
import { keptStore, postgresStore } from './lib/kept-store.ts'
import { ask } from './lib/load.ts'
import { addMeasures } from './lib/measured-store.ts'

const help = `node bench/quality.ts [options]
  --articles 10000 --corrections 500000 of --pairs 150000
  --keep DIR         a folder in which the store is kept for the next run, before it is measured
  --times 20         how often each page is asked for
DATABASE_URL puts it on a PostgreSQL database, which must be empty; it stays filled.`

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '10000' },
    corrections: { type: 'string', default: '500000' },
    pairs: { type: 'string', default: '150000' },
    times: { type: 'string', default: '20' },
    keep: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

/** ms for the whole page */
const aim = 200

/** In the order in which they are asked for: the first is the first that anybody asks of the program. */
const pages: Readonly<Record<string, string>> = {
  'all that is reviewed': '/quality',
  'one system': '/quality?system=MT+A',
  'half a year': '/quality?from=2024-07&to=2024-12',
  'two systems': '/quality/compare?a=MT+A&b=MT+B',
  'as CSV': '/quality/export?format=csv',
}

/** As a save does: what was kept of all measures is reckoned anew. */
const changeOne = (store: Store): Promise<unknown> =>
  store.db
    .updateTable('measure')
    .set({ stamp: newStamp() })
    .where('translation_id', '=', e =>
      e.selectFrom('measure').select('translation_id').orderBy('translation_id').limit(1),
    )
    .execute()

async function run(): Promise<void> {
  const sizes = {
    corrections: Number(values.corrections),
    pairs: Number(values.pairs),
    articles: Number(values.articles),
    paragraphsPerArticle: 20,
    seed: 1,
  }
  const url = process.env['DATABASE_URL']
  const kept = url ? await postgresStore(sizes, url) : await keptStore(sizes, values.keep)
  const deps = createDeps(kept.store)
  const server = createApp(deps, { textBytes: deps.limits.textBytes }).listen(0, '127.0.0.1')
  try {
    const errors = await addMeasures(kept.store, kept.filled.personIds[0] ?? '')
    console.log(`${grouped(sizes.articles)} articles, ${grouped(errors)} errors`)
    const address = server.address()
    const here = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
    for (const [name, path] of Object.entries(pages)) {
      const ours: Job['ours'] = async () => {
        const { status, body } = await ask(here, { path, headers: { accept: 'text/html' } })
        if (status !== 200) throw new Error(`${path} answers ${status}: ${body.slice(0, 200)}`)
        return [body]
      }
      await beside({ name, aim, ours, times: Number(values.times) })
    }
    const changed: Job['ours'] = async () => {
      await changeOne(kept.store)
      return [(await ask(here, { path: '/quality', headers: { accept: 'text/html' } })).body]
    }
    await beside({
      name: 'all that is reviewed, each time after a change',
      aim,
      ours: changed,
      times: Number(values.times),
    })
    console.log(`memory ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`)
  } finally {
    server.close()
    await deps.checks.close()
    await kept.close()
  }
}

if (values.help) console.log(help)
else await run()
