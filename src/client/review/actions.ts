import type { ActionId } from '../../wire/shortcuts.ts'
import type { Context } from './context.ts'
import { acceptEntry, acceptNth, dismissEntry, editEntry } from './entry-acts.ts'
import { fixEverywhere } from './everywhere.ts'
import { acceptSame, offersOf } from './finding-acts.ts'
import { flagWords } from './flag-acts.ts'
import { activeView, goTo } from './go-to.ts'
import { refreshEntries } from './entries-now.ts'
import { openHelp } from './help-dialog.ts'
import { redoOnce, undoOnce } from './mode.ts'
import { putCode } from './put-code.ts'
import { confirmEntry, changeCategory } from './ruling-acts.ts'
import { correctSame } from './same-acts.ts'
import { shownOf } from './shown.ts'
import { entryAt, stepFrom } from './walk.ts'

/** What the parts that stand by themselves lend to the keys. */
export interface Lent {
  save(ask: boolean): void
  find(): void
  toggleSource(): void
  /** saves what is typed. @returns whether it is saved */
  saveNow(): Promise<boolean>
  /** keeps what is typed on the server now. @returns whether it is kept */
  keepNow(): Promise<boolean>
}

/** What was undone or done again while reading is the current entry, to answer it another way. */
const whereItWas = (context: Context, at: number | null | undefined, done: string, nothing: string): void => {
  if (at === undefined) return context.say(nothing)
  if (at === null || context.mode.writing) return context.say(done)
  refreshEntries(context)
  const entry = entryAt(shownOf(context), 'b', at)
  if (entry === null) context.say(done)
  else goTo(context, entry, true, done)
}

const step = (context: Context, by: 1 | -1): void => {
  const { mt } = context.views
  const view = activeView(context)
  const side = view === mt ? 'a' : 'b'
  const entry = stepFrom(shownOf(context), context.current, side, view.state.selection.main.head, by)
  if (context.entries.length === 0) context.say(context.t.done.nothingYet)
  else if (entry === null) context.say(context.t.done.nothingNext)
  else goTo(context, entry, true)
}

const copy = async (context: Context): Promise<void> => {
  const { t, views } = context
  try {
    await navigator.clipboard.writeText(views.corrected.state.doc.toString())
    context.say(t.done.copied)
  } catch {
    context.say(t.done.notCopied)
  }
}

const nextColumn = (context: Context): void => {
  const { source, mt, corrected } = context.views
  const shown = [source, mt, corrected].filter(view => view !== null && view.dom.offsetParent !== null)
  const at = shown.indexOf(activeView(context))
  shown[(at + 1) % shown.length]?.focus()
}

/** @returns what does an action; the digit that was pressed, where it is one of a row */
export const actions = (context: Context, lent: Lent): ((id: ActionId, digit?: number) => void) => {
  const { views, mode, t } = context
  const entry = () => {
    // what was just typed is meant, and is not worked out yet
    if (context.typed !== null) refreshEntries(context)
    return context.entries.find(e => e.key === context.current)
  }
  const does: Readonly<Record<ActionId, (digit: number) => void>> = {
    next: () => step(context, 1),
    previous: () => step(context, -1),
    accept: () => {
      const current = entry()
      if (current === undefined) step(context, 1)
      else void acceptEntry(context, current)
    },
    acceptSame: () => {
      const current = entry()
      if (current === undefined) context.say(t.finding.noFix)
      else if (offersOf(context, current).length > 0) acceptSame(context, current)
      else correctSame(context, current)
    },
    fix: digit => {
      const current = entry()
      if (current === undefined) context.say(t.finding.noFix)
      else acceptNth(context, current, digit)
    },
    dismiss: () => {
      const current = entry()
      if (current === undefined) context.say(t.flag.noneHere)
      else void dismissEntry(context, current)
    },
    flag: () => void flagWords(context, false),
    flagPoint: () => void flagWords(context, true),
    edit: () => {
      const current = entry()
      if (current === undefined) context.say(t.flag.noneHere)
      else void editEntry(context, current)
    },
    confirm: () => {
      const current = entry()
      if (current === undefined) context.say(t.ruling.none)
      else confirmEntry(context, current)
    },
    category: () => {
      const current = entry()
      if (current === undefined) context.say(t.ruling.none)
      else void changeCategory(context, current)
    },
    everywhere: () => {
      const current = entry()
      if (current === undefined) context.say(t.everywhere.none)
      else void fixEverywhere(context, current, () => lent.keepNow())
    },
    code: () => void putCode(context, () => lent.saveNow()),
    write: () => {
      mode.set(views.corrected, true)
      views.corrected.focus()
      context.say(t.done.writing)
    },
    read: () => {
      mode.set(views.corrected, false)
      context.say(t.done.reading)
    },
    undo: () => {
      whereItWas(context, undoOnce(mode, views.corrected), t.done.undone, t.done.nothingToUndo)
    },
    redo: () => {
      whereItWas(context, redoOnce(mode, views.corrected), t.done.redone, t.done.nothingToRedo)
    },
    save: () => lent.save(false),
    saveWithSummary: () => lent.save(true),
    find: () => lent.find(),
    source: () => lent.toggleSource(),
    copy: () => void copy(context),
    column: () => nextColumn(context),
    rail: () =>
      (
        context.layout.rail.querySelector<HTMLElement>('.is-current .rail-go') ??
        context.layout.rail.querySelector<HTMLElement>('.rail-go')
      )?.focus(),
    help: () => openHelp(context),
  }
  return (id, digit = 1) => does[id](digit)
}
