import { ChangeSet } from '@codemirror/state'
import { Problem } from '../errors.ts'
import { editsOf, narrow, type Edit } from './change.ts'

/** A segment as it is written in a field, and back: a line break inside of it is U+2028 in the text. */
const inOneLine = (written: string): string => written.replaceAll('\n', '\u2028')
export const inLines = (segment: string): string => segment.replaceAll('\u2028', '\n')

const malformed = (name: string): Problem => new Problem('field-invalid', { field: name.slice(0, 40) })

/**
 * One field `p<from>-<to>` (a paragraph, or several) or `i<at>` (where a removed one stood) as an edit; null where nothing changed. Of fixed
 * paragraphs none is put in or goes: an emptied one stays, and a line that is broken is a break inside it.
 */
function editOf(base: string, name: string, written: string, fixed: boolean): Edit | null {
  const [, kind, start, end = start] = /^([pi])(\d{1,12})(?:-(\d{1,12}))?$/.exec(name) ?? []
  const from = Number(start)
  const to = Number(end)
  if (kind === undefined || from > to || to > base.length || (fixed && kind === 'i')) throw malformed(name)
  const value = fixed ? inOneLine(written) : written
  if (base.slice(from, to) === value) return null
  // A paragraph that is put in brings its own line end; one that is emptied takes its line end along.
  if (kind === 'i') return { from, to: from, insert: from < base.length || base === '' ? `${value}\n` : `\n${value}` }
  if (fixed || value !== '') return { from, to, insert: value }
  return to < base.length ? { from, to: to + 1, insert: '' } : { from: Math.max(0, from - 1), to, insert: '' }
}

/**
 * What a form of paragraphs changes in the revision it was drawn from: a change of its text, of the fields that differ only.
 * What was not on the page has no field, and is never touched.
 * @param fixed the paragraphs are segments of a file
 * @throws Problem field-invalid where a field's offsets are none of the text's, or overlap another's
 */
export function paragraphEdits(base: string, fields: readonly (readonly [string, string])[], fixed = false): ChangeSet {
  const edits = fields
    .flatMap(([name, value]) => editOf(base, name, value, fixed) ?? [])
    .sort((a, b) => a.from - b.from || a.to - b.to)
  const apart: Edit[] = []
  for (const edit of edits) {
    const last = apart.at(-1)
    // Two emptied neighbours both want the line end between them: it goes once.
    const from = last && edit.insert === '' && edit.from < last.to ? last.to : edit.from
    if (last && (from < last.to || from > edit.to)) throw malformed(`p${edit.from}-${edit.to}`)
    apart.push({ ...edit, from })
  }
  // Each paragraph against its own old self: compared as one piece, neighbours could be taken for each other.
  const narrowed = apart.flatMap(edit => editsOf(narrow(ChangeSet.of(edit, base.length), base)))
  return ChangeSet.of(narrowed, base.length)
}
