/** A job done our way, again and again, beside a plain way of doing the same: how right, how fast, how much faster. */

export interface Job {
  readonly name: string
  /** what 95 of a hundred are to take at most, ms; none where nothing was aimed at */
  readonly aim?: number
  /** the n-th time, for things that differ; gives how many it found */
  readonly ours: (n: number) => Promise<number>
  /** the same by a plain scan; gives how many there are */
  readonly plain?: (n: number) => Promise<number>
  /** how often ours is asked; the plain way a twentieth as often */
  readonly times?: number
}

const share = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN

export const p95 = (times: readonly number[]): number =>
  share(
    [...times].sort((a, b) => a - b),
    0.95,
  )
export const median = (times: readonly number[]): number =>
  share(
    [...times].sort((a, b) => a - b),
    0.5,
  )

export const milliseconds = (ms: number): string =>
  `${ms.toFixed(ms < 10 ? 1 : 0).replace(/\B(?=(\d{3})+(?!\d))/g, ',')} ms`

/** Met or missed, where something was aimed at. */
export const verdict = (ms: number, aim: number | undefined): string =>
  aim === undefined ? '' : `aim ${aim} ms ${ms <= aim ? 'met' : 'MISSED'}`

async function timed(work: (n: number) => Promise<number>, n: number): Promise<{ ms: number; found: number }> {
  const begun = performance.now()
  const found = await work(n)
  return { ms: performance.now() - begun, found }
}

/** Does a job and prints its line. The first time is not counted: it reads what is then in memory. */
export async function beside({ name, aim, ours, plain, times = 100 }: Job): Promise<void> {
  const first = await timed(ours, 0)
  const took: number[] = []
  for (let n = 0; n < times; n++) took.push((await timed(ours, n)).ms)
  const [middle, late] = [median(took), p95(took)]
  const parts = [
    name.padEnd(46),
    `first ${milliseconds(first.ms).padStart(9)}`,
    `median ${milliseconds(middle).padStart(9)}`,
    `p95 ${milliseconds(late).padStart(9)}`,
    verdict(late, aim).padEnd(17),
  ]
  if (plain) {
    await plain(0)
    const scans: number[] = []
    let same = true
    for (let n = 0; n < Math.max(1, Math.floor(times / 20)); n++) {
      const scanned = await timed(plain, n)
      scans.push(scanned.ms)
      same &&= scanned.found === (await ours(n))
    }
    const scan = median(scans)
    parts.push(`plain scan ${milliseconds(scan).padStart(9)}`, `${(scan / middle).toFixed(1)} × as fast`)
    parts.push(same ? `the same ${first.found}` : `NOT THE SAME: ${first.found}`)
  } else parts.push(`found ${first.found}`)
  console.log(parts.join('  '))
}
