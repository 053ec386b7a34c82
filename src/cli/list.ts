import { listArticles } from '../app/queue/list-articles.ts'
import { printJson, textOption, type Command } from './command.ts'
import { withDeps } from './open.ts'

export const list: Command = {
  name: 'list',
  usage: '[--search WORDS]',
  summary: 'The articles, last worked on first, with their ids.',
  takes: [0, 0],
  options: { search: { type: 'string' }, after: { type: 'string' } },
  help: { 'search WORDS': 'only those with these words in title or text', 'after CURSOR': 'the next page' },
  run: call =>
    withDeps(call, async deps => {
      const page = await listArticles(deps, {
        sort: 'touched',
        descending: true,
        search: textOption(call, 'search'),
        after: textOption(call, 'after'),
      })
      if (call.json) return printJson(call, page)
      for (const { id, state, title } of page.items) call.out(`${id}  ${state.padEnd(9)}  ${title}\n`)
      if (page.next) call.out(`more: --after ${page.next}\n`)
    }),
}
