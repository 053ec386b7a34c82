import { fill, type Language, type Messages } from '../../i18n/index.ts'
import type { CategoryId } from '../../mqm/typology.ts'
import { seen } from '../../text/seen.ts'

const longest = 90

/** Words as they are told in the rail: long ones cut, line breaks and bare spaces named, what is invisible written out. */
export const told = (t: Messages['desk'], words: string): string => {
  if (/^[ \u00a0\u202f]+$/.test(words)) return t.rail.space
  const line = words.replaceAll('\n', ` ${t.rail.lineBreak} `)
  const cut =
    line.length > longest
      ? `${line
          .slice(0, longest - 1)
          .toWellFormed()
          .trimEnd()}…`
      : line
  return seen(cut)
}

/** What is to stand instead; where that is nothing, it is said. */
export const toldFix = (t: Messages['desk'], fix: string): string => (fix === '' ? t.rail.nothing : told(t, fix))

/** That a fix stands in the text now. */
export const toldAccepted = (t: Messages['desk'], language: Language, words: string, fix: string): string =>
  fix === ''
    ? fill(language, t.done.removed, { words: told(t, words) })
    : fill(language, t.done.accepted, { words: told(t, fix) })

export const categoryName = (m: Messages, id: string): string => m.mqm.categories[id as CategoryId] ?? id
