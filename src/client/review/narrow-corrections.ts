import { messages, plural, type Language, type Messages } from '../../i18n/index.ts'
import type { CorrectionView } from '../../wire/correction.ts'
import type { Desk } from '../../wire/desk.ts'
import type { Api } from './api.ts'
import { attemptWith, type Asking } from './attempt.ts'
import { articleCorrectionAddress } from './addresses.ts'
import { h } from './dom.ts'
import { hunksOf } from './entry-parts.ts'
import { toldOrigin } from './rail-verdict.ts'
import { rowsOf } from './rows.ts'
import { startsOf } from './row-starts.ts'
import { shapes } from './shapes.ts'
import { categoryName, told } from './told.ts'
import { savedAt, settling } from './verdict.ts'

/**
 * The saved changes of a text by the fields they stand in. One that reaches over several paragraphs has no field; neither has one that the
 * server has not told.
 * @param names of the fields, which tell places in the head
 */
export const correctionsByField = (
  { mtText, head, corrections }: Pick<Desk, 'mtText' | 'head' | 'corrections'>,
  names: readonly string[],
): ReadonlyMap<string, readonly CorrectionView[]> => {
  const rows = rowsOf(mtText, head.text)
  const known = hunksOf(rows, startsOf(rows)).flatMap(({ moved, ...place }) => {
    const saved = moved ? undefined : savedAt(corrections, place, head.text.slice(place.fromB, place.toB))
    return saved === undefined ? [] : [{ saved, from: place.fromB, to: place.toB }]
  })
  const found = new Map<string, readonly CorrectionView[]>()
  for (const name of names) {
    const [, from, to] = /^p(\d+)-(\d+)$/.exec(name) ?? []
    const own = known.filter(one => Number(from) <= one.from && one.to <= Number(to)).map(({ saved }) => saved)
    if (own.length > 0) found.set(name, own)
  }
  return found
}

const wordsOf = (t: Messages['desk'], { before, after }: CorrectionView): HTMLElement =>
  h(
    'span',
    { class: 'rail-words', lang: 'sv' },
    before !== '' && h('del', {}, told(t, before)),
    before !== '' && after !== '' && ' → ',
    after !== '' && h('ins', {}, told(t, after)),
  )

/**
 * On a narrow screen the saved changes stand folded under their paragraphs, each with its category. One that is proposed is confirmed by a
 * tap; to give another the article's page of corrections is led to.
 */
export const narrowCorrections = (o: {
  readonly api: Api
  readonly language: Language
  readonly areas: readonly HTMLTextAreaElement[]
  readonly desk: Desk
  readonly say: (sentence: string) => void
}): void => {
  const { api, language, desk } = o
  const m = messages(language)
  const t = m.desk
  const asking: Asking = { t, language, api, say: o.say, person: desk.person }
  const attempt = attemptWith(() => asking)

  const item = (correction: CorrectionView): HTMLElement => {
    const { id, fromA, toA, after, category, severity, origin, saidBy } = correction
    const settled = settling.has(origin)
    const confirm = async (): Promise<void> => {
      const request = { fromA, toA, after, category, severity, comment: '' }
      const now = await attempt(() => api.rule(request))
      if (now === null) return
      const renewed = item(now)
      element.replaceWith(renewed)
      renewed.querySelector('a')?.focus()
    }
    const element = h(
      'li',
      { class: `narrow-change severity-${severity}` },
      wordsOf(t, correction),
      h(
        'span',
        { class: `rail-flag rail-verdict ${settled ? 'is-settled' : 'is-proposed'}` },
        h('span', { class: 'shape', 'aria-hidden': 'true' }, shapes[severity]),
        h('span', { class: 'rail-category' }, `${m.mqm.severities[severity]} · ${categoryName(m, category)}`),
        h('span', { class: 'rail-status' }, toldOrigin({ t, m, language }, { origin, settled, by: saidBy }, true)),
      ),
      h(
        'span',
        { class: 'narrow-acts' },
        !settled && h('button', { type: 'button', onclick: () => void confirm() }, t.rail.short.confirm),
        h('a', { href: articleCorrectionAddress(desk.article.id, desk.translation.id, id) }, t.rail.short.category),
      ),
    )
    return element
  }

  const found = correctionsByField(
    desk,
    o.areas.map(({ name }) => name),
  )
  for (const area of o.areas) {
    const own = found.get(area.name)
    if (own === undefined) continue
    const list = h(
      'details',
      { class: 'narrow-changes' },
      h('summary', {}, plural(language, t.status.hunks, own.length)),
      h('ul', {}, ...own.map(item)),
    )
    area.closest('.cell')?.querySelector('.shown')?.after(list)
  }
}
