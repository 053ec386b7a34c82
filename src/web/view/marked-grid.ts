import type { AnnotationPage } from '../../app/annotate/read-annotation.ts'
import type { Deps } from '../../app/deps.ts'
import type { Language } from '../../i18n/index.ts'
import type { FlagView } from '../../wire/flag.ts'
import { lineNumbers } from '../../text/line-numbers.ts'
import { flagEntry, type FlagEntry } from './flag-entry.ts'
import { grid, wholeGrid } from './grid.ts'
import type { FlagMark, Run } from './runs.ts'

/** A flag, with what the script knows of it as JSON: `ToldFlag` of `client/annotate/`. */
export type MarkEntry = FlagEntry & { readonly told: string }

function markEntry(language: Language, flag: FlagView): MarkEntry {
  const entry = flagEntry(language, flag)
  const { id, version, from, to, words, category, severity, comment, suggestion, severityName, categoryName } = entry
  const told = {
    id,
    version,
    from,
    to,
    words,
    category,
    severity,
    comment,
    suggestion,
    told: `${severityName}: ${categoryName}`,
  }
  return { ...entry, told: JSON.stringify(told) }
}

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
  readonly flags: readonly MarkEntry[]
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

/**
 * The paragraphs of a page of an annotation, each with its source and the flags that begin in it.
 * @param only the one line of the MT that is drawn, where not the whole page is wanted
 */
export function markedGrid(
  { hunks }: Pick<Deps, 'hunks'>,
  language: Language,
  annotation: Pick<AnnotationPage, 'sourceText' | 'mtText' | 'translation' | 'flags' | 'judgements'>,
  page: number,
  only: number | null = null,
): { readonly rows: readonly MarkedRow[]; readonly page: number; readonly pages: number; readonly paragraphs: number } {
  const { mtText, sourceText, translation } = annotation
  const mt = { hash: translation.mtHash, text: mtText }
  const whole = wholeGrid(
    { source: sourceText, mt: mtText, head: mtText },
    hunks.diff(mt, mt, translation.fixed),
    translation.fixed,
  )
  const entries = annotation.flags.map(flag => markEntry(language, flag))
  const lineOf = lineNumbers(mtText)
  const wanted = only === null ? whole : { ...whole, rows: whole.rows.filter(({ fromA }) => lineOf(fromA) === only) }
  const drawn = grid(wanted, { mt: entries.map(markOf), head: [] }, only === null ? page : 1)
  const judged = new Map(annotation.judgements)
  const rows = drawn.rows.map(({ n, fromA, toA, source, mt: runs }) => {
    const flags = entries.filter(({ from }) => from >= fromA && from <= toA)
    const text = mtText.slice(fromA, toA)
    const line = lineOf(fromA)
    return {
      n: only === null ? n : 1 + whole.rows.findIndex(row => row.fromA === fromA),
      line,
      from: fromA,
      to: toA,
      text,
      source,
      runs,
      flags,
      judgement: judged.get(line) ?? null,
    }
  })
  const pages = only === null ? drawn.pages : 1
  return { rows, page: only === null ? drawn.page : page, pages, paragraphs: whole.rows.length }
}
