/** A PO file as one document: a line a translation, of a plural one a line each form. */
import { enterText } from '../../text/entry.ts'
import { emptyDocument, type Document, type Mark, type ReadFlag, type SourceCode } from '../document.ts'
import type { Warning } from '../fault.ts'
import { decodeNamed, type Encoded } from '../lib/encoding.ts'
import { parseFlag } from '../lib/flag-json.ts'
import { isSwedish, languageTag } from '../lib/language-tag.ts'
import type { Limits } from '../limits.ts'
import { without } from './codes.ts'
import { label, readEntries, type Entry, type Field } from './entries.ts'
import { messageOf } from './message.ts'
import { piecesOf, textOf, type Piece } from './strings.ts'

/** Begins a translator's comment that is a flag of ours. */
export const flagComment = 'rodpenna-flag: '

/** Where a line of the text stands. */
export interface CatalogLine {
  readonly entry: Entry
  readonly field: Field
  /** line ends around it, as the file writes them, that are not in the text: `msgfmt` refuses a translation that has others than its message */
  readonly before: string
  readonly after: string
}

export interface Catalog {
  readonly encoded: Encoded
  readonly document: Document
  readonly lines: readonly CatalogLine[]
  /** the value of Content-Type's charset in the source; null where there is none */
  readonly charset: { readonly from: number; readonly to: number } | null
  readonly warnings: readonly Warning[]
}

const charsetIn = /Content-Type:[^"\\\r\n]{0,100}charset=([\w.:-]+)/i

/** Of the header, before it can be read: it says what its own bytes are. `CHARSET` is a template's. */
function decoded(bytes: Uint8Array): Encoded {
  const start = Buffer.from(bytes.subarray(0, 100_000)).toString('latin1')
  const named = charsetIn.exec(start)?.[1] ?? ''
  const isMarked = start.startsWith('\xef\xbb\xbf')
  return decodeNamed(bytes, isMarked || named.toUpperCase() === 'CHARSET' ? '' : named, label)
}

const lineEnd = '\\n'

/** A translation without the line ends that its message begins and ends with too; an empty one is to get them. */
function withoutEnds(pieces: readonly Piece[], source: string) {
  const [empty, starts, ends] = [
    pieces.length === 0,
    source.startsWith('\u2028'),
    source.length > 1 && source.endsWith('\u2028'),
  ]
  const before = starts && (empty || pieces[0]?.written === lineEnd) ? lineEnd : ''
  const rest = before === '' ? pieces : pieces.slice(1)
  const after = ends && (empty || rest.at(-1)?.written === lineEnd) ? lineEnd : ''
  const inner = source.slice(before === '' ? 0 : 1, source.length - (after === '' ? 0 : 1))
  return { before, after, pieces: after === '' ? rest : rest.slice(0, -1), source: inner }
}

type Headers = ReadonlyMap<string, string>

const headersOf = (text: string): Headers =>
  new Map(text.split('\u2028').flatMap(line => {
    const colon = line.indexOf(':')
    return colon < 0 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const]
  })) // prettier-ignore

/** Names of messages instead of messages: `error.not-found`, `name100`. Of words alone it cannot be told. */
function isMonolingual(ids: readonly string[]): boolean {
  const named = ids.filter(id => /[\d._:/-]|[a-z][A-Z]/.test(id)).length
  return ids.length > 0 && named * 2 >= ids.length && ids.every(id => /^[\w.:/-]+$/.test(id))
}

const title = (headers: Headers): string => {
  const named = (headers.get('project-id-version') ?? '').replace(/[\p{Cc}\u2028\u2029]/gu, ' ').trim()
  return /^(?:PACKAGE|PROJECT)(?: VERSION)?$/.test(named) ? '' : named
}

function flagsOf(entry: Entry, source: string, from: number, text: string): ReadFlag[] {
  const own = entry.comments.flatMap(comment => (comment.startsWith(flagComment) ? (parseFlag(comment.slice(flagComment.length), text.length) ?? []) : [])) // prettier-ignore
  const fuzzy = entry.flags.some(span => /[,\s]fuzzy(?:[,\s]|$)/.test(source.slice(span.from, span.to)))
  const unsure = { from: 0, to: text.length, author: '', layer: 'shared', at: null, category: 'other/other', severity: 'neutral', comment: 'fuzzy', suggestion: '' } as const // prettier-ignore
  return [...own, ...(fuzzy ? [unsure] : [])].map(flag => ({ ...flag, revision: 0, from: flag.from + from, to: flag.to + from })) // prettier-ignore
}

/** @throws Problem of `text/`, FormatError quotes, missing, invalid, field, rows */
export function readCatalog(bytes: Uint8Array, limits: Limits): Catalog {
  const encoded = decoded(bytes)
  const source = encoded.text
  const { entries, warnings } = readEntries(source, limits)
  const read = (field: Field | null | undefined) => (field ? piecesOf(source, field, encoded.encoding) : [])
  const isHeader = ({ id, context }: Entry): boolean => !context && textOf(read(id)) === ''
  const messages = entries.filter(entry => !isHeader(entry))
  const header = entries.find(isHeader)
  const headers = headersOf(textOf(read(header?.translations[0]?.field)))
  const monolingual = isMonolingual(messages.map(({ id }) => textOf(read(id))))

  const [texts, sources, marks, flags, lines] = [[], [], [], [], []] as [string[], string[], Mark[], ReadFlag[], CatalogLine[]] // prettier-ignore
  const sourceCodes: SourceCode[] = []
  let [at, sourceAt, empty] = [0, 0, 0]
  for (const entry of messages) {
    const ids = [entry.id, ...(entry.plural ? [entry.plural] : [])].map(field => textOf(read(field)))
    for (const [i, { form, field }] of entry.translations.entries()) {
      const number = lines.length
      const message = (form > 0 ? ids[1] : ids[0]) ?? ids[0] ?? ''
      const { before, after, pieces, source: said } = withoutEnds(read(field), monolingual ? '' : message)
      const { text, marks: own, codes } = messageOf(pieces, monolingual ? [] : ids)
      if (text.trim() === '' && codes.length === 0) empty++
      if (i === 0) flags.push(...flagsOf(entry, source, at, text))
      for (const mark of own) marks.push({ ...mark, id: `${number}.${mark.id}`, within: mark.within && `${number}.${mark.within}`, from: mark.from + at, to: mark.to + at }) // prettier-ignore
      texts.push(text)
      const beside = without(said, codes)
      for (const code of beside.codes) sourceCodes.push({ ...code, at: code.at + sourceAt })
      sources.push(beside.text)
      sourceAt += beside.text.length + 1
      lines.push({ entry, field, before, after })
      at += text.length + 1
    }
  }
  const language = languageTag(headers.get('language') ?? '')
  const document: Document = {
    ...emptyDocument,
    title: title(headers),
    address: headers.get('x-rodpenna-address') ?? '',
    system: headers.get('x-rodpenna-system') ?? '',
    sourceLanguage: monolingual ? '' : languageTag(headers.get('x-source-language') ?? ''),
    language,
    sourceText: monolingual ? '' : enterText(sources.join('\n')),
    text: enterText(texts.join('\n')),
    fixed: true,
    marks,
    sourceCodes: monolingual ? [] : sourceCodes,
    flags,
  }
  const told: Warning[] = [
    ...warnings,
    ...(empty === texts.length
      ? [{ code: 'no-translations' } as const]
      : empty > 0
        ? [{ code: 'untranslated', n: empty } as const]
        : []),
    ...(language !== '' && !isSwedish(language) ? [{ code: 'not-swedish', detail: language } as const] : []),
  ]
  return { encoded, document, lines, charset: charsetPlace(source, header), warnings: told }
}

function charsetPlace(source: string, header: Entry | undefined): Catalog['charset'] {
  const literals = header?.translations[0]?.field.literals ?? []
  const [from, to] = [literals[0]?.from ?? 0, literals.at(-1)?.to ?? 100_000]
  const match = charsetIn.exec(source.slice(from, to))
  if (!match) return null
  const end = from + match.index + match[0].length
  return { from: end - (match[1]?.length ?? 0), to: end }
}
