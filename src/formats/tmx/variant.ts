/** One language of a unit: what a `tuv` of TMX says. */
import { attribute, element, elements, isElement, textIn, type XmlElement } from '../lib/xml.ts'
import { nativePlaceholder, type Inline } from '../lib/inline-codes.ts'
import { readSegment, segmentText, type XmlPlace } from './segment.ts'

/** What a `tuv` of our own is: the MT, the corrected text, or (without the property) the source. */
export const roleProperty = 'x-rodpenna-text'
export const flagProperty = 'x-rodpenna-flag'

/** Types and values. */
export type Properties = readonly (readonly [string, string])[]

export interface Variant extends Pick<Inline, 'text' | 'marks'> {
  /** small letters, as the file names it */
  readonly language: string
  readonly place: XmlPlace
  /** who changed it last, or made it; '' and null where the file does not say, or nothing is said that would be theirs */
  readonly author: string
  readonly at: number | null
  readonly notes: readonly string[]
  readonly properties: Properties
}

export interface Unit {
  readonly source: Variant | null
  /** the translation; of our own memories the MT. Null there where the corrected text has more */
  readonly target: Variant | null
  /** of our own memories */
  readonly corrected: Variant | null
  readonly properties: Properties
}

/** shared, since a memory has a million of them */
export const nothing: readonly never[] = []

/** `20020523T091200Z` (TMX 1.4b, ISO 8601) → epoch ms. */
function timeOf(date: string | undefined): number | null {
  const match = /^(\d{4})-?(\d\d)-?(\d\d)T(\d\d):?(\d\d):?(\d\d)/.exec(date ?? '')
  if (!match) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

export const languageOf = (tuv: XmlElement): string =>
  (attribute(tuv, 'xml:lang') ?? attribute(tuv, 'lang') ?? '').toLowerCase()

export function notesOf(of: XmlElement): readonly string[] {
  const notes = elements(of, 'note')
  return notes.length === 0 ? nothing : notes.map(note => textIn(note).trim()).filter(Boolean)
}

export function propertiesOf(of: XmlElement): Properties {
  const properties = elements(of, 'prop')
  return properties.length === 0
    ? nothing
    : properties.map(prop => [attribute(prop, 'type') ?? '', textIn(prop)] as const)
}

/** What a `tuv` is in a memory of ours. */
export function roleOf(tuv: XmlElement): string | undefined {
  for (const node of tuv.children)
    if (isElement(node) && node.local === 'prop' && attribute(node, 'type') === roleProperty) return textIn(node)
  return undefined
}

/** Null where it has no segment. */
export function readVariant(source: string, tuv: XmlElement | undefined, tu: XmlElement): Variant | null {
  const seg = tuv && element(tuv, 'seg')
  if (!seg) return null
  const { from, to, innerFrom, innerTo } = seg
  const said = (name: string): string | undefined => attribute(tuv, name) ?? attribute(tu, name)
  const [notes, properties] = [notesOf(tuv), propertiesOf(tuv)]
  const isSaid = notes.length > 0 || properties.length > 0 || element(tu, 'note') !== undefined
  const { text, marks } = readSegment(source, seg)
  return {
    text,
    marks,
    language: languageOf(tuv),
    place: { from, to, innerFrom, innerTo },
    author: isSaid ? (said('changeid') ?? said('creationid') ?? '') : '',
    at: isSaid ? timeOf(said('changedate') ?? said('creationdate')) : null,
    notes,
    properties,
  }
}

const nowhere: XmlPlace = { from: 0, to: 0, innerFrom: 0, innerTo: 0 }

/** A source beside which a translation stands: it is never written back, so its words are enough, and the placeholders that are read as words. */
export function readSource(source: string, tuv: XmlElement | undefined): Variant | null {
  const seg = tuv && element(tuv, 'seg')
  if (!seg) return null
  const isWords = !seg.children.some(node => isElement(node) && nativePlaceholder(textIn(node)) !== '')
  const { text, marks } = isWords ? { text: segmentText(source, seg), marks: nothing } : readSegment(source, seg)
  return { text, marks: isWords ? nothing : marks.filter(({ plain }) => plain), language: languageOf(tuv), place: nowhere, author: '', at: null, notes: nothing, properties: nothing } // prettier-ignore
}
