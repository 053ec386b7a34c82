/** The units of a memory as documents: a thousand each, in the order of the file. */
import { enterText } from '../../text/entry.ts'
import { emptyDocument, type Document, type Mark, type ReadFlag, type ReadRevision } from '../document.ts'
import { parseFlag, type SegmentFlag } from '../lib/flag-json.ts'
import { flagProperty, type Memory, type Unit, type Variant } from './units.ts'

/** as many as a person reads as one article */
const most = 1000

/** Properties of a unit of ours that tell which article it is of: number, title, address, system. */
export const articleProperties = ['x-rodpenna-article', 'x-rodpenna-title', 'x-rodpenna-address', 'x-rodpenna-system'] as const // prettier-ignore

export interface Part {
  readonly units: readonly Unit[]
  readonly document: Document
}

const property = (unit: Unit | undefined, name: string): string => unit?.properties.find(([type]) => type === name)?.[1] ?? '' // prettier-ignore
const isOwn = (unit: Unit | undefined): boolean =>
  unit?.corrected !== null || property(unit, articleProperties[0]) !== ''

/** A thousand, or as many as are of one article of ours. */
function partsOf(units: readonly Unit[]): Unit[][] {
  const parts: Unit[][] = []
  let last: string | undefined
  for (const unit of units) {
    const article = isOwn(unit) ? articleProperties.map(name => property(unit, name)).join('\n') : ''
    const part = parts.at(-1)
    if (part && article === last && (article !== '' || part.length < most)) part.push(unit)
    else parts.push([unit])
    last = article
  }
  return parts
}

/** `mapp/minne.tmx` → `minne`. */
const titleOf = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '').replace(/\.[^.]*$/, '').replace(/[\p{Cc}\u2028\u2029]/gu, ' ').toWellFormed().trim() // prettier-ignore

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

const foreign = (units: readonly Unit[], memory: Memory, title: string): Document => {
  const target = joined(units.map(unit => unit.target))
  const source = units.every(unit => unit.source) ? joined(units.map(unit => unit.source)).text : ''
  return {
    ...emptyDocument,
    title,
    sourceLanguage: source === '' ? '' : memory.sourceLanguage,
    language: memory.language,
    sourceText: source,
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
function own(units: readonly Unit[], memory: Memory, title: string): Document {
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
    title:
      property(units[0], articleProperties[1])
        .replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
        .trim() || title,
    address: property(units[0], articleProperties[2]),
    system: property(units[0], articleProperties[3]),
    sourceLanguage: memory.sourceLanguage,
    language: memory.language.replace(/-x-mt$/i, ''),
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

export function documentsOf(memory: Memory, name: string): Part[] {
  const parts = partsOf(memory.units)
  return parts.map((units, i) => {
    const title = parts.length > 1 ? `${titleOf(name)} (${i + 1}/${parts.length})`.trim() : titleOf(name)
    return { units, document: (isOwn(units[0]) ? own : foreign)(units, memory, title) }
  })
}
