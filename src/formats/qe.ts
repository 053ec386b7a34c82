import type { ExportedArticle, Format } from './format.ts'
import { Names } from './annotations/document-names.ts'
import { segmentsOf } from './annotations/segments.ts'
import { zipParts } from './lib/zip.ts'
import { alignWords } from './qe/align.ts'
import { spanRows, spansHeading } from './qe/spans.ts'
import { bySpaces, hasWords, hterByAlignment, isTokenized, tagsOf, wordsAndSigns, type Hter } from './qe/tags.ts'

const readme = `Quality estimation at the level of words and sentences, in the form of WMT20 (task 2) and MLQE-PE. UTF-8; line n of each file is of the same segment.

corpus.src        the source, as it is; empty where there is none
corpus.mt         the machine translation: words and signs parted by spaces
corpus.pe         the post-edit, in the same way
corpus.tags       OK or BAD for the MT, 2n + 1 for n words: gap, word, gap, word ... gap
corpus.hter       edits divided by the words of the post-edit, at most 1
corpus.ids        document, system and number of the segment, parted by tabs
corpus.spans.tsv  errors marked by people, in the form of WMT23 (task 2): indices of characters in the MT as it was before it was cut into words, the end
                  behind the last one, -1 where there is no error; where words are missing both are the same. A row for each segment and annotator.

Words: letters and digits, and between two of them one of . , : ' - ; every other sign is a word by itself. What is parted by spaces already stays so. Case counts.
Tags: of an alignment with the fewest insertions, deletions and substitutions. A word is BAD where it was deleted or substituted, a gap where words were inserted. No shifts.
HTER: of the same alignment, so without shifts: where words were moved it is higher than that of TER.
Segments without a word in the MT or in the post-edit are left out of all files but corpus.spans.tsv.
`

type Column = 'src' | 'mt' | 'pe' | 'tags' | 'hter' | 'ids'

/** The files of a corpus by their names. @param hter how the work of a segment is measured */
export function qeFiles(articles: readonly ExportedArticle[], hter: Hter = hterByAlignment): Map<string, string> {
  const names = new Names()
  const columns: Record<Column, string[]> = { src: [], mt: [], pe: [], tags: [], hter: [], ids: [] }
  const spans = [spansHeading]
  for (const article of articles) {
    const named = names.of(article)
    const tokenize = isTokenized(article.mtText) ? bySpaces : wordsAndSigns
    const segments = segmentsOf(article)
    spans.push(...spanRows(article, segments, named))
    for (const [i, { source, mt, corrected }] of segments.entries()) {
      const [words, edited] = [tokenize(mt), tokenize(corrected)]
      if (!hasWords(words) || !hasWords(edited)) continue
      columns.src.push(source.replace(/[\n\r\u2028]/g, ' '))
      columns.mt.push(words.join(' '))
      columns.pe.push(edited.join(' '))
      columns.tags.push(tagsOf(words, edited, alignWords(words, edited)).join(' '))
      columns.hter.push(hter(words, edited).toFixed(6))
      columns.ids.push([...named, i + 1].join('\t'))
    }
  }
  const fileOf = (lines: readonly string[]): string => lines.map(line => `${line}\n`).join('')
  return new Map([
    ['README', readme],
    ...Object.entries(columns).map(([column, lines]) => [`corpus.${column}`, fileOf(lines)] as const),
    ['corpus.spans.tsv', fileOf(spans)],
  ])
}

/** What WMT's quality estimation learns from: source, MT, post-edit, and which words of the MT were wrong. */
export const qe = {
  id: 'qe',
  label: 'WMT QE',
  extensions: ['zip'],
  mediaType: 'application/zip',
  purpose: 'data',
  writeAll: articles => {
    const encoder = new TextEncoder()
    const parts = [...qeFiles(articles)].map(([name, text]) => [name, encoder.encode(text)] as const)
    return zipParts(parts, articles[0]?.exportedAt ?? 0)
  },
} as const satisfies Format
