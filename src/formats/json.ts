import { FormatError } from './fault.ts'
import type { ExportedArticle, Format, ReadContext } from './format.ts'
import type { Reading } from './document.ts'
import { decodeNamed } from './lib/encoding.ts'
import { readExport } from './json/read.ts'
import { isDeeper } from './table/json-places.ts'
import { readObjects, type ObjectRow } from './table/objects.ts'

/** The shape of the export, for programs that read it. It grows by new fields; a changed field gets a new number. */
const jsonVersion = 1

/**
 * `{rodpenna: 1, title, address, createdAt, exportedAt, source: {language, text}, translation: {system, language, state},
 * texts: {mt, corrected}, revisions: [ExportedRevision], flags: [ExportedFlag], annotators: [Annotator], judgements: [Judgement],
 * decisions: [ExportedDecision]}`. Times are ISO 8601 in UTC. Offsets are UTF-16
 * code units, half-open. A revision's `change` is a ChangeSet of `@codemirror/state` as JSON: a number keeps so many units, a
 * list `[n, …lines]` replaces n units; applied one after the other to `texts.mt` they give `texts.corrected`. `fixed` stands there where the
 * lines are segments of a file.
 */
const shape = (article: ExportedArticle): unknown => {
  const iso = (at: number): string => new Date(at).toISOString()
  const { title, address, createdAt, exportedAt, sourceLanguage, sourceText, system, language, state, mtText, text } =
    article
  return {
    rodpenna: jsonVersion,
    title,
    address,
    createdAt: iso(createdAt),
    exportedAt: iso(exportedAt),
    source: { language: sourceLanguage, text: sourceText },
    translation: { system, language, state },
    ...(article.fixed ? { fixed: true } : {}),
    texts: { mt: mtText, corrected: text },
    revisions: article.revisions.map(revision => ({ ...revision, at: iso(revision.at) })),
    flags: article.flags.map(flag => ({ ...flag, at: iso(flag.at) })),
    annotators: article.annotators,
    judgements: article.judgements,
    decisions: article.decisions.map(decision => ({ ...decision, at: iso(decision.at) })),
  }
}

const label = 'JSON'

function* rowsOf(values: readonly unknown[]): Generator<ObjectRow, void, void> {
  for (const [i, value] of values.entries()) yield { value, where: { part: String(i + 1) } }
}

function read(bytes: Uint8Array, context: ReadContext): Reading {
  const { text } = decodeNamed(bytes, '', label)
  if (isDeeper(text, context.limits.depth)) throw new FormatError(label, 'depth', { limit: context.limits.depth })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new FormatError(label, 'json', { detail: (error as Error).message.slice(0, 100).toWellFormed() })
  }
  if (!Array.isArray(value)) return readExport(label, value, jsonVersion, context.limits)
  return readObjects(label, rowsOf(value), context).reading
}

/** Everything that is known of a translation and its correction, for other programs, and for us; and any array of objects, as a table. */
export const json = {
  id: 'json',
  label,
  extensions: ['json'],
  mediaType: 'application/json',
  purpose: 'data',
  isIt: ({ start }) => /^\ufeff?\s*\{\s*"rodpenna"\s*:/.test(start),
  read,
  write: article => `${JSON.stringify(shape(article), null, 2)}\n`,
} as const satisfies Format
