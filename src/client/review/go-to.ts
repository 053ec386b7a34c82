import type { EditorView } from '@codemirror/view'
import type { Context } from './context.ts'
import type { Entry } from './entries.ts'
import { fill, plural } from '../../i18n/index.ts'
import { showCurrent } from './entries-now.ts'
import { findingField } from './finding-field.ts'
import type { Standing } from './findings.ts'
import { toldOrigin } from './rail-verdict.ts'
import { sameOf } from './same-of.ts'
import { categoryName, told, toldFix } from './told.ts'
import { isFlags, verdictOf } from './verdict.ts'

/** The text that was last in use: where keys that act on a selection look. */
export const activeView = (context: Context): EditorView => {
  const { source, mt, corrected } = context.views
  return [source, mt, corrected].find(view => view?.hasFocus === true) ?? context.lastView ?? corrected
}

/** The place gone to last: an older one that is still being looked for is given up. */
let sought = {}

/** Brings a place to where it is read well, without moving what is in sight already. */
export const reveal = (context: Context, view: EditorView, position: number): void => {
  const { scroller, heads } = context.layout
  const mine = (sought = {})
  const look = (): void => {
    if (sought !== mine) return
    const box = scroller.getBoundingClientRect()
    const at = Math.min(position, view.state.doc.length)
    const coords = view.coordsAtPos(at)
    const top = coords?.top ?? view.documentTop + view.lineBlockAt(at).top
    const upper = box.top + heads.offsetHeight + 24
    if (top >= upper && top <= box.bottom - 96) return
    scroller.scrollTop += top - (upper + (box.height - heads.offsetHeight) / 3)
    // what was estimated so far away is known when it is drawn: look again then
    if (coords === null) requestAnimationFrame(() => requestAnimationFrame(look))
  }
  look()
}

/** A finding as it is heard: how bad, the words and what they are to be, and why. */
const heardFinding = ({ t, m, language }: Context, { severity, category, text, fixes, message }: Standing): string => {
  const [fix] = fixes
  const words = fix === undefined ? told(t, text) : `${told(t, text)} → ${toldFix(t, fix)}`
  return `${m.mqm.severities[severity]}, ${categoryName(m, category)}. ${words}. ${message[language]}`
}

/** An entry as it is heard: which of how many, what was flagged, found, changed. */
const heard = (context: Context, entry: Entry): string => {
  const { t, m, language, entries, flags, views } = context
  const flagged = entry.flags.map(id => flags.find(id) ?? flags.findPending(id)).filter(flag => flag !== undefined)
  const what = flagged.map(f => `${m.mqm.severities[f.severity]}, ${categoryName(m, f.category)}`)
  const before = views.mt.state.sliceDoc(entry.fromA, entry.toA)
  const after = views.corrected.state.sliceDoc(entry.fromB, entry.toB)
  const standing = views.corrected.state.field(findingField).filter(({ id }) => entry.findings.includes(id))
  const found = standing.map(finding => heardFinding(context, finding))
  const words = entry.hunk
    ? `${before || t.rail.nothing} → ${after || t.rail.nothing}`
    : before || after || t.rail.point
  const own = entry.hunk || entry.flags.length > 0 ? [told(t, words)] : []
  const verdict = verdictOf(context, entry)
  const category =
    verdict === null || isFlags(entry, verdict)
      ? []
      : [
          `${m.mqm.severities[verdict.severity]}, ${categoryName(m, verdict.category)}, ${toldOrigin(context, verdict, true)}`,
        ]
  const same = found.length > 0 ? 0 : sameOf(context, entry).length
  const offered = same === 0 ? [] : [plural(language, t.same.offered, same)]
  return fill(language, t.announce, {
    n: entries.indexOf(entry) + 1,
    total: entries.length,
    what: [...what, ...own, ...category, ...found, ...offered].join('. '),
  })
}

/**
 * Makes an entry the current one, and puts the caret on its words.
 * @param did what was done before going there, told with it
 */
export const goTo = (context: Context, entry: Entry, focus: boolean, did = ''): void => {
  context.current = entry.key
  const { mt, corrected } = context.views
  const inMt = !context.mode.writing && activeView(context) === mt && entry.toA > entry.fromA
  const view = inMt ? mt : corrected
  const position = Math.min(inMt ? entry.fromA : entry.fromB, view.state.doc.length)
  context.walking = true
  view.dispatch({ selection: { anchor: position } })
  context.walking = false
  showCurrent(context)
  reveal(context, view, position)
  if (focus) view.focus()
  const where = heard(context, entry)
  if (did === '') context.say(where, true)
  else context.say(did, false, where)
  context.moved.tell()
}
