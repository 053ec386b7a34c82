import { listBatches } from '../../app/batches/list-batches.ts'
import { messages } from '../../i18n/index.ts'
import { batchesAddress } from '../address.ts'
import type { Page } from '../page.ts'

/** What has been fixed everywhere, and what is being previewed. */
export const batchList: Page = async ask => {
  const page = await listBatches(ask.deps, ask.query.get('after') ?? undefined)
  return {
    kind: 'page',
    view: 'batch-list',
    data: page,
    model: {
      title: messages(ask.language).batches.title,
      batches: page.batches,
      nextPage: page.next === null ? null : batchesAddress({ after: page.next }),
    },
  }
}
