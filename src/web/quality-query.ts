/** What a report is asked about, as it stands in an address. */
import { monthStart } from '../app/quality/report-filter.ts'
import { reportStates, type About } from '../wire/quality-report.ts'
import type { Query } from './address.ts'
import { oneOf } from './form.ts'
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

/** @throws Problem field-invalid */
export function readAbout(query: URLSearchParams): About {
  const given = givenIn(query)
  const system = given('system')
  return {
    system: system === undefined ? null : systemIn(system),
    from: monthIn('from', given('from')),
    to: monthIn('to', given('to')),
    states: oneOf('states', reportStates, given('states') ?? 'reviewed'),
    language: given('language') ?? null,
  }
}

/** As a query again; what is as usual is left out. */
export const aboutQuery = ({ system, from, to, states, language }: About): Query => ({
  system: system === null ? null : systemOut(system),
  from,
  to,
  states: states === 'reviewed' ? null : states,
  language,
})
