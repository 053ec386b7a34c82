/** What the rows of a table that came in are to say now. */
import type { Warning } from '../fault.ts'
import type { Outgoing } from '../format.ts'
import { correctedField, type TableReading } from './documents.ts'

export interface Corrected {
  /** by the number of a row: its corrected segment as a field, where that is not what the file says already */
  readonly changed: ReadonlyMap<number, string>
  /** the corrected segment of every row, changed or not */
  readonly texts: ReadonlyMap<number, string>
  readonly warnings: readonly Warning[]
}

/**
 * Row by row. Where the file reads otherwise than when it was imported, only rows whose MT is the same get a correction.
 */
export function correctedRows({ reading, places }: TableReading, outgoing: readonly Outgoing[]): Corrected {
  const { documents } = reading
  const out = new Map(outgoing.map(({ number, article }) => [number, article]))
  const lines = documents.map(({ text, revisions }, number) => {
    const article = out.get(number)
    return {
      mt: text.split('\n'),
      head: (revisions.at(-1)?.text ?? text).split('\n'),
      mtThen: article?.mtText.split('\n'),
      text: article?.text.split('\n'),
    }
  })
  const changed = new Map<number, string>()
  const texts = new Map<number, string>()
  for (const [row, { document, line }] of places) {
    const of = lines[document]
    if (!of) continue
    const head = of.head[line] ?? ''
    const isSame = of.mtThen !== undefined && of.text?.length === of.mtThen.length && of.mtThen[line] === of.mt[line]
    const text = isSame ? (of.text?.[line] ?? head) : head
    const field = correctedField(text, of.mt[line] ?? '')
    texts.set(row, field)
    if (text !== head) changed.set(row, field)
  }
  const unlike = documents.some(({ text }, number) => (out.get(number)?.mtText ?? text) !== text)
  return { changed, texts, warnings: unlike ? [{ code: 'unlike' }] : [] }
}
