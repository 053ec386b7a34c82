import type { ExportedArticle, Format } from './format.ts'

/** The shape of the export, for programs that read it. It grows by new fields; a changed field gets a new number. */
const jsonVersion = 1

/**
 * `{rodpenna: 1, title, address, createdAt, exportedAt, source: {language, text}, translation: {system, language, state},
 * texts: {mt, corrected}, revisions: [ExportedRevision], flags: [ExportedFlag]}`. Times are ISO 8601 in UTC. Offsets are UTF-16
 * code units, half-open. A revision's `change` is a ChangeSet of `@codemirror/state` as JSON: a number keeps so many units, a
 * list `[n, …lines]` replaces n units; applied one after the other to `texts.mt` they give `texts.corrected`.
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
    texts: { mt: mtText, corrected: text },
    revisions: article.revisions.map(revision => ({ ...revision, at: iso(revision.at) })),
    flags: article.flags.map(flag => ({ ...flag, at: iso(flag.at) })),
  }
}

/** Everything that is known of a translation and its correction, for other programs. */
export const json = {
  id: 'json',
  label: 'JSON',
  extensions: ['json'],
  mediaType: 'application/json',
  write: article => `${JSON.stringify(shape(article), null, 2)}\n`,
} as const satisfies Format
