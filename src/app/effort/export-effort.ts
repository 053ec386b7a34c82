import type { CsvStyle } from '../../text/csv-style.ts'
import type { EffortReport } from '../../wire/effort.ts'
import { spreadsheet } from '../spreadsheet.ts'

const columns = [
  'part', 'month', 'system', 'person', 'sittings', 'active_seconds', 'open_seconds', 'keystrokes', 'translations', 'words',
  'edits_per_1000_words', 'words_per_hour',
] as const // prettier-ignore

type Line = Partial<Readonly<Record<(typeof columns)[number], string | number | null>>>

const seconds = (ms: number | null): number | null => (ms === null ? null : Math.round(ms / 1000))
const tenths = (rate: number | null): number | null => (rate === null ? null : Math.round(rate * 10) / 10)

const workedCells = (worked: Pick<EffortReport['all'], 'sittings' | 'activeMs' | 'openMs' | 'keystrokes'>): Line => ({
  sittings: worked.sittings,
  active_seconds: seconds(worked.activeMs),
  open_seconds: seconds(worked.openMs),
  keystrokes: worked.keystrokes,
})

const cells = (figures: EffortReport['all']): Line => ({
  ...workedCells(figures),
  translations: figures.translations,
  words: figures.words,
  edits_per_1000_words: tenths(figures.editsPerThousand),
  words_per_hour: tenths(figures.wordsPerHour),
})

/** One line a month and system, and one a person where they are told; as CSV for a spreadsheet. What was not measured is empty. */
export const effortCsv = ({ all, rows, persons }: EffortReport, style: CsvStyle = 'comma'): string =>
  spreadsheet(
    [
      { part: 'all', ...cells(all) },
      ...rows.map(({ month, system, figures }) => ({ part: 'month and system', month, system, ...cells(figures) })),
      ...(persons ?? []).map(({ name, ...worked }) => ({ part: 'person', person: name, ...workedCells(worked) })),
    ] satisfies readonly Line[],
    columns,
    style,
  )
