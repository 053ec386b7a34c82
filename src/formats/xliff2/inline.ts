/** Inline elements of XLIFF 2.x (OASIS standard 2.1, section 4.7). */
import { dialect as older, isCode } from '../xliff1/inline.ts'
import {
  firstAttribute,
  innerBreak,
  nativePlaceholder,
  shortLabel,
  type Dialect,
  type InlineRole,
} from '../lib/inline-codes.ts'
import { plainWords } from '../../text/placeholders.ts'
import { attribute, element, elements, textIn, type XmlElement } from '../lib/xml.ts'

const roles: Readonly<Record<string, InlineRole>> = {
  pc: 'pair', mrk: 'pair', ph: 'point', cp: 'point', sc: 'start', sm: 'start', ec: 'end', em: 'end',
} // prettier-ignore

const isOlder = (of: XmlElement): boolean => !Object.hasOwn(roles, of.local) && isCode(of)

const unitOf = (of: XmlElement): XmlElement | undefined => {
  for (let at = of.parent; at; at = at.parent) if (at.local === 'unit') return at
  return undefined
}

const remembered = new WeakMap<XmlElement, ReadonlyMap<string, XmlElement>>()
/** The original data of a unit, by their ids. */
export function dataOf(unit: XmlElement): ReadonlyMap<string, XmlElement> {
  let data = remembered.get(unit)
  if (!data) {
    const original = element(unit, 'originalData')
    data = new Map((original ? elements(original, 'data') : []).map(each => [attribute(each, 'id') ?? '', each]))
    remembered.set(unit, data)
  }
  return data
}

const codeOf = (of: XmlElement): string => {
  const reference = attribute(of, 'dataRef') ?? attribute(of, 'dataRefStart')
  const unit = reference === undefined ? undefined : unitOf(of)
  const data = reference !== undefined && unit ? dataOf(unit).get(reference) : undefined
  return data ? textIn(data) : ''
}

/** Does a code stand for a line break? One that must not be deleted stays a code, so that no one deletes it by joining two lines. */
const isBreak = (of: XmlElement): boolean => {
  if (attribute(of, 'canDelete') === 'no') return false
  const equivalent = attribute(of, 'equiv')
  return (
    attribute(of, 'subType') === 'xlf:lb' || equivalent === '\n' || equivalent === innerBreak ||
    /^(?:<br\s{0,9}\/?>|\\n|\r\n?|\n)$/i.test(codeOf(of))
  ) // prettier-ignore
}

export const dialect: Dialect = {
  role: of => {
    if (isOlder(of)) return older.role(of)
    const role = Object.hasOwn(roles, of.local) ? roles[of.local] : undefined
    if (of.local === 'ph' && isBreak(of)) return 'break'
    return role ?? (of.children.length > 0 ? 'pair' : 'point')
  },
  partner: of => {
    if (isOlder(of)) return older.partner(of)
    if (attribute(of, 'isolated') === 'yes') return ''
    const id = attribute(of, of.local.startsWith('e') ? 'startRef' : 'id') ?? ''
    return id === '' ? '' : `${of.local.slice(1)}:${id}`
  },
  label: of => {
    if (isOlder(of)) return older.label(of)
    if (of.local === 'cp') return `U+${(attribute(of, 'hex') ?? '').toUpperCase()}`
    const said = firstAttribute(of, 'disp', 'dispStart') || codeOf(of).trim()
    const kind = said || firstAttribute(of, 'equiv', 'equivStart', 'subType', 'type').replace(/^xlf:/, '')
    return shortLabel(kind || `{${firstAttribute(of, 'id', 'startRef')}}`)
  },
  // `equiv` is the standard's plain text of a code; a control character has none
  plain: of => {
    if (isOlder(of)) return older.plain(of)
    if (of.local !== 'ph') return ''
    const said = plainWords(attribute(of, 'equiv') ?? '') || plainWords(attribute(of, 'disp') ?? '')
    return said || nativePlaceholder(codeOf(of))
  },
}
