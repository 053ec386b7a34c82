/** XLIFF 2.x as documents. */
import type { ReadFlag } from '../document.ts'
import { FormatError, type Warning } from '../fault.ts'
import type { Limits } from '../limits.ts'
import { documentFrom, languageOf, layOut, warningsOf, type XliffText } from '../xliff/document.ts'
import { openXliff } from '../xliff/file.ts'
import { flagsOfNotes, type NoteIn } from '../xliff/flags.ts'
import { issuesById, issuesOn } from '../xliff/its.ts'
import type { ReadFile, ReadXliff } from '../xliff/units.ts'
import { attribute, elements, inherited, textIn, type XmlElement } from '../lib/xml.ts'
import { dialect } from './inline.ts'
import { label, notesOf, noteReferredTo, unitsOf, type Segment } from './units.ts'
import { coreNamespace, validate } from './valid.ts'

const authorOf = (note: XmlElement): string =>
  note.attributes.find(({ local, prefix }) => local === 'author' && prefix !== '')?.value ?? ''

/** Notes that apply to the target, comments on its words, and ITS quality issues. Other notes are information, and stay where they are. */
function flagsOf(
  segments: readonly Segment[],
  laid: XliffText,
  byId: ReturnType<typeof issuesById>,
): { flags: ReadFlag[]; unplaced: number } {
  const notes: NoteIn[] = []
  const issues: ReadFlag[] = []
  for (const [unit, indexes] of Map.groupBy(segments.keys(), i => segments[i]?.unit)) {
    if (!unit) continue
    const lines = indexes.map(i => laid.lines[i] ?? { from: 0, to: 0 })
    const inUnit = notesOf(unit)
    const placed = new Set<XmlElement>()
    for (const [at, i] of indexes.entries()) {
      const line = lines[at] ?? { from: 0, to: 0 }
      // of a start and an end that are one mark the words between are meant
      const marks = laid.targets[i]?.elements ?? []
      for (const { element: each, span } of marks) {
        const on = { from: line.from + span.from, to: line.from + span.to }
        issues.push(...issuesOn(each, on, byId))
        if (attribute(each, 'type') !== 'comment' || (each.local !== 'mrk' && each.local !== 'sm')) continue
        const note = noteReferredTo(unit, attribute(each, 'ref') ?? '')
        if (note) placed.add(note)
        const text = note ? textIn(note) : (attribute(each, 'value') ?? '')
        notes.push({ text, author: note ? authorOf(note) : '', on, lines: [line] })
      }
    }
    for (const note of inUnit)
      if (attribute(note, 'appliesTo') === 'target' && !placed.has(note))
        notes.push({ text: textIn(note), author: authorOf(note), lines })
  }
  const { flags, unplaced } = flagsOfNotes(notes, laid.text)
  return { flags: [...flags, ...issues].sort((a, b) => a.from - b.from), unplaced }
}

/** @throws FormatError; Problem of `text/` */
export function readFiles(bytes: Uint8Array, limits: Limits): ReadXliff<Segment> {
  const xliff = openXliff(bytes, label, limits)
  const { root } = xliff
  const version = attribute(root, 'version') ?? ''
  if (!/^2\.[012]$/.test(version) && !coreNamespace.test(root.namespace))
    throw new FormatError(label, 'version', { line: root.line, detail: version })
  const warnings: Warning[] = [...xliff.warnings, ...validate(root)]
  // of the whole, and so once: a file may have thousands of <file>
  const byId = issuesById(root)
  let unplaced = 0
  const files = elements(root, 'file').map((file): ReadFile<Segment> => {
    const units = unitsOf(file, limits)
    const laid = layOut(xliff.text, units.segments, { format: label, limits, dialect })
    const found = flagsOf(units.segments, laid, byId)
    unplaced += found.unplaced
    const { target } = units.segments.find(segment => segment.target) ?? {}
    const document = documentFrom(laid, {
      title: attribute(file, 'original') ?? attribute(file, 'id') ?? '',
      sourceLanguage: languageOf(attribute(root, 'srcLang')),
      language: languageOf(attribute(root, 'trgLang')) || languageOf(target && inherited(target, 'xml:lang')),
      flags: found.flags,
    })
    return { ...units, laid, document }
  })
  warnings.push(...warningsOf(files.map(({ laid }) => laid), files.reduce((sum, { locked }) => sum + locked, 0))) // prettier-ignore
  if (unplaced > 0) warnings.push({ code: 'flags-unplaced', n: unplaced })
  return { xliff, files: files.filter(({ segments }) => segments.length > 0), warnings }
}
