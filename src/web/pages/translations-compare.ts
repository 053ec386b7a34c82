import type { TranslationLine } from '../../app/articles/article-details.ts'
import {
  compareTranslations,
  fates,
  listTranslations,
  type TranslationsCompared,
} from '../../app/articles/compare-translations.ts'
import { queueChoices } from '../../app/queue/list-articles.ts'
import { applicable, offerCorrections } from '../../app/batches/offer-corrections.ts'
import { Problem } from '../../errors.ts'
import { fill, messages } from '../../i18n/index.ts'
import { batchAddress, translationsAddress, type Query } from '../address.ts'
import { field, wholeNumber, writer } from '../form.ts'
import type { Answer, Ask, Page } from '../page.ts'
import { countFates, shownChange, shownItem, toldEntries } from '../view/told-item.ts'
import { articleId } from '../which.ts'

const filters = [...fates, 'changed'] as const
const itemsAPage = 100

/** An id of a translation; absent where it is not given. @throws Problem translation-unknown */
function translationId(value: string | null): string | undefined {
  if (value === null || value === '') return undefined
  if (!/^[0-9a-z]{16}$/.test(value)) throw new Problem('translation-unknown')
  return value
}

const lineOf = ({ translations }: { readonly translations: readonly TranslationLine[] }, id: string) =>
  translations.find(line => line.id === id)

/** For programs: all of it, with the words. */
const asData = (compared: TranslationsCompared) => {
  const { articleId: id, title, translations, from, to, items, changed } = compared
  const offered = new Set(applicable(compared).map(item => item.id))
  return {
    articleId: id,
    title,
    translations,
    from: from.head.id,
    to: to.head.id,
    counts: countFates(items),
    items: items.map(item => ({
      ...item,
      reads: item.at && to.mt.slice(item.at.from, item.at.to),
      offered: offered.has(item.id),
    })),
    changed: changed.map(({ a, b }) => ({
      a,
      b,
      before: from.mt.slice(a.from, a.to),
      after: to.mt.slice(b.from, b.to),
    })),
  }
}

/** What is shown of a comparison: of one fate or all, a page of it. */
function tale(ask: Ask, compared: TranslationsCompared) {
  const { items, changed, from, to } = compared
  const only = filters.find(name => name === ask.query.get('show')) ?? null
  const chosen = only === null ? items : items.filter(item => item.fate === only)
  const entries = toldEntries(chosen)
  const all = only === 'changed' ? changed : entries
  const pages = Math.max(1, Math.ceil(all.length / itemsAPage))
  const page = Math.min(pages, Math.max(1, wholeNumber('page', ask.query.get('page') ?? '1')))
  const [start, end] = [(page - 1) * itemsAPage, page * itemsAPage]
  const here: Query = { from: from.head.id, to: to.head.id, show: only }
  const address = (change: Query): string => translationsAddress(compared.articleId, { ...here, ...change })
  const counts = { ...countFates(items), changed: changed.length }
  const { again } = messages(ask.language)
  return {
    from: lineOf(compared, from.head.id),
    to: lineOf(compared, to.head.id),
    language: to.head.language,
    corrections: items.filter(item => item.kind === 'correction').length,
    flags: items.filter(item => item.kind === 'flag').length,
    applies: applicable(compared).length,
    filters: [
      { name: again.all, n: items.length, to: address({ show: null }), here: only === null },
      ...filters.map(name => ({
        name: name === 'changed' ? again.changed : again.fates[name],
        n: counts[name],
        to: address({ show: name }),
        here: only === name,
      })),
    ],
    items:
      only === 'changed'
        ? []
        : entries.slice(start, end).map(({ item, flags }) => ({
            ...shownItem(ask.language, compared, item),
            flags: flags.map(flag => shownItem(ask.language, compared, flag)),
          })),
    changes: only === 'changed' ? changed.slice(start, end).map(change => shownChange(compared, change)) : [],
    page,
    pages,
    previous: page > 1 ? address({ page: page - 1 }) : null,
    next: page < pages ? address({ page: page + 1 }) : null,
  }
}

/** The translations of an article, two of them compared, and the form for another one, with what was typed where it was refused. */
export async function translationsPage(
  ask: Ask,
  refusal: { readonly message: string; readonly status: number; readonly there: string | null } | null,
): Promise<Answer> {
  const id = articleId(ask)
  const listed = await listTranslations(ask.deps, id)
  const [from, to] = [translationId(ask.query.get('from')), translationId(ask.query.get('to'))]
  const compared = await compareTranslations(ask.deps, { articleId: id, from, to })
  const { systems } = await queueChoices(ask.deps)
  return {
    kind: 'page',
    view: 'translations-compare',
    status: refusal?.status ?? 200,
    data: compared ? asData(compared) : { articleId: id, ...listed, from: null, to: null },
    model: {
      title: messages(ask.language).again.title,
      id,
      articleTitle: listed.title,
      translations: listed.translations,
      tale: compared && tale(ask, compared),
      systems,
      typed: refusal ? { text: field(ask, 'text'), system: field(ask, 'system') } : { text: '', system: '' },
      refusal: refusal?.message ?? null,
      there: refusal?.there ?? null,
    },
  }
}

export const translationsCompare: Page = ask => translationsPage(ask, null)

/** Offers what still applies of the older one's corrections, as a batch that is looked through before anything is changed. */
export const correctionsOffer: Page = async ask => {
  const id = articleId(ask)
  const person = await writer(ask)
  const { title } = await listTranslations(ask.deps, id)
  const data = await offerCorrections(ask.deps, {
    person,
    articleId: id,
    from: translationId(field(ask, 'from')),
    to: translationId(field(ask, 'to')),
    name: fill(ask.language, messages(ask.language).again.batchName, { title: title.slice(0, 120).toWellFormed() }),
  })
  return { kind: 'go', to: batchAddress(data.batchId), data, status: 201 }
}
