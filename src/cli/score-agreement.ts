/** `score agreement`: how far the annotators of a file agree, over all its articles. */
import { basename } from 'node:path'
import { readFile } from '../app/imports/read-file.ts'
import { annotatorsIn, scoreAgreement, type FileAgreement } from '../app/score/score-agreement.ts'
import { messages } from '../i18n/index.ts'
import { printJson, textOption, textOptions, usage, type Call, type Command } from './command.ts'
import { readBytes } from './read-file.ts'

const rounded = (value: number | null): string => (value === null ? '–' : value.toFixed(2))

function printPair(call: Call, { a, b, texts, rows }: FileAgreement): void {
  const { names, fewest } = messages('en').annotation.agreement
  call.out(`A ${a}, B ${b}: ${texts === 1 ? '1 translation' : `${texts} translations`}\n`)
  const width = Math.max(...rows.map(({ id }) => names[id].length))
  for (const { id, value, low, high, n, isFew } of rows) {
    const interval = low === null || high === null ? '' : `${rounded(low)} to ${rounded(high)}`
    call.out(`  ${names[id].padEnd(width)}  ${rounded(value).padStart(6)}  ${interval.padEnd(15)}  ${String(n).padStart(7)}${isFew ? `  ${fewest}` : ''}\n`) // prettier-ignore
  }
}

export const agreement: Command = {
  name: 'agreement',
  usage: 'FILE',
  summary:
    'How far the annotators of a file agree, any two over all that both have looked at: F1 of spans, Krippendorff’s α, judgements; each with its 95 % interval and of how much it is.',
  takes: [1, 1],
  storeless: true,
  options: { rater: { type: 'string', multiple: true }, from: { type: 'string' } },
  help: {
    'rater NAME': 'pairs with this annotator only; given twice, of these two',
    'from FORMAT': 'how FILE is to be read (default: as its content and ending say): mqmtsv, esa, json',
  },
  notes: [
    messages('en').annotation.agreement.fewHelp,
    'Intervals are drawn over articles with all their translations, of one translation over its sentences (percentile bootstrap); those of judgements over paragraphs.',
  ],
  async run(call) {
    const [path = ''] = call.args
    const file = { name: basename(path), bytes: await readBytes(path), format: textOption(call, 'from') }
    const { documents } = (await readFile(file, call.chosen().files)).reading
    const named = textOptions(call, 'rater')
    const known = annotatorsIn(documents)
    const unknown = named.find(name => !known.includes(name))
    const told = known.slice(0, 20).map(name => `“${name}”`).join(', ') // prettier-ignore
    if (known.length < 2) throw usage('score agreement takes a file with two annotators or more')
    if (unknown !== undefined) throw usage(`no rater of the file is called “${unknown}”; its raters are ${told}`)
    const pairs = scoreAgreement(documents, named.length > 0 ? named : null)
    if (pairs.length === 0) throw usage('no two of these have looked at the same')
    if (call.json) return printJson(call, { pairs })
    for (const pair of pairs) printPair(call, pair)
  },
}
