/** What an imported file says of how far the work on its segments had come. */

/**
 * How far, whatever the file calls it: `open` is not finished by anybody (new, to be translated, a draft, a suggestion), `review` waits for a review,
 * `other` is a state of the file's own.
 */
export const stages = ['open', 'review', 'translated', 'reviewed', 'approved', 'rejected', 'other'] as const
export type Stage = (typeof stages)[number]

export interface FileState {
  readonly stage: Stage
  /** in the file's own words: `final`, `needs-review-translation, leveraged-mt`, `conf="Draft"` */
  readonly said: string
  /** the program that the file is of lets nobody change the segment */
  readonly locked: boolean
}

/** The states of all lines: a file of a thousand segments has a handful of different ones. */
export interface FileStates {
  readonly kinds: readonly FileState[]
  /** of each line of the MT the number of its state in `kinds`; -1 where the file says nothing */
  readonly lines: readonly number[]
}

/** @returns null where the file says nothing of any line */
export function packStates(states: readonly (FileState | null)[]): FileStates | null {
  const numbers = new Map<string, number>()
  const kinds: FileState[] = []
  const lines = states.map(state => {
    if (!state) return -1
    const key = JSON.stringify([state.stage, state.said, state.locked])
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, kinds.length)
    return kinds.push(state) - 1
  })
  return kinds.length === 0 ? null : { kinds, lines }
}

/** The state of a line, from 0; null where the file says nothing of it. */
export const stateOfLine = (states: FileStates | null, line: number): FileState | null =>
  states?.kinds[states.lines[line] ?? -1] ?? null

/** How many segments are in each stage; those that no segment is in are left out, and so are those of which the file says nothing. */
export type StageCounts = Readonly<Partial<Record<Stage, number>>>

export function countStages(states: FileStates | null): StageCounts {
  const counts: Partial<Record<Stage, number>> = {}
  for (const number of states?.lines ?? []) {
    const stage = states?.kinds[number]?.stage
    if (stage) counts[stage] = (counts[stage] ?? 0) + 1
  }
  return counts
}

export function addStages(a: StageCounts, b: StageCounts): StageCounts {
  const sum: Partial<Record<Stage, number>> = {}
  for (const stage of stages) {
    const n = (a[stage] ?? 0) + (b[stage] ?? 0)
    if (n > 0) sum[stage] = n
  }
  return sum
}
