/** Codes of a unit among themselves: starts and ends, copies, original data, what may be done to them (OASIS 2.1, 4.7.2 and 4.7.5). */
import { attribute, element, elements, type XmlElement } from '../../lib/xml.ts'
import { dataOf } from '../inline.ts'
import { tag, type Findings } from '../../xliff/findings.ts'
import { inlineIn, partsOf } from './ids.ts'

type Side = 'source' | 'target'

const hints = ['canCopy', 'canDelete', 'canReorder', 'canOverlap'] as const
const hint = (of: XmlElement, name: (typeof hints)[number]): string => attribute(of, name) ?? 'yes'
const isIsolated = (of: XmlElement): boolean => attribute(of, 'isolated') === 'yes'

/** A start and its end say the same of what may be done to them; of a sequence only the start is its first. */
function checkHints(start: XmlElement, end: XmlElement, findings: Findings): void {
  for (const name of hints) {
    const [a, b] = [hint(start, name), hint(end, name)]
    if ((a === 'firstNo' ? 'no' : a) !== b)
      findings.tell(end, `${tag(start)} has ${name}="${a}", its end ${name}="${b}"`)
  }
}

/** `sc` with `ec`, `sm` with `em`. A half alone is a point, and harms nobody; what contradicts itself might be paired wrongly. */
function checkPairs(unit: XmlElement, side: Side, findings: Findings): void {
  const parts = partsOf(unit)
  const open = new Map<string, XmlElement>()
  const closed = new Set<string>()
  for (const each of parts.flatMap(part => inlineIn(part, side))) {
    const [id, reference] = [attribute(each, 'id') ?? '', attribute(each, 'startRef')]
    const kind = each.local === 'sc' || each.local === 'ec' ? 'c' : 'm'
    if (each.local === 'sc' || each.local === 'sm') open.set(kind + id, each)
    if (each.local === 'ec' && isIsolated(each) && reference !== undefined)
      findings.refuse(each, `${tag(each)} is isolated, and has a start`)
    if (each.local === 'ec' && isIsolated(each) !== (attribute(each, 'id') !== undefined))
      findings.tell(each, `an isolated <${each.name}> has an id and no startRef, any other a startRef and no id`)
    if ((each.local !== 'ec' && each.local !== 'em') || reference === undefined) continue
    const start = open.get(kind + reference)
    if (!start) {
      findings.tell(each, `${tag(each)} has no start before it in its unit`)
      continue
    }
    if (isIsolated(start)) findings.refuse(start, `${tag(start)} is isolated, and has an end in its unit`)
    if (closed.has(kind + reference)) findings.refuse(each, `${tag(start)} has two ends`)
    closed.add(kind + reference)
    if (each.local === 'ec') checkHints(start, each, findings)
  }
  for (const [key, start] of open)
    if (!closed.has(key) && !isIsolated(start)) findings.tell(start, `${tag(start)} has no end after it in its unit`)
}

/** Codes that refer to what is not there, or to what they must not. */
function checkReferences(unit: XmlElement, units: ReadonlySet<string>, findings: Findings): void {
  const all = partsOf(unit).flatMap(part => [...inlineIn(part, 'source'), ...inlineIn(part, 'target')])
  const byId = new Map(all.toReversed().map(each => [attribute(each, 'id'), each]))
  for (const each of all) {
    for (const name of ['dataRef', 'dataRefStart', 'dataRefEnd']) {
      const data = attribute(each, name)
      if (data !== undefined && !dataOf(unit).has(data))
        findings.tell(each, `${name}="${data}" of ${tag(each)} is no data of its unit`)
    }
    for (const name of ['dataRef', 'subFlows', 'equiv'])
      if ((attribute(each, `${name}Start`) === undefined) !== (attribute(each, `${name}End`) === undefined))
        findings.tell(each, `${tag(each)} has one of ${name}Start and ${name}End`)
    for (const name of ['subFlows', 'subFlowsStart', 'subFlowsEnd'])
      for (const flow of attribute(each, name)?.trim().split(/\s+/) ?? [])
        if (!units.has(flow)) findings.tell(each, `${name} of ${tag(each)} has ${flow}, which is no unit of its file`)
    const copied = attribute(each, 'copyOf')
    if (copied !== undefined) checkCopy(each, copied, byId.get(copied), findings)
    if (hint(each, 'canReorder') !== 'yes' && (hint(each, 'canCopy') !== 'no' || hint(each, 'canDelete') !== 'no'))
      findings.tell(each, `${tag(each)} may not be reordered, and may be copied or deleted`)
  }
}

const hasData = (of: XmlElement): boolean =>
  ['dataRef', 'dataRefStart', 'dataRefEnd'].some(name => attribute(of, name) !== undefined)

function checkCopy(of: XmlElement, id: string, base: XmlElement | undefined, findings: Findings): void {
  if (!base) {
    findings.tell(of, `copyOf="${id}" of ${tag(of)} is no code of its unit`)
    return
  }
  if (hasData(of) || hasData(base)) findings.tell(of, `${tag(of)} is a copy, and one of the two has original data`)
  if (hint(base, 'canCopy') === 'no') findings.tell(of, `${tag(of)} copies a code that must not be copied`)
}

/** A code that must not be deleted and is not in the target: work that is not done. */
function checkDeleted(part: XmlElement, findings: Findings): void {
  const target = element(part, 'target')
  if (!target) return
  const name = (of: XmlElement): string => `${of.local} ${attribute(of, 'id') ?? attribute(of, 'startRef') ?? ''}`
  const kept = new Set(inlineIn(part, 'target').map(name))
  for (const each of inlineIn(part, 'source')) {
    if (attribute(each, 'canDelete') !== 'no' || kept.has(name(each))) continue
    findings.tell(target, `${tag(each)} must not be deleted, and is not in the target`)
  }
}

export function checkCodes(unitElements: readonly XmlElement[], findings: Findings): void {
  const units = new Set(unitElements.flatMap(unit => attribute(unit, 'id') ?? []))
  for (const unit of unitElements) {
    checkPairs(unit, 'source', findings)
    checkPairs(unit, 'target', findings)
    checkReferences(unit, units, findings)
    for (const part of elements(unit, 'segment')) checkDeleted(part, findings)
  }
}
