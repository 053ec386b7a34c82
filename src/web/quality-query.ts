/** What a report is asked about, as it stands in an address. */
import { monthStart, usualAbout } from '../app/quality/report-filter.ts'
import { Problem } from '../errors.ts'
import { reportStates, type About } from '../wire/quality-report.ts'
import type { Query } from './address.ts'
import { oneOf } from './form.ts'
import type { Ask } from './page.ts'
import { givenIn } from './pair-query.ts'

/** A system that was not told has no name; in an address it is this. */
export const unnamed = '-'
export const systemIn = (given: string): string => (given === unnamed ? '' : given)
export const systemOut = (system: string): string => (system === '' ? unnamed : system)

/** @throws Problem field-invalid */
function monthIn(name: string, given: string | undefined): string | null {
  if (given === undefined) return null
  monthStart(name, given)
  return given
}

/** @throws Problem field-invalid, period-backwards */
export function readAbout(query: URLSearchParams): About {
  const given = givenIn(query)
  const system = given('system')
  const [from, to] = [monthIn('from', given('from')), monthIn('to', given('to'))]
  if (from !== null && to !== null && from > to) throw new Problem('period-backwards', { from, to })
  return {
    system: system === undefined ? null : systemIn(system),
    from,
    to,
    states: oneOf('states', reportStates, given('states') ?? usualAbout.states),
    language: given('language') ?? null,
  }
}

const isOfMonths = ({ code, values }: Problem): boolean =>
  code === 'period-backwards' || (code === 'field-invalid' && ['from', 'to'].includes(String(values['field'])))

/**
 * What a page is asked about. Where months are none, or the wrong way round, a person is told so above the form, which keeps what was typed:
 * `about` has it as it is, and no report is made of it.
 * @throws Problem field-invalid, period-backwards for a program; field-invalid for what no form of ours sends
 */
export function askedAbout({ query, program }: Ask): { readonly about: About; readonly refused: Problem | null } {
  try {
    return { about: readAbout(query), refused: null }
  } catch (error) {
    if (program || !(error instanceof Problem) || !isOfMonths(error)) throw error
    const others = new URLSearchParams([...query].filter(([name]) => name !== 'from' && name !== 'to'))
    const typed = (name: string): string | null => query.get(name)?.trim() || null
    return { about: { ...readAbout(others), from: typed('from'), to: typed('to') }, refused: error }
  }
}

/** As a query again; what is as usual is left out. */
export const aboutQuery = ({ system, from, to, states, language }: About): Query => ({
  system: system === null ? null : systemOut(system),
  from,
  to,
  states: states === usualAbout.states ? null : states,
  language,
})
