/** sacreBLEU itself, in a process of its own: the processor time each set takes, and the figures it comes to. */
import { spawnSync } from 'node:child_process'
import type { MetricSet } from './metric-sets.ts'

const program = `
import json, sys, time
from sacrebleu.metrics import TER, CHRF
make = {'ter': TER, 'chrf2': CHRF, 'chrf2++': lambda: CHRF(word_order=2)}
out = []
for each in json.load(sys.stdin):
    for name, metric in make.items():
        metric = metric()
        began = time.process_time()
        segments = [metric.sentence_score(h, [r]).score for h, r in zip(each['hypotheses'], each['references'])]
        out.append({'set': each['name'], 'metric': name, 'ms': (time.process_time() - began) * 1000, 'segments': segments})
json.dump(out, sys.stdout)
`

export interface RivalRun {
  readonly set: string
  readonly metric: string
  /** of processor time */
  readonly ms: number
  readonly segments: readonly number[]
}

/** @param python an interpreter that has sacrebleu */
export function runSacrebleu(python: string, sets: readonly MetricSet[]): readonly RivalRun[] {
  const done = spawnSync(python, ['-c', program], { input: JSON.stringify(sets), encoding: 'utf8', maxBuffer: 1 << 28 })
  if (done.error) throw done.error
  if (done.status !== 0) throw new Error(`${python} has no sacrebleu, or it broke down:\n${done.stderr}`)
  return JSON.parse(done.stdout) as readonly RivalRun[]
}
