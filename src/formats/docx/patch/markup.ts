/** Words as WordprocessingML. */
import { usualLimits } from '../../limits.ts'
import { elements, escapeXml, readXml } from '../../lib/xml.ts'
import { dateOf, label } from '../names.ts'
import type { By } from './line-edits.ts'

/** Text as children of a run. @param prefix of Word's elements, colon and all */
export const piecesXml = (text: string, prefix: string, deleted = false): string =>
  text
    .split(/([\t\u2028\n])/)
    .map(part => {
      if (part === '') return ''
      if (part === '\t') return `<${prefix}tab/>`
      if (part === '\u2028' || part === '\n') return `<${prefix}br/>`
      const name = `${prefix}${deleted ? 'delText' : 't'}`
      return `<${name} xml:space="preserve">${escapeXml(part)}</${name}>`
    })
    .join('')

/** Attributes of a tracked change or comment. */
export const byXml = (prefix: string, id: number, by: NonNullable<By>): string =>
  `${prefix}id="${id}" ${prefix}author="${escapeXml(by.author, { quotes: true })}" ${prefix}date="${dateOf(by.at)}"`

/** The first number, `least` or more, from which on no tracked change or comment of a part has one. */
export const freeId = (source: string, least: number): number =>
  Array.from(source.matchAll(/:id="(\d{1,9})"/g)).reduce((free, [, id]) => Math.max(free, Number(id) + 1), least)

/** Properties that a reader sees as a look of its own. */
const looks = new Set(['rStyle', 'b', 'bCs', 'i', 'iCs', 'caps', 'smallCaps', 'strike', 'dstrike', 'highlight', 'u', 'vertAlign']) // prettier-ignore

/** In which order properties stand (ECMA-376 part 1, 17.3.2.28, CT_RPr); others come last. */
const order =
  'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath'.split(
    ' ',
  )

interface Property {
  readonly local: string
  readonly xml: string
}

/** The properties in a `w:rPr`, each as XML. */
function propertiesIn(xml: string): readonly Property[] {
  if (xml === '') return []
  const { root } = readXml(xml, { format: label, limits: usualLimits })
  return elements(root).map(({ local, from, to }) => ({ local, xml: xml.slice(from, to) }))
}

/** A `w:rPr`, named as another is. */
function propertiesXml(properties: readonly Property[], like: string): string {
  if (properties.length === 0) return ''
  const name = /^<([\w.:-]+)/.exec(like)?.[1] ?? 'w:rPr'
  const place = ({ local }: Property): number => (order.includes(local) ? order.indexOf(local) : order.length)
  const sorted = properties.toSorted((a, b) => place(a) - place(b))
  return `<${name}>${sorted.map(({ xml }) => xml).join('')}</${name}>`
}

/** Properties of a run without those that a reader sees as a look of its own. */
export const plainer = (properties: string): string =>
  propertiesXml(propertiesIn(properties).filter(({ local }) => !looks.has(local)), properties) // prettier-ignore

/** Properties of a run with the look of another, as far as it has none of that kind. */
export function dressed(own: string, model: string): string {
  const given = propertiesIn(own)
  const added = propertiesIn(model).filter(({ local }) => looks.has(local) && !given.some(each => each.local === local))
  return propertiesXml([...given, ...added], own || model)
}

/** The character style in properties of a run, as XML; '' where they have none. */
export const styleIn = (properties: string): string => propertiesIn(properties).find(({ local }) => local === 'rStyle')?.xml ?? '' // prettier-ignore

/** Properties of a run without its character style. */
export const styleless = (properties: string): string =>
  propertiesXml(propertiesIn(properties).filter(({ local }) => local !== 'rStyle'), properties) // prettier-ignore
