import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Deps } from '../app/deps.ts'
import { listPersons } from '../app/ensure-person.ts'
import { exportCorrections } from '../app/corrections/export-corrections.ts'
import { eachPair, pairsOfPage, usualBounds, type PairQuery } from '../app/pairs/list-pairs.ts'
import { foldForSearch } from '../text/fold.ts'
import { readPairQuery } from '../web/pair-query.ts'
import { textOption, usage, type Call, type Command } from './command.ts'
import { csvStyleOf, delimiterHelp, delimiterOption } from './csv-style.ts'
import { withDeps } from './open.ts'
import { writing } from './writing.ts'

/** An editor is named by name here, not by id. @throws Problem usage where nobody is called so */
async function queryOf(call: Call, deps: Deps): Promise<PairQuery> {
  const named = textOption(call, 'editor')
  const person =
    named === undefined
      ? undefined
      : (await listPersons(deps)).find(({ name }) => foldForSearch(name) === foldForSearch(named))
  if (named !== undefined && !person) throw usage(`corrections: nobody is called ${named}`)
  const order = textOption(call, 'order')
  if (order !== undefined && order !== 'up' && order !== 'down') throw usage('--order is up or down')
  return readPairQuery(name => (name === 'editor' ? person?.id : textOption(call, name)))
}

async function printPairs(call: Call, deps: Deps, query: PairQuery): Promise<void> {
  for await (const pairs of eachPair(deps, query, usualBounds)) {
    for (const { corrections, articles, before, after } of pairs)
      call.out(
        `${String(corrections).padStart(7)} in ${String(articles).padStart(6)}  ${before || '∅'} → ${after || '∅'}\n`,
      )
    if (pairs.length === pairsOfPage) call.out('… (--csv, --json give all)\n')
    return
  }
}

export const corrections: Command = {
  name: 'corrections',
  usage: '[--search WORDS] [--each] [--csv | --json] [--out FILE]',
  summary: 'What was corrected to what, over all articles: the commonest; or all of it as CSV or JSON.',
  takes: [0, 0],
  options: {
    search: { type: 'string' },
    side: { type: 'string' },
    category: { type: 'string' },
    severity: { type: 'string' },
    origin: { type: 'string' },
    system: { type: 'string' },
    editor: { type: 'string' },
    article: { type: 'string' },
    state: { type: 'string' },
    since: { type: 'string' },
    until: { type: 'string' },
    sort: { type: 'string' },
    order: { type: 'string' },
    each: { type: 'boolean' },
    csv: { type: 'boolean' },
    ...delimiterOption,
    out: { type: 'string' },
  },
  help: {
    'search WORDS': 'only those with these words on either side; --side before or after: on that side',
    'category CATEGORY': 'only these: dimension/subtype, or a dimension',
    'severity SEVERITY': 'neutral, minor, major, critical',
    'origin ORIGIN': 'how the category is known: person, flag, finding, term, number, spelling …',
    'system SYSTEM': 'only of this MT system',
    'editor NAME': 'only by this editor',
    'article ID': 'only in this article',
    'state STATE': 'what the memory does: learned, pinned, silent, retired',
    'since, --until DAY': 'only of these days, as 2026-01-31',
    'sort ORDER': 'often, latest, before, after, declined; --order up or down',
    each: 'every correction in its context, the latest first, instead of pairs',
    csv: 'as CSV, for spreadsheets',
    ...delimiterHelp,
    'out FILE': 'where to (default: printed)',
  },
  run: call =>
    withDeps(call, async deps => {
      const { csv, each } = call.options
      const out = textOption(call, 'out')
      if (csv && call.json) throw usage('corrections: --csv or --json')
      const query = await queryOf(call, deps)
      if (!csv && !call.json) {
        if (each || out !== undefined) throw usage('corrections --each and --out go with --csv or --json')
        return printPairs(call, deps, query)
      }
      const of = each ? 'corrections' : 'pairs'
      const { pieces } = exportCorrections(deps, { of, format: csv ? 'csv' : 'json', query, csv: csvStyleOf(call) })
      if (out !== undefined) await writing(out, () => pipeline(Readable.from(pieces), createWriteStream(out)))
      else for await (const piece of pieces) call.out(piece)
    }),
}
