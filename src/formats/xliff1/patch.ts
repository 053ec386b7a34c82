/** An XLIFF 1.2 file with its corrected targets. */
import type { Warning } from '../fault.ts'
import type { ExportedArticle, Original, Outgoing, Written } from '../format.ts'
import { linesOf } from '../lib/lines.ts'
import { closeXliff } from '../xliff/file.ts'
import { notesToAdd } from '../xliff/flags.ts'
import { preserves } from '../lib/inline-codes.ts'
import {
  acceptedLimits,
  besides,
  correctedLines,
  indentOf,
  newLines,
  refill,
  setAttributes,
  type NewLine,
} from '../xliff/patch.ts'
import { attribute, escapeXml, type XmlElement } from '../lib/xml.ts'
import { patchSource, type SourceEdit } from '../lib/patch-source.ts'
import type { ReadFile } from '../xliff/units.ts'
import { readFiles } from './read.ts'
import { firstCore, type Segment } from './units.ts'

const stateOf = (article: ExportedArticle): string => (article.state === 'approved' ? 'final' : 'translated')

/** Behind what a new `target` or `note` stands. */
const lastOf = (unit: XmlElement): XmlElement =>
  firstCore(unit, 'target') ?? firstCore(unit, 'seg-source') ?? firstCore(unit, 'source') ?? unit

/** The content of a new `target`: that of `seg-source` with the translations in place of its segments. */
function newContent(source: string, segments: readonly Segment[], lines: ReadonlyMap<Segment, NewLine>): string {
  const [first] = segments
  if (first?.mid === undefined) return (first && lines.get(first)?.content(preserves(first.unit))) ?? ''
  const of = firstCore(first.unit, 'seg-source') ?? firstCore(first.unit, 'source') ?? first.unit
  const fills = segments.flatMap(segment =>
    segment.source ? [refill(source, segment.source, lines.get(segment)?.content(preserves(of)) ?? '')] : [],
  )
  const moved = fills.map(({ from, to, insert }) => ({ from: from - of.innerFrom, to: to - of.innerFrom, insert }))
  return patchSource(source.slice(of.innerFrom, of.innerTo), moved)
}

/** The edits of one unit. @param lines those of its segments that are written anew */
function editsOfUnit(
  source: string,
  segments: readonly Segment[],
  lines: ReadonlyMap<Segment, NewLine>,
  article: ExportedArticle,
  filled: boolean,
): SourceEdit[] {
  const [first] = segments
  if (!first) return []
  const { unit, whole } = first
  const approved = article.state === 'approved'
  const isFinal = approved && filled
  if (lines.size === 0 && !isFinal) return []
  const mark = approved ? { approved: 'yes' } : attribute(unit, 'approved') === 'yes' ? { approved: 'no' } : {}
  const edits = setAttributes(source, unit, mark)
  const state = stateOf(article)
  if (!whole || (first.mid !== undefined && segments.every(({ target }) => !target))) {
    if (lines.size === 0) return []
    const content = newContent(source, segments, lines)
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
    const line = lines.get(segment)
    if (!line) continue
    const { target, mid = '' } = segment
    if (target) edits.push(refill(source, target, line.content(preserves(target))))
    else absent.push(`<${besides(whole, 'mrk')} mtype="seg" mid="${escapeXml(mid, { quotes: true })}">${line.content(preserves(whole))}</${besides(whole, 'mrk')}>`) // prettier-ignore
  }
  if (absent.length > 0) edits.push({ from: whole.innerTo, to: whole.innerTo, insert: absent.join('') })
  return edits
}

function editsOfFile(
  source: string,
  { document, segments, laid }: ReadFile<Segment>,
  outgoing: Outgoing,
): { edits: SourceEdit[]; warnings: Warning[] } {
  const { article } = outgoing
  const corrected = correctedLines(document, outgoing)
  const { lines, warnings } = newLines(document, corrected, outgoing.placed)
  const edits: SourceEdit[] = []
  const after = linesOf(corrected.text)
  for (const [, indexes] of Map.groupBy(segments.keys(), i => segments[i]?.unit)) {
    const own = indexes.flatMap(i => segments[i] ?? [])
    const changed = new Map<Segment, NewLine>()
    for (const i of indexes) {
      const [segment, line] = [segments[i], lines.get(i)]
      if (segment && line) changed.set(segment, line)
    }
    const filled = indexes.every(i => (after[i]?.to ?? 0) > (after[i]?.from ?? 0))
    edits.push(...editsOfUnit(source, own, changed, article, filled))
  }
  const numberOf = (line: number): number => segments[line]?.number ?? 1
  for (const { line, flag, note } of notesToAdd(article, after, document.flags, laid.lines, numberOf)) {
    const unit = segments[line]?.unit
    if (!unit) continue
    const behind = lastOf(unit)
    const name = besides(behind, 'note')
    const from = flag.author === '' ? '' : ` from="${escapeXml(flag.author, { quotes: true })}"`
    const insert = `${indentOf(source, behind)}<${name}${from} annotates="target">${escapeXml(note)}</${name}>`
    edits.push({ from: behind.to, to: behind.to, insert })
  }
  return { edits, warnings: corrected.unlike ? [...warnings, { code: 'unlike' }] : [...warnings] }
}

export function patchFile({ bytes }: Original, outgoing: readonly Outgoing[]): Written {
  const { xliff, files } = readFiles(bytes, acceptedLimits)
  const done = outgoing.flatMap(each => {
    const file = files[each.number]
    return file ? [editsOfFile(xliff.text, file, each)] : []
  })
  return {
    bytes: closeXliff(xliff, done.flatMap(({ edits }) => edits)),
    warnings: done.flatMap(({ warnings }) => warnings),
  } // prettier-ignore
}
