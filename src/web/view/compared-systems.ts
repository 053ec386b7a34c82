import { fill, messages, plural, type Language } from '../../i18n/index.ts'
import { systemOut } from '../quality-query.ts'
import { namedFirst } from './quality-filter.ts'
import { systemName } from './quality-report.ts'

/** Systems to choose two of for a comparison, each with how much of it there is. */
export interface ComparedSystems {
  /** those that there is most of; null where there are not so many systems */
  readonly first: string | null
  readonly second: string | null
  /** `value` as an address has it */
  readonly systems: readonly { readonly system: string; readonly value: string; readonly name: string }[]
}

/**
 * @param words how many words of each system there are to compare; one that is not there has none; null where it is not known
 * @param preferred to be the first, where it is one of them
 */
export function comparedSystems(
  language: Language,
  systems: readonly string[],
  words: ReadonlyMap<string, number> | null,
  preferred: string | null = null,
): ComparedSystems {
  const { quality: m } = messages(language)
  const wordsOf = (system: string): number => words?.get(system) ?? 0
  const told = (system: string): string => {
    const name = systemName(language, system)
    if (words === null) return name
    const n = wordsOf(system)
    return n === 0
      ? fill(language, m.compareOptionNone, { system: name })
      : plural(language, m.compareOption, n, { system: name })
  }
  const named = namedFirst(systems)
  const [first = null, second = null] = named.toSorted(
    (a, b) => Number(b === preferred) - Number(a === preferred) || wordsOf(b) - wordsOf(a),
  )
  return {
    first,
    second,
    systems: named.map(system => ({ system, value: systemOut(system), name: told(system) })),
  }
}
