/** Annotations, fragment identifiers, states and types (OASIS 2.1, 3 fragment identification, 4.7.3 annotations, 4.3.1 attributes). */
import { attribute, element, type XmlElement } from '../../lib/xml.ts'
import { tag, type Findings } from '../../xliff/findings.ts'
import { noteReferredTo } from '../units.ts'
import { isNmtoken } from './schema.ts'

/** `#/f=f1/u=u1/n=n1`: files before groups before units before what is in them, of which there is one. */
export function isFragment(reference: string): boolean {
  const selectors = reference.slice(1).replace(/^\//, '').split('/')
  const ranks: Readonly<Record<string, number>> = { f: 0, g: 1, u: 2 }
  let rank = -1
  return selectors.every(selector => {
    const [prefix = '', id] = selector.includes('=') ? selector.split('=') : [undefined, selector]
    if (selector.split('=').length > 2 || id === undefined || !isNmtoken(id)) return false
    if (prefix !== '' && !isNmtoken(prefix)) return false
    const own = prefix !== '' && Object.hasOwn(ranks, prefix) ? (ranks[prefix] ?? 3) : 3
    if (own <= rank) return false
    rank = own
    return true
  })
}

function checkComment(of: XmlElement, unit: XmlElement | undefined, findings: Findings): void {
  const [value, reference] = [attribute(of, 'value'), attribute(of, 'ref')]
  if ((value === undefined) === (reference === undefined))
    findings.tell(of, `a comment, ${tag(of)}, has either value or ref`)
  if (reference !== undefined && unit && !noteReferredTo(unit, reference))
    findings.tell(of, `ref="${reference}" of a comment, ${tag(of)}, is no note of its unit`)
}

const formats = new Set(['xlf:b', 'xlf:i', 'xlf:u', 'xlf:lb', 'xlf:pb'])

function checkType(of: XmlElement, findings: Findings): void {
  const [type, subType] = [attribute(of, 'type'), attribute(of, 'subType')]
  if (subType === undefined) return
  if (type === undefined) findings.tell(of, `${tag(of)} has a subType and no type`)
  else if (
    subType.startsWith('xlf:') &&
    !(formats.has(subType) ? type === 'fmt' : subType === 'xlf:var' && type === 'ui')
  )
    findings.tell(of, `subType="${subType}" of ${tag(of)} does not go with type="${type}"`)
}

/** Can XML write the character itself? Then `cp` must not stand for it. */
const isXmlCharacter = (code: number): boolean =>
  code === 9 || code === 10 || code === 13 || code === 0x85 || (code >= 0x20 && code < 0x7f) || (code > 0x9f && code < 0xd800) || (code > 0xdfff && code < 0xfffe) || code > 0xffff // prettier-ignore

/** One element of the core, by what it says itself. */
export function checkAnnotation(of: XmlElement, unit: XmlElement | undefined, findings: Findings): void {
  const reference = attribute(of, 'ref')
  if ((of.local === 'mrk' || of.local === 'sm') && reference?.startsWith('#') && !isFragment(reference))
    findings.tell(of, `ref="${reference}" of ${tag(of)} is no fragment identifier`)
  switch (of.local) {
    case 'mrk':
    case 'sm':
      if (attribute(of, 'type') === 'comment') checkComment(of, unit, findings)
      break
    case 'cp':
      if (isXmlCharacter(parseInt(attribute(of, 'hex') ?? '', 16)))
        findings.tell(
          of,
          `<${of.name}> stands for U+${(attribute(of, 'hex') ?? '').toUpperCase()}, which XML can write`,
        )
      break
    case 'segment': {
      const state = attribute(of, 'state')
      if (attribute(of, 'subState') !== undefined && state === undefined)
        findings.tell(of, `${tag(of)} has a subState and no state`)
      if (state !== undefined && state !== 'initial' && !element(of, 'target'))
        findings.tell(of, `${tag(of)} is ${state}, and has no target`)
      break
    }
    default:
      checkType(of, findings)
  }
}
