/** A job done our way, again and again, beside a plain way of doing the same: how right, how fast, how much faster. */

/** What a job has found, in order: two ways that are right find the same, or the first of it where one stops after a time. */
export type Found = readonly string[]

export interface Job {
  readonly name: string
  /** what 95 of a hundred are to take at most, ms; none where nothing was aimed at */
  readonly aim?: number
  /** the n-th time, for things that differ */
  readonly ours: (n: number) => Promise<Found>
  /** the same by a plain scan */
  readonly plain?: (n: number) => Promise<Found>
  /** how often ours is asked; the plain way a twentieth as often */
  readonly times?: number
}

const share = (times: readonly number[], part: number): number => {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN
}
export const median = (times: readonly number[]): number => share(times, 0.5)
export const p95 = (times: readonly number[]): number => share(times, 0.95)

export const grouped = (n: number): string => n.toFixed(0).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
export const milliseconds = (ms: number): string => `${ms < 10 ? ms.toFixed(1) : grouped(ms)} ms`

/** Met or missed, where something was aimed at. */
export const verdict = (ms: number, aim: number | undefined): string =>
  aim === undefined ? '' : `aim ${aim} ms ${ms <= aim ? 'met' : 'MISSED'}`

export const line = (name: string, ...parts: readonly string[]): void =>
  console.log([`  ${name.padEnd(44)}`, ...parts].join('  ').trimEnd())

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; found: T }> {
  const begun = performance.now()
  const found = await work()
  return { ms: performance.now() - begun, found }
}

/**
 * Does a job and prints its line. The first time is told by itself: it reads what is then in memory. The CPU time does not depend on what
 * else the machine does.
 */
export async function beside({ name, aim, ours, plain, times = 100 }: Job): Promise<void> {
  const first = await timed(() => ours(0))
  const took: number[] = []
  const cpuBefore = process.cpuUsage()
  for (let n = 0; n < times; n++) took.push((await timed(() => ours(n))).ms)
  const { user, system } = process.cpuUsage(cpuBefore)
  const [middle, late] = [median(took), p95(took)]
  const parts = [
    `first ${milliseconds(first.ms).padStart(8)}`,
    `median ${milliseconds(middle).padStart(8)}`,
    `p95 ${milliseconds(late).padStart(8)}`,
    `CPU ${milliseconds((user + system) / 1000 / times).padStart(8)}`,
    verdict(late, aim).padEnd(16),
  ]
  if (plain) {
    await plain(0)
    const scans: number[] = []
    let [wrong, fewest, all] = [0, Infinity, 0]
    for (let n = 0; n < Math.max(1, Math.floor(times / 20)); n++) {
      const scanned = await timed(() => plain(n))
      scans.push(scanned.ms)
      const found = await ours(n)
      if (JSON.stringify(scanned.found.slice(0, found.length)) !== JSON.stringify(found)) wrong++
      fewest = Math.min(fewest, found.length)
      all = scanned.found.length
    }
    const scan = median(scans)
    parts.push(`scan ${milliseconds(scan).padStart(9)}`, `${grouped(scan / middle).padStart(6)} × as fast`)
    const told = fewest < all ? `the first ${grouped(fewest)} of ${grouped(all)}, or more` : `the same ${grouped(all)}`
    parts.push(wrong === 0 ? told : `NOT THE SAME ${wrong} times`)
  } else parts.push(`found ${grouped(first.found.length)}`)
  line(name, ...parts)
}
