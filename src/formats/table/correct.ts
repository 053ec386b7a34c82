/** What the rows of a table that came in are to say now. */
import type { Warning } from '../fault.ts'
import type { Outgoing } from '../format.ts'
import { linesNow } from '../lib/file-now.ts'
import { correctedField, type TableReading } from './documents.ts'

export interface CorrectedRows {
  /** of each row, by its number: its corrected segment as a field, and whether that is other than what the file says already */
  readonly of: (row: number) => { readonly field: string; readonly isChanged: boolean }
  readonly isAnyChanged: boolean
  readonly warnings: readonly Warning[]
}

/** Row by row: those that get no correction say what they say already. */
export function correctedRows({ reading, placeOf }: TableReading, outgoing: readonly Outgoing[]): CorrectedRows {
  const out = new Map(outgoing.map(({ number, article }) => [number, article]))
  let warnings: readonly Warning[] = []
  const documents = reading.documents.map(({ text, revisions }, number) => {
    const mt = text.split('\n')
    const head = revisions.at(-1)?.text.split('\n') ?? mt
    const article = out.get(number)
    if (!article) return { mt, head, now: head }
    const [lines, corrected, now] = [linesNow(text, article), article.text.split('\n'), [...head]]
    for (const [i, partner] of lines.partners.entries()) if (partner !== undefined) now[partner] = corrected[i] ?? ''
    // it is told once for all of them
    if (lines.warnings.length > 0) warnings = lines.warnings
    return { mt, head, now }
  })
  return {
    of: row => {
      const { document, line } = placeOf(row)
      const { mt = [], head = [], now = [] } = documents[document] ?? {}
      const text = now[line] ?? ''
      return { field: correctedField(text, mt[line] ?? ''), isChanged: text !== head[line] }
    },
    isAnyChanged: documents.some(({ head, now }) => now.some((text, i) => text !== head[i])),
    warnings,
  }
}
