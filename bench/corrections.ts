/**
 * What corrections teach, after years of use: browsing, searching, recognising, fixing everywhere, and what it costs those who save
 * meanwhile; each beside a plain scan of the same rows or texts. See `--help`.
 */
import { parseArgs } from 'node:util'
import { createDeps } from '../src/app/create-deps.ts'
import { apply, preview } from './lib/corrections-batch.ts'
import { browse, search } from './lib/corrections-browse.ts'
import { learn } from './lib/corrections-learn.ts'
import { match } from './lib/corrections-match.ts'
import { keptStore, postgresStore } from './lib/kept-store.ts'

const help = `node bench/corrections.ts [options]
  --corrections 1000000  of --pairs 300000 in --articles 100000, of three paragraphs each
  --keep DIR             a folder in which the filled store is kept for the next run
  --only browse,match    some of the parts: browse, search, match, preview, apply, learn
DATABASE_URL puts it on a PostgreSQL database, which must be empty; it stays filled.`

const { values } = parseArgs({
  options: {
    corrections: { type: 'string', default: '1000000' },
    pairs: { type: 'string', default: '300000' },
    articles: { type: 'string', default: '100000' },
    keep: { type: 'string' },
    only: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

const parts = { browse, search, match, preview, apply, learn }

async function run(): Promise<void> {
  const sizes = {
    corrections: Number(values.corrections),
    pairs: Number(values.pairs),
    articles: Number(values.articles),
    paragraphsPerArticle: 3,
    seed: 1,
  }
  const url = process.env['DATABASE_URL']
  const kept = url ? await postgresStore(sizes, url) : await keptStore(sizes, values.keep)
  const deps = createDeps(kept.store)
  try {
    const wanted = values.only?.split(',')
    for (const [name, part] of Object.entries(parts))
      if (!wanted || wanted.includes(name)) {
        console.log(name)
        await part(deps, kept.filled)
      }
    console.log(`memory ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`)
  } finally {
    await deps.checks.close()
    await kept.close()
  }
}

if (values.help) console.log(help)
else await run()
