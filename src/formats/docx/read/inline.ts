/** What stands in a line of a document beside its words, or sets some of them apart (ECMA-376 part 1, 17.3.2 and 17.3.3). */
import { elements, textIn, type XmlElement } from '../../lib/xml.ts'
import { isOn, isWord, valueOf, wordElement } from '../names.ts'
import type { AtomCode } from '../paragraph.ts'

/** What a person is shown of an address, a title: more nobody reads among words. */
const longest = 40

export const shortened = (words: string): string => {
  const plain = words.replace(/\s+/gu, ' ').trim()
  return plain.length > longest ? `${plain.slice(0, longest - 1).toWellFormed()}…` : plain
}

export const formula: AtomCode = { kind: 'object', label: '<math>' }

const pictureOf = (title: string): AtomCode => ({ kind: 'object', label: title === '' ? '<img>' : `<img ${shortened(title)}>` }) // prettier-ignore

/** The first element of one of some local names, at any depth. */
function find(element: XmlElement, ...locals: readonly string[]): XmlElement | undefined {
  for (const child of elements(element)) {
    const found = locals.includes(child.local) ? child : find(child, ...locals)
    if (found) return found
  }
  return undefined
}

/** A picture that stands in the line as a letter does. What floats on the page stands nowhere in the text, and a text box has one of its own. */
function drawn(element: XmlElement): AtomCode | undefined {
  if (find(element, 'txbxContent')) return undefined
  if (element.local === 'drawing') {
    const inline = elements(element, 'inline')[0]
    const about = inline && elements(inline, 'docPr')[0]
    return inline && pictureOf((about && (valueOf(about, 'descr') || valueOf(about, 'title'))) ?? '')
  }
  const shape = find(element, 'shape', 'rect', 'group')
  if (/position:\s*absolute/i.test((shape && valueOf(shape, 'style')) ?? '')) return undefined
  if (element.local === 'object') return { kind: 'object', label: '<object>' }
  return find(element, 'imagedata') && pictureOf((shape && valueOf(shape, 'alt')) ?? '')
}

/** What a child of a run is that has no text. @param inCode it stands in the code of a field */
export function codeOfChild(child: XmlElement, inCode: boolean): AtomCode | undefined {
  if (child.local === 'AlternateContent') {
    const [first] = elements(child)
    const [only] = first ? elements(first) : []
    return only && codeOfChild(only, inCode)
  }
  if (!isWord(child)) return undefined
  switch (child.local) {
    case 'fldChar': {
      const kind = valueOf(child, 'fldCharType')
      return kind === 'begin' || kind === 'separate' || kind === 'end' ? { kind } : undefined
    }
    case 'instrText':
    case 'delInstrText':
      return { kind: 'instruction', text: textIn(child) }
    case 'footnoteReference':
      return inCode ? undefined : { kind: 'footnote' }
    case 'endnoteReference':
      return inCode ? undefined : { kind: 'endnote' }
    case 'drawing':
    case 'pict':
    case 'object':
      return inCode ? undefined : drawn(child)
    default:
      return undefined
  }
}

const switches: Readonly<Record<string, string>> = { b: 'b', i: 'i', strike: 's', dstrike: 's', caps: 'caps', smallCaps: 'smallcaps' } // prettier-ignore
const heights: Readonly<Record<string, string>> = { superscript: 'sup', subscript: 'sub' }

/** What a reader sees of a run's own properties, sorted; colours, sizes and typefaces not, which programs write without being asked. */
export function lookOf(run: XmlElement): readonly string[] {
  const properties = wordElement(run, 'rPr')
  if (!properties) return []
  const look = elements(properties).flatMap(property => {
    const { local } = property
    const value = valueOf(property, 'val') ?? ''
    if (Object.hasOwn(switches, local)) return isOn(property) ? [switches[local] as string] : []
    if (local === 'u') return value === 'none' || value === '' ? [] : ['u']
    if (local === 'highlight') return value === 'none' ? [] : ['mark']
    return local === 'vertAlign' && Object.hasOwn(heights, value) ? [heights[value] as string] : []
  })
  return [...new Set(look)].sort()
}

export const styleOf = (run: XmlElement): string => valueOf(wordElement(wordElement(run, 'rPr'), 'rStyle'), 'val') ?? ''
