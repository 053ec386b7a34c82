/** The units of XLIFF 2.x and their segments. */
import { FormatError } from '../fault.ts'
import type { Limits } from '../limits.ts'
import type { XliffSegment } from '../lib/xliff-document.ts'
import { attribute, element, elements, isElement, type XmlElement } from '../lib/xml.ts'

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

export interface FileUnits {
  readonly file: XmlElement
  readonly segments: readonly Segment[]
  /** units that may not be translated, and are left out */
  readonly locked: number
}

/** The units of a `file`, in order. What is `translate="no"` is not for us to correct. */
export function unitsOf(file: XmlElement, { rows }: Limits): FileUnits {
  const segments: Segment[] = []
  let locked = 0
  const walk = (parent: XmlElement, translated: boolean): void => {
    for (const child of parent.children) {
      if (!isElement(child) || child.namespace !== file.namespace) continue
      const said = attribute(child, 'translate')
      const isTranslated = said === undefined ? translated : said !== 'no'
      if (child.local === 'group') walk(child, isTranslated)
      if (child.local !== 'unit') continue
      if (isTranslated) segments.push(...segmentsOf(child))
      else locked++
      if (segments.length > rows) throw new FormatError(label, 'rows', { line: child.line, limit: rows })
    }
  }
  walk(file, attribute(file, 'translate') !== 'no')
  return { file, segments, locked }
}
