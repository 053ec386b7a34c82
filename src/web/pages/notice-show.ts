import { correctionNotice, type CorrectionNotice } from '../../app/gate/correction-notice.ts'
import type { Around, NoticeCorrection } from '../../app/gate/notice-corrections.ts'
import { fill, formatTime, messages } from '../../i18n/index.ts'
import { articleAddress } from '../address.ts'
import { wholeNumber } from '../form.ts'
import type { Ask, Page } from '../page.ts'
import { shapes } from '../view/severity.ts'
import { fromAWord, toAWord } from '../view/whole-words.ts'
import { which } from '../which.ts'

/** So many corrections are shown; of more than these nobody writes a notice. */
const mostShown = 300
/** Where nothing was ever approved, so many of the latest revisions are offered. */
const mostOffered = 100

const numberAsked = (ask: Ask, name: string): number | undefined =>
  ask.query.get(name) ? wholeNumber(name, ask.query.get(name)) : undefined

/** What was chosen by boxes: one that is not checked is not sent, so the form says that it was used. */
const choiceOf = ({ query }: Ask) =>
  query.get('chosen') === '1'
    ? {
        include: new Set(query.getAll('include').map(n => wholeNumber('include', n))),
        mention: query.get('mention') === '1',
      }
    : undefined

function versions(ask: Ask, { approvals, from, to, head }: CorrectionNotice) {
  const { notice } = messages(ask.language).gate
  const approvedAt = new Map(approvals.map(({ revision, at }) => [revision, at]))
  const name = (n: number): string => {
    const at = approvedAt.get(n)
    if (at !== undefined) {
      const time = formatTime(ask.language, at, ask.deps.now())
      return fill(ask.language, notice.approved, { n: String(n), time })
    }
    if (n === 0) return notice.mt
    return fill(ask.language, n === head ? notice.newest : notice.revision, { n: String(n) })
  }
  const offered = approvals.length > 0 ? [] : Array.from({ length: Math.min(head, mostOffered) }, (_, i) => head - i)
  const options = (numbers: readonly number[], chosen: number) =>
    [...new Set(numbers)].sort((a, b) => b - a).map(n => ({ n, name: name(n), chosen: n === chosen }))
  const approved = approvals.map(({ revision }) => revision)
  return {
    from: options([...approved, ...offered, 0, from], from),
    to: options([...approved, head, to], to),
  }
}

/** More than so many are seldom printed. */
const manyTold = 7

/** So many characters stand on a line of the field, and so many lines at most. */
const [lineLength, mostLines] = [60, 24]

/** How high the field must be for all of a notice. */
const linesOf = (text: string): number =>
  Math.min(
    mostLines,
    text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / lineLength)), 0),
  )

/** A draft of a correction notice for what had been published, with each correction to be chosen; `?format=text` is the notice alone. */
export const noticeShow: Page = async ask => {
  const chosen = which(ask)
  const asked = { ...chosen, from: numberAsked(ask, 'from'), to: numberAsked(ask, 'to'), chosen: choiceOf(ask) }
  const notice = await correctionNotice(ask.deps, asked)
  if (ask.query.get('format') === 'text')
    return { kind: 'file', body: notice.text, mediaType: 'text/plain; charset=utf-8' }
  const { gate, mqm } = messages(ask.language)
  const shown = notice.corrections.slice(0, mostShown)
  const whole = ({ before, after }: Around): Around => ({ before: fromAWord(before), after: toAWord(after) })
  const told = (correction: NoticeCorrection) => ({
    ...correction,
    around: { before: whole(correction.around.before), after: whole(correction.around.after) },
    shape: shapes[correction.severity],
    severityName: mqm.severities[correction.severity],
    categoryName: mqm.categories[correction.category],
  })
  const plain = new URLSearchParams(ask.query)
  plain.set('format', 'text')
  return {
    kind: 'page',
    view: 'notice-show',
    data: notice,
    model: {
      title: gate.notice.title,
      told: notice,
      lines: linesOf(notice.text),
      many: notice.corrections.filter(({ included }) => included).length > manyTold,
      backwards: notice.from > notice.to,
      // an approval of the machine translation as it came is an approval
      why: notice.basis === 'mt' ? (notice.head === 0 ? gate.notice.neverCorrected : gate.notice.fromMt) : null,
      translationId: chosen.translationId ?? null,
      versions: versions(ask, notice),
      facts: shown.filter(({ fact }) => fact).map(told),
      slips: shown.filter(({ fact }) => !fact).map(told),
      cut: notice.corrections.length - shown.length,
      plain: `${articleAddress(notice.articleId, 'notice')}?${plain.toString()}`,
    },
  }
}
