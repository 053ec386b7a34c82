/**
 * The text diff beside jsdiff's diffWords and git's word diff, in one run: median time, and tokens (words and
 * punctuation) marked before hunks are joined, beside the shortest script's. See `--help`.
 */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { compareTexts } from '../src/text/diff/compare.ts'
import { diffTexts } from '../src/text/diff/index.ts'
import { casesOf, type Case } from './lib/diff-cases.ts'
import { goldInCorpus, jsdiffHunks, missedCorrections, ourHunks, readGold } from './lib/diff-gold.ts'
import { minimalMarks, tokenIds } from './lib/diff-minimal.ts'
import { measureDiffWords, measureGit, medianTime, type Measured } from './lib/diff-rivals.ts'

const help = `node bench/diff.ts [FLAGS.json] [options]
  FLAGS.json          the annotated article (beside it NAME.mt.txt and NAME.corrected.txt, or a corpus folder)
  --words 500,5000    sizes            --edits 1,10,40    per cent of the words
  --shapes plain,moved,line,rewritten,kinds
  --only gold|speed   one half         --no-rivals        without diffWords and git
  --cap 20            seconds diffWords has             --seed 1`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    words: { type: 'string', default: '500,5000,50000,500000' },
    edits: { type: 'string', default: '1,10,40' },
    shapes: { type: 'string', default: 'plain,moved,line,rewritten,kinds' },
    only: { type: 'string' },
    rivals: { type: 'boolean', default: true },
    cap: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', default: false },
  },
})

const numbers = (list: string): number[] => list.split(',').map(Number)
const ms = (value: number): string =>
  value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0)
const count = (value: number | undefined): string => value?.toLocaleString('en') ?? ''
/** Longer scripts than this are not searched for: the search is quadratic. */
const LONGEST_SCRIPT = 50_000

async function speed(): Promise<void> {
  const choice = {
    words: numbers(values.words),
    edits: numbers(values.edits),
    shapes: values.shapes.split(','),
    seed: Number(values.seed),
  }
  const header = ['ours ms', 'diffWords', 'git', '÷diffW.', 'marked', 'shortest', 'ratio', 'diffWords', 'git']
  console.log(''.padEnd(44) + header.map(each => each.padStart(10)).join(''))
  const over: string[] = []
  for (const each of casesOf(choice)) await row(each, over)
  console.log(over.length === 0 ? '\nall within the aims' : `\noutside the aims:\n  ${over.join('\n  ')}`)
}

async function row({ name, a, b }: Case, over: string[]): Promise<void> {
  const ours = medianTime(() => diffTexts(a, b))
  const { marked } = compareTexts(a, b)
  const shortest = minimalMarks(...tokenIds(a, b), LONGEST_SCRIPT)
  const words: Measured = values.rivals ? await measureDiffWords(a, b, Number(values.cap) * 1000) : null
  const git: Measured = values.rivals ? measureGit(a, b) : null
  const ratio = shortest === null || shortest === 0 ? null : marked / shortest
  const cells = [
    ms(ours),
    words ? ms(words.ms) : values.rivals ? `> ${values.cap} s` : '',
    git ? ms(git.ms) : '',
    words ? (ours / words.ms).toFixed(2) : '',
    count(marked),
    shortest === null ? '' : count(shortest),
    ratio === null ? '' : ratio.toFixed(3),
    count(words?.marked),
    count(git?.marked),
  ]
  console.log(name.padEnd(44) + cells.map(cell => cell.padStart(10)).join(''))
  if (words && ours > 1.1 * words.ms) over.push(`${name}: ${(ours / words.ms).toFixed(2)} × diffWords`)
  if (ratio !== null && ratio > 1.06) over.push(`${name}: ${ratio.toFixed(3)} × the shortest script`)
  if (name.startsWith('50,000 words, 10 %') && ours > 100) over.push(`${name}: ${ms(ours)} ms, aim 100`)
  if (name.startsWith('500,000 words, 40 %') && ours > 1000) over.push(`${name}: ${ms(ours)} ms, aim 1,000`)
}

function gold(): void {
  const file = positionals[0] ?? goldInCorpus(fileURLToPath(new URL('../corpus', import.meta.url)))
  const article = file === undefined ? null : readGold(file)
  if (!article || article.flags.length === 0) {
    console.log(`no annotated article at ${file ?? 'corpus/lka-niedersachsen…/flags.json'}`)
    return
  }
  const missed = missedCorrections(article, ourHunks(article))
  const all = article.flags.length
  const of = (hunks: ReturnType<typeof ourHunks>): string =>
    `${all - missedCorrections(article, hunks).length} of ${all}`
  console.log(`\ncorrections that are one hunk of their own (aim 54 of 57): ${all - missed.length} of ${all}`)
  console.log(`  diffWords ${of(jsdiffHunks(article))}`)
  for (const { text, correction } of missed) console.log(`  not so: ${text} → ${correction}`)
}

if (values.help) console.log(help)
else {
  if (values.only !== 'gold') await speed()
  if (values.only !== 'speed') gold()
}
