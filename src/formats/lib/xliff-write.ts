/** What new XLIFF files of either version have in common. */
import { alignSource } from '../../text/align.ts'
import type { ExportedArticle } from '../format.ts'

/** The source of each line of the text: line by line where there are as many, else as `alignSource` lays them beside each other. */
export function linesBeside({ sourceText, text }: ExportedArticle): string[] {
  const [sources, lines] = [sourceText.split('\n'), text.split('\n')]
  if (sources.length === lines.length) return sources
  const beside = lines.map(() => '')
  if (sourceText.trim() === '') return beside
  let at = 0
  for (const { fromA, toA, fromB } of alignSource(sourceText, text)) {
    while (at < lines.length - 1 && text.slice(0, fromB).split('\n').length - 1 > at) at++
    const words = sourceText.slice(fromA, toA).trim().replace(/\n+/g, ' ')
    if (words !== '') beside[at] = beside[at] === '' ? words : `${beside[at] ?? ''} ${words}`
  }
  return beside
}
