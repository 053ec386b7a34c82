/** The units of XLIFF 2.x and their segments. */
import type { Limits } from '../limits.ts'
import type { XliffSegment } from '../xliff/document.ts'
import { unitsIn, type FileUnits } from '../xliff/units.ts'
import { attribute, element, elements, type XmlElement } from '../lib/xml.ts'

export const label = 'XLIFF 2'

export interface Segment extends XliffSegment {
  readonly segment: XmlElement
}

/**
 * The segments of a unit in the order of their targets: `order` counts segments and what is between them, from 1; a target without it has
 * the place of its source. What is `ignorable` is not translated, and stays where it is.
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
    .filter(({ part }) => part.local === 'segment')
    .map(({ part, target }, i) => ({ unit, number: i + 1, segment: part, source: element(part, 'source'), target }))
}

/** The units of a `file`. */
export const unitsOf = (file: XmlElement, limits: Limits): FileUnits<Segment> =>
  unitsIn(file, attribute(file, 'translate') !== 'no', { label, name: 'unit', segmentsOf }, limits)
