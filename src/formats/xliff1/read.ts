/** XLIFF 1.2 as documents. */
import type { ReadFlag } from '../document.ts'
import { FormatError, type Warning } from '../fault.ts'
import type { Limits } from '../limits.ts'
import { documentFrom, languageOf, layOut, warningsOf, type XliffText } from '../xliff/document.ts'
import { openXliff } from '../xliff/file.ts'
import { Findings } from '../xliff/findings.ts'
import { flagsOfNotes, type NoteIn } from '../xliff/flags.ts'
import { issuesById, issuesOn } from '../xliff/its.ts'
import type { ReadFile, ReadXliff } from '../xliff/units.ts'
import { attribute, inherited, textIn } from '../lib/xml.ts'
import { dialect } from './inline.ts'
import { core, label, unitsOf, type Segment } from './units.ts'
import { isKnown, validate } from './valid.ts'

/** Notes that annotate the target, the comments of `mrk` in it, and ITS quality issues. Other notes are information, and stay where they are. */
function flagsOf(
  segments: readonly Segment[],
  laid: XliffText,
  byId: ReturnType<typeof issuesById>,
): { flags: ReadFlag[]; unplaced: number } {
  const notes: NoteIn[] = []
  const issues: ReadFlag[] = []
  const byUnit = Map.groupBy(segments.keys(), i => segments[i]?.unit)
  for (const [unit, indexes] of byUnit) {
    if (!unit) continue
    const lines = indexes.map(i => laid.lines[i] ?? { from: 0, to: 0 })
    const [whole] = lines
    for (const note of core(unit, 'note'))
      if (attribute(note, 'annotates') === 'target')
        notes.push({ text: textIn(note), author: attribute(note, 'from') ?? '', lines })
    const target = segments[indexes[0] ?? 0]?.whole
    if (whole && target && laid.text.slice(whole.from, whole.to) !== '')
      issues.push(...issuesOn(unit, whole, byId), ...issuesOn(target, whole, byId))
    for (const [at, i] of indexes.entries())
      for (const { element, span } of laid.targets[i]?.elements ?? []) {
        const line = lines[at] ?? { from: 0, to: 0 }
        const on = { from: line.from + span.from, to: line.from + span.to }
        const comment = element.local === 'mrk' ? (attribute(element, 'comment') ?? '') : ''
        notes.push({ text: comment, author: '', on, lines: [line] })
        issues.push(...issuesOn(element, on, byId))
      }
  }
  const { flags, unplaced } = flagsOfNotes(notes, laid.text)
  return { flags: [...flags, ...issues].sort((a, b) => a.from - b.from), unplaced }
}

/** @throws FormatError; Problem of `text/` */
export function readFiles(bytes: Uint8Array, limits: Limits): ReadXliff<Segment> {
  const xliff = openXliff(bytes, label, limits)
  const { root } = xliff
  if (!isKnown(root)) throw new FormatError(label, 'version', { detail: attribute(root, 'version') })
  const elementsOfFile = core(root, 'file')
  if (elementsOfFile.length === 0) throw new FormatError(label, 'missing', { line: root.line, detail: '<file>' })
  const findings = new Findings(label)
  validate(root, findings)
  const warnings: Warning[] = [...xliff.warnings, ...findings.warnings]
  // of the whole, and so once: a file may have thousands of <file>
  const byId = issuesById(root)
  let unplaced = 0
  const files = elementsOfFile.map((file): ReadFile<Segment> => {
    const units = unitsOf(file, limits)
    const laid = layOut(xliff.text, units.segments, { format: label, limits, dialect })
    const found = flagsOf(units.segments, laid, byId)
    unplaced += found.unplaced
    const target = units.segments.find(({ whole }) => whole && inherited(whole, 'xml:lang') !== undefined)?.whole
    const document = documentFrom(laid, {
      title: attribute(file, 'original') ?? '',
      sourceLanguage: languageOf(attribute(file, 'source-language')),
      language: languageOf(attribute(file, 'target-language') ?? (target && inherited(target, 'xml:lang'))),
      flags: found.flags,
    })
    return { ...units, laid, document }
  })
  warnings.push(...warningsOf(files.map(({ laid }) => laid), files.reduce((sum, { locked }) => sum + locked, 0))) // prettier-ignore
  if (unplaced > 0) warnings.push({ code: 'flags-unplaced', n: unplaced })
  return { xliff, files: files.filter(({ segments }) => segments.length > 0), warnings }
}
