/** What the rows of a table that came in are to say now. */
import type { Warning } from '../fault.ts'
import type { Outgoing } from '../format.ts'
import { correctedField, type TableReading } from './documents.ts'

export interface Corrected {
  /** of each row, by its number: its corrected segment as a field, and whether that is other than what the file says already */
  readonly of: (row: number) => { readonly field: string; readonly isChanged: boolean }
  readonly isAnyChanged: boolean
  readonly warnings: readonly Warning[]
}

/**
 * Row by row. Where the file reads otherwise than when it was imported, only rows whose MT is the same get a correction.
 */
export function correctedRows({ reading, placeOf }: TableReading, outgoing: readonly Outgoing[]): Corrected {
  const out = new Map(outgoing.map(({ number, article }) => [number, article]))
  const documents = reading.documents.map(({ text, revisions }, number) => {
    const mt = text.split('\n')
    const head = revisions.at(-1)?.text.split('\n') ?? mt
    const article = out.get(number)
    const [then, now] = [article?.mtText.split('\n') ?? mt, article?.text.split('\n') ?? head]
    const isLikely = then.length === now.length
    return { mt, head, now: mt.map((each, i) => (isLikely && then[i] === each ? (now[i] ?? '') : (head[i] ?? ''))) }
  })
  const unlike = reading.documents.some(({ text }, number) => (out.get(number)?.mtText ?? text) !== text)
  return {
    of: row => {
      const { document, line } = placeOf(row)
      const { mt = [], head = [], now = [] } = documents[document] ?? {}
      const text = now[line] ?? ''
      return { field: correctedField(text, mt[line] ?? ''), isChanged: text !== head[line] }
    },
    isAnyChanged: documents.some(({ head, now }) => now.some((text, i) => text !== head[i])),
    warnings: unlike ? [{ code: 'unlike' }] : [],
  }
}
