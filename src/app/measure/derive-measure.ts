import type { TextDiff } from '../../text/diff/index.ts'
import { lineNumbers } from '../../text/line-numbers.ts'
import { countWords } from '../../text/words.ts'
import { addSums, noSums, type Sums } from './figures.ts'
import { countErrors, findErrors, type ErrorCounts, type FoundError, type Known } from './find-errors.ts'
import { measureTexts, type MeasuredParagraph, type MeasuredSentence } from './measure-texts.ts'
import { placeErrors } from './place-errors.ts'

/** All that a translation's measure is derived from, and nothing else. */
export interface Grown {
  readonly mt: string
  readonly head: string
  readonly known: Known
}

export interface SentenceDetail extends MeasuredSentence {
  readonly errors: readonly FoundError[]
}

export interface ParagraphDetail extends Omit<MeasuredParagraph, 'sentences' | 'hunks'> {
  readonly sentences: readonly SentenceDetail[]
  /** whether whoever errors are told by has looked there; else that there are none says nothing */
  readonly isLookedAt: boolean
}

/** A paragraph of the MT that took much work. */
export interface Worst {
  /** of the MT, from 0 */
  readonly line: number
  readonly edits: number
  readonly referenceWords: number
  readonly errors: ErrorCounts
}

export interface Derived {
  /** in the head's order; without blank ones */
  readonly paragraphs: readonly ParagraphDetail[]
  /** of the MT where its errors were looked for, and of the head */
  readonly words: number
  readonly headWords: number
  /** pairs of sentences where errors were looked for */
  readonly segments: number
  readonly sums: Sums
  readonly errors: ErrorCounts
  readonly open: ErrorCounts
  readonly annotators: number
  readonly worst: readonly Worst[]
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** So many worst paragraphs are kept. */
const mostWorst = 3

/** Those that took most edits; of equals the ones with most errors, then the first. */
function worstOf(paragraphs: readonly ParagraphDetail[]): Worst[] {
  return paragraphs
    .map(({ line, sums: { ter }, sentences }) => {
      const errors = countErrors(sentences.flatMap(each => each.errors))
      const [edits = 0, referenceWords = 0] = ter
      return { line, edits, referenceWords, errors, found: errors.reduce((sum, [, , count]) => sum + count, 0) }
    })
    .filter(({ edits, found }) => edits > 0 || found > 0)
    .sort((a, b) => b.edits - a.edits || b.found - a.found || a.line - b.line)
    .slice(0, mostWorst)
    .map(({ found: _found, ...worst }) => worst)
}

/** What a translation measures, and each of its paragraphs and sentences. The same texts and errors always measure the same. */
export function deriveMeasure({ mt, head, known }: Grown, diff: TextDiff): Derived {
  const lineOf = lineNumbers(mt)
  const measured = measureTexts(mt, head, diff, lineOf)
  const { errors, open, annotators, isLookedAt } = findErrors(known, measured, diff, lineOf)
  const errorsOf = placeErrors(
    measured.flatMap(({ sentences }) => sentences),
    errors,
  )
  const paragraphs = measured.map(({ sentences, hunks: _hunks, ...paragraph }) => ({
    ...paragraph,
    isLookedAt: isLookedAt(paragraph.line),
    sentences: sentences.map(each => ({ ...each, errors: errorsOf(each) })),
  }))
  const sentences = paragraphs.flatMap(paragraph => (paragraph.isLookedAt ? paragraph.sentences : []))
  return {
    paragraphs,
    words: sum(sentences.map(({ words }) => words)),
    headWords: countWords(head),
    segments: sentences.length,
    sums: paragraphs.map(({ sums }) => sums).reduce(addSums, noSums),
    errors: countErrors(errors),
    open,
    annotators,
    worst: worstOf(paragraphs),
  }
}
