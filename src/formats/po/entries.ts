/** The entries of a PO file with the places of their strings (GNU gettext manual, "The Format of PO Files"). */
import { FormatError, type Warning } from '../fault.ts'
import type { Limits } from '../limits.ts'
import type { Span } from '../../text/span.ts'

export const label = 'PO'

/** `msgid "…" "…"`: its string literals, with their quotation marks, which belong together. */
export interface Field {
  readonly literals: readonly Span[]
  /** of a `msgstr` that the file has not: where it is to stand, and how it is to begin */
  readonly missing?: { readonly at: number; readonly keyword: string }
}

export interface Entry {
  /** of its `msgid`, from 1 */
  readonly line: number
  readonly context: Field | null
  readonly id: Field
  readonly plural: Field | null
  /** `msgstr`, or `msgstr[0]`, `msgstr[1]` … in the order of the file, with those numbers */
  readonly translations: readonly { readonly form: number; readonly field: Field }[]
  /** lines that begin with `#,`, without their line ends */
  readonly flags: readonly Span[]
  /** what follows `# ` in translator's comments */
  readonly comments: readonly string[]
}

interface Open {
  line: number
  context: Field | null
  id: Field | null
  plural: Field | null
  translations: { form: number; field: Field }[]
  flags: Span[]
  comments: string[]
}

const fresh = (): Open => ({
  line: 0,
  context: null,
  id: null,
  plural: null,
  translations: [],
  flags: [],
  comments: [],
})
const keyword = /(msgctxt|msgid_plural|msgid|msgstr(?:[ \t]*\[[ \t]*(\d{1,4})[ \t]*\])?)(?=[\s"])/y
const space = /[ \t\r\n\f\v]+/y
/** What goes on with a message that has begun. */
const rest = /msgstr|msgid_plural|"/y

/** Where a string literal that begins at `from` ends, behind its quotation mark; -1 where its line ends first. */
function literalEnd(source: string, from: number): number {
  for (let at = from + 1; at < source.length; at++) {
    const char = source[at]
    if (char === '"') return at + 1
    if (char === '\n' || char === '\r') return -1
    if (char === '\\') at++
  }
  return -1
}

class Parser {
  readonly #source: string
  readonly #limits: Limits
  readonly entries: Entry[] = []
  readonly warnings: Warning[] = []
  #open = fresh()
  #field: { literals: Span[] } | null = null
  #line = 1
  #counted = 0
  #segments = 0
  #goesOnUntil = 0

  constructor(source: string, limits: Limits) {
    this.#source = source
    this.#limits = limits
  }

  #lineAt(at: number): number {
    for (; this.#counted < at; this.#counted++) if (this.#source[this.#counted] === '\n') this.#line++
    return this.#line
  }

  #fail(fault: 'quotes' | 'missing' | 'invalid', at: number, detail?: string): never {
    throw new FormatError(label, fault, { line: this.#lineAt(at), detail })
  }

  #lineEnd(at: number): number {
    const end = this.#source.slice(at, at + 1_000_000).search(/[\r\n]/)
    return end < 0 ? Math.min(this.#source.length, at + 1_000_000) : at + end
  }

  /** An entry is complete as soon as it has a `msgstr`; what comes next begins another one. */
  #finish(at: number): void {
    const { id, ...rest } = this.#open
    this.#field = null
    if (id && rest.translations.length === 0) rest.translations.push(this.#untranslated(id, rest, at))
    if (!id && rest.context) this.#fail('missing', at, 'msgid')
    if (!id) return
    this.#segments += rest.translations.length
    if (this.#segments > this.#limits.rows) throw new FormatError(label, 'rows', { limit: this.#limits.rows })
    this.entries.push({ id, ...rest })
    this.#open = fresh()
  }

  /** What a message without `msgstr` is to get: `msgfmt` refuses it, other programs write it. */
  #untranslated(id: Field, { plural, line }: Pick<Entry, 'plural' | 'line'>, at: number) {
    const end = (plural?.literals.at(-1) ?? id.literals.at(-1))?.to
    if (end === undefined) this.#fail('missing', at, 'msgstr')
    this.#warn(`${line}: msgid, msgstr ∅`)
    return { form: 0, field: { literals: [], missing: { at: end, keyword: plural ? 'msgstr[0]' : 'msgstr' } } }
  }

  #warn(detail: string): void {
    if (this.warnings.length < 3) this.warnings.push({ code: 'standard', detail })
  }

  /** Do the comments from here on stand inside of a message? */
  #goesOn(from: number): boolean {
    if (from < this.#goesOnUntil) return true
    let at = from
    while (this.#source[at] === '#') {
      space.lastIndex = this.#lineEnd(at)
      at = space.test(this.#source) ? space.lastIndex : this.#source.length
    }
    rest.lastIndex = at
    if (rest.test(this.#source)) this.#goesOnUntil = at
    return from < this.#goesOnUntil
  }

  #comment(from: number): number {
    const to = this.#lineEnd(from)
    const { id, translations } = this.#open
    if (translations.length > 0 || (id && !this.#goesOn(from))) this.#finish(from)
    const kind = this.#source[from + 1]
    // an obsolete entry, with the comments before it
    if (kind === '~') this.#open = this.#open.id ? this.#open : fresh()
    else if (kind === ',') this.#open.flags.push({ from, to })
    else if (kind === ' ') this.#open.comments.push(this.#source.slice(from + 2, to).trim())
    return to
  }

  #keyword(from: number, name: string, form: string | undefined): void {
    const open = this.#open
    const starts = name === 'msgctxt' || name === 'msgid'
    if (starts && open.id) this.#finish(from)
    if (name === 'msgctxt' && this.#open.context) this.#fail('missing', from, 'msgid')
    if (!starts && !open.id) this.#fail('missing', from, 'msgid')
    const field = { literals: [] as Span[] }
    this.#field = field
    if (name === 'msgctxt') this.#open.context = field
    else if (name === 'msgid') Object.assign(this.#open, { id: field, line: this.#lineAt(from) })
    else if (name === 'msgid_plural') open.plural = field
    else open.translations.push({ form: Number(form ?? 0), field })
  }

  #string(from: number): number {
    const to = literalEnd(this.#source, from)
    if (to < 0) this.#fail('quotes', from)
    if (to - from > this.#limits.fieldLength) throw new FormatError(label, 'field', { line: this.#lineAt(from), limit: this.#limits.fieldLength }) // prettier-ignore
    if (this.#field) this.#field.literals.push({ from, to })
    // a header that has lost its `msgid` and `msgstr`
    else if (this.entries.length === 0 && !this.#open.context)
      this.#warn(this.#source.slice(from, Math.min(to, from + 40)))
    else this.#fail('invalid', from, this.#source.slice(from, Math.min(to, from + 40)))
    return to
  }

  /** A line that gettext does not know: `domain`, and what other programs read over. */
  #stray(from: number): number {
    const to = this.#lineEnd(from)
    if (this.#open.id && this.#open.translations.length === 0)
      this.#fail('invalid', from, this.#source.slice(from, Math.min(to, from + 40)))
    this.#finish(from)
    const line = this.#source.slice(from, Math.min(to, from + 40))
    if (!/^domain\s/.test(line)) this.#warn(line)
    return to
  }

  run(): this {
    for (let at = 0; at < this.#source.length;) {
      space.lastIndex = keyword.lastIndex = at
      if (space.test(this.#source)) {
        at = space.lastIndex
        continue
      }
      const match = keyword.exec(this.#source)
      const char = this.#source[at]
      if (match) {
        this.#keyword(at, match[1] as string, match[2])
        at = keyword.lastIndex
      } else at = char === '#' ? this.#comment(at) : char === '"' ? this.#string(at) : this.#stray(at)
    }
    this.#finish(this.#source.length)
    return this
  }
}

/** @throws FormatError quotes, missing, invalid, field, rows */
export function readEntries(source: string, limits: Limits): { entries: Entry[]; warnings: Warning[] } {
  const { entries, warnings } = new Parser(source, limits).run()
  if (entries.length === 0 && warnings.length > 0) throw new FormatError(label, 'missing', { detail: 'msgid' })
  return { entries, warnings }
}
