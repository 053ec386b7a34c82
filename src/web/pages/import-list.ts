import { listImports } from '../../app/imports/import-view.ts'
import { messages } from '../../i18n/index.ts'
import { importsAddress } from '../address.ts'
import type { Page } from '../page.ts'

/** So many names of files stand for an import. */
const mostNames = 4

/** What came in as files, the newest first. */
export const importList: Page = async ask => {
  const page = await listImports(ask.deps, { after: ask.query.get('after') ?? undefined })
  return {
    kind: 'page',
    view: 'import-list',
    data: page,
    model: {
      title: messages(ask.language).imports.title,
      jobs: page.items.map(({ names, progress, ...job }) => ({
        ...job,
        names: names.length > mostNames ? `${names.slice(0, mostNames).join(', ')} …` : names.join(', '),
        articles: progress.imported,
      })),
      nextPage: page.next === null ? null : importsAddress({ after: page.next }),
    },
  }
}
