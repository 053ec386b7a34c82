/**
 * The checks beside a spelling checker (hunspell) on the same texts, in one run: how fast, how right, how noisy. `--help` tells how to
 * give texts of your own; without any it takes the annotated article of the corpus.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createCheckPool } from '../src/app/findings/check-pool.ts'
import { checks } from '../src/checks/index.ts'
import { loadLexicon } from '../src/checks/lexicon/load.ts'
import { readText } from '../src/checks/reading.ts'
import { runChecks } from '../src/checks/run.ts'
import { countWords } from '../src/text/words.ts'
import { adversaries } from './lib/adversaries.ts'
import {
  perThousand,
  qualityOf,
  readAnnotated,
  type Annotated,
  type Checker,
  type Quality,
} from './lib/check-quality.ts'
import { goldInCorpus } from './lib/diff-gold.ts'
import { patternsUnder, timeOf } from './lib/patterns.ts'
import { openHunspell } from './lib/rival-hunspell.ts'

const help = `node bench/checks.ts [FLAGS.json …] [options]
  FLAGS.json     annotated texts: NAME.flags.json beside NAME.mt.txt (default: the article of the corpus)
  --good FILE    texts without errors, as often as you like
  --only quality|speed|patterns`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    good: { type: 'string', multiple: true, default: [] },
    only: { type: 'string' },
    help: { type: 'boolean' },
  },
})

const started = performance.now()
const lexicon = loadLexicon()
const loaded = performance.now() - started
const speller = await openHunspell()
const ours: Checker = text => runChecks(text, lexicon)
const hunspell: Checker = text => speller(text).map(span => ({ ...span, check: 'hunspell', fixes: [] }))

const inCorpus = goldInCorpus(fileURLToPath(new URL('../corpus', import.meta.url)))
const goldFiles = positionals.length > 0 ? positionals : inCorpus === undefined ? [] : [inCorpus]
const gold = goldFiles.map(file => ({ file, ...readAnnotated(file) }))
const good = values.good.map(file => ({ file, text: readFileSync(file, 'utf8') }))

const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(2))
const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? NaN
const timed = (work: () => unknown): number => {
  const start = performance.now()
  work()
  return performance.now() - start
}

function line(name: string, q: Quality): void {
  const cells = [
    `precision ${share(q.right, q.findings)}`,
    `recall ${share(q.found, q.gold)}`,
    `fix offered ${share(q.withFix, q.found)}`,
    `first fix right ${share(q.fixRight, q.withFix)}`,
  ]
  console.log(
    `  ${name.padEnd(10)}${cells.join('   ')}   (${q.right} of ${q.findings} findings, ${q.found} of ${q.gold} errors)`,
  )
}

function quality(): void {
  for (const text of gold) {
    console.log(text.file)
    line('checks', qualityOf(text, ours(text.text)))
    line('hunspell', qualityOf(text, hunspell(text.text)))
  }
  for (const { file, text } of good)
    console.log(
      `${file}   per 1,000 words: checks ${perThousand([text], ours).toFixed(2)}, hunspell ${perThousand([text], hunspell).toFixed(1)}`,
    )
  const texts = good.map(each => each.text)
  if (texts.length > 1)
    console.log(
      `all good texts   per 1,000 words: checks ${perThousand(texts, ours).toFixed(2)}, hunspell ${perThousand(texts, hunspell).toFixed(1)}`,
    )
  byCheck(gold, texts)
}

/** Each check among the others, as an editor meets it: right on annotated texts, and on good ones. */
function byCheck(annotated: readonly Annotated[], texts: readonly string[]): void {
  console.log('\ncheck                     right  wrong  on good texts')
  const onGold = annotated.map(each => ({ each, found: ours(each.text) }))
  const onGood = texts.flatMap(ours)
  for (const { id } of checks) {
    const all = onGold.map(({ each, found }) =>
      qualityOf(
        each,
        found.filter(f => f.check === id),
      ),
    )
    const [right, findings] = [all.reduce((n, q) => n + q.right, 0), all.reduce((n, q) => n + q.findings, 0)]
    const noise = onGood.filter(f => f.check === id).length
    if (findings + noise > 0)
      console.log(
        `${id.padEnd(26)}${String(right).padStart(5)}${String(findings - right).padStart(7)}${String(noise).padStart(15)}`,
      )
  }
}

async function speed(): Promise<void> {
  const text = [...gold, ...good].map(each => each.text).join('\n')
  const thousands = countWords(text) / 1000
  const runs = 15
  const times = { checks: [] as number[], hunspell: [] as number[] }
  for (let i = 0; i < runs; i++) {
    times.checks.push(timed(() => ours(text)) / thousands)
    times.hunspell.push(timed(() => hunspell(text)) / thousands)
  }
  const [mine, theirs] = [median(times.checks.slice(3)), median(times.hunspell.slice(3))]
  console.log(`\nlexicon loaded in ${loaded.toFixed(0)} ms (aim: well under 1,000)`)
  console.log(
    `1,000 words warm: checks ${mine.toFixed(1)} ms (aim 60), hunspell ${theirs.toFixed(1)} ms; ${(mine / theirs).toFixed(1)} × hunspell`,
  )
  const each = checks.map(check => {
    const reading = readText(text, lexicon)
    return {
      id: check.id,
      ms: median(Array.from({ length: 5 }, () => timed(() => [...check.find(reading)]) / thousands)),
    }
  })
  for (const { id, ms } of each.toSorted((a, b) => b.ms - a.ms).slice(0, 8))
    console.log(`  ${ms.toFixed(2).padStart(6)} ms  ${id}`)
  await throughput(text)
}

/** A long stream of articles through the threads, as an import of many is checked. */
async function throughput(text: string): Promise<void> {
  const pool = createCheckPool({ limit: 600_000 })
  const lines = text.split('\n').filter(each => each.trim() !== '')
  const articles = Array.from({ length: 200 }, (_, i) =>
    Array.from({ length: 40 }, (_line, k) => lines[(i * 31 + k * 17) % lines.length]).join('\n'),
  )
  await Promise.all([
    pool.check({ text: lines.slice(0, 20).join('\n') }),
    pool.check({ text: lines.slice(20, 40).join('\n') }),
  ])
  const words = articles.reduce((sum, article) => sum + countWords(article), 0)
  const start = performance.now()
  await Promise.all(articles.map(article => pool.check({ text: article })))
  const minutes = (performance.now() - start) / 60_000
  const memory = process.memoryUsage().rss / 1e6
  console.log(
    `${words.toLocaleString('en')} words over the threads: ${Math.round(words / minutes).toLocaleString('en')} a minute (aim 1,000,000); this process with its threads: ${memory.toFixed(0)} MB`,
  )
  await pool.close()
}

function patterns(): void {
  const texts = [...adversaries(100_000)]
  const slow = patternsUnder(fileURLToPath(new URL('../src/checks', import.meta.url)))
    .map(pattern => ({
      pattern,
      worst: texts.map(([name, text]) => ({ name, ms: timeOf(pattern, text) })).reduce((a, b) => (b.ms > a.ms ? b : a)),
    }))
    .sort((a, b) => b.worst.ms - a.worst.ms)
  console.log(
    `\n${slow.length} regular expressions on ${texts.length} adversarial texts of 100 kB (aim: each under 50 ms)`,
  )
  for (const { pattern, worst } of slow.slice(0, 8))
    console.log(`  ${worst.ms.toFixed(1).padStart(7)} ms  ${pattern.file}:${pattern.line} on ${worst.name}`)
}

if (values.help) console.log(help)
else {
  if (values.only === undefined || values.only === 'quality') quality()
  if (values.only === undefined || values.only === 'speed') await speed()
  if (values.only === undefined || values.only === 'patterns') patterns()
}
