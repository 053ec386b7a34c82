/** Codes that must keep their order: a first one (`canReorder="firstNo"`) and those that follow it (OASIS 2.1, 4.7.5.3). */
import { attribute, element, elements, type XmlElement } from '../../lib/xml.ts'
import { tag, type Findings } from '../../xliff/findings.ts'
import { partsOf } from './ids.ts'

const codes = new Set(['pc', 'sc', 'ec', 'ph'])
const order = (of: XmlElement): string => attribute(of, 'canReorder') ?? 'yes'
const codeNameOf = (of: XmlElement): string =>
  attribute(of, 'id') === undefined ? `end ${attribute(of, 'startRef') ?? ''}` : `code ${attribute(of, 'id')}`

/**
 * The codes of one side of a unit with the code before each: the one beside it, else the pair that it is the first in, else the last one
 * of the text before. Annotations are no codes.
 */
function predecessors(contents: readonly XmlElement[]): Map<XmlElement, XmlElement | undefined> {
  const found = new Map<XmlElement, XmlElement | undefined>()
  const walk = (of: XmlElement, before: XmlElement | undefined): XmlElement | undefined => {
    let last = before
    for (const child of elements(of)) {
      if (!codes.has(child.local)) {
        last = walk(child, last)
        continue
      }
      found.set(child, last)
      if (child.local === 'pc') walk(child, child)
      last = child
    }
    return last
  }
  let last: XmlElement | undefined
  for (const content of contents) last = walk(content, last)
  return found
}

export function checkSequences(unit: XmlElement, findings: Findings): void {
  const parts = partsOf(unit)
  const inOrder = parts
    .map((part, i) => ({ target: element(part, 'target'), at: i + 1 }))
    .flatMap(({ target, at }) => (target ? [{ target, at: Number(attribute(target, 'order') ?? at) }] : []))
    .toSorted((a, b) => a.at - b.at)
  const sources = predecessors(parts.flatMap(part => element(part, 'source') ?? []))
  const targets = predecessors(inOrder.map(({ target }) => target))
  for (const side of [sources, targets])
    for (const [code, before] of side)
      if (order(code) === 'no' && (!before || order(before) === 'yes'))
        findings.tell(code, `${tag(code)} goes on a sequence that must keep its order, and stands behind none of it`)
  const before = new Map([...targets].map(([code, previous]) => [codeNameOf(code), previous]))
  for (const [code, previous] of sources) {
    if (order(code) !== 'no' || !previous || !before.has(codeNameOf(code))) continue
    const now = before.get(codeNameOf(code))
    if (!now || codeNameOf(now) !== codeNameOf(previous))
      findings.tell(code, `${tag(code)} stands in the target behind another code than in the source`)
  }
}
