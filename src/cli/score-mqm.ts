import { scoreMqm, type MqmScores, type ScoredSystem } from '../app/score-mqm.ts'
import { ownWeights } from '../mqm/own-weights.ts'
import { weightSchemes, wmt, type WeightScheme } from '../mqm/weights.ts'
import { printJson, textOption, usage, type Call, type Command } from './command.ts'
import { readBytes, readText } from './read-file.ts'

async function schemeIn(file: string): Promise<WeightScheme> {
  let value: unknown
  try {
    value = JSON.parse(await readText(file))
  } catch (error) {
    if (error instanceof SyntaxError) throw usage(`--weights ${file} is not JSON: ${error.message}`)
    throw error
  }
  const { success, data, error } = ownWeights.safeParse(value)
  if (success) return data
  const { path, message } = error.issues[0] ?? { path: [], message: '' }
  throw usage(`--weights ${file}: ${[...path.map(String), message].join(': ')}`)
}

async function schemeOf(call: Call): Promise<WeightScheme> {
  const named = textOption(call, 'weights') ?? wmt.id
  const scheme = weightSchemes.find(({ id }) => id === named)
  if (scheme) return scheme
  if (/\.json$/i.test(named)) return schemeIn(named)
  throw usage(`--weights is one of ${weightSchemes.map(({ id }) => id).join(', ')}, or a JSON file`)
}

const told = ({ interval }: ScoredSystem): string =>
  interval === null ? '–' : `${interval.low.toFixed(2)}–${interval.high.toFixed(2)}`

function print(call: Call, { systems, segments }: MqmScores, scheme: WeightScheme): void {
  const rows = systems
    .toSorted((a, b) => a.score - b.score)
    .map(each => [each.system, each.score.toFixed(2), told(each), String(each.segments)] as const)
  const heading = ['system', 'score', '95 %', 'segments'] as const
  const widths = heading.map((name, i) => Math.max(name.length, ...rows.map(row => row[i]?.length ?? 0)))
  for (const row of [heading, ...rows])
    call.out(
      `${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ')}\n`,
    )
  call.out(`${segments === 1 ? '1 segment' : `${segments} segments`}. Penalty points a segment, lower is better; weights: ${scheme.name || scheme.id}.\n`) // prettier-ignore
}

export const mqm: Command = {
  name: 'mqm',
  usage: 'FILE.tsv[.gz]',
  summary: 'MQM scores of each system in a file of annotations.',
  takes: [1, 1],
  options: { weights: { type: 'string' } },
  help: {
    'weights ID': `${weightSchemes.map(({ id }) => id).join(', ')}, or a JSON file of one’s own weights (default: ${wmt.id})`,
  },
  async run(call) {
    const [file = ''] = call.args
    const scheme = await schemeOf(call)
    const scores = scoreMqm(await readBytes(file), call.chosen().files, scheme)
    if (!call.json) return print(call, scores, scheme)
    const { systems, segments } = scores
    printJson(call, { systems: Object.fromEntries(systems.map(({ system, score }) => [system, score])), segments })
  },
}
