/**
 * What a save costs, in CPU time of this process: one word corrected in the embedded store, a revision on top of the last. Three
 * sizes: the seed article, 5,000 words, 5 MB. See `--help`.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as path } from 'node:path'
import { parseArgs } from 'node:util'
import { createDeps } from '../src/app/create-deps.ts'
import { ensurePerson } from '../src/app/ensure-person.ts'
import { importArticle } from '../src/app/articles/import-article.ts'
import { openDesk } from '../src/app/desk/open-desk.ts'
import { revise } from '../src/app/revisions/revise.ts'
import { openDatabase } from '../src/store/db/open.ts'
import { newId } from '../src/store/id.ts'
import { applyChange, changeJson } from '../src/text/change.ts'
import { changeOf } from '../src/text/change/edits.ts'
import type { SaveRequest } from '../src/wire/save.ts'
import { join, randomBy, textOf, wordSource } from './lib/diff-text.ts'

const help = `node bench/save.ts [options]
  --only seed|long|huge   one of the sizes; else all
  --saves 400             of the seed article; of 5,000 words half as many, of 5 MB 20
  --desk                  open the desk after each save, as the page does`

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    saves: { type: 'string', default: '400' },
    desk: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

const random = randomBy(1)
const word = wordSource(random)
const cpu = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Corrections of one article, then comes another: nobody changes every word. */
const mostSaves = 60

/** The change of one word somewhere in a text. */
function oneWord(text: string) {
  let at = Math.floor(random() * text.length)
  while (at > 0 && /\S/.test(text.charAt(at - 1))) at--
  const to = at + (/^\S*/.exec(text.slice(at, at + 200))?.[0].length ?? 0)
  return changeOf([{ from: at, to, insert: word() }], text.length)
}

async function measure(name: string, start: string, saves: number, aim: number): Promise<void> {
  const dataDir = mkdtempSync(path(tmpdir(), 'rodpenna-bench-'))
  const store = await openDatabase({ dataDir })
  const deps = createDeps(store, { textBytes: 8_000_000 })
  const person = await ensurePerson(deps, 'Bänk')
  const bring = () => importArticle(deps, { person, title: name, text: start, sourceText: start })
  let [article, text, base] = [await bring(), start, 0]
  const times: number[] = []
  while (times.length < saves) {
    if (base === mostSaves) [article, text, base] = [await bring(), start, 0]
    const { articleId, translationId } = article
    const change = oneWord(text)
    const request = { base, key: newId(), summary: '', reasons: [], flags: [] }
    const began = cpu()
    const saved = await revise(
      deps,
      { person, translationId },
      { ...request, change: changeJson(change) as SaveRequest['change'] },
    )
    if (values.desk) await openDesk(deps, { articleId, person })
    times.push(cpu() - began)
    text = applyChange(text, change)
    if (saved.status !== 'conflict') base = saved.number
  }
  await store.close()
  rmSync(dataDir, { recursive: true, force: true })
  // the first ones run in code that is not yet compiled
  const warm = times.slice(Math.floor(saves / 4))
  const mean = warm.reduce((sum, time) => sum + time, 0) / warm.length
  const parts = [`first ${(times[0] as number).toFixed(1)}`, `mean ${mean.toFixed(2)}`, `aim ${aim}`]
  console.log(`${name.padEnd(14)}${parts.map(part => part.padStart(14)).join('')}${mean > aim ? '  outside' : ''}`)
}

if (values.help) console.log(help)
else {
  const saves = Number(values.saves)
  const seed = readFileSync(new URL('../corpus/lka-niedersachsen/1/mt.txt', import.meta.url), 'utf8')
  const sizes = [
    ['seed', seed, saves, 1.5],
    ['long', join(textOf(5000, random, word)), saves / 2, 6],
    ['huge', join(textOf(5_000_000 / 7, random, word)), 20, 300],
  ] as const
  console.log('CPU milliseconds of a save')
  for (const [name, text, count, aim] of sizes)
    if (values.only === undefined || values.only === name) await measure(name, text, count, aim)
}
