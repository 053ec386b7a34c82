/** The review page but for what is the reader's own, kept as it was drawn until anything on it has changed. */
import type { Deps } from '../app/deps.ts'
import { closingFindings, type Experience } from '../app/gate/certain.ts'
import { judgeGate } from '../app/gate/gate.ts'
import { LruCache } from '../app/lru-cache.ts'
import type { DeskFindings } from '../app/desk/desk-findings.ts'
import type { SharedDesk } from '../app/desk/shared-desk.ts'
import { fileStateTold } from '../i18n/file-state-told.ts'
import type { Language } from '../i18n/index.ts'
import { states } from '../wire/common.ts'
import type { FindingView } from '../wire/finding.ts'
import type { FlagView } from '../wire/flag.ts'
import type { QualitySettings } from '../wire/quality.ts'
import { dayOf } from './day.ts'
import { renderPart } from './render.ts'
import { exportMenu } from './view/export-names.ts'
import { diffByLines } from '../text/diff/index.ts'
import { stateOfLine } from '../text/file-state.ts'
import { lineNumbers } from '../text/line-numbers.ts'
import { codeMarks } from './view/code-entry.ts'
import { bySeverity, findingEntry, findingMarks, type FindingEntry } from './view/finding-entry.ts'
import { flagEntry, flagMarks } from './view/flag-entry.ts'
import { gateLine } from './view/gate-told.ts'
import { grid, rowsAPage, wholeGrid, type Grid, type GridRow, type Whole } from './view/grid.ts'

/** What a page is drawn for, besides its desk. */
export interface Wanted {
  readonly language: Language
  readonly page: number
  /** all fields open */
  readonly writing: boolean
  /** the translation named in the address, which its links name on */
  readonly translationId: string | null
  /** epoch ms; a time of today is told without its date */
  readonly now: number
  /** of the desk's head, or why there are none */
  readonly findings: DeskFindings
  /** by which it is said whether the text can be approved as it is */
  readonly quality: QualitySettings
  readonly experience: Experience
}

/** The page's parts, in order, as HTML in UTF-8. */
export interface DrawnReview extends Readonly<Record<string, Uint8Array>> {
  readonly head: Uint8Array
  readonly grid: Uint8Array
  readonly rail: Uint8Array
}

/** Pages of some hundred articles. */
const most = 32 * 1024 * 1024
const caches = new WeakMap<Deps['store'], LruCache<{ readonly of: string; readonly drawn: DrawnReview }>>()
const wholes = new WeakMap<SharedDesk, Whole>()

/** Kept with the desk it is of, for the other pages of a long article. */
function wholeOf(deps: Deps, shared: SharedDesk): Whole {
  const known = wholes.get(shared)
  if (known) return known
  const { desk, mtHash } = shared
  const { mtText: mt, head, sourceText: source } = desk
  const { fixed } = desk.translation
  const diff = fixed ? diffByLines(mt, head.text) : deps.hunks.diff({ hash: mtHash, text: mt }, head)
  const made = wholeGrid({ source, mt, head: head.text }, diff, fixed)
  wholes.set(shared, made)
  return made
}

/** Which page a place of the MT is drawn on, and in which of its rows. @param at beyond the text is its end */
export function placeOnPage(
  deps: Deps,
  shared: SharedDesk,
  at: number,
): { readonly page: number; readonly row: number } {
  const { rows } = wholeOf(deps, shared)
  // moved paragraphs stand where they have come to
  const reached = rows.flatMap(({ kind, fromA, toA }, i) =>
    kind !== 'inserted' && fromA <= at ? [{ i, distance: Math.max(0, at - toA), fromA }] : [],
  )
  const nearest = reached.sort((x, y) => x.distance - y.distance || y.fromA - x.fromA)[0]?.i ?? 0
  return { page: Math.floor(nearest / rowsAPage) + 1, row: nearest + 1 }
}

const numbers = new WeakMap<readonly FindingView[], number>()
let last = 0

/** Tells lists of findings apart; the same stands as long as the same is found. */
function numberOf(findings: readonly FindingView[]): number {
  const number = numbers.get(findings) ?? ++last
  numbers.set(findings, number)
  return number
}

/** Those of the rows on the page, each with its row, gravest first; and how many there are on all pages. */
function findingsOn({ rows }: Grid, entries: readonly FindingEntry[], state: DeskFindings) {
  const here = bySeverity(entries).flatMap(entry => {
    const row = rows.find(({ fromB, toB, kind }) => kind !== 'removed' && entry.from >= fromB && entry.from <= toB)
    return row ? [{ ...entry, row: { n: row.n, a: `${row.fromA}-${row.toA}`, b: `${row.fromB}-${row.toB}` } }] : []
  })
  const total = entries.length
  return { state: typeof state === 'string' ? state : 'ready', here, total, elsewhere: total - here.length }
}

const isOpen = ({ status }: Pick<FlagView, 'status'>): boolean => status === 'open'

/** What the file says of a row of the grid, in words; '' where it says nothing. */
function fileStateIn(language: Language, { file, mtText }: SharedDesk['desk']): (row: GridRow) => string {
  if (!file?.states) return () => ''
  const { states } = file
  const lineOf = lineNumbers(mtText)
  return ({ kind, fromA }) => {
    const state = kind === 'inserted' ? null : stateOfLine(states, lineOf(fromA))
    return state ? fileStateTold(language, state) : ''
  }
}

function draw(deps: Deps, shared: SharedDesk, wanted: Wanted): DrawnReview {
  const { desk } = shared
  const { article, translation, translations, head } = desk
  const { language, translationId, writing, now } = wanted
  const whole = wholeOf(deps, shared)
  const flags = desk.flags.map(flag => flagEntry(language, flag))
  const found = typeof wanted.findings === 'string' ? [] : wanted.findings
  const entries = found.map((finding, index) => findingEntry(language, head.number, finding, index + 1))
  const marks = flagMarks(flags)
  const codes = { mt: codeMarks(language, desk.marks, 'mt'), head: codeMarks(language, desk.marks, 'head') }
  const drawnGrid = grid(whole, { mt: marks.mt, head: [...marks.head, ...findingMarks(entries)] }, wanted.page, codes)
  const model = {
    article,
    translation,
    translations,
    translationId,
    head,
    writing,
    hasSource: desk.sourceText !== '',
    grid: drawnGrid,
    fileState: fileStateIn(language, desk),
    findings: findingsOn(drawnGrid, entries, wanted.findings),
    codes: { total: desk.marks.length, lost: desk.marks.filter(mark => mark.gone).length },
    hunks: whole.hunks.length,
    open: flags.filter(isOpen),
    closed: flags.filter(flag => !isOpen(flag)),
    menu: exportMenu(language, desk.file),
    file: desk.file,
    effort: wanted.quality.effort,
    // what is approved already is approved, with a reason or without
    gate:
      translation.state === 'approved'
        ? null
        : gateLine(
            language,
            judgeGate(desk.flags.filter(isOpen), head.text, wanted.quality, {
              findings: found,
              experience: wanted.experience,
            }),
          ),
    states: states.filter(state => state !== translation.state && (state !== 'new' || head.number === 0)),
  }
  const part = (name: string): Buffer => Buffer.from(renderPart(`partials/review-${name}`, language, now, model))
  return { head: part('head'), grid: part('grid'), rail: part('rail') }
}

export function drawnReview(deps: Deps, shared: SharedDesk, wanted: Wanted): DrawnReview {
  if (shared.stamp === null) return draw(deps, shared, wanted)
  const cache = caches.get(deps.store) ?? new LruCache(most)
  caches.set(deps.store, cache)
  const { language, page, writing, translationId, now } = wanted
  const key = `${shared.desk.translation.id} ${translationId ?? ''} ${language} ${writing} ${page}`
  // the memory is not in the stamp: it changes with every desk, and the findings of few
  const found = typeof wanted.findings === 'string' ? wanted.findings : numberOf(wanted.findings)
  const { findings, quality, experience } = wanted
  const closing = typeof findings === 'string' ? 0 : closingFindings(findings, experience, quality.findings).length
  const of = `${dayOf(now)} ${shared.stamp} ${found} ${closing} ${JSON.stringify(quality)}`
  const known = cache.get(key)
  if (known?.of === of) return known.drawn
  const drawn = draw(deps, shared, wanted)
  cache.set(key, { of, drawn }, drawn.head.length + drawn.grid.length + drawn.rail.length)
  return drawn
}
