/**
 * How fast the pages come: the queue of many articles, the review page, and a save, beside a bare Express and EJS page of the same size, in the
 * same run, in turn. With the rate also each server's CPU time for a page, which does not depend on what else the machine does.
 *
 *   node bench/pages.ts [--articles 100000] [--seconds 1] [--rounds 10]
 *
 * DATABASE_URL puts it on a PostgreSQL database, which must be empty.
 */
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { checksVersion } from '../src/app/checks-version.ts'
import { createDeps } from '../src/app/create-deps.ts'
import { ensurePerson } from '../src/app/ensure-person.ts'
import { storeArticle } from '../src/app/articles/import-article.ts'
import { openDatabase } from '../src/store/db/open.ts'
import { ask, figures, load, type Asked, type Figures, type Load } from './lib/load.ts'
import { running, type Running } from './lib/process.ts'

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '10' },
  },
})
const articles = Number(values.articles)
const ms = Number(values.seconds) * 1000
const rounds = Number(values.rounds)
const clients = 50
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const url = process.env['DATABASE_URL']

const seed = await readFile(here('../corpus/lka-niedersachsen/1/mt.txt'), 'utf8')
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
  // counted already, as after some days: else the first count of all of them goes on beside what is measured
  const findings_version = `${await checksVersion()}.0`
  await store.db.updateTable('article').set({ findings_version, findings_weight: 0 }).execute()
  await store.close()
  return whole
}

const show = (name: string, { perSecond, median, p95, bytes }: Figures, more = '') =>
  console.log(
    `${name.padEnd(40)}${perSecond.toFixed(0).padStart(6)}/s  median ${median.toFixed(1).padStart(6)} ms  p95 ${p95.toFixed(1).padStart(6)} ms  ${(bytes / 1000).toFixed(1).padStart(6)} kB  ${more}`,
  )

/** Loads, and the CPU time their server took for them. */
class Measured {
  readonly loads: Load[] = []
  cpu = 0

  async take(server: Running, work: () => Promise<Load>): Promise<void> {
    const before = server.cpu()
    this.loads.push(await work())
    this.cpu += server.cpu() - before
  }

  get cpuEach(): number {
    return this.cpu / this.loads.reduce((sum, { times }) => sum + times.length, 0)
  }
}

/** A page beside a bare one of the same size, in turn; the first round warms up. */
async function beside(name: string, server: Running, path: string, headers: Record<string, string>): Promise<void> {
  const page = await ask(server.address, { path, headers })
  const bare = await running(here('lib/bare-server.ts'), [
    String(Buffer.byteLength(page.body)),
    String((page.body.match(/<(p|tr|li|textarea)\b/g) ?? []).length || 1),
  ])
  let [ours, theirs] = [new Measured(), new Measured()]
  for (let round = 0; round <= rounds; round++) {
    await ours.take(server, () => load(server.address, 10, ms, () => ({ path, headers })))
    await theirs.take(bare, () => load(bare.address, 10, ms, () => ({ path: '/' })))
    if (round === 0) [ours, theirs] = [new Measured(), new Measured()]
  }
  await bare.end()
  const [a, b] = [figures(ours.loads), figures(theirs.loads)]
  const cpu = (each: Measured) => `CPU ${each.cpuEach.toFixed(2)} ms`
  show(
    name,
    a,
    `${cpu(ours)}  ${(a.perSecond / b.perSecond).toFixed(2)} of bare (by CPU ${(theirs.cpuEach / ours.cpuEach).toFixed(2)})`,
  )
  show('  bare Express + EJS', b, cpu(theirs))
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
  await beside('queue', server, '/', headers)
  await beside('queue by title', server, '/?sort=title', headers)
  await beside('review page', server, `/articles/${whole[0] ?? ''}`, headers)
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
  const save50 = async (name: string, every: number) => {
    const saves = new Measured()
    await load(address, clients, ms, save, every)
    for (let round = 0; round < 3; round++) await saves.take(server, () => load(address, clients, 4 * ms, save, every))
    show(name, figures(saves.loads), `CPU ${saves.cpuEach.toFixed(2)} ms`)
  }
  await save50(`${clients} clients, a save a second each`, 1000)
  await save50(`${clients} clients, saving without a pause`, 0)
} finally {
  await server.end()
  await rm(dataDir, { recursive: true, force: true })
}
