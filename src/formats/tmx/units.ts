/** The units of a memory, one by one, in the language pair that is reviewed. */
import { decodeNamed, xmlEncoding, type Encoded } from '../lib/encoding.ts'
import { isSwedish, languageTag, primaryOf } from '../lib/language-tag.ts'
import { attribute, element, elements, readXml, textIn, type XmlElement } from '../lib/xml.ts'
import type { Inline } from '../lib/xliff-inline.ts'
import { FormatError, type Warning } from '../fault.ts'
import type { Limits } from '../limits.ts'
import { readSegment, segmentText, type XmlPlace } from './segment.ts'

export const label = 'TMX'

/** What a `tuv` of our own is: the MT, the corrected text, or (without the property) the source. */
export const roleProperty = 'x-rodpenna-text'
export const flagProperty = 'x-rodpenna-flag'

/** One language of a unit. */
export interface Variant extends Pick<Inline, 'text' | 'marks'> {
  /** small letters, as the file names it */
  readonly language: string
  readonly place: XmlPlace
  /** who changed it last, or made it; '' and null where the file does not say */
  readonly author: string
  readonly at: number | null
  readonly notes: readonly string[]
  readonly properties: readonly (readonly [string, string])[]
}

export interface Unit {
  readonly source: Variant | null
  /** the translation; of our own memories the MT. Null there where the corrected text has more */
  readonly target: Variant | null
  /** of our own memories */
  readonly corrected: Variant | null
  readonly notes: readonly string[]
  readonly properties: readonly (readonly [string, string])[]
}

export interface Memory {
  readonly encoded: Encoded
  readonly units: readonly Unit[]
  /** BCP 47, '' where it is not known */
  readonly sourceLanguage: string
  readonly language: string
  /** units without a translation, and without the source of one */
  readonly untranslated: number
  readonly sourceless: number
  /** left out for their length */
  readonly long: number
  readonly warnings: readonly Warning[]
}

/** `20020523T091200Z` (TMX 1.4b, ISO 8601) → epoch ms. */
function timeOf(date: string | undefined): number | null {
  const match = /^(\d{4})-?(\d\d)-?(\d\d)T(\d\d):?(\d\d):?(\d\d)/.exec(date ?? '')
  if (!match) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

const languageOf = (tuv: XmlElement): string =>
  (attribute(tuv, 'xml:lang') ?? attribute(tuv, 'lang') ?? '').toLowerCase()
const notesOf = (of: XmlElement): string[] => elements(of, 'note').map(note => textIn(note).trim()).filter(Boolean) // prettier-ignore
const propertiesOf = (of: XmlElement): (readonly [string, string])[] =>
  elements(of, 'prop').map(prop => [attribute(prop, 'type') ?? '', textIn(prop)] as const)

/** Of several in a language the first; that of the very country before that of another. */
const inLanguage = (all: readonly XmlElement[], language: string, but?: XmlElement): XmlElement | undefined =>
  all.find(tuv => tuv !== but && languageOf(tuv) === language) ??
  all.find(tuv => tuv !== but && primaryOf(languageOf(tuv)) === primaryOf(language))

/** shared, since a memory has a million of them */
const nothing: readonly never[] = []

interface Candidate {
  readonly source: Variant | null
  readonly swedish: Variant | null
  readonly other: Variant | null
}

class Reader {
  readonly #source: string
  readonly #limits: Limits
  /** '' as long as it is not known: any may be */
  #srclang: string
  #other = ''
  #hasSwedish = false
  readonly #candidates: Candidate[] = []
  readonly #own: Unit[] = []
  #count = 0
  #long = 0

  constructor(source: string, limits: Limits, srclang: string) {
    this.#source = source
    this.#limits = limits
    this.#srclang = srclang
  }

  #variant(tuv: XmlElement | undefined, tu: XmlElement, isSource = false): Variant | null {
    const seg = tuv && element(tuv, 'seg')
    if (!seg) return null
    const { from, to, innerFrom, innerTo } = seg
    const said = (name: string): string | undefined => attribute(tuv, name) ?? attribute(tu, name)
    const [notes, properties] = [notesOf(tuv), propertiesOf(tuv)]
    const isSaid = notes.length > 0 || properties.length > 0 || element(tu, 'note') !== undefined
    return {
      // what stands in a source is never written
      ...(isSource ? { text: segmentText(this.#source, seg), marks: nothing } : readSegment(this.#source, seg)),
      language: languageOf(tuv),
      place: { from, to, innerFrom, innerTo },
      author: isSaid ? (said('changeid') ?? said('creationid') ?? '') : '',
      at: isSaid ? timeOf(said('changedate') ?? said('creationdate')) : null,
      notes: notes.length > 0 ? notes : nothing,
      properties: properties.length > 0 ? properties : nothing,
    }
  }

  take(tu: XmlElement): void {
    if (++this.#count > this.#limits.rows) throw new FormatError(label, 'rows', { limit: this.#limits.rows })
    const all = elements(tu, 'tuv')
    const roles = new Map(all.map(tuv => [propertiesOf(tuv).find(([type]) => type === roleProperty)?.[1], tuv]))
    if (roles.has('mt') || roles.has('corrected')) {
      const [target, corrected, source] = ['mt', 'corrected', undefined].map(role => this.#variant(roles.get(role), tu))
      const unit = { source: source ?? null, target: target ?? null, corrected: corrected ?? null }
      if (this.#fits(Object.values(unit))) this.#own.push({ ...unit, notes: [], properties: propertiesOf(tu) })
      return
    }
    const own = attribute(tu, 'srclang')?.toLowerCase() ?? ''
    const named = own === '*all*' ? '' : own
    if (this.#srclang === '' && named === '')
      this.#srclang = languageOf(all.find(tuv => !isSwedish(languageOf(tuv))) ?? all[0] ?? tu)
    const from = inLanguage(all, named || this.#srclang)
    const swedish = all.find(tuv => tuv !== from && isSwedish(languageOf(tuv)))
    if (this.#other === '') this.#other = languageOf(all.find(tuv => tuv !== from) ?? tu)
    const other = this.#hasSwedish ? undefined : inLanguage(all, this.#other, from)
    this.#hasSwedish ||= swedish !== undefined
    const candidate = {
      source: this.#variant(from, tu, this.#hasSwedish),
      swedish: this.#variant(swedish, tu),
      other: swedish || this.#hasSwedish ? null : this.#variant(other, tu),
    }
    const notes = notesOf(tu)
    if (!this.#fits(Object.values(candidate))) return
    this.#candidates.push(notes.length > 0 ? { ...candidate, ...withNotes(candidate, notes) } : candidate)
  }

  #fits(variants: readonly (Variant | null)[]): boolean {
    const fits = variants.every(variant => (variant?.text.length ?? 0) <= this.#limits.fieldLength)
    if (!fits) this.#long++
    return fits
  }

  /** The units that have both sides; of a memory in one language all, as what is to be read. */
  result(): Omit<Memory, 'encoded' | 'warnings'> {
    if (this.#own.length > 0) {
      const language = this.#own.map(unit => (unit.corrected ?? unit.target)?.language ?? '').find(Boolean) ?? ''
      const sourceLanguage = this.#own.map(unit => unit.source?.language ?? '').find(Boolean) ?? ''
      return { ...this.#told(sourceLanguage, language), units: this.#own, untranslated: 0, sourceless: 0 }
    }
    const all = this.#candidates.map(({ source, swedish, other }) => ({ source, target: this.#hasSwedish ? swedish : other })) // prettier-ignore
    const units = all.filter(({ source, target }) => source && target)
    const unit = (source: Variant | null, target: Variant | null): Unit => ({ source, target, corrected: null, notes: [], properties: [] }) // prettier-ignore
    const untranslated = all.filter(({ target }) => !target).length
    if (units.length > 0)
      return {
        ...this.#told(units[0]?.source?.language ?? '', units[0]?.target?.language ?? ''),
        units: units.map(({ source, target }) => unit(source, target)),
        untranslated,
        sourceless: all.length - units.length - untranslated,
      }
    const alone = all.flatMap(({ source, target }) => source ?? target ?? [])
    return {
      ...this.#told('', alone[0]?.language ?? ''),
      units: alone.map(variant => unit(null, variant)),
      untranslated: 0,
      sourceless: alone.length,
    }
  }

  #told(sourceLanguage: string, language: string): Pick<Memory, 'sourceLanguage' | 'language' | 'long'> {
    return { sourceLanguage: languageTag(sourceLanguage), language: languageTag(language), long: this.#long }
  }
}

/** Notes on a unit are notes on its translation. */
function withNotes(candidate: Candidate, notes: readonly string[]): Partial<Candidate> {
  const add = (variant: Variant | null): Variant | null =>
    variant && { ...variant, notes: [...notes, ...variant.notes] }
  return { swedish: add(candidate.swedish), other: add(candidate.other) }
}

function readOnce(source: string, limits: Limits, srclang: string) {
  const reader = new Reader(source, limits, srclang)
  const { root, warnings } = readXml(source, { format: label, limits, each: { tu: tu => reader.take(tu) } })
  if (root.local !== 'tmx') throw new FormatError(label, 'root', { line: root.line, detail: `<${root.name}>` })
  if (!element(root, 'body')) throw new FormatError(label, 'missing', { line: root.line, detail: '<body>' })
  return { ...reader.result(), warnings }
}

/** `srclang` of the header, without reading what comes before it; '' where it says nothing, or `*all*`. */
function headerLanguage(source: string): string {
  const header = /<header\b[^>]*/.exec(source.slice(0, 20_000))?.[0] ?? ''
  const srclang = /\ssrclang\s*=\s*["']([^"']*)/.exec(header)?.[1]?.trim().toLowerCase() ?? ''
  return srclang === '*all*' ? '' : srclang
}

/** @throws FormatError xml, entities, depth, root, missing, rows */
export function readMemory(bytes: Uint8Array, limits: Limits): Memory {
  const encoded = decodeNamed(bytes, xmlEncoding(bytes), label)
  const srclang = headerLanguage(encoded.text)
  const memory = readOnce(encoded.text, limits, srclang)
  // many tools name a language in the header that is in no unit
  const misnamed = srclang !== '' && memory.units.length > 0 && memory.units.every(({ source, corrected }) => !source && !corrected) // prettier-ignore
  return { ...(misnamed ? readOnce(encoded.text, limits, '') : memory), encoded }
}
