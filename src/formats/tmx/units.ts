/** The units of a memory, one by one, in the language pair that is reviewed. */
import { decodeNamed, xmlEncoding, type Encoded } from '../lib/encoding.ts'
import { isSwedish, primaryOf } from '../lib/language-tag.ts'
import { attribute, element, elements, readXml, type XmlElement } from '../lib/xml.ts'
import { FormatError, type Warning } from '../fault.ts'
import type { Limits } from '../limits.ts'
import { Parts } from './documents.ts'
import { languageOf, notesOf, propertiesOf, readSource, readVariant, roleOf, type Unit, type Variant } from './variant.ts' // prettier-ignore

export const label = 'TMX'

/** What was read of a memory. */
export interface Memory {
  readonly parts: Parts
  /** units without a translation, and without the source of one */
  readonly untranslated: number
  readonly sourceless: number
  /** left out for their length */
  readonly long: number
  readonly warnings: readonly Warning[]
}

/** Of several in a language the first; that of the very country before that of another. */
const inLanguage = (all: readonly XmlElement[], language: string, but?: XmlElement): XmlElement | undefined =>
  all.find(tuv => tuv !== but && languageOf(tuv) === language) ??
  all.find(tuv => tuv !== but && primaryOf(languageOf(tuv)) === primaryOf(language))

/** Notes on a unit are notes on its translation. */
const withNotes = (variant: Variant | null, notes: readonly string[]): Variant | null =>
  variant && notes.length > 0 ? { ...variant, notes: [...notes, ...variant.notes] } : variant

type Pair = Pick<Unit, 'source' | 'target'>

/** Takes units as they end. Which language is translated into is known for sure when there is a Swedish one, or at the end. */
class Reader {
  readonly #source: string
  readonly #limits: Limits
  #srclang: string
  /** of the first unit that has another language than the source; what is read where nothing is in Swedish */
  #other = ''
  #hasSwedish = false
  /** what cannot be judged yet: until there is a pair with Swedish */
  #waiting: Pair[] = []
  #pairs = new Parts()
  readonly #own = new Parts()
  #count = 0
  #long = 0
  #untranslated = 0
  #sourceless = 0

  constructor(source: string, limits: Limits, srclang: string) {
    this.#source = source
    this.#limits = limits
    this.#srclang = srclang
  }

  take(tu: XmlElement): void {
    if (++this.#count > this.#limits.rows) throw new FormatError(label, 'rows', { limit: this.#limits.rows })
    const all = elements(tu, 'tuv')
    const roles = all.map(roleOf)
    if (roles.includes('mt') || roles.includes('corrected')) this.#takeOwn(tu, all, roles)
    else this.#takePair(tu, all)
  }

  #takeOwn(tu: XmlElement, all: readonly XmlElement[], roles: readonly (string | undefined)[]): void {
    const read = (role?: string): Variant | null => readVariant(this.#source, all[roles.lastIndexOf(role)], tu)
    const unit = { source: read(), target: read('mt'), corrected: read('corrected') }
    if (this.#fits(unit.source, unit.target, unit.corrected)) this.#own.add({ ...unit, properties: propertiesOf(tu) })
  }

  #takePair(tu: XmlElement, all: readonly XmlElement[]): void {
    const own = attribute(tu, 'srclang')?.toLowerCase() ?? ''
    const named = own === '*all*' ? '' : own
    if (this.#srclang === '' && named === '')
      this.#srclang = languageOf(all.find(tuv => !isSwedish(languageOf(tuv))) ?? all[0] ?? tu)
    const from = inLanguage(all, named || this.#srclang)
    const swedish = all.find(tuv => tuv !== from && isSwedish(languageOf(tuv)))
    if (this.#other === '') this.#other = languageOf(all.find(tuv => tuv !== from) ?? tu)
    if (swedish && !this.#hasSwedish) {
      this.#hasSwedish = true
      this.#waiting = this.#waiting.map(({ source }) => ({ source, target: null }))
    }
    const to = this.#hasSwedish ? swedish : inLanguage(all, this.#other, from)
    const target = readVariant(this.#source, to, tu)
    const isBeside = this.#pairs.size > 0 || (swedish !== undefined && target !== null)
    const source = isBeside ? readSource(this.#source, from) : readVariant(this.#source, from, tu)
    if (!this.#fits(source, target)) return
    const pair = { source, target: withNotes(target, notesOf(tu)) }
    if (this.#pairs.size > 0) this.#settle(pair)
    else this.#waiting.push(pair)
    if (this.#hasSwedish && source && target) this.#settleWaiting()
  }

  #fits(...variants: readonly (Variant | null)[]): boolean {
    const fits = variants.every(variant => (variant?.text.length ?? 0) <= this.#limits.fieldLength)
    if (!fits) this.#long++
    return fits
  }

  #settle({ source, target }: Pair): void {
    if (source && target) this.#pairs.add({ source, target, corrected: null, properties: [] })
    else if (target) this.#sourceless++
    else this.#untranslated++
  }

  #settleWaiting(): void {
    for (const pair of this.#waiting) this.#settle(pair)
    this.#waiting = []
  }

  /** The units that have both sides; of a memory in one language all, as what is to be read. */
  result(): Omit<Memory, 'warnings'> {
    const long = this.#long
    if (this.#own.size > 0) return { parts: this.#own, untranslated: 0, sourceless: 0, long }
    if (this.#waiting.some(({ source, target }) => source && target)) this.#settleWaiting()
    for (const { source, target } of this.#waiting) {
      const alone = source ?? target
      if (!alone) continue
      this.#pairs.add({ source: null, target: alone, corrected: null, properties: [] })
      this.#sourceless++
    }
    return { parts: this.#pairs, untranslated: this.#untranslated, sourceless: this.#sourceless, long }
  }
}

function readOnce(source: string, limits: Limits, srclang: string): Memory {
  const reader = new Reader(source, limits, srclang)
  const { root, warnings } = readXml(source, { format: label, limits, each: { tu: tu => reader.take(tu) } })
  if (root.local !== 'tmx') throw new FormatError(label, 'root', { line: root.line, detail: `<${root.name}>` })
  if (!element(root, 'body')) throw new FormatError(label, 'missing', { line: root.line, detail: '<body>' })
  return { ...reader.result(), warnings }
}

/** `srclang` of the header, without reading what comes before it; '' where it says nothing, or `*all*`, or what no unit is in. */
function headerLanguage(source: string): string {
  const header = /<header\b[^>]*/.exec(source.slice(0, 20_000))?.[0] ?? ''
  const srclang = /\ssrclang\s*=\s*["']([^"']*)/.exec(header)?.[1]?.trim().toLowerCase() ?? ''
  const primary = primaryOf(srclang)
  const isUsed = !/^[a-z]+$/.test(primary) || new RegExp(`\\blang\\s*=\\s*["']${primary}\\b`, 'i').test(source)
  return srclang === '*all*' || !isUsed ? '' : srclang
}

/** @throws FormatError xml, entities, depth, root, missing, rows */
export function readMemory(bytes: Uint8Array, limits: Limits): Memory & { readonly encoded: Encoded } {
  const encoded = decodeNamed(bytes, xmlEncoding(bytes), label)
  const srclang = headerLanguage(encoded.text)
  const memory = readOnce(encoded.text, limits, srclang)
  // many tools name a language in the header that no translation has beside it
  const isMisnamed = srclang !== '' && memory.parts.size > 0 && !memory.parts.isPaired
  return { ...(isMisnamed ? readOnce(encoded.text, limits, '') : memory), encoded }
}
