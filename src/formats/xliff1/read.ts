/** XLIFF 1.2 as documents. */
import { FormatError } from '../fault.ts'
import type { Limits } from '../limits.ts'
import { attribute, elements, inherited, textIn, type XmlElement } from '../lib/xml.ts'
import { languageOf } from '../xliff/document.ts'
import { openXliff } from '../xliff/file.ts'
import { Findings } from '../xliff/findings.ts'
import { readFiles, type Version } from '../xliff/read.ts'
import { stateOfProgram, stateSaid } from '../xliff/states.ts'
import type { ReadXliff } from '../xliff/units.ts'
import { dialect } from './inline.ts'
import { core, label, unitsOf, type Segment } from './units.ts'
import { isKnown, validate } from './valid.ts'

const remembered = new WeakMap<XmlElement, ReadonlyMap<string, XmlElement>>()
/** What SDL Trados Studio says of the segments of a unit: `sdl:seg` in its `sdl:seg-defs`, by `mid`. */
function studioSegments(unit: XmlElement): ReadonlyMap<string, XmlElement> {
  const known = remembered.get(unit)
  if (known) return known
  const segments = elements(unit, 'seg-defs').flatMap(definitions => elements(definitions, 'seg'))
  const byId = new Map(segments.map(segment => [attribute(segment, 'id') ?? '', segment]))
  remembered.set(unit, byId)
  return byId
}

const version: Version<Segment> = {
  label,
  dialect,
  unitsOf,
  headOf: (file, segments) => {
    const target = segments.find(({ whole }) => whole && inherited(whole, 'xml:lang') !== undefined)?.whole
    return {
      title: attribute(file, 'original') ?? '',
      sourceLanguage: languageOf(attribute(file, 'source-language')),
      language: languageOf(attribute(file, 'target-language') ?? (target && inherited(target, 'xml:lang'))),
    }
  },
  notesOf: ({ unit, lines, marked }) => [
    ...core(unit, 'note')
      .filter(note => attribute(note, 'annotates') === 'target')
      .map(note => ({ text: textIn(note), author: attribute(note, 'from') ?? '', lines })),
    ...marked.flatMap(({ element, on, line }) => {
      const text = element.local === 'mrk' ? attribute(element, 'comment') : undefined
      return text === undefined ? [] : [{ text, author: '', on, lines: [line] }]
    }),
  ],
  wholesOf: ({ unit, segments, lines, text }) => {
    const [[first], [on]] = [segments, lines]
    if (!first?.whole || !on || text.slice(on.from, on.to) === '') return []
    return [unit, first.whole].map(element => ({ element, on }))
  },
  stateOf: ({ unit, whole, mid }) =>
    stateOfProgram(unit, mid === undefined ? undefined : studioSegments(unit).get(mid)) ??
    stateSaid({
      state: whole && attribute(whole, 'state'),
      more: whole && attribute(whole, 'state-qualifier'),
      approved: attribute(unit, 'approved'),
    }),
}

/** @throws FormatError; Problem of `text/` */
export function readXliff1(bytes: Uint8Array, limits: Limits): ReadXliff<Segment> {
  const xliff = openXliff(bytes, label, limits)
  const { root } = xliff
  if (!isKnown(root)) throw new FormatError(label, 'version', { detail: attribute(root, 'version') })
  const files = core(root, 'file')
  if (files.length === 0) throw new FormatError(label, 'missing', { line: root.line, detail: '<file>' })
  const findings = new Findings(label)
  validate(root, findings)
  const read = readFiles(xliff, files, version, limits)
  return { ...read, warnings: [...xliff.warnings, ...findings.warnings, ...read.warnings] }
}
