/**
 * What an import does to others: files are previewed and taken in while somebody saves and somebody reads. Prints the delay of the event
 * loop, a save and a page beside it, and how long it took in all. See `--help`.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { usualOptions } from '../src/app/imports/about-file.ts'
import { createDeps } from '../src/app/create-deps.ts'
import type { Deps, Person } from '../src/app/deps.ts'
import { ensurePerson } from '../src/app/ensure-person.ts'
import { importArticle } from '../src/app/articles/import-article.ts'
import { importView } from '../src/app/imports/import-view.ts'
import { openDesk } from '../src/app/desk/open-desk.ts'
import { previewFiles, type Upload } from '../src/app/imports/preview-files.ts'
import { revise } from '../src/app/revisions/revise.ts'
import { startImport, takeNextFile } from '../src/app/imports/run-import.ts'
import { openDatabase } from '../src/store/db/open.ts'
import { newId } from '../src/store/id.ts'
import type { SaveRequest } from '../src/wire/save.ts'
import { milliseconds, median, p95, verdict } from './lib/beside.ts'
import { randomBy, textOf, wordSource, join as sentence } from './lib/diff-text.ts'

const help = `node bench/imports.ts [options]
  --megabytes 50         of the translation memory, and of each table
  --rows 79000           of the table of annotated errors
  --only tmx|mqm|csv     one of them; else all. Of csv there are three: short rows, long rows, and rows with line ends in their fields`

const { values } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '50' },
    rows: { type: 'string', default: '79000' },
    only: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

const random = randomBy(5)
const word = wordSource(random)
const words = (n: number): string => sentence(textOf(n, random, word)).replace(/[<&\n\t]/g, ' ')

/** TMX 1.4, German to Swedish. */
function memory(megabytes: number): Upload {
  const parts = [
    '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header creationtool="bench" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="de" datatype="plaintext"/><body>\n',
  ]
  for (let length = 0; length < megabytes * 1_000_000;) {
    const unit = `<tu><tuv xml:lang="de"><seg>${words(12)}</seg></tuv><tuv xml:lang="sv"><seg>${words(12)}</seg></tuv></tu>\n`
    parts.push(unit)
    length += unit.length
  }
  parts.push('</body></tmx>\n')
  return { name: 'minne.tmx', bytes: new TextEncoder().encode(parts.join('')) }
}

/** Annotated errors as WMT gives them: systems, documents, segments, three raters. */
function annotations(rows: number): Upload {
  const lines = ['system\tdoc\tdocSegId\tglobalSegId\trater\tsource\ttarget\tcategory\tseverity']
  for (let doc = 1; lines.length <= rows; doc++) {
    const sources = Array.from({ length: 11 }, () => words(18))
    for (const system of ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'])
      for (const [segment, source] of sources.entries()) {
        const target = words(18).split(' ')
        for (const rater of ['rater1', 'rater2', 'rater3']) {
          const at = Math.floor(random() * target.length)
          const marked = target.with(at, `<v>${target[at] ?? ''}</v>`).join(' ')
          lines.push([system, `doc.${doc}`, segment + 1, lines.length, rater, source, marked, 'Accuracy/Mistranslation', 'Minor'].join('\t')) // prettier-ignore
        }
      }
  }
  return { name: 'mqm.tsv', bytes: new TextEncoder().encode(`${lines.join('\n')}\n`) }
}

/** A source, its MT and what somebody made of it, in quotation marks where they must stand. @param lines in each field @param length words a line */
function table(name: string, megabytes: number, lines: number, length: number): Upload {
  const field = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const line = (): string => words(length)
  const corrected = (text: string): string => text.replace(/[^ \n]+/g, each => (random() < 0.03 ? word() : each))
  const rows = ['source,mt,corrected']
  for (let characters = 0; characters < megabytes * 1_000_000;) {
    const [source = '', mt = ''] = [0, 1].map(() => Array.from({ length: lines }, line).join('\n'))
    const row = [source, mt, corrected(mt)].map(field).join(',')
    rows.push(row)
    characters += row.length
  }
  return { name, bytes: new TextEncoder().encode(`${rows.join('\r\n')}\r\n`) }
}

/** Saves a word and reads a desk, again and again, until told to stop. */
function others(deps: Deps, person: Person, articleId: string, translationId: string) {
  const [saves, pages]: [number[], number[]] = [[], []]
  let stopped = false
  const timed = async (into: number[], work: () => Promise<unknown>): Promise<void> => {
    const begun = performance.now()
    await work()
    into.push(performance.now() - begun)
  }
  const run = async (): Promise<void> => {
    for (let base = 0; !stopped; base++) {
      const desk = await openDesk(deps, { articleId })
      const change = [[1, base % 2 ? 'A' : 'B'], desk.head.text.length - 1] as SaveRequest['change']
      const request = { base: desk.head.number, change, key: newId(), summary: '', reasons: [], flags: [] }
      await timed(saves, () => revise(deps, { person, translationId }, request))
      await timed(pages, () => openDesk(deps, { articleId }))
      await sleep(20)
    }
  }
  const done = run()
  return async () => {
    stopped = true
    await done
    return { saves, pages }
  }
}

async function measure(upload: Upload): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'rodpenna-bench-'))
  const store = await openDatabase({ dataDir })
  const deps = createDeps(store)
  const person = await ensurePerson(deps, 'Bänk')
  const { articleId, translationId } = await importArticle(deps, { person, title: 'Beside', text: words(700) })
  const size = (upload.bytes.length / 1_000_000).toFixed(0)
  console.log(`${upload.name}, ${size} MB`)
  let jobId = ''
  const steps: readonly (readonly [string, () => Promise<void>])[] = [
    ['alone', () => sleep(3000)],
    ['preview', async () => void ({ jobId } = await previewFiles(deps, person, [upload], usualOptions))],
    [
      'import',
      async () => {
        await startImport(deps, person, jobId)
        while (await takeNextFile(deps));
      },
    ],
  ]
  for (const [name, work] of steps) {
    const stop = others(deps, person, articleId, translationId)
    const delay = monitorEventLoopDelay({ resolution: 10 })
    delay.enable()
    const begun = performance.now()
    await work()
    const took = performance.now() - begun
    delay.disable()
    const { saves, pages } = await stop()
    // the monitor counts its own pause of 10 ms
    const late = (share: number): number => Math.max(0, delay.percentile(share) / 1e6 - 10)
    const parts = [
      `took ${milliseconds(took)}`,
      `loop p50 ${milliseconds(late(50))} p99 ${milliseconds(late(99))} max ${milliseconds(Math.max(0, delay.max / 1e6 - 10))}`,
      verdict(late(99), 100),
      `save ${milliseconds(median(saves))} p95 ${milliseconds(p95(saves))}`,
      `page ${milliseconds(median(pages))} p95 ${milliseconds(p95(pages))}`,
    ]
    console.log(`  ${name.padEnd(8)} ${parts.join('; ')}`)
  }
  const { files } = await importView(deps, jobId)
  for (const { state, about, importedDocuments } of files)
    console.log(
      `  ${state}: ${importedDocuments} documents, ${about.totals.segments} segments, ${about.totals.comments} comments`,
    )
  await Promise.all([deps.reader.close(), deps.checks.close()])
  await store.close()
  rmSync(dataDir, { recursive: true, force: true })
}

if (values.help) console.log(help)
else {
  const isAsked = (kind: string): boolean => values.only === undefined || values.only === kind
  const megabytes = Number(values.megabytes)
  if (isAsked('tmx')) await measure(memory(megabytes))
  if (isAsked('mqm')) await measure(annotations(Number(values.rows)))
  if (isAsked('csv'))
    for (const [name, lines, length] of [
      ['short.csv', 1, 6],
      ['long.csv', 1, 160],
      ['breaks.csv', 3, 25],
    ] as const)
      await measure(table(name, megabytes, lines, length))
}
