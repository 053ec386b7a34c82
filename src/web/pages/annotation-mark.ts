import { editMark, reopenMark, withdrawMark } from '../../app/annotate/change-mark.ts'
import { openAnnotation } from '../../app/annotate/own-annotation.ts'
import { setMark } from '../../app/annotate/set-mark.ts'
import { textAt } from '../../app/revisions/read-revision.ts'
import { Problem } from '../../errors.ts'
import { messages } from '../../i18n/index.ts'
import type { Span } from '../../text/span.ts'
import { markEdit, newMark } from '../../wire/annotation.ts'
import type { FlagView } from '../../wire/flag.ts'
import { annotationAddress } from '../address.ts'
import { orTypedAgain } from '../annotation-refused.ts'
import { findWords } from '../find-words.ts'
import { field, fields, numberField, parsed, writer } from '../form.ts'
import type { NoticeKey } from '../notice.ts'
import type { Answer, Ask, Page } from '../page.ts'
import { markAnchor } from '../view/marked-grid.ts'
import { annotationId, markId } from '../which.ts'
import { annotationPage } from './annotation-show.ts'

const pageOf = (ask: Ask): string | null => (field(ask, 'page') === '1' ? null : field(ask, 'page'))

const done = (ask: Ask, flag: FlagView, notice: NoticeKey): Answer => ({
  kind: 'go',
  to: `${annotationAddress(annotationId(ask), '', { page: pageOf(ask) })}#${markAnchor(flag.id)}`,
  notice: [notice],
  data: flag,
})

/** Where a line of a text stands. @throws Problem field-invalid */
function lineSpan(text: string, line: number): Span {
  const lines = text.split('\n')
  const words = lines[line]
  if (words === undefined) throw new Problem('field-invalid', { field: 'line' })
  const from = lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0)
  return { from, to: from + words.length }
}

/** The words of the form as a span of the MT; null where they are not in its paragraph. */
function spanFromForm(ask: Ask, mt: string): Span | null {
  const within = lineSpan(mt, numberField(ask, 'line'))
  const point = field(ask, 'point') !== ''
  const words = field(ask, 'words').trim()
  if (words === '') return point ? { from: within.from, to: within.from } : null
  const found = findWords(mt, within, words, Math.max(1, Number(field(ask, 'occurrence')) || 1))
  return found && { from: point ? found.to : found.from, to: found.to }
}

const said = (ask: Ask) => ({
  category: field(ask, 'category'),
  severity: field(ask, 'severity'),
  comment: field(ask, 'comment'),
  suggestion: field(ask, 'suggestion'),
})

export const markSet: Page = async ask => {
  const who = { annotationId: annotationId(ask), person: await writer(ask) }
  return orTypedAgain(ask, 'mark', async () => {
    const { translation_id } = await openAnnotation(ask.deps.store.db, who)
    if (ask.sentJson)
      return { kind: 'data', data: await setMark(ask.deps, who, parsed(newMark, ask.body)), status: 201 }
    const span = spanFromForm(ask, await textAt(ask.deps, translation_id, 0))
    if (span === null)
      return annotationPage(ask, { form: 'mark', status: 400, sentence: messages(ask.language).flag.notFound })
    const flag = await setMark(ask.deps, who, parsed(newMark, { ...span, ...said(ask) }))
    return { ...done(ask, flag, 'markSet'), status: 201 } as Answer
  })
}

const deed = async (ask: Ask) => ({
  annotationId: annotationId(ask),
  flagId: markId(ask),
  version: fields(ask)['version'] === undefined ? undefined : numberField(ask, 'version'),
  person: await writer(ask),
})

export const markChange: Page = async ask => {
  const who = await deed(ask)
  return orTypedAgain(ask, 'edit', async () => {
    await openAnnotation(ask.deps.store.db, who)
    const edit = parsed(markEdit, { ...fields(ask), version: who.version })
    return done(ask, await editMark(ask.deps, who, edit), 'flagEdited')
  })
}

/** What was taken back can be brought back on the page that follows. */
export const markWithdraw: Page = async ask => {
  const flag = await withdrawMark(ask.deps, await deed(ask))
  return {
    kind: 'go',
    to: `${annotationAddress(annotationId(ask), '', { page: pageOf(ask), taken: flag.id })}#taken`,
    data: flag,
  }
}

export const markReopen: Page = async ask =>
  done(ask, await reopenMark(ask.deps, { ...(await deed(ask)), version: undefined }), 'flagReopened')
