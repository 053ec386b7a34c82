/** The units of a memory as documents: a thousand each, in the order of the file. */
import { enterText } from '../../text/entry.ts'
import { emptyDocument, type Document, type Mark, type ReadFlag, type ReadRevision } from '../document.ts'
import { parseFlag, type SegmentFlag } from '../lib/flag-json.ts'
import { plainCodes } from '../lib/inline-codes.ts'
import { languageTag } from '../lib/language-tag.ts'
import type { XmlPlace } from './segment.ts'
import { flagProperty, type Unit, type Variant } from './variant.ts'

/** as many as a person reads as one article */
const most = 1000

/** Properties of a unit of ours that tell which article it is of: number, title, address, system. */
export const articleProperties = ['x-rodpenna-article', 'x-rodpenna-title', 'x-rodpenna-address', 'x-rodpenna-system'] as const // prettier-ignore

export interface Part {
  readonly document: Document
  /** of the segments that its text is of, by the lines of that; where it `isCorrected`, of the corrected ones */
  readonly places: readonly (XmlPlace | undefined)[]
  /** has it corrected segments, as a memory of ours? */
  readonly isCorrected: boolean
}

const property = (unit: Unit | undefined, name: string): string => unit?.properties.find(([type]) => type === name)?.[1] ?? '' // prettier-ignore
const isOwn = (unit: Unit | undefined): boolean =>
  unit?.corrected !== null || property(unit, articleProperties[0]) !== ''

const oneLine = (title: string): string => title.replace(/[\p{Cc}\u2028\u2029]/gu, ' ').trim()
/** `mapp/minne.tmx` → `minne`. */
const titleOf = (name: string): string =>
  oneLine((name.split(/[\\/]/).at(-1) ?? '').replace(/\.[^.]*$/, '').toWellFormed())

/** Texts of segments, one a line, and where each begins. */
function joined(variants: readonly (Variant | null)[]): { text: string; starts: number[] } {
  const starts: number[] = []
  let at = 0
  const texts = variants.map(variant => {
    starts.push(at)
    const text = variant?.text ?? ''
    at += text.length + 1
    return text
  })
  return { text: enterText(texts.join('\n')), starts }
}

const moved = (marks: readonly Mark[], unit: number, by: number): Mark[] =>
  marks.map(mark => ({
    ...mark,
    id: `${unit}.${mark.id}`,
    within: mark.within === '' ? '' : `${unit}.${mark.within}`,
    from: mark.from + by,
    to: mark.to + by,
  }))

/** Notes of other programs are comments on the whole segment. */
function flagsOf(variant: Variant | null, at: number, revision: number, own: boolean): ReadFlag[] {
  if (!variant) return []
  const notes = own ? [] : variant.notes
  const said = notes.map((comment): SegmentFlag => ({ from: 0, to: variant.text.length, author: variant.author, layer: 'shared', at: variant.at, category: 'other/other', severity: 'neutral', comment: enterText(comment), suggestion: '' })) // prettier-ignore
  const ours = variant.properties.flatMap(([type, json]) => (type === flagProperty ? (parseFlag(json, variant.text.length) ?? []) : [])) // prettier-ignore
  return [...said, ...ours].map(flag => ({ ...flag, from: flag.from + at, to: flag.to + at, revision }))
}

const foreign = (units: readonly Unit[]): Document => {
  const target = joined(units.map(unit => unit.target))
  const source = units.every(unit => unit.source) ? joined(units.map(unit => unit.source)) : null
  return {
    ...emptyDocument,
    sourceText: source?.text ?? '',
    sourceCodes: source
      ? units.flatMap((unit, i) =>
          plainCodes({ marks: unit.source?.marks ?? [] }).map(({ at, text }) => ({
            at: at + (source.starts[i] ?? 0),
            text,
          })),
        )
      : [],
    text: target.text,
    fixed: true,
    marks: units.flatMap((unit, i) => moved(unit.target?.marks ?? [], i, target.starts[i] ?? 0)),
    flags: units.flatMap((unit, i) => flagsOf(unit.target, target.starts[i] ?? 0, 0, false)),
  }
}

/** Ours: a line end in a segment parts paragraphs that became one, or the one that became several. */
const asParagraphs = (variant: Variant | null): Variant | null => {
  if (!variant) return null
  const breaks = new Set(variant.marks.flatMap(mark => (mark.open.startsWith('&#') ? [mark.from] : [])))
  const text = variant.text.replace(/\u2028/g, (line, at: number) => (breaks.has(at) ? line : '\n'))
  return { ...variant, text }
}

/** An article that was corrected here. A paragraph that only one of its texts has is no line of the other. */
function own(units: readonly Unit[]): Document {
  const sides = {
    mt: units.map(unit => asParagraphs(unit.target)),
    corrected: units.map(unit => asParagraphs(unit.corrected)),
  }
  const sources = units.map(unit => asParagraphs(unit.source))
  const present = <T>(list: readonly (T | null)[]): T[] => list.filter(each => each !== null)
  const [mt, corrected, source] = [present(sides.mt), present(sides.corrected), present(sources)]
  const [before, after] = [joined(mt), joined(corrected)]
  const [texts, full] = [[...mt, ...corrected, ...source], mt.length === corrected.length && (source.length === 0 || source.length === mt.length)] // prettier-ignore
  const last = corrected.toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0))[0]
  const revision: ReadRevision = { author: last?.author ?? '', at: last?.at ?? null, summary: '', text: after.text }
  const revisions = corrected.length > 0 && after.text !== before.text ? [revision] : []
  const text = mt.length > 0 ? before.text : after.text
  return {
    ...emptyDocument,
    title: oneLine(property(units[0], articleProperties[1])),
    address: property(units[0], articleProperties[2]),
    system: property(units[0], articleProperties[3]),
    sourceText: joined(source).text,
    text,
    revisions: mt.length > 0 ? revisions : [],
    fixed: full && texts.every(variant => !variant.text.includes('\n')),
    flags: [
      ...mt.flatMap((variant, i) => flagsOf(variant, before.starts[i] ?? 0, 0, true)),
      ...corrected.flatMap((variant, i) => flagsOf(variant, after.starts[i] ?? 0, revisions.length, true)),
    ],
  }
}

/** Takes units one by one and keeps of them only the documents, each as soon as it is full: a memory may have a million. */
export class Parts {
  readonly #parts: Part[] = []
  #units: Unit[] = []
  #article = ''
  #sourceLanguage = ''
  #language = ''
  /** units, and those of them with a source whose translation is blank */
  size = 0
  blank = 0
  /** has any unit two sides? */
  isPaired = false

  add(unit: Unit): void {
    const { source, target, corrected } = unit
    const article = isOwn(unit) ? articleProperties.map(name => property(unit, name)).join('\n') : ''
    if (article !== this.#article || (article === '' && this.#units.length === most)) this.#finish()
    this.#article = article
    this.#units.push(unit)
    this.#sourceLanguage ||= source?.language ?? ''
    this.#language ||= (corrected ?? target)?.language ?? ''
    this.size++
    if (source && target?.text.trim() === '') this.blank++
    this.isPaired ||= source !== null || corrected !== null
  }

  #finish(): void {
    const units = this.#units
    if (units.length === 0) return
    const isCorrected = units.some(unit => unit.corrected)
    const places = isCorrected ? units.flatMap(unit => unit.corrected?.place ?? []) : units.map(unit => unit.target?.place) // prettier-ignore
    this.#parts.push({ document: (isOwn(units[0]) ? own : foreign)(units), places, isCorrected })
    this.#units = []
  }

  /** BCP 47, '' where it is not known */
  get language(): string {
    return languageTag(this.#language)
  }

  /** All of them. @param name of the file */
  end(name: string): Part[] {
    this.#finish()
    const language = this.language.replace(/-x-mt$/i, '')
    const sourceLanguage = languageTag(this.#sourceLanguage)
    return this.#parts.map(({ document, ...part }, i, { length }) => {
      const numbered = length > 1 ? `${titleOf(name)} (${i + 1}/${length})`.trim() : titleOf(name)
      return { ...part, document: { ...document, title: document.title || numbered, language, sourceLanguage } }
    })
  }
}
