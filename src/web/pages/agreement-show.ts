import type { Layer } from '../../app/annotate/comparable-layers.ts'
import {
  compareAnnotations,
  undisputed,
  type ComparedPair,
  type LayerPair,
} from '../../app/annotate/compare-annotations.ts'
import { articleDetails } from '../../app/articles/article-details.ts'
import type { Problem } from '../../errors.ts'
import { messages, problemSentence } from '../../i18n/index.ts'
import { field, wholeNumber } from '../form.ts'
import type { Answer, Ask, Page } from '../page.ts'
import { comparedView, figureLines, pairKey } from '../view/compared.ts'
import { categoryGroups, severityChoices } from '../view/flag-choices.ts'
import { which } from '../which.ts'

/** Pairs on one page. */
const pairsAPage = 100

/** The layers that are compared, where an address names them. */
export const layersAsked = (ask: Ask) => ({ a: ask.query.get('a') || null, b: ask.query.get('b') || null })

/** So many other pairs are listed; with more, the two are chosen by name. */
const mostPairs = 30

/** The pairs that are not shown: those that are blind, and apart from them the others and those of which it is not known. */
function pairGroups(all: readonly LayerPair[], shown: { readonly a: Layer; readonly b: Layer }) {
  const here = new Set([shown.a.layer, shown.b.layer])
  const others = all.filter(({ a, b }) => !(here.has(a) && here.has(b)))
  if (others.length > mostPairs) return []
  return [true, null, false]
    .map(blind => ({ blind, pairs: others.filter(pair => pair.blind === blind) }))
    .filter(({ pairs }) => pairs.length > 0)
}

const typedFields = ['choice', 'span', 'category', 'severity', 'comment', 'suggestion', 'reason'] as const

/** What was refused of which pair, with what was typed in its form. */
function refusedOf(ask: Ask, refusal: Problem | null) {
  if (refusal === null) return null
  const typed = Object.fromEntries(typedFields.map(name => [name, field(ask, name)]))
  return {
    key: pairKey({ a: field(ask, 'a'), b: field(ask, 'b') }),
    typed: typed as Record<(typeof typedFields)[number], string>,
  }
}

/** Two annotators' finds beside each other, how far they agree, and what was decided. @param refusal of a form that comes back */
export async function agreementPage(ask: Ask, refusal: Problem | null): Promise<Answer> {
  const chosen = which(ask)
  const details = await articleDetails(ask.deps, chosen.articleId)
  const found = await compareAnnotations(ask.deps, { ...chosen, ...layersAsked(ask), person: ask.person })
  const { compared, layers, translationId } = found
  const pages = Math.max(1, Math.ceil((compared?.pairs.length ?? 0) / pairsAPage))
  const page = Math.min(pages, Math.max(1, wholeNumber('page', field(ask, 'page') || (ask.query.get('page') ?? '1'))))
  const shown = compared?.pairs.slice((page - 1) * pairsAPage, page * pairsAPage) ?? []
  const pairs = compared ? shown.map(pair => comparedView(ask.language, compared, pair)) : []
  const refused = refusedOf(ask, refusal)
  const count = (kind: ComparedPair['kind']): number => compared?.pairs.filter(pair => pair.kind === kind).length ?? 0
  const of = (layer: 'a' | 'b'): number => compared?.pairs.filter(pair => pair[layer] !== null).length ?? 0
  return {
    kind: 'page',
    view: 'agreement-show',
    status: refusal?.status ?? 200,
    data: found,
    model: {
      title: messages(ask.language).annotation.agreement.title,
      details,
      translationId: chosen.translationId ?? null,
      translation: details.translations.find(({ id }) => id === translationId),
      layers,
      otherPairs: compared === null ? [] : pairGroups(found.comparable, compared),
      compared: compared && {
        a: compared.a,
        b: compared.b,
        blind: compared.blind,
        places: compared.places,
        counts: compared.counts,
      },
      query: { translation: chosen.translationId, ...layersAsked(ask), page: page === 1 ? null : page },
      figures: compared ? figureLines(ask.language, compared.figures) : [],
      counts: { a: of('a'), b: of('b'), same: count('same'), overlapping: count('overlapping') },
      pairs,
      own: refused?.typed.choice === 'other' ? refused.key : ask.query.get('own'),
      refused,
      refusal: refusal && problemSentence(ask.language, refusal),
      isHere: pairs.some(({ key }) => key === refused?.key),
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

export const agreementShow: Page = ask => agreementPage(ask, null)
