/** XLIFF 2.x as documents. */
import { FormatError } from '../fault.ts'
import type { Limits } from '../limits.ts'
import { attribute, elements, inherited, textIn, type XmlElement } from '../lib/xml.ts'
import { languageOf } from '../xliff/document.ts'
import { openXliff } from '../xliff/file.ts'
import type { NoteIn } from '../xliff/flags.ts'
import { readFiles, type Version } from '../xliff/read.ts'
import { stateSaid } from '../xliff/states.ts'
import type { ReadXliff } from '../xliff/units.ts'
import { dialect } from './inline.ts'
import { label, notesOf, noteReferredTo, unitsOf, type Segment } from './units.ts'
import { coreNamespace, validate } from './valid.ts'

const authorOf = (note: XmlElement): string =>
  note.attributes.find(({ local, prefix }) => local === 'author' && prefix !== '')?.value ?? ''

const version: Version<Segment> = {
  label,
  dialect,
  unitsOf,
  headOf: (file, segments) => {
    const root = file.parent ?? file
    const { target } = segments.find(segment => segment.target) ?? {}
    return {
      title: attribute(file, 'original') ?? attribute(file, 'id') ?? '',
      sourceLanguage: languageOf(attribute(root, 'srcLang')),
      language: languageOf(attribute(root, 'trgLang')) || languageOf(target && inherited(target, 'xml:lang')),
    }
  },
  notesOf: ({ unit, lines, marked }) => {
    const placed = new Set<XmlElement>()
    const notes: NoteIn[] = []
    for (const { element, on, line } of marked) {
      if (attribute(element, 'type') !== 'comment' || (element.local !== 'mrk' && element.local !== 'sm')) continue
      const note = noteReferredTo(unit, attribute(element, 'ref') ?? '')
      if (note) placed.add(note)
      const text = note ? textIn(note) : (attribute(element, 'value') ?? '')
      notes.push({ text, author: note ? authorOf(note) : '', on, lines: [line] })
    }
    for (const note of notesOf(unit))
      if (attribute(note, 'appliesTo') === 'target' && !placed.has(note))
        notes.push({ text: textIn(note), author: authorOf(note), lines })
    return notes
  },
  wholesOf: () => [],
  stateOf: ({ segment }) => stateSaid({ state: attribute(segment, 'state'), more: attribute(segment, 'subState') }),
}

/** @throws FormatError; Problem of `text/` */
export function readXliff2(bytes: Uint8Array, limits: Limits): ReadXliff<Segment> {
  const xliff = openXliff(bytes, label, limits)
  const { root } = xliff
  const said = attribute(root, 'version') ?? ''
  if (!/^2\.[012]$/.test(said) && !coreNamespace.test(root.namespace))
    throw new FormatError(label, 'version', { line: root.line, detail: said })
  const told = validate(root)
  const read = readFiles(xliff, elements(root, 'file'), version, limits)
  return { ...read, warnings: [...xliff.warnings, ...told, ...read.warnings] }
}
