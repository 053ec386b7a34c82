import type { AnnotationPage } from '../../app/annotate/read-annotation.ts'
import type { Deps } from '../../app/deps.ts'
import type { Language } from '../../i18n/index.ts'
import { flagEntry, type FlagEntry } from './flag-entry.ts'
import { grid, wholeGrid } from './grid.ts'
import type { FlagMark, Run } from './runs.ts'

/** A paragraph of the MT as its annotator sees it. */
export interface MarkedRow {
  readonly n: number
  /** line of the MT, from 0 */
  readonly line: number
  readonly from: number
  readonly to: number
  /** as it is, for the script */
  readonly text: string
  readonly source: string
  readonly runs: readonly Run[]
  readonly flags: readonly FlagEntry[]
  /** 0–100; null where there is none */
  readonly judgement: number | null
}

/** Where a flag is told on its page. */
export const markAnchor = (id: string): string => `m-${id}`

const markOf = (entry: FlagEntry): FlagMark => ({
  id: entry.id,
  kind: 'flag',
  href: `#${markAnchor(entry.id)}`,
  from: entry.from,
  to: entry.to,
  severity: entry.severity,
  shape: entry.shape,
  label: `${entry.severityName}: ${entry.categoryName}`,
})

/** The paragraphs of a page of an annotation, each with its source and the flags that begin in it. */
export function markedGrid(
  { hunks }: Pick<Deps, 'hunks'>,
  language: Language,
  annotation: Pick<AnnotationPage, 'sourceText' | 'mtText' | 'translation' | 'flags' | 'judgements'>,
  page: number,
): { readonly rows: readonly MarkedRow[]; readonly page: number; readonly pages: number; readonly paragraphs: number } {
  const { mtText, sourceText, translation } = annotation
  const mt = { hash: translation.mtHash, text: mtText }
  const whole = wholeGrid(
    { source: sourceText, mt: mtText, head: mtText },
    hunks.diff(mt, mt, translation.fixed),
    translation.fixed,
  )
  const entries = annotation.flags.map(flag => flagEntry(language, flag))
  const drawn = grid(whole, { mt: entries.map(markOf), head: [] }, page)
  const judged = new Map(annotation.judgements)
  let [line, counted] = [0, 0]
  const rows = drawn.rows.map(({ n, fromA, toA, source, mt: runs }) => {
    for (; counted < fromA; counted += 1) if (mtText[counted] === '\n') line += 1
    const flags = entries.filter(({ from }) => from >= fromA && from <= toA)
    const text = mtText.slice(fromA, toA)
    return { n, line, from: fromA, to: toA, text, source, runs, flags, judgement: judged.get(line) ?? null }
  })
  return { rows, page: drawn.page, pages: drawn.pages, paragraphs: whole.rows.length }
}
