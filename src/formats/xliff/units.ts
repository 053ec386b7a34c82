/** The units of a `file` of XLIFF, and what has been read of it, whatever the version. */
import type { Document } from '../document.ts'
import { FormatError, type Warning } from '../fault.ts'
import type { Limits } from '../limits.ts'
import { attribute, isElement, type XmlElement } from '../lib/xml.ts'
import type { XliffSegment, XliffText } from './document.ts'
import type { XliffFile } from './file.ts'

export interface FileUnits<Segment extends XliffSegment> {
  readonly segments: readonly Segment[]
  /** units that may not be translated, and are left out */
  readonly locked: number
}

/** A file element with all that was read of it. */
export interface ReadFile<Segment extends XliffSegment> extends FileUnits<Segment> {
  readonly laid: XliffText
  readonly document: Document
}

export interface ReadXliff<Segment extends XliffSegment> {
  readonly xliff: XliffFile
  readonly files: readonly ReadFile<Segment>[]
  readonly warnings: readonly Warning[]
}

interface UnitKind<Segment> {
  /** of the format, for errors */
  readonly label: string
  /** local name of the element */
  readonly name: string
  readonly segmentsOf: (unit: XmlElement) => readonly Segment[]
}

/**
 * The units in an element and its groups, in order. What is `translate="no"` is not for us to correct.
 * @param isTranslated what holds where nothing says otherwise
 * @throws FormatError rows
 */
export function unitsIn<Segment extends XliffSegment>(
  parent: XmlElement,
  isTranslated: boolean,
  { label, name, segmentsOf }: UnitKind<Segment>,
  { rows }: Limits,
): FileUnits<Segment> {
  const segments: Segment[] = []
  let locked = 0
  const walk = (within: XmlElement, translated: boolean): void => {
    for (const child of within.children) {
      if (!isElement(child) || child.namespace !== parent.namespace) continue
      const said = attribute(child, 'translate')
      const own = said === undefined ? translated : said !== 'no'
      if (child.local === 'group') walk(child, own)
      if (child.local !== name) continue
      if (own) segments.push(...segmentsOf(child))
      else locked++
      if (segments.length > rows) throw new FormatError(label, 'rows', { line: child.line, limit: rows })
    }
  }
  walk(parent, isTranslated)
  return { segments, locked }
}
