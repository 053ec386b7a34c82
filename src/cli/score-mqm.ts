/** `score mqm`: scores of a file of MQM annotations, by system, article or segment. */
import {
  articleFigures,
  scoreMqm,
  type Demand,
  type MqmFigures,
  type MqmScores,
  type RaterChoice,
  type Estimate,
} from '../app/score/score-mqm.ts'
import { mqmFormulas } from '../metrics/mqm/formulas.ts'
import { ownWeights } from '../mqm/own-weights.ts'
import { weightSchemes, wmt, wmt2021, type WeightScheme } from '../mqm/weights.ts'
import { printJson, textOption, textOptions, usage, type Call, type Command } from './command.ts'
import { readBytes, readText } from './read-file.ts'

/** The house's, and one for what was released before. */
const schemes = [...weightSchemes, wmt2021]

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
  const scheme = schemes.find(({ id }) => id === named)
  if (scheme) return scheme
  if (/\.json$/i.test(named)) return schemeIn(named)
  throw usage(`--weights is one of ${schemes.map(({ id }) => id).join(', ')}, or a JSON file`)
}

/** A number as it is written, with a decimal point; NaN for anything else. */
const numberIn = (written: string): number => (/^\d{1,6}(\.\d{1,6})?$/.test(written) ? Number(written) : NaN)

/** A calibration says nothing where every score passes, or no point is acceptable. */
function demandOf(call: Call): Demand | null {
  const [threshold, acceptable] = [textOption(call, 'threshold'), textOption(call, 'acceptable')]
  if (threshold === undefined) {
    if (acceptable !== undefined) throw usage('--acceptable N takes --threshold N too')
    return null
  }
  const passing = numberIn(threshold)
  if (!(passing <= 100)) throw usage('--threshold takes a number from 0 to 100')
  if (acceptable === undefined) return { threshold: passing }
  const points = numberIn(acceptable)
  if (!(points > 0)) throw usage('--acceptable takes a number above 0')
  if (passing === 100) throw usage('with --acceptable N, --threshold takes a number below 100')
  return { threshold: passing, acceptable: points }
}

/** Who is named at the command line: whose rows count, or whose do not. */
function choiceOf(call: Call): RaterChoice | null {
  const [only, but] = [textOptions(call, 'rater'), textOptions(call, 'without')]
  if (only.length > 0 && but.length > 0)
    throw usage('--rater names who counts, --without who does not: give one of them')
  if (only.length > 0) return { names: only, counts: true }
  return but.length > 0 ? { names: but, counts: false } : null
}

/** So many names tell what a file calls its raters. */
const namesTold = 20

/** A name that nobody has would change nothing, or leave nothing, in silence. */
function requireKnown({ raters, systems }: MqmScores, choice: RaterChoice | null): void {
  const unknown = choice?.names.find(name => !raters.includes(name))
  const told = `${raters.slice(0, namesTold).map(name => `“${name}”`).join(', ')}${raters.length > namesTold ? ' …' : ''}` // prettier-ignore
  if (unknown !== undefined) throw usage(`no rater of the file is called “${unknown}”; its raters are ${told}`)
  if (systems.length === 0) throw usage(`without them no rater is left; the file’s raters are ${told}`)
}

const levels = ['system', 'article', 'segment'] as const
type Level = (typeof levels)[number]

function levelOf(call: Call): Level {
  const named = textOption(call, 'by') ?? 'system'
  const level = levels.find(each => each === named)
  if (level === undefined) throw usage(`--by is one of ${levels.join(', ')}`)
  return level
}

/** What is printed: one object a row, keys as JSON has them. */
type Line = Readonly<Record<string, string | number | null>>

const fieldsOf = (name: string, estimate: Estimate | null): Line => ({
  [name]: estimate?.score ?? null,
  [`${name}Low`]: estimate?.interval?.low ?? null,
  [`${name}High`]: estimate?.interval?.high ?? null,
})

const lineOf = (names: Line, { segments, words, wmt, perThousand, raw, calibrated, verdict }: MqmFigures, demand: Demand | null): Line => ({
  ...names,
  ...fieldsOf('score', wmt),
  penaltyPerThousand: perThousand,
  ...fieldsOf('quality', raw),
  ...(demand?.acceptable === undefined ? {} : fieldsOf('calibrated', calibrated)),
  ...(demand === null ? {} : { verdict }),
  segments,
  words,
}) // prettier-ignore

function linesOf({ systems }: MqmScores, level: Level, demand: Demand | null): Line[] {
  if (level === 'system') return systems.map(({ system, figures }) => lineOf({ system }, figures, demand))
  if (level === 'article')
    return systems.flatMap(({ system, articles }) =>
      articles.map(article => lineOf({ system, article: article.document }, articleFigures(article, demand), demand)),
    )
  return systems.flatMap(({ system, articles }) =>
    articles.flatMap(({ document, segments }) =>
      segments.map(({ segment, raters, score, words }) => ({
        system,
        article: document,
        segment,
        score,
        raters,
        words,
      })),
    ),
  )
}

/** Columns of the table by their keys in JSON; an interval has one column. */
const headings: Readonly<Record<string, string>> = {
  scoreLow: '95 %',
  penaltyPerThousand: 'per 1,000',
  qualityLow: '95 %',
  calibratedLow: '95 %',
}
const isText: ReadonlySet<string> = new Set(['system', 'article', 'segment', 'verdict'])
const isCount: ReadonlySet<string> = new Set(['segments', 'words', 'raters'])

function cellOf(line: Line, key: string): string {
  const [value, high] = [line[key] ?? null, line[key.replace(/Low$/, 'High')] ?? null]
  if (value === null) return '–'
  if (typeof value === 'string') return value || '–'
  if (isCount.has(key)) return String(value)
  return key.endsWith('Low') && typeof high === 'number' ? `${value.toFixed(2)}–${high.toFixed(2)}` : value.toFixed(2)
}

function printTable(call: Call, lines: readonly Line[]): void {
  const keys = Object.keys(lines[0] ?? {}).filter(key => !key.endsWith('High'))
  const rows = [keys.map(key => headings[key] ?? key), ...lines.map(line => keys.map(key => cellOf(line, key)))]
  const widths = keys.map((_, i) => Math.max(...rows.map(row => row[i]?.length ?? 0)))
  for (const row of rows) {
    const cells = row.map((cell, i) => (isText.has(keys[i] ?? '') ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
    call.out(`${cells.join('  ').trimEnd()}\n`)
  } // prettier-ignore
}

const byScore = (a: Line, b: Line): number => Number(a['score']) - Number(b['score'])

export const mqm: Command = {
  name: 'mqm',
  usage: 'FILE.tsv[.gz]',
  summary:
    'MQM scores of a file of annotations: WMT’s penalty points a segment (lower is better), and by words the quality of at most 100 (higher is better).',
  takes: [1, 1],
  storeless: true,
  options: {
    weights: { type: 'string' },
    by: { type: 'string' },
    threshold: { type: 'string' },
    acceptable: { type: 'string' },
    rater: { type: 'string', multiple: true },
    without: { type: 'string', multiple: true },
  },
  help: {
    'weights ID': `${schemes.map(({ id }) => id).join(', ')}, or a JSON file of one’s own weights (default: ${wmt.id})`,
    'by LEVEL': `${levels.join(', ')}: what has a line (default: system)`,
    'threshold N': 'the quality that just passes: tells pass, fail or too-short (to judge)',
    'acceptable N':
      'penalty points per 1,000 words that are just acceptable: tells the calibrated quality, and judges that',
    'rater NAME': 'counts this rater’s rows alone; several times for several',
    'without NAME': 'counts all rows but this rater’s; several times for several',
  },
  notes: [
    ...mqmFormulas.map(({ name, formula, source }) => `${name}: ${formula}. ${source}.`),
    ...schemes.map(({ id, source }) => `Weights ${id}: ${source}.`),
  ],
  async run(call) {
    const [file = ''] = call.args
    const [demand, level] = [demandOf(call), levelOf(call)]
    const scheme = await schemeOf(call)
    const choice = choiceOf(call)
    const scores = scoreMqm(await readBytes(file), call.chosen().files, scheme, demand, choice)
    requireKnown(scores, choice)
    const lines = linesOf(scores, level, demand)
    const { systems, segments, raters: all } = scores
    const raters = choice ? all.filter(name => choice.names.includes(name) === choice.counts) : all
    if (call.json) {
      const bySystem = Object.fromEntries(systems.map(({ system, score }) => [system, score]))
      return printJson(call, { systems: bySystem, segments, weights: scheme.id, by: level, raters, rows: lines })
    }
    printTable(call, level === 'system' ? lines.toSorted(byScore) : lines)
    call.out(`${segments === 1 ? '1 segment' : `${segments} segments`}. Score: penalty points a segment, lower is better; weights: ${scheme.name || scheme.id}.${choice ? ` Raters: ${raters.join(', ')}.` : ''}\n`) // prettier-ignore
  },
}
