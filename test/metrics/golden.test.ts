/** Our own sentences, with the figures that sacreBLEU gave for them: `fixtures/sacrebleu.json` names its version. */
import { readFileSync } from 'node:fs'
import { metrics } from '../../src/metrics/index.ts'
import { scoreCorpus, type MetricOptions } from '../../src/metrics/metric.ts'

interface Golden {
  readonly madeBy: string
  readonly pairs: readonly { readonly hypothesis: string; readonly reference: string }[]
  readonly runs: readonly {
    readonly metric: string
    readonly options: MetricOptions
    readonly name: string
    readonly signature: string
    readonly score: number
    readonly segments: readonly number[]
  }[]
}

const golden = JSON.parse(readFileSync(new URL('fixtures/sacrebleu.json', import.meta.url), 'utf8')) as Golden
const hypotheses = golden.pairs.map(({ hypothesis }) => hypothesis)
const references = golden.pairs.map(({ reference }) => reference)

it.each(golden.runs)('$name|$signature is what sacreBLEU gives', run => {
  const metric = metrics.find(({ id }) => id === run.metric)
  if (!metric) throw new Error(`there is no metric ${run.metric}`)
  const options = { ...metric.defaults, ...run.options }
  const { score, segments, signature } = scoreCorpus(metric, hypotheses, references, options)
  expect([metric.name(options), signature]).toEqual([run.name, run.signature])
  expect(segments).toHaveLength(run.segments.length)
  for (const [n, value] of run.segments.entries()) expect([n, segments[n]]).toEqual([n, expect.closeTo(value, 9)])
  expect(score).toBeCloseTo(run.score, 9)
})

it('every metric is among them', () => {
  expect(metrics.map(({ id }) => id).filter(id => !golden.runs.some(run => run.metric === id))).toEqual([])
})
