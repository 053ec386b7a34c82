import { EditorView } from '@codemirror/view'
import { formatTime, messages, type Language } from '../../i18n/index.ts'
import type { Desk } from '../../wire/desk.ts'
import { aligner } from './aligner.ts'
import { mountApproval } from './approval.ts'
import { actions } from './actions.ts'
import type { Api } from './api.ts'
import { attemptWith } from './attempt.ts'
import { correctedColumn, mtColumn, sourceColumn, type Column } from './columns.ts'
import { CodeBook } from './code-book.ts'
import { codeMarks, namedIn } from './code-marks.ts'
import { mountCodes } from './codes-gone.ts'
import { checker } from './checker.ts'
import type { Context } from './context.ts'
import { performUndoneDismissal } from './dismissals.ts'
import { drafts } from './drafts.ts'
import { refreshEntries } from './entries-now.ts'
import { fixedSegments } from './fixed-segments.ts'
import { FlagBook, placeFlags } from './flag-book.ts'
import { performUndone } from './flag-acts.ts'
import { currentMarks, flagMarks } from './flag-marks.ts'
import { flagUndo, type Deed } from './flag-undo.ts'
import { openFind } from './find-panel.ts'
import { findMarks } from './find-marks.ts'
import { fileStateLine } from './file-state.ts'
import { findingMarks } from './finding-field.ts'
import { clickWrites, followCaret } from './follow-caret.ts'
import { goToNamed } from './at-place.ts'
import { groundField } from './grounds.ts'
import { hunkMarks, redraw } from './hunk-marks.ts'
import { listenToKeys } from './key-listener.ts'
import { layOut } from './layout.ts'
import { readingMode } from './mode.ts'
import { offerDrafts } from './offer-drafts.ts'
import { sendSoon } from './outbox.ts'
import { mountPrint } from './print.ts'
import { mountRail } from './rail.ts'
import { following } from './replace-text.ts'
import { rowBook } from './row-book.ts'
import { saver } from './save.ts'
import { sayer } from './say.ts'
import { heardRuling } from './ruling-acts.ts'
import { rulings } from './rulings.ts'
import { ScrollAnchor } from './scroll-anchor.ts'
import { freshSession, narrowed, typed } from './session.ts'
import { signal } from './signal.ts'
import { sourceRows } from './source-rows.ts'
import { spacerField } from './spacers.ts'
import { startAtFirst } from './start.ts'
import { statusLine } from './status.ts'
import { toolbar } from './toolbar.ts'
import { readingView, writingView } from './views.ts'

export interface MountOptions {
  readonly root: HTMLElement
  readonly wire: Desk
  readonly language: Language
  readonly nonce: string
  readonly api: Api
  readonly tab: string
  /** tabs alive elsewhere: their drafts are theirs */
  readonly others: ReadonlySet<string>
}

/** What undoing and redoing does besides the text. */
const undone = (context: Context, deed: Deed): Promise<void> =>
  'request' in deed ? performUndoneDismissal(context, deed) : performUndone(context, deed)

/** Lays the desk over the server's grid and ties its parts together. */
export const mount = ({ root, wire, language, nonce, api, tab, others }: MountOptions): Context => {
  const m = messages(language)
  const t = m.desk
  const layout = layOut(root, t, wire.sourceText !== '')
  const book = rowBook(wire.mtText, wire.head.text, wire.translation.fixed)
  const mode = readingMode()
  const anchor = new ScrollAnchor(layout.scroller)
  let context: Context | null = null
  const here = (): Context => context as Context
  const columns: Column[] = []
  const shown = (): readonly Column[] => columns.filter(column => column.view.dom.offsetParent !== null)
  let corrected: EditorView | null = null
  const align = aligner(
    shown,
    book,
    () => corrected as EditorView,
    anchor,
    () => layout.heads.offsetHeight,
  )

  const lang = wire.translation.language
  const base = { nonce, language: lang, lineBreak: m.codes.lineBreak }
  const shared = [spacerField, align.listener, findMarks]
  const fileState = fileStateLine(wire, language)
  const marked = [fileState.extension, flagMarks, currentMarks, codeMarks(namedIn(language, m.codes))]
  const source =
    wire.sourceText === ''
      ? null
      : readingView(
          {
            ...base,
            language: wire.article.sourceLanguage,
            parent: layout.cells.source,
            text: wire.sourceText,
            label: t.columns.source,
            extensions: shared,
          },
          t,
        )
  const mt = readingView(
    {
      ...base,
      parent: layout.cells.mt,
      text: wire.mtText,
      label: t.columns.mt,
      extensions: [shared, marked, hunkMarks(book, 'a'), followCaret(() => context, 'a')],
    },
    t,
  )
  const typing = EditorView.updateListener.of(update => {
    if (!update.docChanged || context === null) return
    mt.dispatch({ effects: redraw.of(null) })
    for (const transaction of update.transactions) {
      if (!transaction.docChanged) continue
      context.flags.follow(transaction.changes)
      context.codes.changed(transaction.changes)
      if (transaction.annotation(following) === true) continue
      context.session = typed(context.session, transaction.changes)
      save.typed(transaction.changes)
    }
    checks.typed(update.changes)
    if (update.transactions.some(x => x.docChanged && x.annotation(following) !== true)) keep.touch()
    context.changed.tell()
  })
  corrected = writingView(
    {
      ...base, parent: layout.cells.corrected, text: wire.head.text, label: t.columns.corrected,
      extensions: [
        book.keeper, mode.extension, shared, findingMarks, groundField, marked, hunkMarks(book, 'b'), typing, followCaret(() => context, 'b'), clickWrites(() => context),
        wire.translation.fixed ? fixedSegments(told => here().say(m.codes.fixed[told])) : [],
        flagUndo(deed => void undone(here(), deed)), rulings(ruled => heardRuling(here(), ruled, () => keep.touch())),
      ],
    }, // prettier-ignore
    t,
  )
  if (source !== null)
    columns.push(sourceColumn(source, book, sourceRows(wire.sourceText, wire.mtText, wire.translation.fixed)))
  columns.push(mtColumn(mt, book), correctedColumn(corrected, book))

  const flags = new FlagBook(wire.flags)
  const codes = new CodeBook(wire.marks, wire.head.text, wire.translation.fixed)
  const { number, text, author, at } = wire.head
  const views = { source, mt, corrected }
  const placeOf: Context['placeOf'] = id =>
    placeFlags(here().flags, here().session, (from, to) => views.corrected.state.sliceDoc(from, to)).find(
      f => f.id === id,
    )?.b ?? null
  context = {
    wire, language, t, m, api, layout, views, book, flags, codes, mode, tab, placeOf,
    session: freshSession(number, text), person: wire.person, head: { number, author, at },
    corrections: wire.corrections, ruled: new Set(), typed: null, entries: [], current: null, offered: null, lastView: null, walking: false, filter: { show: 'all', order: 'text' },
    changed: signal(60), moved: signal(), recheck: signal(), checking: 'waiting', say: sayer(layout.live), attempt: attemptWith(here),
  } // prettier-ignore
  const desk = context
  const keep = drafts(desk, now => bar.keeping(now))
  flags.pendingChanged = () => keep.touch()
  const checks = checker(desk)
  const save = saver(desk, keep, () => bar.busy(save.busy))
  const toggleSource = (): void => {
    const on = layout.app.classList.toggle('with-source')
    bar.source(on)
    localStorage.setItem('rp-source', on ? 'on' : 'off')
    align.alignAll()
  }
  const saveNow = async (): Promise<boolean> => {
    await save.save(false)
    return narrowed(desk.session).change.empty
  }
  const act = actions(desk, {
    save: ask => void save.save(ask),
    find: () => openFind(desk),
    toggleSource,
    saveNow,
    keepNow: () => keep.now(),
  })
  const bar = toolbar(desk, act)
  if (localStorage.getItem('rp-source') === 'off') layout.app.classList.remove('with-source')
  bar.source(layout.app.classList.contains('with-source'))
  mountRail(desk, act)
  mountCodes(desk, saveNow)
  mountApproval(desk, saveNow)
  statusLine(desk, fileState.element)
  mountPrint(desk)
  listenToKeys(desk, act)
  desk.changed.listen(() => {
    refreshEntries(desk)
    desk.moved.tell()
  })
  // before the editors hear of it and measure: what is pinned must be where the reader has scrolled to
  layout.app.addEventListener('scroll', () => anchor.pinReading(views.corrected, layout.heads.offsetHeight), {
    passive: true,
    capture: true,
  })
  align.alignAll()
  checks.begin(wire.findings)
  refreshEntries(desk)
  offerDrafts(desk, keep, others, time => formatTime(language, time, Date.now()))
  refreshEntries(desk)
  sendSoon(desk)
  if (!goToNamed(desk, location.search)) startAtFirst(desk)
  void document.fonts.ready.then(() => align.alignAll())
  if (document.activeElement === document.body) views.corrected.focus()
  return desk
}
