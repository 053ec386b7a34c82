/** Effort, as pages tell it: of one translation, of a set, and by person. */
import { leastTimed } from '../../app/effort/effort-figures.ts'
import { fill, formatDecimal, formatMonth, messages, type Language } from '../../i18n/index.ts'
import type { EffortFigures, EffortReport } from '../../wire/effort.ts'
import { systemOut } from '../quality-query.ts'
import { systemName } from './quality-report.ts'
import { seen } from './seen.ts'

type Worked = Pick<EffortFigures, 'sittings' | 'activeMs' | 'openMs' | 'keystrokes'>

/** Hours and minutes; less than a minute in seconds. @param ms null: not measured */
function durationOf(language: Language, ms: number | null): string | null {
  if (ms === null) return null
  const m = messages(language).effort
  const seconds = Math.round(ms / 1000)
  if (seconds < 60) return fill(language, m.seconds, { s: seconds })
  const minutes = Math.round(seconds / 60)
  return minutes < 60
    ? fill(language, m.minutes, { m: minutes })
    : fill(language, m.hours, { h: Math.floor(minutes / 60), m: minutes % 60 })
}

const workedCells = (language: Language, { activeMs, openMs, keystrokes, sittings }: Worked) => ({
  activeMs: durationOf(language, activeMs),
  openMs: durationOf(language, openMs),
  keystrokes: keystrokes === null ? null : formatDecimal(language, keystrokes, 0),
  sittings: formatDecimal(language, sittings, 0),
})

/** The figures of effort in words, each null where it was not measured, in the order in which they are shown. */
const effortCells = (language: Language, figures: EffortFigures) => ({
  ...workedCells(language, figures),
  editsPerThousand: figures.editsPerThousand === null ? null : formatDecimal(language, figures.editsPerThousand, 0),
  wordsPerHour: figures.wordsPerHour === null ? null : formatDecimal(language, figures.wordsPerHour, 0),
})

const rateHint = (language: Language): string =>
  fill(language, messages(language).effort.rateHint, { minutes: leastTimed / 60_000 })

type Cell = keyof ReturnType<typeof effortCells>

const namesOf = (language: Language, cells: readonly Cell[]) =>
  cells.map(id => ({ id, name: messages(language).effort.names[id] }))

const ofWork = ['activeMs', 'openMs', 'keystrokes', 'sittings'] as const

/** The section on a page of quality. @param counted whether the house counts effort now */
export function effortSection(language: Language, figures: EffortFigures, counted: boolean) {
  const cells = effortCells(language, figures)
  return {
    counted,
    measured: figures.sittings > 0,
    rateHint: rateHint(language),
    figures: namesOf(language, [...ofWork, 'editsPerThousand', 'wordsPerHour']).map(one => ({
      ...one,
      value: cells[one.id],
    })),
  }
}

/** The tables of the page of effort. */
export function effortTables(language: Language, { all, rows, persons }: EffortReport) {
  return {
    rateHint: rateHint(language),
    heads: namesOf(language, [...ofWork, 'editsPerThousand', 'wordsPerHour']),
    all: { translations: all.translations, words: all.words, cells: effortCells(language, all) },
    rows: rows.map(({ month, system, figures }) => ({
      month: formatMonth(language, month, 'long'),
      system: systemName(language, system),
      value: systemOut(system),
      translations: figures.translations,
      words: figures.words,
      cells: effortCells(language, figures),
    })),
    personHeads: namesOf(language, ofWork),
    persons:
      persons?.map(({ name, ...worked }) => ({
        name: name === null ? messages(language).effort.persons.nameless : seen(name),
        cells: workedCells(language, worked),
      })) ?? null,
  }
}
