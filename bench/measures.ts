/**
 * What measuring costs: articles a second from scratch, one after a save, one of 5 MB and how long it holds the program up, and the reading
 * of all measures for a report. See `--help`.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as path } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { createDeps } from '../src/app/create-deps.ts'
import type { Deps, Person } from '../src/app/deps.ts'
import { ensurePerson } from '../src/app/ensure-person.ts'
import { importArticle } from '../src/app/articles/import-article.ts'
import { measureNow } from '../src/app/measure/measure-now.ts'
import { measureTranslation } from '../src/app/measure/measure-translation.ts'
import { revise } from '../src/app/revisions/revise.ts'
import { settleTranslation } from '../src/app/corrections/settle-corrections.ts'
import { openDatabase } from '../src/store/db/open.ts'
import { headOf } from '../src/store/heads.ts'
import { newId } from '../src/store/id.ts'
import { measuresOf } from '../src/store/measures.ts'
import { line, median, milliseconds } from './lib/beside.ts'

const help = `node bench/measures.ts [options]
  --articles 300  of the seed article's text, of which each has ten words corrected
  --saves 50      after each of which it is measured`

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '300' },
    saves: { type: 'string', default: '50' },
    help: { type: 'boolean', default: false },
  },
})

/** Puts a word in front of some words of a translation, evenly. */
async function correct(deps: Deps, person: Person, translationId: string, words: number): Promise<void> {
  const head = await headOf(deps.store.db, { translationId })
  const text = head?.head_text ?? ''
  const change: (number | [number, string])[] = []
  let at = 0
  for (let n = 1; n <= words; n++) {
    const to = text.indexOf(' ', Math.floor((text.length * n) / (words + 1)))
    if (to <= at) continue
    change.push(to - at, [0, ` ord${n}`])
    at = to
  }
  const request = { base: head?.head_number ?? 0, key: newId(), summary: '', reasons: [], flags: [] }
  await revise(deps, { person, translationId }, { ...request, change: [...change, text.length - at] as [number] })
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

async function run(): Promise<void> {
  const dataDir = mkdtempSync(path(tmpdir(), 'rodpenna-bench-'))
  const store = await openDatabase({ dataDir })
  const deps = createDeps(store, { textBytes: 8_000_000 })
  try {
    const person = await ensurePerson(deps, 'Bänk')
    const seed = readFileSync(new URL('../corpus/lka-niedersachsen/1/mt.txt', import.meta.url), 'utf8').trimEnd()
    const ids: string[] = []
    for (let n = 0; n < Number(values.articles); n++) {
      const { translationId } = await importArticle(deps, { person, title: `Artikel ${n}`, text: `${seed}\n${n}` })
      await correct(deps, person, translationId, 10)
      await settleTranslation(deps, translationId)
      ids.push(translationId)
    }
    const times: number[] = []
    const began = process.cpuUsage()
    for (const id of ids) times.push(await timed(() => measureTranslation(deps, id)))
    const whole = times.reduce((sum, ms) => sum + ms, 0)
    const { user, system } = process.cpuUsage(began)
    line('from scratch', `${((1000 * ids.length) / whole).toFixed(0)} articles a second, median ${milliseconds(median(times))}, CPU ${milliseconds((user + system) / 1000 / ids.length)}`) // prettier-ignore
    const after: number[] = []
    for (let n = 0; n < Number(values.saves); n++) {
      const translationId = ids[n % ids.length] ?? ''
      await correct(deps, person, translationId, 1)
      await settleTranslation(deps, translationId)
      after.push(await timed(() => measureNow(deps, { translationId })))
    }
    line('after a save', `median ${milliseconds(median(after))}`)
    const reading = await timed(() => measuresOf(store.db))
    line('all measures read', `${ids.length} in ${milliseconds(reading)}`)
    const huge = Array.from({ length: Math.ceil(5_000_000 / seed.length) }, (_, n) => `${n} ${seed}`).join('\n')
    const { translationId } = await importArticle(deps, { person, title: '5 MB', text: huge })
    await correct(deps, person, translationId, 5000)
    await settleTranslation(deps, translationId)
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    const ms = await timed(() => measureTranslation(deps, translationId))
    delay.disable()
    line(
      '5 MB',
      `${milliseconds(ms)} in a thread; the program was held up for ${milliseconds(delay.max / 1e6)} at most`,
    )
  } finally {
    await deps.checks.close()
    await store.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

if (values.help) console.log(help)
else await run()
