/** What new XLIFF files of either version have in common. */
import { alignSource } from '../../text/align.ts'
import type { ExportedArticle } from '../format.ts'
import { escapeBreaks } from '../lib/inline-codes.ts'
import { lineAt, linesOf } from '../lib/lines.ts'
import { escapeXml } from '../lib/xml.ts'

/** The source of each line of the text: line by line where there are as many, else as `alignSource` lays them beside each other. */
export function linesBeside({ sourceText, text }: ExportedArticle): string[] {
  const [sources, lines] = [sourceText.split('\n'), text.split('\n')]
  if (sources.length === lines.length) return sources
  const beside = lines.map(() => '')
  if (sourceText.trim() === '') return beside
  const spans = linesOf(text)
  for (const { fromA, toA, fromB } of alignSource(sourceText, text)) {
    const at = Math.min(lineAt(spans, fromB), lines.length - 1)
    const words = sourceText.slice(fromA, toA).trim().replace(/\n+/g, ' ')
    if (words !== '') beside[at] = beside[at] === '' ? words : `${beside[at] ?? ''} ${words}`
  }
  return beside
}

/** As the value of an attribute in double quotes. */
export const quoted = (value: string): string => escapeXml(value, { quotes: true })

/** As the content of a source or target whose line ends are its own. */
export const contentOf = (text: string): string => escapeBreaks(escapeXml(text), true)
