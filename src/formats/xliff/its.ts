/** ITS 2.0 Localization Quality Issues as they stand in XLIFF of either version: on an element, or beside it and referred to. */
import type { Span } from '../../text/span.ts'
import type { ReadFlag } from '../document.ts'
import { flagOfIssue } from './flags.ts'
import { attribute, elements, type XmlElement } from '../lib/xml.ts'

const its = 'http://www.w3.org/2005/11/its'

/** `its:` attributes bear a prefix on elements of others, and none on its own. */
const valueIn =
  (of: XmlElement) =>
  (local: string): string | undefined => {
    const own = of.namespace === its ? '' : its
    return of.attributes.find(each => each.local === local && each.uri === own)?.value
  }

/** `locQualityIssues` anywhere in a file, by their ids. */
export function issuesById(root: XmlElement): ReadonlyMap<string, readonly XmlElement[]> {
  const found = new Map<string, readonly XmlElement[]>()
  const stack = [root]
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (at.local === 'locQualityIssues' && at.namespace === its) {
      const id = attribute(at, 'xml:id') ?? attribute(at, 'id')
      if (id !== undefined) found.set(id, elements(at, 'locQualityIssue'))
    } else stack.push(...elements(at))
  }
  return found
}

/** The issues that an element is marked with, on the words that stand in it. What is in another file is not fetched. */
export function issuesOn(of: XmlElement, on: Span, byId: ReadonlyMap<string, readonly XmlElement[]>): ReadFlag[] {
  const value = valueIn(of)
  const reference = value('locQualityIssuesRef')
  const beside = reference?.startsWith('#') ? (byId.get(reference.slice(1).replace(/^its=/, '')) ?? []) : []
  return [value, ...beside.map(valueIn)].flatMap(each => flagOfIssue(each, on) ?? [])
}
