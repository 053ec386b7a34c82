/**
 * What other programs say of an error and our flags have no field for, as the first lines of a flag's comment, where people can read it
 * and writing finds it again:
 *
 *     Category: Non-translation! (Major)
 *     Source: “seven weeks”
 */
import { errorOfNames, namesOfError, type NamedError } from '../../mqm/wmt-categories.ts'
import type { Severity } from '../../mqm/annotation.ts'
import type { CategoryId } from '../../mqm/typology.ts'

export interface Said {
  /** as the file names it; null where our own naming says the same */
  readonly named: NamedError | null
  /** the words of the source that are marked; null where none */
  readonly source: string | null
  readonly note: string
}

const categoryLine = /^Category: (.*) \(([^()\n]*)\)(?:\n|$)/
const sourceLine = /^Source: “(.*)”(?:\n|$)/

export const commentOf = ({ named, source, note }: Said): string =>
  [
    ...(named ? [`Category: ${named.category} (${named.severity})`] : []),
    ...(source === null ? [] : [`Source: “${source}”`]),
    ...(note === '' ? [] : [note]),
  ].join('\n')

/** What a comment says; the names count only where they mean what the flag is. */
export function saidIn(comment: string, category: CategoryId, severity: Severity): Said {
  let note = comment
  let named: NamedError | null = null
  const first = categoryLine.exec(note)
  if (first) {
    const names = { category: first[1] ?? '', severity: first[2] ?? '' }
    const error = errorOfNames(names)
    if (error.category === category && error.severity === severity) {
      named = names
      note = note.slice(first[0].length)
    }
  }
  const second = sourceLine.exec(note)
  return second ? { named, source: second[1] ?? '', note: note.slice(second[0].length) } : { named, source: null, note }
}

/** How an error of ours is named in a file. */
export const namesFor = (said: Said, category: CategoryId, severity: Severity): NamedError =>
  said.named ?? namesOfError(category, severity)
