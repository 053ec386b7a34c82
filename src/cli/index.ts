/** The command line: the list of commands, and how one is chosen, helped and answered for. */
import { Problem } from '../errors.ts'
import { usage, type Command, type Terminal } from './command.ts'
import { checkCount, nearest, parseOptions } from './parse-options.ts'
import { toldRefusal } from './told-refusal.ts'

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

function unknownCommand(name: string): string {
  const meant = nearest(
    name,
    commands.map(each => each.name),
  )
  return `there is no command ${name}${meant === undefined ? '' : `; ${meant} was perhaps meant`} (rodpenna --help lists them)`
}

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.out(overview(await Promise.all(commands.map(({ load }) => load()))))
    return name === undefined ? 2 : 0
  }
  const command = await commands.find(each => each.name === name)?.load()
  if (!command) throw usage(unknownCommand(name))
  const { options, args: given } = parseOptions(command, rest)
  if (options['help'] === true) {
    const part = command.parts?.find(each => each.name === given[0])
    terminal.out(part ? helpOf(part, `${command.name} ${part.name}`) : helpOf(command))
    return 0
  }
  checkCount(command, given.length)
  const chosen = () => terminal.settings(typeof options['data'] === 'string' ? options['data'] : undefined)
  try {
    return (await command.run({ ...terminal, args: given, options, json: options['json'] === true, chosen })) ?? 0
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return refuse(terminal, toldRefusal(error, { command, options }))
  }
}

function refuse(terminal: Terminal, sentence: string): number {
  terminal.err(`rodpenna: ${sentence}\n`)
  return 2
}

/** Runs one command. A refusal is one sentence on the error stream and exit code 2. */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await run(args, terminal)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return refuse(terminal, toldRefusal(error, null))
  }
}
