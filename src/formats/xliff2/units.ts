/** The units of XLIFF 2.x and their segments. */
import type { Limits } from '../limits.ts'
import type { XliffSegment } from '../xliff/document.ts'
import { unitsIn, type FileUnits } from '../xliff/units.ts'
import { attribute, element, elements, type XmlElement } from '../lib/xml.ts'

export const label = 'XLIFF 2'

export interface Segment extends XliffSegment {
  readonly segment: XmlElement
}

/** The notes of a unit. */
export const notesOf = (unit: XmlElement): XmlElement[] => {
  const notes = element(unit, 'notes')
  return notes ? elements(notes, 'note') : []
}

/** The note of a unit that a fragment identifier names: `#n=n1`, or with the way to the unit, `#f=f1/u=u1/n=n1`. */
export function noteReferredTo(unit: XmlElement, reference: string): XmlElement | undefined {
  const match = /^#(?:(.+)\/)?n=([^/]+)$/.exec(reference)
  if (!match) return undefined
  const [, way = '', id] = match
  const ways = new Map(way.split('/').filter(Boolean).map(step => [step.slice(0, 2), step.slice(2)])) // prettier-ignore
  if (ways.size > 0 && ways.get('u=') !== attribute(unit, 'id')) return undefined
  const file = ways.get('f=')
  if (file !== undefined && file !== idAround(unit, 'file')) return undefined
  return notesOf(unit).find(note => attribute(note, 'id') === id)
}

const idAround = (of: XmlElement, local: string): string | undefined => {
  for (let at = of.parent; at; at = at.parent) if (at.local === local) return attribute(at, 'id')
  return undefined
}

/**
 * The segments of a unit in the order of their targets: `order` counts segments and what is between them, from 1; a target without it has
 * the place of its source. What is `ignorable` is not translated, and stays where it is; a segment without source and target has no text.
 */
function segmentsOf(unit: XmlElement): Segment[] {
  const parts = elements(unit).filter(
    ({ local, namespace }) => namespace === unit.namespace && (local === 'segment' || local === 'ignorable'),
  )
  const placed = parts.map((part, i) => {
    const target = element(part, 'target')
    const order = Number(target && attribute(target, 'order'))
    return { part, target, at: Number.isInteger(order) && order > 0 ? order : i + 1 }
  })
  return placed
    .toSorted((a, b) => a.at - b.at)
    .filter(({ part, target }) => part.local === 'segment' && (target ?? element(part, 'source')))
    .map(({ part, target }, i) => ({ unit, number: i + 1, segment: part, source: element(part, 'source'), target }))
}

/** The units of a `file`. */
export const unitsOf = (file: XmlElement, limits: Limits): FileUnits<Segment> =>
  unitsIn(file, attribute(file, 'translate') !== 'no', { label, name: 'unit', segmentsOf }, limits)
