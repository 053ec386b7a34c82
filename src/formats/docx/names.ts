/** Names of WordprocessingML (ECMA-376 part 1, section 17), whose namespace is one in Transitional documents and another in Strict ones. */
import { attribute, elements, type XmlElement } from '../lib/xml.ts'

/** label of the format, for errors */
export const label = 'DOCX'

const wordNamespaces: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
])

export const isWord = ({ namespace }: XmlElement): boolean => wordNamespaces.has(namespace)

/** The prefix that an element is written with, colon and all. */
const prefixOf = ({ name }: XmlElement): string => name.slice(0, name.indexOf(':') + 1)

/** An attribute by its local name, whatever its prefix; undefined where it has none. */
export function valueOf(of: XmlElement | undefined, local: string): string | undefined {
  if (!of) return undefined
  const own = `${prefixOf(of)}${local}`
  return attribute(of, own) ?? of.attributes.find(each => each.local === local)?.value
}

/** The first of Word's own elements of a local name directly in another. */
export const wordElement = (parent: XmlElement | undefined, local: string): XmlElement | undefined =>
  parent && elements(parent, local).find(isWord)

/** A property that is on by standing there (ECMA-376 part 1, 17.17.4: ST_OnOff). */
export const isOn = (property: XmlElement | undefined): boolean =>
  property !== undefined && !/^(?:0|false|off)$/.test(valueOf(property, 'val') ?? '')

/** A time as Word writes it, in epoch milliseconds; null where it is none. */
export function timeOf(date: string | undefined): number | null {
  const at = date === undefined ? NaN : Date.parse(date)
  return Number.isNaN(at) ? null : at
}

/** A time as Word reads it. */
export const dateOf = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')
