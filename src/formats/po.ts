import type { Format, Original, Outgoing, Written } from './format.ts'
import { asUtf8, encode, encodeOrUtf8 } from './lib/encoding.ts'
import { writeSegment, correctSegments } from './lib/correct-segments.ts'
import { patchSource, type SourceEdit } from './lib/patch-source.ts'
import { usualLimits } from './limits.ts'
import { readCatalog, type Catalog, type CatalogLine } from './po/catalog.ts'
import type { Entry } from './po/entries.ts'
import { escapeString, layoutOf, quoted } from './po/strings.ts'
import { writeCatalog } from './po/write.ts'

/** A string in the way in which it was laid out; one that was empty, as its message is. */
function fieldEdit(source: string, { entry, field, before, after }: CatalogLine, text: string): SourceEdit[] {
  const [first, last] = [field.literals[0], field.literals.at(-1)]
  const content = text === '' ? '' : before + text + after
  if (field.missing) {
    const { at, keyword } = field.missing
    const lineEnd = /\r?\n|\r/.exec(source)?.[0] ?? '\n'
    return content === '' ? [] : [{ from: at, to: at, insert: `${lineEnd}${keyword} "${content}"` }]
  }
  if (!first || !last) return []
  const wasEmpty = field.literals.length === 1 && first.to - first.from === 2
  const line = source.lastIndexOf('\n', first.from) + 1
  const insert = quoted(content, layoutOf(source, wasEmpty ? entry.id : field), first.from - line)
  return [{ from: first.from, to: last.to, insert }]
}

/** `#, fuzzy, c-format` → `#, c-format`; a line with nothing else goes. */
function withoutFuzzy(source: string, entry: Entry): SourceEdit[] {
  return entry.flags.flatMap(({ from, to }) => {
    const flags = source.slice(from + 2, to).split(',').map(flag => flag.trim()) // prettier-ignore
    const kept = flags.filter(flag => flag !== 'fuzzy')
    if (kept.length === flags.length) return []
    if (kept.length > 0) return [{ from, to, insert: `#, ${kept.join(', ')}` }]
    const end = /^\r?\n?/.exec(source.slice(to, to + 2))?.[0].length ?? 0
    return [{ from, to: to + end, insert: '' }]
  })
}

/** In the encoding of the file, where that has all characters and gives its bytes back; else in UTF-8, and the header says so. */
function encoded(edits: readonly SourceEdit[], { encoded: given, charset }: Catalog, original: Uint8Array): Written {
  const isFaithful = /^utf-/.test(given.encoding) || Buffer.from(encode(given.text, given, () => '?')).equals(original)
  const written = isFaithful ? encodeOrUtf8(patchSource(given.text, edits), given, false) : undefined
  if (written?.warnings.length === 0) return written
  const named = charset ? [{ ...charset, insert: 'UTF-8' }] : []
  return asUtf8(patchSource(given.text, [...edits, ...named]), given.encoding, false)
}

function make(original: Original, outgoing: readonly Outgoing[]): Written {
  const catalog = readCatalog(original.bytes, usualLimits)
  const source = catalog.encoded.text
  const out = outgoing.find(({ number }) => number === 0)
  if (!out) return { bytes: original.bytes, warnings: [] }
  const { segments, warnings } = correctSegments(catalog.document, out)
  if (segments.size === 0) return { bytes: original.bytes, warnings }
  const corrected = new Set<Entry>()
  const edits = [...segments].flatMap(([i, segment]) => {
    const line = catalog.lines[i]
    if (!line) return []
    corrected.add(line.entry)
    return fieldEdit(source, line, writeSegment(segment, escapeString))
  })
  if (out.article.state === 'approved') for (const entry of corrected) edits.push(...withoutFuzzy(source, entry))
  const written = encoded(edits, catalog, original.bytes)
  return { bytes: written.bytes, warnings: [...warnings, ...written.warnings] }
}

/** Does the first line that is no comment begin a message? */
function beginsMessage(start: string): boolean {
  const first = start.split(/[\r\n]+/).find(line => line.trim() !== '' && !line.startsWith('#')) ?? ''
  return /^(?:msgid|msgctxt)[ \t]*"/.test(first)
}

/** Messages of GNU gettext. What is read and what is not stands in docs/formats/po.md. */
export const po = {
  id: 'po',
  label: 'PO',
  extensions: ['po', 'pot'],
  mediaType: 'text/x-gettext-translation',
  purpose: 'translation',
  isIt: ({ start }) => beginsMessage(start.replace(/^\ufeff/, '')),
  read: (bytes, { limits }) => {
    const { document, lines, warnings } = readCatalog(bytes, limits)
    return { documents: lines.length === 0 ? [] : [document], terms: [], warnings }
  },
  write: writeCatalog,
  patch: { of: 'po', make },
} as const satisfies Format
