import { listTerms, termDomains } from '../../app/terms/list-terms.ts'
import { proposedTerms } from '../../app/terms/propose-terms.ts'
import { messages } from '../../i18n/index.ts'
import { termStatuses } from '../../text/term.ts'
import { termsAddress } from '../address.ts'
import type { Page } from '../page.ts'
import { shapes } from '../view/severity.ts'
import { termChoices, termsQuery } from '../view/term-form.ts'

/** So many proposals stand above the terms; all that there are, where proposals are asked for. */
const [fewProposals, mostProposals] = [5, 100]

/** The termbase, and what it might have besides. */
export const termList: Page = async ask => {
  const { deps, language, query } = ask
  const filter = termsQuery(query)
  const [after, before] = [query.get('after') ?? undefined, query.get('before') ?? undefined]
  const filtered = Object.values(filter).some(value => value !== undefined)
  const asksFor = filter.status === 'proposed' && !filter.search && !filter.domain && !filter.partOfSpeech
  const mine = after === undefined && before === undefined && (!filtered || asksFor)
  const [page, domains, proposals] = await Promise.all([
    listTerms(deps, { ...filter, after, before }),
    termDomains(deps),
    mine ? proposedTerms(deps, asksFor ? mostProposals : fewProposals + 1) : [],
  ])
  const others = { ...filter, status: undefined }
  return {
    kind: 'page',
    view: 'term-list',
    data: { ...page, proposals },
    model: {
      title: messages(language).terms.title,
      page,
      items: page.items.map(item => ({ ...item, shape: shapes[item.severity] })),
      filter,
      filtered,
      domains,
      ...termChoices(language),
      total: termStatuses.reduce((sum, status) => sum + page.counts[status], 0),
      anyStatus: termsAddress(others),
      statusLinks: termStatuses.map(status => ({
        status,
        n: page.counts[status],
        address: termsAddress({ ...others, status }),
      })),
      proposals: asksFor ? proposals : proposals.slice(0, fewProposals),
      moreProposals: proposals.length > fewProposals && !asksFor ? termsAddress({ status: 'proposed' }) : null,
      nextPage: page.next === null ? null : termsAddress({ ...filter, after: page.next }),
      previousPage: page.previous === null ? null : termsAddress({ ...filter, before: page.previous }),
      here: termsAddress(filter),
      exportAddress: termsAddress(filter).replace('/terms', '/terms/export'),
      exportTbxAddress: termsAddress({ ...filter, format: 'tbx' }).replace('/terms', '/terms/export'),
    },
  }
}
