/** How much of a file is read at most. Each is a setting (`config.ts`); what is more is refused with a sentence that says the limit. */
export interface Limits {
  /** of a file, as it is sent */
  readonly bytes: number
  /** files in an archive */
  readonly members: number
  /** all of an archive, unpacked */
  readonly unpackedBytes: number
  /** unpacked ÷ packed, of one member */
  readonly ratio: number
  /** elements in elements, objects in objects */
  readonly depth: number
  /** rows of a table, units of a memory, segments of a file */
  readonly rows: number
  /** characters of a field or segment */
  readonly fieldLength: number
}

export const usualLimits: Limits = {
  bytes: 100_000_000,
  members: 2_000,
  unpackedBytes: 300_000_000,
  ratio: 200,
  depth: 200,
  rows: 500_000,
  fieldLength: 100_000,
}
