import { adjudicate } from '../../app/annotate/adjudicate.ts'
import { compareAnnotations, undisputed } from '../../app/annotate/compare-annotations.ts'
import { findBareHead } from '../../app/find-head.ts'
import { Problem, type ProblemCode } from '../../errors.ts'
import { adjudicationRequest, type AdjudicationRequest } from '../../wire/annotation.ts'
import { articleAddress } from '../address.ts'
import { field, fields, parsed, writer } from '../form.ts'
import type { Answer, Ask, Page } from '../page.ts'
import { pairAnchor, pairKey } from '../view/compared.ts'
import { which } from '../which.ts'
import { agreementPage, layersAsked } from './agreement-show.ts'

/** What a form says of one pair: of a version of one's own, its words are `from-to` of the MT; `comment` is that version's, `reason` why. */
function fromForm(ask: Ask): AdjudicationRequest {
  const { a, b, choice, span, category, severity, comment, suggestion, reason, seen } = fields(ask)
  const [from, to] = typeof span === 'string' ? span.split('-').map(Number) : []
  const own = { from, to, category, severity, comment, suggestion }
  return parsed(adjudicationRequest, { a, b, choice, comment: reason, seen, ...(choice === 'other' ? { own } : {}) })
}

/** With these, what was typed comes back in the form. */
const comesBack: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'field-invalid',
  'adjudication-misfit',
  'adjudication-moved',
  'flag-misfit',
])

async function decide(ask: Ask): Promise<Answer> {
  const chosen = which(ask)
  const by = { ...chosen, person: await writer(ask) }
  const page = field(ask, 'page')
  const to = articleAddress(chosen.articleId, 'agreement', {
    translation: chosen.translationId,
    ...layersAsked(ask),
    page: page === '1' ? null : page,
  })
  if (field(ask, 'act') === 'alike') {
    const { compared } = await compareAnnotations(ask.deps, { ...by, ...layersAsked(ask) })
    const data = await adjudicate(ask.deps, by, undisputed(compared?.pairs ?? []))
    return { kind: 'go', to, notice: ['adjudicatedMany', data.decided], data }
  }
  const request = ask.sentJson ? parsed(adjudicationRequest, ask.body) : fromForm(ask)
  const data = await adjudicate(ask.deps, by, [request])
  return { kind: 'go', to: `${to}#${pairAnchor(pairKey(request))}`, notice: ['adjudicated'], data }
}

/** Decides one pair, or, with `act=alike`, all that both say alike. */
export const agreementDecide: Page = async ask => {
  await findBareHead(ask.deps.store.db, which(ask))
  try {
    return await decide(ask)
  } catch (error) {
    if (ask.program || !(error instanceof Problem) || !comesBack.has(error.code)) throw error
    return agreementPage(ask, error)
  }
}
