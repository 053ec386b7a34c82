import { alignByLines, alignSource } from '../../text/align.ts'

/** The source's paragraphs by the beginning of the machine's paragraph they stand beside. */
export const sourceRows = (source: string, mt: string, fixed = false): ReadonlyMap<number, number> => {
  const beside = new Map<number, number>()
  let last = -1
  for (const row of fixed ? alignByLines(source, mt) : alignSource(source, mt)) {
    if (row.fromA <= last || beside.has(row.fromB)) continue
    beside.set(row.fromB, row.fromA)
    last = row.fromA
  }
  beside.set(0, 0)
  return beside
}
