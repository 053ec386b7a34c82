import { addTerm } from '../../src/app/terms/write-term.ts'
import { termEntry, type TermEntry } from '../../src/wire/term.ts'
import type { Newsroom } from './newsroom.ts'

/** A term with what is not told as usual. */
export const entry = (preferred: string, variants: readonly string[] = [], more: Partial<TermEntry> = {}): TermEntry =>
  termEntry.parse({ preferred, variants, ...more })

/** Takes a term in, by Anna. */
export const add = (
  { deps, anna }: Newsroom,
  preferred: string,
  variants: readonly string[] = [],
  more: Partial<TermEntry> = {},
) => addTerm(deps, { person: anna }, entry(preferred, variants, more))
