import type { Warning } from './fault.ts'
import type { Format, Original, Outgoing, Written } from './format.ts'
import { characterReference, encode } from './lib/encoding.ts'
import { isSwedish } from './lib/language-tag.ts'
import { linesOf } from './lib/lines.ts'
import { writeSegment, correctSegments } from './lib/correct-segments.ts'
import { patchSource, type SourceEdit } from './lib/patch-source.ts'
import { usualLimits } from './limits.ts'
import type { Part } from './tmx/documents.ts'
import { escapeSegment, layoutOf, protect, withContent } from './tmx/segment.ts'
import { readMemory, type Memory } from './tmx/units.ts'
import { ownSegment, writeMemory } from './tmx/write.ts'

function warningsOf({ warnings, parts, untranslated, sourceless, long }: Memory): Warning[] {
  const missing = untranslated + parts.blank
  return [
    ...warnings,
    ...(!parts.isPaired ? [{ code: 'no-translations' } as const] : []),
    ...(missing > 0 ? [{ code: 'untranslated', n: missing } as const] : []),
    ...(parts.isPaired && sourceless > 0 ? [{ code: 'skipped', n: sourceless, detail: '<tu>' } as const] : []),
    ...(long > 0 ? [{ code: 'too-long', n: long } as const] : []),
    ...(parts.language !== '' && !isSwedish(parts.language) ? [{ code: 'not-swedish', detail: parts.language } as const] : []), // prettier-ignore
  ]
}

/** Of a memory of ours the corrected segments are written anew, where they read otherwise now. */
function ownEdits(source: string, { document, places }: Part, text: string): SourceEdit[] | null {
  const read = document.revisions.at(-1)?.text ?? document.text
  const [before, after] = [linesOf(read), linesOf(text)]
  if (read === text) return []
  if (before.length !== after.length || before.length !== places.length) return null
  return after.flatMap(({ from, to }, i) => {
    const [now, old, place] = [text.slice(from, to), before[i], places[i]]
    return !old || !place || now === read.slice(old.from, old.to) ? [] : [withContent(source, place, ownSegment(now))]
  })
}

function make(original: Original, outgoing: readonly Outgoing[]): Written {
  const memory = readMemory(original.bytes, { ...usualLimits, bytes: Infinity })
  const source = memory.encoded.text
  const parts = memory.parts.end(original.name)
  const warnings: Warning[] = []
  const edits: SourceEdit[] = []
  for (const out of outgoing) {
    const part = parts[out.number]
    if (!part) continue
    if (part.isCorrected) {
      const own = ownEdits(source, part, out.article.text)
      if (own) edits.push(...own)
      else warnings.push({ code: 'unlike' })
      continue
    }
    const { segments, warnings: told } = correctSegments(part.document, out)
    warnings.push(...told)
    for (const [i, segment] of segments) {
      const place = part.places[i]
      if (place)
        edits.push(withContent(source, place, protect(writeSegment(segment, escapeSegment), layoutOf(source, place))))
    }
  }
  if (edits.length === 0) return { bytes: original.bytes, warnings }
  return { bytes: encode(patchSource(source, edits), memory.encoded, characterReference), warnings }
}

/** Translation memories, TMX 1.1 to 1.4b. What is read and what is not stands in docs/formats/tmx.md. */
export const tmx = {
  id: 'tmx',
  label: 'TMX',
  extensions: ['tmx'],
  mediaType: 'application/x-tmx+xml',
  purpose: 'translation',
  isIt: ({ root }) => root?.name === 'tmx',
  read: (bytes, { name, limits }) => {
    const memory = readMemory(bytes, limits)
    const documents = memory.parts.end(name).map(({ document }) => document)
    return { documents, terms: [], warnings: warningsOf(memory) }
  },
  writeAll: writeMemory,
  patch: { of: 'tmx', make },
} as const satisfies Format
