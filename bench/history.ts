/**
 * An article of 10,000 revisions: any revision rebuilt, bytes stored, authorship, a flag's place, an undo; beside plain ways in
 * the same run, in memory and through the embedded store. See `--help`.
 */
import { parseArgs } from 'node:util'
import { authorship } from '../src/app/revisions/authorship.ts'
import { textAt } from '../src/app/revisions/read-revision.ts'
import { blame } from '../src/text/blame.ts'
import { applyChange, composeAll, readChange } from '../src/text/change.ts'
import { pathTo, undoStep, type Step } from '../src/text/path.ts'
import { placeAt } from '../src/text/place.ts'
import { words } from '../src/text/words.ts'
import { randomBy } from './lib/diff-text.ts'
import { longLife, type LongLife } from './lib/long-life.ts'
import { storeLife } from './lib/stored-life.ts'

const help = `node bench/history.ts [options]
  --words 5000   --revisions 10000   --seed 1
  --every 200    revisions from one whole text to the next
  --samples 500  revisions rebuilt, each another one
  --no-store     in memory only`

const { values } = parseArgs({
  allowNegative: true,
  options: {
    words: { type: 'string', default: '5000' },
    revisions: { type: 'string', default: '10000' },
    every: { type: 'string', default: '200' },
    samples: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    store: { type: 'boolean', default: true },
    help: { type: 'boolean', default: false },
  },
})

const every = Number(values.every)
const random = randomBy(Number(values.seed) + 1)
const missed: string[] = []
const format = (value: number): string => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)

interface Times {
  readonly median: number
  readonly p95: number
  readonly worst: number
}

/**
 * Milliseconds of each run, the quicker of two, so that the worst is that of a revision and not of a machine busy with other things;
 * the first few left out, as code that runs for the first time is not yet compiled.
 */
async function timed(name: string, runs: readonly number[], work: (at: number) => unknown, tries = 2): Promise<Times> {
  for (const at of runs.slice(0, 5)) await work(at)
  const times: number[] = []
  for (const at of runs) {
    const pair: number[] = []
    for (let run = 0; run < tries; run++) {
      const start = performance.now()
      await work(at)
      pair.push(performance.now() - start)
    }
    times.push(Math.min(...pair))
  }
  times.sort((a, b) => a - b)
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(share * times.length))] as number
  const result = { median: at(0.5), p95: at(0.95), worst: at(1) }
  const columns = [result.median, result.p95, result.worst].map(each => format(each).padStart(9)).join('')
  console.log(`  ${name.padEnd(52)}${columns}`)
  return result
}

const ratio = (name: string, ours: Times, plain: Times): void =>
  console.log(`  ${''.padEnd(4)}${name}: ${format(plain.median / ours.median)} × as long (medians)`)

function aim(name: string, value: number, limit: number, unit: string): void {
  if (value > limit) missed.push(`${name}: ${format(value)} ${unit}, aim ${limit}`)
}

const same = (a: string | undefined, b: string | undefined): void => {
  if (a !== b) throw new Error('a rebuilt text is another one')
}

const some = (count: number, below: number): number[] => {
  const all = Array.from({ length: below }, (_, index) => index)
  for (let at = 0; at < count; at++) {
    const other = at + Math.floor(random() * (below - at))
    ;[all[at], all[other]] = [all[other] as number, all[at] as number]
  }
  return all.slice(0, count)
}

function bytes({ texts, stored }: LongLife): void {
  const size = (all: readonly string[]): number => all.reduce((sum, each) => sum + Buffer.byteLength(each), 0)
  const full = size(texts)
  const kept = size(stored) + size(texts.filter((_, number) => number % every === 0))
  const share = (100 * kept) / full
  console.log(
    `bytes: ${(kept / 1e6).toFixed(2)} MB beside ${(full / 1e6).toFixed(0)} MB of full copies: ${format(share)} %`,
  )
  aim('bytes stored', share, 5, '%')
}

async function rebuilding({ texts, stored }: LongLife, samples: readonly number[]): Promise<void> {
  console.log('any revision rebuilt, from JSON')
  const copies = new Map(samples.map(number => [number, Buffer.from(texts[number] as string)]))
  const changes = (from: number, to: number) => stored.slice(from, to).map(readChange)
  const rebuild = (number: number): string => {
    const snapshot = number - (number % every)
    const text = texts[snapshot] as string
    return applyChange(text, composeAll(changes(snapshot, number), text.length))
  }
  for (const number of samples) same(rebuild(number), texts[number])
  const ours = await timed(`snapshot every ${every}, changes composed`, samples, rebuild)
  aim('a revision rebuilt in memory', ours.worst, 20, 'ms')
  const oneByOne = await timed('plain: snapshot, changes one by one', samples, number => {
    const snapshot = number - (number % every)
    return changes(snapshot, number).reduce(applyChange, texts[snapshot] as string).length
  })
  ratio('one by one', ours, oneByOne)
  await timed('plain: a full copy, decoded', samples, number => copies.get(number)?.toString().length)
  const whole = await timed('plain: from revision 0, one by one', samples.slice(0, 9), number =>
    changes(0, number).reduce(applyChange, texts[0] as string),
  )
  ratio('from revision 0', ours, whole)
}

const fresh = (steps: readonly Step[]): Step[] => [...steps]
const times = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

async function authors({ texts, stored, steps }: LongLife): Promise<void> {
  console.log('who wrote the last revision')
  const [mt, n] = [texts[0] as string, steps.length]
  const ours = await timed('path and blame', times(15), () => blame(pathTo(fresh(steps), n), mt.length))
  aim('blame of the last revision', ours.median, 100, 'ms')
  const parsed = await timed('the same from JSON', times(15), () => {
    const read = steps.map((step, index) => ({ ...step, change: readChange(stored[index] as string) }))
    return blame(pathTo(read, n), mt.length)
  })
  aim('blame from JSON', parsed.median, 100, 'ms')
  const path = pathTo(steps, n)
  const plain = await timed(
    'plain: ChangeSets composed one by one',
    times(1),
    () => path.slice(1).reduce((all, { change }) => all.compose(change), (path[0] as (typeof path)[0]).change),
    1,
  )
  ratio('one by one', ours, plain)
}

async function flags({ texts, steps }: LongLife): Promise<void> {
  console.log('a flag of revision 0 in the last')
  const [mt, n] = [texts[0] as string, steps.length]
  const all = words(mt)
  const anchors = some(50, all.length).map(at => {
    const { from, to } = all[at] as { from: number; to: number }
    return { revision: 0, from, to, words: mt.slice(from, to) }
  })
  const states = { open: 0, fixed: 0, orphaned: 0 }
  for (const anchor of anchors) {
    const place = placeAt(anchor, steps, n)
    states[place.state]++
    if (place.state === 'open') same(texts[n]?.slice(place.from, place.to), anchor.words)
  }
  console.log(`  ${JSON.stringify(states)}`)
  await timed('the first of a translation', times(20), at =>
    placeAt(anchors[at] as (typeof anchors)[0], fresh(steps), n),
  )
  await timed('each further', times(anchors.length), at => placeAt(anchors[at] as (typeof anchors)[0], steps, n))
  await timed('plain: mapPos over all', times(anchors.length), at => {
    const { from } = anchors[at] as (typeof anchors)[0]
    return steps.reduce((position, { change }) => change.mapPos(position, 1), from)
  })
}

async function undoing({ texts, steps }: LongLife): Promise<void> {
  console.log('a revision undone in the last')
  const undo = (number: number) => undoStep(steps, number, texts[0] as string)
  const chosen = [...some(20, steps.length), ...some(20, 30).map(at => steps.length - 1 - at)].map(at => at + 1)
  const free = chosen.filter(number => undo(number).kind === 'undone').length
  await timed('any twenty, and twenty of the last thirty', chosen, undo)
  console.log(`  ${free} undone, ${chosen.length - free} in conflict`)
}

async function throughStore(life: LongLife, samples: readonly number[]): Promise<void> {
  console.log('through the embedded store')
  const stored = await storeLife(life, every)
  const { deps, translationId } = stored
  const rebuild = async (number: number) => same(await textAt(deps, translationId, number), life.texts[number])
  // once each: the second time it is cached
  const ours = await timed('any revision rebuilt', samples, rebuild, 1)
  aim('a revision rebuilt from the store', ours.p95, 20, 'ms')
  const blamed = await timed('who wrote the last', times(15), () => authorship(deps, { translationId }))
  aim('authorship from the store', blamed.median, 100, 'ms')
  await stored.close()
}

if (values.help) console.log(help)
else {
  const life = longLife(Number(values.words), Number(values.revisions), Number(values.seed))
  const size = `${Number(values.words).toLocaleString('en')} words, ${life.steps.length.toLocaleString('en')} revisions`
  console.log(`${size}, ${life.restores} restores and ${life.undoes} undoes among them`)
  console.log(`${''.padEnd(54)}${['median', 'p95', 'worst ms'].map(each => each.padStart(9)).join('')}`)
  const samples = some(Math.min(Number(values.samples), life.texts.length), life.texts.length)
  bytes(life)
  await rebuilding(life, samples)
  await authors(life)
  await flags(life)
  await undoing(life)
  if (values.store) await throughStore(life, samples)
  console.log(missed.length === 0 ? 'all within the aims' : `outside the aims:\n  ${missed.join('\n  ')}`)
}
