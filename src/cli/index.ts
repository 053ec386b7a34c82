/** The command line: the list of commands, and how one is chosen, helped and answered for. */
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { Problem } from '../errors.ts'
import { problemSentence } from '../i18n/index.ts'
import { usage, type Call, type Command, type Terminal } from './command.ts'

/** Loaded when it is called, so that none waits for the parts of another: `check` needs no web server, `list` no checks. */
interface Named {
  readonly name: string
  readonly load: () => Promise<Command>
}

export const commands: readonly Named[] = [
  { name: 'serve', load: async () => (await import('./serve.ts')).serve },
  { name: 'import', load: async () => (await import('./import.ts')).importCommand },
  { name: 'export', load: async () => (await import('./export.ts')).exportCommand },
  { name: 'inspect', load: async () => (await import('./inspect.ts')).inspect },
  { name: 'convert', load: async () => (await import('./convert.ts')).convert },
  { name: 'list', load: async () => (await import('./list.ts')).list },
  { name: 'terms', load: async () => (await import('./terms.ts')).termsCommand },
  { name: 'check', load: async () => (await import('./check.ts')).check },
  { name: 'corrections', load: async () => (await import('./corrections.ts')).corrections },
  { name: 'diff', load: async () => (await import('./diff.ts')).diff },
  { name: 'score', load: async () => (await import('./score.ts')).score },
  { name: 'backup', load: async () => (await import('./backup.ts')).backup },
  { name: 'restore', load: async () => (await import('./restore.ts')).restore },
  { name: 'verify', load: async () => (await import('./verify.ts')).verify },
]

const common = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  data: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig

const overview = (all: readonly Command[]): string =>
  [
    'Rödpenna: a review desk for machine-translated Swedish.',
    '',
    'rodpenna COMMAND …',
    '',
    ...all.map(command => `  ${command.name.padEnd(12)}${command.summary}`),
    '',
    'rodpenna COMMAND --help tells more. Every command takes --json, and --data DIR for the store (default ./data, or DATABASE_URL).',
    'Exit code 0: it did its work; 1: verify found something that does not hold, or check --fail-on what it is to fail on; 2: it could not, or was called wrongly.',
    '',
  ].join('\n')

/** @param name with that of the command it is part of */
const helpOf = (command: Command, name = command.name): string =>
  [
    `rodpenna ${name} ${command.usage}`,
    '',
    command.summary,
    '',
    ...Object.entries(command.help ?? {}).map(([option, line]) => `  --${option.padEnd(18)}${line}`),
    `  --${'json'.padEnd(18)}print JSON alone`,
    ...(command.storeless ? [] : [`  --${'data DIR'.padEnd(18)}the store's folder`]),
    ...(command.notes ?? []).flatMap((note, i) => (i === 0 ? ['', note] : [note])),
    '',
  ].join('\n')

function parse(command: Command, args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { ...common, ...command.options } })
  } catch (error) {
    throw usage(error instanceof Error ? error.message : String(error))
  }
}

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.out(overview(await Promise.all(commands.map(({ load }) => load()))))
    return name === undefined ? 2 : 0
  }
  const command = await commands.find(each => each.name === name)?.load()
  if (!command) throw usage(`there is no command ${name}: rodpenna --help lists them`)
  const { values, positionals } = parse(command, rest)
  if (values.help) {
    const part = command.parts?.find(each => each.name === positionals[0])
    terminal.out(part ? helpOf(part, `${command.name} ${part.name}`) : helpOf(command))
    return 0
  }
  const [least, most] = command.takes
  if (positionals.length < least || positionals.length > most) throw usage(`rodpenna ${command.name} ${command.usage}`)
  const options = values as Call['options']
  const chosen = () => terminal.settings(typeof options['data'] === 'string' ? options['data'] : undefined)
  return (await command.run({ ...terminal, args: positionals, options, json: options['json'] === true, chosen })) ?? 0
}

/** Runs one command. A refusal is one sentence on the error stream and exit code 2. */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await run(args, terminal)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    terminal.err(`rodpenna: ${problemSentence('en', error)}\n`)
    return 2
  }
}
