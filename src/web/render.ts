import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ejs, { type TemplateFunction } from 'ejs'
import {
  fill,
  formatDecimal,
  formatNumber,
  formatShare,
  formatTime,
  languageName,
  messages,
  plural,
  type Language,
  type Plural,
  type Values,
} from '../i18n/index.ts'
import type { Person } from '../app/deps.ts'
import type { Assets } from './assets.ts'
import type { Theme } from './page.ts'
import { seen } from './view/seen.ts'
import * as address from './address.ts'

const folder = join(import.meta.dirname, '../../views')
const templates = new Map<string, TemplateFunction>()

const replacements: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
}

/** As EJS's own, but most values have nothing to escape, and a test is cheaper than a replacement. */
const escapeMarkup = (value: string | number | boolean | null | undefined): string => {
  const text = value === undefined || value === null ? '' : String(value)
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, character => replacements[character] ?? '') : text
}

/**
 * Templates are compiled once; what they are given is called `v` in them, without `with`, which is slow. Their
 * `include` is ours, `v.include`: EJS's own asks the file system for the path at every call, and copies all it is given.
 */
function template(view: string): TemplateFunction {
  const known = templates.get(view)
  if (known) return known
  const filename = join(folder, `${view}.ejs`)
  const options = {
    filename,
    strict: true,
    localsName: 'v',
    compileDebug: false,
    rmWhitespace: true,
    escape: escapeMarkup,
    // What we hand over is our own object, not what a request sent.
    unsafePrototypeLocals: true,
  }
  const source = readFileSync(filename, 'utf8').replaceAll('<%- include(', '<%- v.include(')
  const made = ejs.compile(source, options)
  templates.set(view, made)
  return made
}

/** A view by its name in the folder of the views, as `partials/top`. */
const include = (view: string, v: object): string => template(view)(v)

/** What every page knows besides its own model. */
export interface Frame {
  readonly lang: Language
  readonly theme: Theme
  readonly nonce: string
  /** epoch ms */
  readonly now: number
  readonly url: string
  readonly person: Person | null
  readonly notice: string | null
  readonly assets: Assets
}

const words = (lang: Language) => ({
  lang,
  include,
  m: messages(lang),
  say: (sentence: string, values?: Values) => fill(lang, sentence, values),
  many: (forms: Plural, n: number, values?: Values) => plural(lang, forms, n, values),
  number: (n: number) => formatNumber(lang, n),
  /** a number of a column, under which others stand */
  count: (n: number) => formatDecimal(lang, n, 0),
  share: (share: number) => formatShare(lang, share),
  iso: (at: number) => new Date(at).toISOString(),
  languageName: (code: string) => languageName(lang, code),
  seen,
  address,
})
const helpers = { sv: words('sv'), en: words('en') } satisfies Record<Language, object>

/** A part of a page, of what is the same for every reader of a language on one day. */
export const renderPart = (view: string, lang: Language, now: number, model: object): string =>
  include(view, { ...helpers[lang], time: (at: number) => formatTime(lang, at, now), ...model })

/** Stands round the name of a part until it is put in; no text has it (`text/entry.ts`), and names of persons neither. */
const mark = '\0'
const put = (name: string): string => mark + name + mark

/** @param drawn parts of the page that are already in UTF-8, by name */
export function renderView(
  view: string,
  frame: Frame,
  model: object,
  drawn?: Readonly<Record<string, Uint8Array>>,
): Buffer {
  const html = renderPart(view, frame.lang, frame.now, { ...frame, put, ...model })
  if (!drawn) return Buffer.from(html)
  return Buffer.concat(
    html.split(mark).map((piece, i) => (i % 2 === 0 ? Buffer.from(piece) : (drawn[piece] ?? Buffer.alloc(0)))),
  )
}
