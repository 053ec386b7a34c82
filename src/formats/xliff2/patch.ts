/** An XLIFF 2.x file with its corrected targets. */
import type { ExportedArticle, Original, Outgoing, Written } from '../format.ts'
import type { CorrectedSegment } from '../lib/correct-segments.ts'
import { closeXliff } from '../xliff/file.ts'
import { preserves } from '../lib/inline-codes.ts'
import { acceptedLimits, besides, correctFile, indentOf, refill, setAttributes, targetContent } from '../xliff/patch.ts'
import { attribute, element, elements, type XmlElement } from '../lib/xml.ts'
import type { SourceEdit } from '../lib/patch-source.ts'
import { noteElement } from './note.ts'
import type { ReadFile } from '../xliff/units.ts'
import { readXliff2 } from './read.ts'
import type { Segment } from './units.ts'

/** What a corrected segment is by the state of its article. */
const states: Readonly<Record<string, string>> = { approved: 'final', corrected: 'reviewed' }

/** @param corrected undefined where it stays as it is */
function editsOfSegment(
  source: string,
  { segment, source: from, target }: Segment,
  corrected: CorrectedSegment | undefined,
  article: ExportedArticle,
  filled: boolean,
): SourceEdit[] {
  if (!corrected && !(article.state === 'approved' && filled)) return []
  const state = states[article.state] ?? 'translated'
  const edits =
    // a writer that changes the state must change or take away the sub-state (4.3.1.34)
    attribute(segment, 'state') === state ? [] : setAttributes(source, segment, { state, subState: undefined })
  if (!corrected) return edits
  if (target) return [...edits, refill(source, target, targetContent(corrected, preserves(target)))]
  if (!from) return []
  const name = besides(from, 'target')
  const insert = `${indentOf(source, from)}<${name}>${targetContent(corrected, preserves(segment))}</${name}>`
  return [...edits, { from: from.to, to: from.to, insert }]
}

/** Notes of one unit, where its schema has them: at the end of its `notes`, or as new `notes` before its original data and segments. */
function notesIn(source: string, unit: XmlElement, notes: readonly ((of: XmlElement) => string)[]): SourceEdit[] {
  if (notes.length === 0) return []
  const own = element(unit, 'notes')
  const last = own && elements(own).at(-1)
  if (own && last) {
    const insert = notes.map(note => indentOf(source, last) + note(own)).join('')
    return [{ from: last.to, to: last.to, insert }]
  }
  const before = elements(unit).find(
    ({ local, namespace }) => namespace === unit.namespace && /^(?:originalData|segment|ignorable)$/.test(local),
  )
  if (!before) return []
  const indent = indentOf(source, before)
  const inner = indent === '' ? '' : `${indent}  `
  const name = besides(unit, 'notes')
  const insert = `<${name}>${notes.map(note => inner + note(unit)).join('')}${indent}</${name}>${indent}`
  return [{ from: before.from, to: before.from, insert }]
}

function editsOfFile(source: string, file: ReadFile<Segment>, outgoing: Outgoing) {
  const { segments } = file
  const { corrected, isFilled, notes, warnings } = correctFile(file, outgoing)
  const edits = segments.flatMap((segment, i) =>
    editsOfSegment(source, segment, corrected.get(i), outgoing.article, isFilled(i)),
  )
  for (const [unit, own] of Map.groupBy(notes, ({ line }) => segments[line]?.unit))
    if (unit) edits.push(...notesIn(source, unit, own.map(({ flag, note }) => of => noteElement(besides(of, 'note'), flag, note)))) // prettier-ignore
  const added = segments.some(({ target }, i) => !target && corrected.has(i))
  return { edits, warnings, added }
}

export function patchFile({ bytes }: Original, outgoing: readonly Outgoing[]): Written {
  const { xliff, files } = readXliff2(bytes, acceptedLimits)
  const done = outgoing.flatMap(each => {
    const file = files[each.number]
    return file ? [{ ...editsOfFile(xliff.text, file, each), language: each.article.language }] : []
  })
  const edits = done.flatMap(each => each.edits)
  // a file with targets must say their language
  const added = done.find(each => each.added)
  if (added && attribute(xliff.root, 'trgLang') === undefined)
    edits.push(...setAttributes(xliff.text, xliff.root, { trgLang: added.language || 'sv' }))
  return { bytes: closeXliff(xliff, edits), warnings: done.flatMap(each => each.warnings) }
}
