/** XLIFF 1.2 as documents. */
import { FormatError } from '../fault.ts'
import type { Limits } from '../limits.ts'
import { attribute, inherited, textIn } from '../lib/xml.ts'
import { languageOf } from '../xliff/document.ts'
import { openXliff } from '../xliff/file.ts'
import { Findings } from '../xliff/findings.ts'
import { readFiles, type Version } from '../xliff/read.ts'
import type { ReadXliff } from '../xliff/units.ts'
import { dialect } from './inline.ts'
import { core, label, unitsOf, type Segment } from './units.ts'
import { isKnown, validate } from './valid.ts'

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
