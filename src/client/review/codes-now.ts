import { fill } from '../../i18n/index.ts'
import { codeName } from '../../text/code-sign.ts'
import { shortcuts } from '../../wire/shortcuts.ts'
import { inCorrected, setCodes } from './code-marks.ts'
import type { Context } from './context.ts'
import { keyName, nameOf } from './key-names.ts'

/** ms that a code is without words before that is told: who types over a word takes it away first */
const patience = 1500

const keyNow = ({ t, mode }: Context): string =>
  mode.writing ? nameOf(t, shortcuts.find(({ id }) => id === 'code')?.chord ?? '') : keyName(t, 'code')

/** Draws the codes of what stands on the desk now. */
export const refreshCodes = ({ codes, views }: Context): void => {
  if (codes.none) return
  views.corrected.dispatch({ effects: setCodes.of(codes.now(views.corrected.state.doc).map(inCorrected)) })
}

/** Tells of codes that lose their words, once each, when they stay without. */
export const tellLostCodes = (context: Context): void => {
  const { codes, views, m, language, say } = context
  const lost = (): ReadonlyMap<string, string> =>
    new Map(codes.now(views.corrected.state.doc).flatMap(({ id, label, gone }) => (gone ? [[id, label] as const] : [])))
  let known = new Set(lost().keys())
  let timer: ReturnType<typeof setTimeout> | null = null
  const tell = (): void => {
    const now = lost()
    for (const [id, label] of now)
      if (!known.has(id)) say(fill(language, m.codes.newLost, { label: codeName(label), key: keyNow(context) }))
    known = new Set(now.keys())
  }
  context.changed.listen(() => {
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(tell, patience)
  })
}
