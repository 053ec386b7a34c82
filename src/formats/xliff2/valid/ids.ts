/** What must be unique: ids, and the order of targets (OASIS 2.1, 4.3.1.17 id, 4.3.1.26 order). */
import { attribute, element, elements, type XmlElement } from '../../lib/xml.ts'
import { tag, type Findings } from '../../xliff/findings.ts'
import { isModule } from './schema.ts'
import { coreElements } from './structure.ts'

function checkUnique(of: Iterable<XmlElement>, what: string, findings: Findings): void {
  const seen = new Set<string>()
  for (const each of of) {
    const id = attribute(each, 'id')
    if (id === undefined) continue
    // everything is found again by its place, so that two alike harm nobody's text
    if (seen.has(id)) findings.tell(each, `the id "${id}" stands twice ${what}`)
    seen.add(id)
  }
}

/** Ids of extensions are their makers' own; two alike harm nobody's text. */
function checkExtensions(of: XmlElement, findings: Findings): void {
  const seen = new Set<string>()
  const stack = elements(of).filter(({ namespace }) => namespace !== of.namespace && !isModule(namespace))
  for (let at = stack.pop(); at; at = stack.pop()) {
    const id = attribute(at, 'id') ?? attribute(at, 'xml:id')
    if (id !== undefined && seen.has(id))
      findings.tell(at, `the id "${id}" stands twice in the extensions of ${tag(of)}`)
    if (id !== undefined) seen.add(id)
    stack.push(...elements(at))
  }
}

const beginsPair = ({ local }: XmlElement): boolean => local === 'sc' || local === 'sm'

/** Segments, what is between them, and inline elements of a unit share their ids; a target has those of its source. */
function checkUnit(unit: XmlElement, findings: Findings): void {
  const bySource = new Map<string, { readonly element: XmlElement; readonly part: XmlElement }>()
  const parts = partsOf(unit)
  const take = (each: XmlElement, part: XmlElement): void => {
    const id = attribute(each, 'id')
    if (id === undefined) return
    const other = bySource.get(id)
    const said = `the id "${id}" stands twice in ${tag(unit)}`
    // only of a start the end is found by its id
    if (other && beginsPair(each) && other.element.local === each.local) findings.refuse(each, said)
    if (other) findings.tell(each, said)
    bySource.set(id, { element: each, part })
  }
  for (const part of parts) {
    take(part, part)
    for (const each of inlineIn(part, 'source')) take(each, part)
  }
  const inTargets = new Map<string, string>()
  for (const part of parts)
    for (const each of inlineIn(part, 'target')) {
      const id = attribute(each, 'id')
      if (id === undefined) continue
      const said = `the id "${id}" stands twice in the targets of ${tag(unit)}`
      if (beginsPair(each) && inTargets.get(id) === each.local) findings.refuse(each, said)
      if (inTargets.has(id)) findings.tell(each, said)
      inTargets.set(id, each.local)
      const source = bySource.get(id)
      if (source && source.element !== source.part && kindOf(source.element) !== kindOf(each))
        findings.tell(each, `the id "${id}" is that of a <${source.element.name}> in the source, and of a <${each.name}> in the target`) // prettier-ignore
      if (source && source.part !== part) findings.tell(each, `${tag(each)} stands in another segment than in the source`) // prettier-ignore
    }
}

/** A pair of codes may be written as one element or as its two halves (4.7.2.3). */
const kindOf = ({ local }: XmlElement): string =>
  local === 'pc' || local === 'sc' ? 'code' : local === 'mrk' || local === 'sm' ? 'mark' : local

function checkOrder(unit: XmlElement, findings: Findings): void {
  const seen = new Set<number>()
  const parts = partsOf(unit)
  for (const [i, part] of parts.entries()) {
    const target = element(part, 'target')
    const order = Number((target && attribute(target, 'order')) ?? i + 1)
    if (order > parts.length) findings.tell(target ?? part, `order="${order}" in a unit of ${parts.length} segments`)
    if (seen.has(order)) findings.refuse(target ?? part, `two targets of ${tag(unit)} have the order ${order}`)
    seen.add(order)
  }
}

/** Segments of a unit and what is between them. */
export const partsOf = (unit: XmlElement): XmlElement[] =>
  elements(unit).filter(
    ({ local, namespace }) => namespace === unit.namespace && (local === 'segment' || local === 'ignorable'),
  )

/** The inline elements of one side of a segment, in order. */
export function inlineIn(part: XmlElement, side: 'source' | 'target'): XmlElement[] {
  const content = element(part, side)
  return content ? [...coreElements(content)].slice(1) : []
}

export function checkIds(root: XmlElement, findings: Findings): void {
  checkUnique(elements(root, 'file'), 'among the files', findings)
  for (const each of coreElements(root)) {
    if (each.local === 'file') {
      const inside = [...coreElements(each)]
      for (const local of ['group', 'unit'])
        checkUnique(inside.filter(one => one.local === local), `among the ${local}s of a file`, findings) // prettier-ignore
    }
    if (each.local === 'notes' || each.local === 'originalData')
      checkUnique(elements(each), `in one <${each.name}>`, findings)
    if (each.local === 'file' || each.local === 'group' || each.local === 'unit') checkExtensions(each, findings)
    if (each.local !== 'unit') continue
    checkUnit(each, findings)
    checkOrder(each, findings)
  }
}
