/** The options and arguments of a command, read as they are written; what is wrong is said in a sentence of ours, with what to write instead. */
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { usage, type Call, type Command } from './command.ts'

/** Options that every command takes. */
const common = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  data: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig

type About = Pick<Command, 'name' | 'options' | 'help'>

/** How many signs must be put in, taken out or changed to make one word of another (Levenshtein 1966). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (const [i, sign] of [...a].entries()) {
    const next = [i + 1]
    for (let j = 1; j <= b.length; j += 1)
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + Number(sign !== b[j - 1]))
    row = next
  }
  return row[b.length] ?? 0
}

/** What was probably meant: a name that begins so, or that differs in a sign or two; undefined where none is near. */
export function nearest(written: string, names: readonly string[]): string | undefined {
  if (written.length < 2) return undefined
  const near = names
    .map(name => ({ name, far: name.startsWith(written) ? 0.5 : distance(written, name) }))
    .sort((a, b) => a.far - b.far)[0]
  return near && near.far <= Math.max(1, Math.floor(written.length / 3)) ? near.name : undefined
}

/** An option as its help has it: `--threshold N`. */
function shown({ help = {} }: About, name: string): string {
  const label = Object.keys(help).find(key => key.startsWith(`${name} `))
  return label === undefined ? `--${name} ${name === 'data' ? 'DIR' : 'VALUE'}` : `--${label}`
}

/** A number below zero is a value, and never the name of an option. */
const isNegative = (value: string): boolean => /^-\d/.test(value)

interface OptionToken {
  readonly name: string
  readonly rawName: string
  readonly value?: string | undefined
  readonly inlineValue?: boolean | undefined
}

/** @throws Problem usage */
function checkOption(command: About, options: ParseArgsOptionsConfig, token: OptionToken): void {
  const { name, rawName, value, inlineValue } = token
  const option = options[name]
  if (!option || !Object.hasOwn(options, name)) {
    const meant = nearest(name, Object.keys(options))
    const instead = meant === undefined ? '' : `; --${meant} was perhaps meant`
    const file = rawName.startsWith('--') ? '' : `; a file of that name is written ./${rawName}`
    throw usage(
      `${command.name} has no option ${rawName}${instead}${file} (rodpenna ${command.name} --help lists them)`,
    )
  }
  if (option.type === 'boolean') {
    if (value !== undefined) throw usage(`${rawName} takes no value, and ${value || 'an empty one'} was given`)
  } else if (value === undefined) throw usage(`${rawName} is without its value: ${shown(command, name)}`)
  else if (name === 'data' && value.trim() === '') throw usage('--data takes a folder, and an empty name was given')
  else if (!inlineValue && value.startsWith('-') && value.length > 1 && !isNegative(value))
    throw usage(
      `${rawName} is without its value: ${shown(command, name)} (a value that begins with - is written ${rawName}=${value})`,
    )
}

export interface Parsed {
  readonly options: Call['options']
  readonly args: readonly string[]
}

/** @throws Problem usage, with what is wrong and what to write */
export function parseOptions(command: About, args: readonly string[]): Parsed {
  const options: ParseArgsOptionsConfig = { ...common, ...command.options }
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: false,
    tokens: true,
    options,
  })
  for (const token of tokens) if (token.kind === 'option') checkOption(command, options, token)
  return { options: values, args: positionals }
}

const counted = (n: number): string => (n === 1 ? '1 argument' : `${n} arguments`)

/** @throws Problem usage where so many arguments are not what a command takes */
export function checkCount({ name, usage: takes, takes: [least, most] }: Command, given: number): void {
  if (given >= least && given <= most) return
  const wanted =
    least === most ? counted(least) : given < least ? `at least ${counted(least)}` : `at most ${counted(most)}`
  const told = most === 0 ? 'takes no arguments' : `takes ${wanted}`
  throw usage(
    `${name} ${told}, and ${given === 0 ? 'none is given' : `${given} ${given === 1 ? 'is' : 'are'} given`}: ${`rodpenna ${name} ${takes}`.trim()}`,
  )
}
