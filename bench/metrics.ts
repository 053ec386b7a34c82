/**
 * TER, chrF and chrF++ beside sacreBLEU, in one run: segments a second of processor time (of all threads, so that other work on the machine counts
 * little), how many times as fast, and how many figures are not the same.
 */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chrf } from '../src/metrics/chrf.ts'
import { scoreCorpus } from '../src/metrics/metric.ts'
import { ter } from '../src/metrics/ter.ts'
import { randomBy } from './lib/diff-text.ts'
import { metricSets } from './lib/metric-sets.ts'
import { runSacrebleu } from './lib/rival-sacrebleu.ts'

const help = `node bench/metrics.ts [options]
  --python FILE       a Python that has sacrebleu (default: without it)
  --sentences 500     how many a set     --seed 1`

const { values } = parseArgs({
  options: {
    python: { type: 'string' },
    sentences: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', default: false },
  },
})

const scorers: Readonly<Record<string, (h: readonly string[], r: readonly string[]) => readonly number[]>> = {
  ter: (h, r) => scoreCorpus(ter, h, r, ter.defaults).segments,
  chrf2: (h, r) => scoreCorpus(chrf, h, r, chrf.defaults).segments,
  'chrf2++': (h, r) => scoreCorpus(chrf, h, r, { ...chrf.defaults, wordOrder: 2 }).segments,
}

/** Milliseconds of processor time a run, over as many as a second holds, when the code is warm. */
function processorTime(run: () => unknown): number {
  for (const end = performance.now() + 500; performance.now() < end;) run()
  const before = process.cpuUsage()
  let runs = 0
  for (const end = performance.now() + 1000; runs === 0 || performance.now() < end; runs += 1) run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / runs
}

function compare(): void {
  const corpus = fileURLToPath(new URL('../corpus', import.meta.url))
  const sets = metricSets(corpus, Number(values.sentences), randomBy(Number(values.seed)))
  const theirs = values.python === undefined ? [] : runSacrebleu(values.python, sets)
  const header = ['ours/s', 'sacreBLEU/s', 'times', 'unlike']
  console.log(''.padEnd(44) + header.map(each => each.padStart(13)).join(''))
  for (const { name, hypotheses, references } of sets)
    for (const [metric, score] of Object.entries(scorers)) {
      const segments = score(hypotheses, references)
      const ms = processorTime(() => score(hypotheses, references))
      const rival = theirs.find(run => run.set === name && run.metric === metric)
      const rate = (time: number): string =>
        ((segments.length * 1000) / time).toLocaleString('en', { maximumSignificantDigits: 3 })
      const unlike = rival?.segments.filter((value, n) => !(Math.abs(value - (segments[n] ?? NaN)) <= 1e-6)).length
      const cells = rival ? [rate(ms), rate(rival.ms), (rival.ms / ms).toFixed(0), String(unlike)] : [rate(ms)]
      console.log(`${name}  ${metric}`.padEnd(44) + cells.map(cell => cell.padStart(13)).join(''))
    }
}

if (values.help) console.log(help)
else compare()
