/** `score ter`, `score chrf` and whatever metric comes: its options are read from the metric itself. */
import { scoreFiles } from '../app/score/score-files.ts'
import type { Metric, MetricOptions } from '../metrics/metric.ts'
import { printJson, textOption, usage, type Call, type Command } from './command.ts'
import { readBytes } from './read-file.ts'

/** As an option is written: `caseSensitive` → `case-sensitive`. */
const written = (option: string): string => option.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)

/** The largest number an option takes: longer n-grams, or a heavier recall, mean nothing. */
const largest = 100

/** What was given, over what the metric takes where nothing is. */
function chosenOptions({ defaults }: Metric, call: Call): MetricOptions {
  const chosen = Object.entries(defaults).map(([option, value]) => {
    const given = call.options[written(option)]
    if (typeof value === 'boolean') return [option, value || given === true] as const
    if (given === undefined) return [option, value] as const
    const number = /^\d{1,3}$/.test(String(given)) ? Number(given) : Infinity
    if (number > largest) throw usage(`--${written(option)} takes a whole number from 0 to ${largest}`)
    return [option, number] as const
  })
  return Object.fromEntries<boolean | number>(chosen)
}

function required(call: Call, name: string): string {
  const file = textOption(call, name)
  if (file === undefined) throw usage(`--${name} FILE is missing`)
  return file
}

export function metricCommand(metric: Metric): Command {
  const own = Object.entries(metric.defaults)
  return {
    name: metric.id,
    usage: '--hypothesis FILE --reference FILE',
    summary: `${metric.summary}\n${metric.paper}.`,
    takes: [0, 0],
    storeless: true,
    options: {
      hypothesis: { type: 'string' },
      reference: { type: 'string' },
      ...Object.fromEntries(
        own.map(([option, value]) => [
          written(option),
          { type: typeof value === 'boolean' ? 'boolean' : 'string' } as const,
        ]),
      ),
    },
    help: {
      'hypothesis FILE': 'what the system wrote: UTF-8, a segment a line, packed by gzip or not',
      'reference FILE': 'what it is measured against, line by line',
      ...Object.fromEntries(
        own.map(([option, value]) => {
          const what = metric.help[option] ?? ''
          return typeof value === 'boolean'
            ? [written(option), what]
            : [`${written(option)} N`, `${what} (default: ${value})`]
        }),
      ),
    },
    async run(call) {
      const options = chosenOptions(metric, call)
      const names = [required(call, 'hypothesis'), required(call, 'reference')] as const
      const [hypothesis, reference] = [
        { name: names[0], bytes: await readBytes(names[0]) },
        { name: names[1], bytes: await readBytes(names[1]) },
      ]
      const { score, segments, signature } = scoreFiles(metric, { hypothesis, reference }, options, call.chosen().files)
      const name = metric.name(options)
      if (call.json) return printJson(call, { metric: metric.id, name, score, signature, segments })
      call.out(`${name}|${signature} = ${score.toFixed(2)}\n`)
      call.out(`${segments.length === 1 ? '1 segment' : `${segments.length} segments`}; ${metric.better} is better\n`)
    },
  }
}
