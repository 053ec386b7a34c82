import { writeFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import type { Deps } from '../app/deps.ts'
import { ensurePerson } from '../app/ensure-person.ts'
import { exportTerms, termsFormats } from '../app/terms/export-terms.ts'
import { importTerms, previewTerms, type PlannedLine } from '../app/terms/import-terms.ts'
import { outcomes } from '../app/terms/outcome.ts'
import { termFaults } from '../checks/phrases/terms.ts'
import { Problem } from '../errors.ts'
import { messages, plural, problemSentence } from '../i18n/index.ts'
import { seen } from '../text/seen.ts'
import { isTermStatus, termStatuses } from '../text/term.ts'
import { printJson, textOption, usage, type Call, type Command } from './command.ts'
import { csvStyleOf, delimiterHelp, delimiterOption } from './csv-style.ts'
import { withDeps } from './open.ts'
import { readText } from './read-file.ts'
import { writing } from './writing.ts'

const whyNot = ({ problem }: Extract<PlannedLine, { outcome: 'refused' }>): string =>
  problem instanceof Problem
    ? problemSentence('en', problem)
    : problem === 'twice'
      ? messages('en').terms.faults.twice
      : termFaults[problem]

async function takeIn(deps: Deps, call: Call, file: string): Promise<void> {
  const csv = await readText(file)
  const dry = call.options['dry-run'] === true
  const { lines, counts } = dry
    ? await previewTerms(deps, csv)
    : await importTerms(
        deps,
        { person: await ensurePerson(deps, textOption(call, 'name') ?? userInfo().username), stamp: '' },
        csv,
      )
  const refused = lines
    .filter(line => line.outcome === 'refused')
    .map(line => ({ line: line.line, preferred: line.preferred, reason: whyNot(line) }))
  if (call.json) return printJson(call, { file, applied: !dry, counts, refused })
  for (const { line, preferred, reason } of refused)
    call.err(`${file}, line ${line}${preferred && ` (${seen(preferred)})`}: ${reason}\n`)
  const said = outcomes.map(outcome => plural('en', messages('en').terms.outcomes[outcome], counts[outcome]))
  call.out(`${said.join(', ')}${dry ? ' (nothing was changed)' : ''}\n`)
}

async function giveOut(deps: Deps, call: Call): Promise<void> {
  const status = textOption(call, 'status')
  if (status !== undefined && !isTermStatus(status)) throw usage(`--status takes ${termStatuses.join(', ')}`)
  const out = textOption(call, 'out')
  const named = textOption(call, 'format') ?? (out?.endsWith('.tbx') ? 'tbx' : 'csv')
  const format = termsFormats.find(each => each === named)
  if (!format) throw usage(`--format takes ${termsFormats.join(', ')}`)
  const filter = { status, domain: textOption(call, 'domain'), search: textOption(call, 'search') }
  const { file, terms } = await exportTerms(deps, filter, format, csvStyleOf(call))
  if (out !== undefined) await writing(out, () => writeFile(out, file))
  if (call.json) printJson(call, { terms })
  else if (out === undefined) call.out(file)
}

export const termsCommand: Command = {
  name: 'terms',
  usage: 'export | import FILE',
  summary: 'The house’s termbase: given out as CSV or TBX, or taken in from CSV (from TBX by `import`).',
  takes: [1, 2],
  options: {
    name: { type: 'string' },
    'dry-run': { type: 'boolean' },
    out: { type: 'string' },
    format: { type: 'string' },
    ...delimiterOption,
    status: { type: 'string' },
    domain: { type: 'string' },
    search: { type: 'string' },
  },
  help: {
    'name NAME': 'import: who takes them in (default: your name on this machine)',
    'dry-run': 'import: tells what would change, and changes nothing',
    'out FILE': 'export: where to (default: printed)',
    'format FORMAT': 'export: csv or tbx (default: by the ending of --out, else csv)',
    ...delimiterHelp,
    'status STATUS': 'export: only those approved, proposed or declined',
    'domain DOMAIN': 'export: only those of a domain',
    'search WORDS': 'export: only those with these words',
  },
  run: call =>
    withDeps(call, async deps => {
      const [what, file] = call.args
      if (what === 'export' && file === undefined) return giveOut(deps, call)
      if (what === 'import' && file !== undefined) return takeIn(deps, call, file)
      throw usage(
        what === 'export' || what === 'import'
          ? `terms ${what} takes ${what === 'export' ? 'no file but --out FILE' : 'a FILE'}: rodpenna terms ${termsCommand.usage}`
          : `terms ${what} is nothing: rodpenna terms ${termsCommand.usage}`,
      )
    }),
}
