import { fill } from '../../i18n/index.ts'
import { codeName } from '../../text/code-sign.ts'
import type { Span } from '../../text/span.ts'
import type { MarkView } from '../../wire/mark.ts'
import { openCodeDialog } from './code-dialog.ts'
import { codeTarget, meantCodes } from './code-target.ts'
import type { Context } from './context.ts'
import { told } from './told.ts'

/** Where a span of the text on the desk stands in the text that was saved last; nearest to it where its words are newer. */
const inBase = ({ session }: Context, { from, to }: Span): Span => {
  const back = session.change.invertedDesc
  const start = back.mapPos(from, 1)
  return { from: start, to: Math.max(start, back.mapPos(to, -1)) }
}

/**
 * Puts a code somewhere, at once and on the server: in the saved text, so what is typed is saved first.
 * @param saveNow @returns whether what was typed is saved
 */
const put = async (context: Context, code: MarkView, span: Span, saveNow: () => Promise<boolean>): Promise<boolean> => {
  const { codes, api, m, views } = context
  codes.follow(span)
  try {
    if (!context.session.change.empty && !(await saveNow())) {
      context.say(m.codes.notSaved)
      return false
    }
    const { base, baseText } = context.session
    const stored = inBase(context, codes.followed ?? span)
    const answer = await context.attempt(() => api.placeMark({ mark: code.id, revision: base, ...stored }))
    if (answer === null) return false
    // where others have saved meanwhile, the list is of a text that is not on this desk
    if (answer.revision === context.session.base) codes.replace(answer.marks, baseText)
    else codes.put(code.id, codes.followed ?? span, views.corrected.state.doc)
    context.changed.tell()
    return true
  } finally {
    codes.follow(null)
  }
}

/** Asks which code is meant and where it is to stand, and puts it there. @param of the code that is meant, where that is known */
export const putCode = async (context: Context, saveNow: () => Promise<boolean>, of?: MarkView): Promise<void> => {
  const { views, m, language, t, codes, say } = context
  if (codes.none) return say(m.codes.noneAtAll)
  const { state } = views.corrected
  const target = codeTarget(state)
  const now = codes.now(state.doc)
  const meant = of === undefined ? meantCodes(now, state.doc, target.caret) : now.filter(code => code.id === of.id)
  if (meant.length === 0) return say(m.codes.none)
  const chosen = await openCodeDialog(context, meant, target)
  if (chosen === null) return
  const { code, how, span } = chosen
  if (!(await put(context, code, span, saveNow))) return
  const label = codeName(code.label)
  const words = target.around === null ? '' : told(t, target.around.words)
  say(fill(language, { around: m.codes.done, at: m.codes.doneAt, leave: m.codes.left }[how], { label, words }))
}
