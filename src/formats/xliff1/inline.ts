/** Inline elements of XLIFF 1.2 (OASIS standard, 1 February 2008, section 2.4). */
import {
  firstAttribute,
  innerBreak,
  nativePlaceholder,
  shortLabel,
  type Dialect,
  type InlineRole,
} from '../lib/inline-codes.ts'
import { plainWords } from '../../text/placeholders.ts'
import { attribute, textIn, type XmlElement } from '../lib/xml.ts'

const roles: Readonly<Record<string, InlineRole>> = {
  g: 'pair', mrk: 'pair', sub: 'pair', x: 'point', ph: 'point', it: 'point', bx: 'start', bpt: 'start', ex: 'end', ept: 'end',
} // prettier-ignore

const breakTypes = new Set(['lb', 'x-lb', 'x-br', 'x-html-br'])
const breakCode = /^(?:<br\s*\/?>|\r\n?|\n|\\n)$/i

/** A line break of the text: by its type, by what it stands for, or by the native code that it holds. */
const isBreak = (element: XmlElement): boolean => {
  const equivalent = attribute(element, 'equiv-text')
  return (
    breakTypes.has((attribute(element, 'ctype') ?? '').toLowerCase()) ||
    equivalent === '\n' || equivalent === innerBreak ||
    (element.local === 'ph' && element.innerTo - element.innerFrom < 40 && breakCode.test(textIn(element).trim()))
  ) // prettier-ignore
}

/** Is an element a code of 1.2? Files of 2.x have them too, against their standard. */
export const isCode = ({ local }: XmlElement): boolean => Object.hasOwn(roles, local)

export const dialect: Dialect = {
  role: element => {
    const role = Object.hasOwn(roles, element.local) ? roles[element.local] : undefined
    // words that SDL Trados Studio tracks as deleted are in its file, and no longer in the text
    if (element.local === 'mrk' && attribute(element, 'mtype') === 'x-sdl-deleted') return 'point'
    if (role === 'point' && isBreak(element)) return 'break'
    // what another namespace has put here may hold words
    return role ?? (element.children.length > 0 ? 'pair' : 'point')
  },
  partner: element => {
    const id = attribute(element, 'rid') ?? attribute(element, 'id') ?? ''
    return id === '' ? '' : `${element.local.slice(1)}:${id}`
  },
  label: element => {
    const code = element.local === 'g' || element.local === 'mrk' ? '' : textIn(element)
    const said = code || firstAttribute(element, 'equiv-text', 'ctype', 'mtype')
    return shortLabel(said.trim() || `{${firstAttribute(element, 'id', 'mid') || element.local}}`)
  },
  // `equiv-text` is what is shown in place of a code; what Studio has deleted is shown nowhere
  plain: element =>
    element.local === 'mrk'
      ? ''
      : plainWords(attribute(element, 'equiv-text') ?? '') || nativePlaceholder(textIn(element)),
}
