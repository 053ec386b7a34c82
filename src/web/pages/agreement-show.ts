import { adjudicate } from '../../app/annotate/adjudicate.ts'
import type { Layer } from '../../app/annotate/comparable-layers.ts'
import {
  compareAnnotations,
  undisputed,
  type ComparedPair,
  type LayerPair,
} from '../../app/annotate/compare-annotations.ts'
import { articleDetails } from '../../app/article-details.ts'
import { findBareHead } from '../../app/find-head.ts'
import { messages } from '../../i18n/index.ts'
import { adjudicationRequest, type AdjudicationRequest } from '../../wire/annotation.ts'
import { articleAddress } from '../address.ts'
import { field, fields, parsed, wholeNumber, writer } from '../form.ts'
import type { Ask, Page } from '../page.ts'
import { comparedView, figureLines, pairAnchor, pairKey } from '../view/compared.ts'
import { categoryGroups, severityChoices } from '../view/flag-choices.ts'
import { which } from '../which.ts'

/** Pairs on one page. */
const pairsAPage = 100

const asked = (ask: Ask) => ({ a: ask.query.get('a') || null, b: ask.query.get('b') || null })

/** So many other pairs are listed; with more, the two are chosen by name. */
const mostPairs = 30

/** The pairs that are not shown: those that are blind, and apart from them the others. */
function pairGroups(all: readonly LayerPair[], shown: { readonly a: Layer; readonly b: Layer }) {
  const here = new Set([shown.a.layer, shown.b.layer])
  const others = all.filter(({ a, b }) => !(here.has(a) && here.has(b)))
  if (others.length > mostPairs) return []
  return [true, false]
    .map(blind => ({ blind, pairs: others.filter(pair => pair.blind === blind) }))
    .filter(({ pairs }) => pairs.length > 0)
}

/** Two annotators' finds beside each other, how far they agree, and what was decided. */
export const agreementShow: Page = async ask => {
  const chosen = which(ask)
  const details = await articleDetails(ask.deps, chosen.articleId)
  const found = await compareAnnotations(ask.deps, { ...chosen, ...asked(ask), person: ask.person })
  const { compared, layers, translationId } = found
  const pages = Math.max(1, Math.ceil((compared?.pairs.length ?? 0) / pairsAPage))
  const page = Math.min(pages, Math.max(1, wholeNumber('page', ask.query.get('page') ?? '1')))
  const shown = compared?.pairs.slice((page - 1) * pairsAPage, page * pairsAPage) ?? []
  const count = (kind: ComparedPair['kind']): number => compared?.pairs.filter(pair => pair.kind === kind).length ?? 0
  const of = (layer: 'a' | 'b'): number => compared?.pairs.filter(pair => pair[layer] !== null).length ?? 0
  return {
    kind: 'page',
    view: 'agreement-show',
    data: found,
    model: {
      title: messages(ask.language).annotation.agreement.title,
      details,
      translationId: chosen.translationId ?? null,
      translation: details.translations.find(({ id }) => id === translationId),
      layers,
      otherPairs: compared === null ? [] : pairGroups(found.comparable, compared),
      compared: compared && { a: compared.a, b: compared.b },
      query: { translation: chosen.translationId, ...asked(ask), page: page === 1 ? null : page },
      figures: compared ? figureLines(ask.language, compared.figures) : [],
      counts: { a: of('a'), b: of('b'), same: count('same'), overlapping: count('overlapping') },
      pairs: compared ? shown.map(pair => comparedView(ask.language, compared, pair)) : [],
      own: ask.query.get('own'),
      alike: compared ? undisputed(compared.pairs).length : 0,
      decided: compared?.pairs.filter(({ decision }) => decision !== null).length ?? 0,
      all: compared?.pairs.length ?? 0,
      page,
      pages,
      groups: categoryGroups(ask.language),
      severities: severityChoices(ask.language),
    },
  }
}

/** What a form says of one pair: of a version of one's own, its words are `from-to` of the MT. */
function fromForm(ask: Ask): AdjudicationRequest {
  const { a, b, choice, span, category, severity, comment, suggestion } = fields(ask)
  const [from, to] = typeof span === 'string' ? span.split('-').map(Number) : []
  const own = { from, to, category, severity, comment, suggestion }
  return parsed(adjudicationRequest, { a, b, choice, ...(choice === 'other' ? { own } : {}) })
}

/** Decides one pair, or, with `act=alike`, all that both say alike. */
export const agreementDecide: Page = async ask => {
  const chosen = which(ask)
  await findBareHead(ask.deps.store.db, chosen)
  const by = { ...chosen, person: await writer(ask) }
  const page = field(ask, 'page')
  const to = articleAddress(chosen.articleId, 'agreement', {
    translation: chosen.translationId,
    ...asked(ask),
    page: page === '1' ? null : page,
  })
  if (field(ask, 'act') === 'alike') {
    const { compared } = await compareAnnotations(ask.deps, { ...by, ...asked(ask) })
    const data = await adjudicate(ask.deps, by, undisputed(compared?.pairs ?? []))
    return { kind: 'go', to, notice: ['adjudicatedMany', data.decided], data }
  }
  const request = ask.sentJson ? parsed(adjudicationRequest, ask.body) : fromForm(ask)
  const data = await adjudicate(ask.deps, by, [request])
  return { kind: 'go', to: `${to}#${pairAnchor(pairKey(request))}`, notice: ['adjudicated'], data }
}
