/** The units of XLIFF 1.2, and what of them is a segment. */
import type { Limits } from '../limits.ts'
import type { XliffSegment } from '../xliff/document.ts'
import { unitsIn, type FileUnits } from '../xliff/units.ts'
import { attribute, elements, type XmlElement } from '../lib/xml.ts'

export const label = 'XLIFF 1.2'

export interface Segment extends XliffSegment {
  /** the `target` that its translation is in, or is; undefined where the unit has none */
  readonly whole: XmlElement | undefined
  /** of the `mrk` of its segmentation; undefined where the unit is one segment */
  readonly mid: string | undefined
}

/** Elements of XLIFF itself directly in one, by a local name: others may have put `note` or `source` of their own beside them. */
export const core = (parent: XmlElement, local: string): XmlElement[] =>
  elements(parent, local).filter(({ namespace }) => namespace === parent.namespace)
export const firstCore = (parent: XmlElement, local: string): XmlElement | undefined => core(parent, local)[0]

/** The `mrk mtype="seg"` in a content, in order, none of them in another; inline codes may stand around them. */
function segmentsIn(content: XmlElement | undefined): XmlElement[] {
  const found: XmlElement[] = []
  const walk = (of: XmlElement): void => {
    for (const child of elements(of)) {
      if (child.local === 'mrk' && attribute(child, 'mtype') === 'seg') found.push(child)
      else if (child.local === 'g' || child.local === 'mrk') walk(child)
    }
  }
  if (content) walk(content)
  return found
}

/** The segments of a trans-unit: those of `seg-source` beside those of `target` with the same `mid`; the whole unit where it is not segmented. */
function segmentsOf(unit: XmlElement): Segment[] {
  const source = firstCore(unit, 'source')
  const whole = firstCore(unit, 'target')
  const split = firstCore(unit, 'seg-source')
  // nothing in it is text
  if (!source && !whole && !split) return []
  const segmented = segmentsIn(split)
  const sources = segmented.length > 0 ? segmented : segmentsIn(source)
  const targets = segmentsIn(whole)
  const isEmpty = !whole || whole.innerFrom >= whole.innerTo
  if (sources.length === 0 || (targets.length === 0 && !isEmpty))
    return [{ unit, number: 1, source: source ?? split, target: whole, whole, mid: undefined }]
  const byMid = new Map<string, XmlElement[]>()
  const midOf = (mrk: XmlElement): string => attribute(mrk, 'mid') ?? ''
  for (const target of targets) byMid.set(midOf(target), [...(byMid.get(midOf(target)) ?? []), target])
  const pairs = sources.map(each => ({ source: each, target: byMid.get(midOf(each))?.shift(), mid: midOf(each) }))
  const others = [...byMid.values()].flat().map(target => ({ source: undefined, target, mid: midOf(target) }))
  return [...pairs, ...others].map((each, i) => ({ ...each, unit, number: i + 1, whole }))
}

/** The units of a `file`: those of its `body`, or its own where it has none. `bin-unit` is nothing of text. */
export const unitsOf = (file: XmlElement, limits: Limits): FileUnits<Segment> =>
  unitsIn(firstCore(file, 'body') ?? file, true, { label, name: 'trans-unit', segmentsOf }, limits)
