import type { Messages } from '../../i18n/index.ts'
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

export const categoryName = (m: Messages, id: string): string => m.mqm.categories[id as CategoryId] ?? id
