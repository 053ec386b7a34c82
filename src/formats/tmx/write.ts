/** Corrections as a memory: what the machine wrote, and what people made of it. */
import { diffTexts } from '../../text/diff/index.ts'
import type { Span } from '../../text/span.ts'
import type { ExportedArticle, ExportedFlag } from '../format.ts'
import { flagJson } from '../lib/flag-json.ts'
import { linesOf } from '../lib/lines.ts'
import { escapeXml } from '../lib/xml.ts'
import { articleProperties } from './documents.ts'
import { protect } from './segment.ts'
import { flagProperty, roleProperty } from './variant.ts'

/** What belongs together: paragraphs of the MT, of the corrected text and of the source; null where one has none. */
interface Row {
  readonly mt: Span | null
  readonly corrected: Span | null
  readonly source: Span | null
}

function rowsOf({ mtText, text, sourceText, fixed }: ExportedArticle): Row[] {
  const [before, after, source] = [linesOf(mtText), linesOf(text), linesOf(sourceText)]
  const beside = sourceText !== '' && source.length === before.length
  if (fixed && before.length === after.length)
    return before.map((mt, i) => ({ mt, corrected: after[i] ?? null, source: (beside && source[i]) || null }))
  const lineAt = new Map(before.map(({ from }, i) => [from, i]))
  const lineTo = new Map(before.map(({ to }, i) => [to, i]))
  return diffTexts(mtText, text).rows.map(({ kind, moved, fromA, toA, fromB, toB }) => {
    const from = kind === 'moved' && moved !== undefined ? moved : fromA
    const mt = kind === 'inserted' ? null : { from, to: from + toA - fromA }
    const corrected = kind === 'removed' ? null : { from: fromB, to: toB }
    const [first, last] = mt ? [source[lineAt.get(mt.from) ?? -1], source[lineTo.get(mt.to) ?? -1]] : []
    return { mt, corrected, source: beside && first && last ? { from: first.from, to: last.to } : null }
  })
}

const text = (raw: string): string => escapeXml(raw, { quotes: true })
/** A line end parts paragraphs, a reference to one breaks a line in one. */
export const ownSegment = (raw: string): string =>
  protect(escapeXml(raw).replaceAll('\u2028', '&#10;'), { before: '', after: '' })
const date = (at: number): string => new Date(at).toISOString().replace(/\.\d+|[-:]/g, '')
const prop = (type: string, value: string): string => `<prop type="${type}">${text(value)}</prop>`

const within = (inner: Span, outer: Span): boolean => inner.from >= outer.from && inner.to <= outer.to

function flagLines(flags: readonly { readonly flag: ExportedFlag; readonly place: Span }[], row: Span): string[] {
  return flags.flatMap(({ flag, place }) => {
    if (!within(place, row)) return []
    const note = [flag.category, flag.severity, flag.comment, flag.suggestion && `→ ${flag.suggestion}`].filter(Boolean)
    const span = { from: place.from - row.from, to: place.to - row.from }
    return [`<note>${text(note.join(', '))}</note>`, prop(flagProperty, flagJson(flag, span))]
  })
}

function unitsOf(article: ExportedArticle, number: number): string[] {
  const { title, address, system, mtText, text: corrected, sourceText, createdAt } = article
  const values = [String(number), title, address, system]
  const properties = articleProperties.map((name, i) => (values[i] ? `      ${prop(name, values[i])}\n` : '')).join('')
  const language = article.language || 'sv'
  const ofMt = article.flags.flatMap(flag => (flag.revision === 0 ? [{ flag, place: flag }] : []))
  const ofCorrected = article.flags.flatMap(flag =>
    flag.revision > 0 && flag.place ? [{ flag, place: flag.place }] : [],
  )
  const variant = (
    tag: string,
    role: string,
    attributes: string,
    whole: string,
    span: Span | null,
    flags: readonly string[],
  ): string =>
    // prettier-ignore
    span
      ? `      <tuv xml:lang="${text(tag)}"${attributes}>\n${[...(role ? [prop(roleProperty, role)] : []), ...flags].map(line => `        ${line}\n`).join('')}        <seg>${ownSegment(whole.slice(span.from, span.to))}</seg>\n      </tuv>\n` // prettier-ignore
      : ''
  return rowsOf(article).flatMap((row, i) => {
    const { mt, corrected: now, source } = row
    const words = [mt && mtText.slice(mt.from, mt.to), now && corrected.slice(now.from, now.to)]
    if (words.every(each => !each?.trim())) return []
    const last = article.corrections
      .filter(({ fromB, toB }) => now && fromB <= now.to && toB >= now.from)
      .toSorted((a, b) => b.at - a.at)[0]
    const by = last ? ` changedate="${date(last.at)}" changeid="${text(last.author)}"` : ''
    const made = ` creationdate="${date(createdAt)}"`
    return (
      `    <tu tuid="${number}.${i + 1}">\n${properties}` +
      variant(article.sourceLanguage || 'und', '', '', sourceText, source, []) +
      variant(`${language}-x-mt`, 'mt', made, mtText, mt, mt ? flagLines(ofMt, mt) : []) +
      variant(language, 'corrected', by, corrected, now, now ? flagLines(ofCorrected, now) : []) +
      '    </tu>\n'
    )
  })
}

/**
 * A unit a paragraph or segment: its source where there is one beside it, the MT as `sv-x-mt`, and the corrected text. So a program that
 * asks for the pair of source and Swedish gets the corrected text, one that knows of the MT gets that as well. Blank paragraphs are left out.
 */
export function writeMemory(articles: readonly ExportedArticle[]): string {
  const sources = new Set(
    articles.map(({ sourceText, sourceLanguage }) => (sourceText === '' ? '' : sourceLanguage || 'und')),
  )
  const [first = ''] = sources
  const srclang = sources.size > 1 ? '*all*' : first || `${articles[0]?.language || 'sv'}-x-mt`
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n' +
    `  <header creationtool="Rödpenna" creationtoolversion="1" segtype="paragraph" o-tmf="Rödpenna" adminlang="sv" srclang="${text(srclang)}" datatype="plaintext"/>\n` +
    `  <body>\n${articles.flatMap((article, i) => unitsOf(article, i + 1)).join('')}  </body>\n</tmx>\n`
  )
}
