/**
 * How fast the pages come: the queue of many articles, the review page, and a save, beside a bare Express and EJS page of the same size, in the
 * same run, in turn.
 *
 *   node bench/pages.ts [--articles 100000] [--seconds 5] [--rounds 3]
 *
 * DATABASE_URL puts it on a PostgreSQL database, which must be empty.
 */
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createDeps } from '../src/app/create-deps.ts'
import { ensurePerson } from '../src/app/ensure-person.ts'
import { storeArticle } from '../src/app/import-article.ts'
import { openDatabase } from '../src/store/db/open.ts'
import { ask, load, type Asked, type Load } from './lib/load.ts'
import { running } from './lib/process.ts'

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '3' },
  },
})
const articles = Number(values.articles)
const ms = Number(values.seconds) * 1000
const rounds = Number(values.rounds)
const clients = 50
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const url = process.env['DATABASE_URL']

const seed = await readFile(here('../corpus/lka-niedersachsen/mt.txt'), 'utf8')
const paragraphs = seed.split('\n').filter(line => line.length > 100)

/** Fills the store; gives the ids of the last articles, which are whole ones. */
async function fill(dataDir: string): Promise<string[]> {
  const store = await openDatabase(url ? { url } : { dataDir })
  const deps = createDeps(store)
  const person = await ensurePerson(deps, 'Bo Bänk')
  const whole: string[] = []
  for (let n = 0; n < articles; n += 500) {
    await store.transaction(async tx => {
      for (let i = n; i < Math.min(n + 500, articles); i++) {
        const full = i >= articles - clients
        const mtText = full ? `${i}\n${seed}` : `${i} ${(paragraphs[i % paragraphs.length] ?? '').slice(0, 300)}`
        const about = {
          title: `Artikel ${(i * 7919) % articles} om ${'åäöabc'[i % 6]}`,
          address: '',
          system: `MT ${i % 3}`,
          sourceLanguage: 'de',
          sourceText: '',
        }
        const { articleId } = await storeArticle(tx, {
          ...about,
          mtText,
          language: 'sv',
          createdAt: Date.now() - i * 1000,
          person,
        })
        if (full) whole.push(articleId)
      }
    })
  }
  await store.close()
  return whole
}

const show = (name: string, { perSecond, median, p95, bytes }: Load, ratio = '') =>
  console.log(
    `${name.padEnd(34)}${perSecond.toFixed(0).padStart(7)}/s  median ${median.toFixed(1).padStart(6)} ms  p95 ${p95.toFixed(1).padStart(6)} ms  ${(bytes / 1000).toFixed(1).padStart(6)} kB  ${ratio}`,
  )
const middle = (loads: readonly Load[]): Load =>
  [...loads].sort((a, b) => a.perSecond - b.perSecond)[loads.length >> 1] as Load

/** A page beside a bare one of the same size, in turn. */
async function beside(name: string, address: string, path: string, headers: Record<string, string>): Promise<void> {
  const page = await ask(address, { path, headers })
  const bare = await running(here('lib/bare-server.ts'), [
    String(page.body.length),
    String((page.body.match(/<(p|tr|li|textarea)\b/g) ?? []).length || 1),
  ])
  const ours: Load[] = []
  const theirs: Load[] = []
  for (let round = 0; round <= rounds; round++) {
    const a = await load(address, 10, ms, () => ({ path, headers }))
    const b = await load(bare.address, 10, ms, () => ({ path: '/' }))
    if (round > 0) (ours.push(a), theirs.push(b))
  }
  await bare.end()
  show(name, middle(ours), `${(middle(ours).perSecond / middle(theirs).perSecond).toFixed(2)} of bare`)
  show('  bare Express + EJS', middle(theirs))
}

const dataDir = await mkdtemp(join(tmpdir(), 'rodpenna-bench-'))
const begun = performance.now()
const whole = await fill(dataDir)
console.log(`${articles} articles stored in ${((performance.now() - begun) / 1000).toFixed(0)} s`)
const server = await running(here('../src/main.ts'), ['serve', '--json'], { DATA_DIR: dataDir, PORT: '0' })
try {
  const { address } = server
  const named = await ask(address, {
    method: 'POST',
    path: '/person',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ name: 'Bo Bänk' }),
  })
  const cookie = (named.headers['set-cookie'] ?? []).map(each => each.split(';')[0]).join('; ')
  const headers = { cookie, accept: 'text/html' }
  await beside('queue', address, '/', headers)
  await beside('queue by title', address, '/?sort=title', headers)
  await beside('review page', address, `/articles/${whole[0] ?? ''}`, headers)
  const saved = new Array<number>(clients).fill(0)
  /** Every save inserts a word at the start of the caller's own article, on its last revision. */
  const save = (caller: number): Asked => {
    const base = saved[caller] ?? 0
    saved[caller] = base + 1
    const length = `${articles - clients + caller}\n${seed}`.length + 'ord '.length * base
    return {
      method: 'POST',
      path: `/articles/${whole[caller] ?? ''}/revisions`,
      headers: { cookie, accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify({ base, change: [[0, 'ord '], length], key: randomUUID() }),
    }
  }
  const saves: Load[] = []
  for (let round = 0; round <= rounds; round++) saves.push(await load(address, clients, ms, save))
  show(`save, ${clients} clients`, middle(saves.slice(1)))
} finally {
  await server.end()
  await rm(dataDir, { recursive: true, force: true })
}
