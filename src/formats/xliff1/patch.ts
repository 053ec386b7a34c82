/** An XLIFF 1.2 file with its corrected targets. */
import type { ExportedArticle, Original, Outgoing, Written } from '../format.ts'
import type { CorrectedSegment } from '../lib/correct-segments.ts'
import { closeXliff } from '../xliff/file.ts'
import { preserves } from '../lib/inline-codes.ts'
import { acceptedLimits, besides, correctFile, indentOf, refill, setAttributes, targetContent } from '../xliff/patch.ts'
import { attribute, escapeXml, type XmlElement } from '../lib/xml.ts'
import { patchSource, type SourceEdit } from '../lib/patch-source.ts'
import type { ReadFile } from '../xliff/units.ts'
import { readXliff1 } from './read.ts'
import { firstCore, type Segment } from './units.ts'

const stateOf = (article: ExportedArticle): string => (article.state === 'approved' ? 'final' : 'translated')

/** Behind what a new `target` or `note` stands. */
const lastOf = (unit: XmlElement): XmlElement =>
  firstCore(unit, 'target') ?? firstCore(unit, 'seg-source') ?? firstCore(unit, 'source') ?? unit

/** Segments that are written anew. */
type Corrections = ReadonlyMap<Segment, CorrectedSegment>

/** The content of a new `target`: that of `seg-source` with the translations in place of its segments. */
function newContent(source: string, segments: readonly Segment[], corrected: Corrections): string {
  const [first] = segments
  if (!first) return ''
  const content = (of: Segment, preserved: boolean): string => {
    const segment = corrected.get(of)
    return segment ? targetContent(segment, preserved) : ''
  }
  if (first.mid === undefined) return content(first, preserves(first.unit))
  const of = firstCore(first.unit, 'seg-source') ?? firstCore(first.unit, 'source') ?? first.unit
  const fills = segments.flatMap(each =>
    each.source ? [refill(source, each.source, content(each, preserves(of)))] : [],
  )
  const moved = fills.map(({ from, to, insert }) => ({ from: from - of.innerFrom, to: to - of.innerFrom, insert }))
  return patchSource(source.slice(of.innerFrom, of.innerTo), moved)
}

/** The edits of one unit. */
function editsOfUnit(
  source: string,
  segments: readonly Segment[],
  corrected: Corrections,
  article: ExportedArticle,
  filled: boolean,
): SourceEdit[] {
  const [first] = segments
  if (!first) return []
  const { unit, whole } = first
  const approved = article.state === 'approved'
  const isFinal = approved && filled
  if (corrected.size === 0 && !isFinal) return []
  const mark = approved ? { approved: 'yes' } : attribute(unit, 'approved') === 'yes' ? { approved: 'no' } : {}
  const edits = setAttributes(source, unit, mark)
  const state = stateOf(article)
  if (!whole || (first.mid !== undefined && segments.every(({ target }) => !target))) {
    if (corrected.size === 0) return []
    const content = newContent(source, segments, corrected)
    if (whole) return [...edits, ...setAttributes(source, whole, { state }), refill(source, whole, content)]
    const behind = lastOf(unit)
    const name = besides(behind, 'target')
    const language = escapeXml(article.language || 'sv', { quotes: true })
    const insert = `${indentOf(source, behind)}<${name} xml:lang="${language}" state="${state}">${content}</${name}>`
    return [...edits, { from: behind.to, to: behind.to, insert }]
  }
  edits.push(...setAttributes(source, whole, { state }))
  const absent: string[] = []
  for (const segment of segments) {
    const own = corrected.get(segment)
    if (!own) continue
    const { target, mid = '' } = segment
    if (target) edits.push(refill(source, target, targetContent(own, preserves(target))))
    else absent.push(`<${besides(whole, 'mrk')} mtype="seg" mid="${escapeXml(mid, { quotes: true })}">${targetContent(own, preserves(whole))}</${besides(whole, 'mrk')}>`) // prettier-ignore
  }
  if (absent.length > 0) edits.push({ from: whole.innerTo, to: whole.innerTo, insert: absent.join('') })
  return edits
}

function editsOfFile(source: string, file: ReadFile<Segment>, outgoing: Outgoing) {
  const { segments } = file
  const { corrected, isFilled, notes, warnings } = correctFile(file, outgoing)
  const edits: SourceEdit[] = []
  for (const [, indexes] of Map.groupBy(segments.keys(), i => segments[i]?.unit)) {
    const own = indexes.flatMap(i => segments[i] ?? [])
    const changed = new Map<Segment, CorrectedSegment>()
    for (const i of indexes) {
      const [segment, now] = [segments[i], corrected.get(i)]
      if (segment && now) changed.set(segment, now)
    }
    edits.push(...editsOfUnit(source, own, changed, outgoing.article, indexes.every(isFilled)))
  }
  for (const { line, flag, note } of notes) {
    const unit = segments[line]?.unit
    if (!unit) continue
    const behind = lastOf(unit)
    const name = besides(behind, 'note')
    const from = flag.author === '' ? '' : ` from="${escapeXml(flag.author, { quotes: true })}"`
    const insert = `${indentOf(source, behind)}<${name}${from} annotates="target">${escapeXml(note)}</${name}>`
    edits.push({ from: behind.to, to: behind.to, insert })
  }
  return { edits, warnings }
}

export function patchFile({ bytes }: Original, outgoing: readonly Outgoing[]): Written {
  const { xliff, files } = readXliff1(bytes, acceptedLimits)
  const done = outgoing.flatMap(each => {
    const file = files[each.number]
    return file ? [editsOfFile(xliff.text, file, each)] : []
  })
  return {
    bytes: closeXliff(xliff, done.flatMap(({ edits }) => edits)),
    warnings: done.flatMap(({ warnings }) => warnings),
  } // prettier-ignore
}
