import { metrics } from '../metrics/index.ts'
import { usage, type Call, type Command } from './command.ts'
import { checkCount } from './parse-options.ts'
import { agreement } from './score-agreement.ts'
import { mqm } from './score-mqm.ts'
import { metricCommand } from './score-metric.ts'

/** What can be scored, each a command of its own: `score NAME …`. */
const parts: readonly Command[] = [...metrics.map(metricCommand), mqm, agreement]

/** The help of all: a line an option, with the names of those that take it. */
function helpOfAll(): Record<string, string> {
  const lines = parts.flatMap(({ name, help = {} }) => Object.entries(help).map(entry => [name, ...entry] as const))
  const grouped = Map.groupBy(lines, ([, option, line]) => JSON.stringify([option, line]))
  return Object.fromEntries(
    grouped.values().map(group => [group[0]?.[1] ?? '', `${group.map(([name]) => name).join(', ')}: ${group[0]?.[2]}`]),
  )
}

/** An option that another part takes must not be passed over in silence. */
function requireOwn({ options = {}, name }: Command, call: Call): void {
  const others = new Set(parts.flatMap(part => Object.keys(part.options ?? {})))
  const foreign = Object.keys(call.options).find(option => others.has(option) && !(option in options))
  if (foreign !== undefined) throw usage(`score ${name} takes no --${foreign}`)
}

export const score: Command = {
  name: 'score',
  usage: parts.map(({ name, usage }) => `${name} ${usage}`).join(' | '),
  summary: 'How good translations are, by the metrics of the field.',
  // each part says itself how many it takes
  takes: [1, Infinity],
  options: Object.assign({}, ...parts.map(({ options }) => options)) as Command['options'] & {},
  help: helpOfAll(),
  storeless: true,
  parts,
  run(call) {
    const [name, ...args] = call.args
    const part = parts.find(each => each.name === name)
    if (!part) throw usage(`there is no score ${name}; there are ${parts.map(each => each.name).join(', ')}`)
    checkCount({ ...part, name: `score ${part.name}` }, args.length)
    requireOwn(part, call)
    return part.run({ ...call, args })
  },
}
