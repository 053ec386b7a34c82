import { fill, messages, type Language } from '../../i18n/index.ts'
import { codeName, codeSides, codeSign } from '../../text/code-sign.ts'
import type { Desk } from '../../wire/desk.ts'
import type { MarkView } from '../../wire/mark.ts'
import { runsOf, type CodeMark, type Run } from './runs.ts'
import { seen } from './seen.ts'

/** The signs of codes where the machine's text or the head has them. */
export function codeMarks(language: Language, marks: readonly MarkView[], side: 'mt' | 'head'): readonly CodeMark[] {
  const { codes } = messages(language)
  const standing = marks.map(mark =>
    side === 'mt' ? { ...mark, ...mark.mt, lost: false } : { ...mark, lost: mark.gone },
  )
  return codeSides(standing).map(({ at, side, code: { label, lost } }) => ({
    at,
    side,
    lost,
    sign: seen(codeSign(label, side)),
    name: fill(language, lost ? codes.lost : codes[side], { label: seen(codeName(label)) }),
  }))
}

/** A code as its page tells of it. */
export interface CodeEntry {
  readonly id: string
  /** counts through the page: of the address of its place there */
  readonly n: number
  readonly label: string
  readonly sign: string
  readonly kind: MarkView['kind']
  readonly lost: boolean
  readonly stood: string
  readonly where: string
}

/** A paragraph of the head that has codes. */
export interface CodeParagraph {
  readonly n: number
  readonly runs: readonly Run[]
  readonly codes: readonly CodeEntry[]
}

/** As many characters as tell a place. */
const nearby = 24

const cut = (words: string): string =>
  words.length > 2 * nearby ? `${words.slice(0, 2 * nearby).toWellFormed()}…` : words

function whereOf(language: Language, line: string, from: number, to: number): string {
  const { page } = messages(language).codes
  const inLine = (words: string): string => seen(words.toWellFormed().replaceAll('\u2028', ' ').trim())
  if (from < to) return fill(language, page.around, { words: inLine(cut(line.slice(from, to))) })
  const before = inLine(line.slice(Math.max(0, from - nearby), from))
  const after = inLine(line.slice(to, to + nearby))
  const sentence = before && after ? page.between : after ? page.atStart : before ? page.atEnd : page.empty
  return fill(language, sentence, { before, after })
}

/** @param chosen those that are told of */
export function codeParagraphs(
  language: Language,
  { head, marks }: Pick<Desk, 'head' | 'marks'>,
  chosen: readonly MarkView[],
): readonly CodeParagraph[] {
  const { codes } = messages(language)
  const signs = codeMarks(language, marks, 'head')
  const paragraphs: CodeParagraph[] = []
  let [from, line] = [0, 0]
  const sorted = chosen.map((mark, i) => ({ mark, n: i + 1 })).toSorted((a, b) => a.mark.from - b.mark.from)
  let at = 0
  for (const words of head.text.split('\n')) {
    const to = from + words.length
    const entries: CodeEntry[] = []
    for (; at < sorted.length && (sorted[at]?.mark.from ?? 0) <= to; at++) {
      const { mark, n } = sorted[at] as (typeof sorted)[number]
      entries.push({
        id: mark.id,
        n,
        label: seen(codeName(mark.label)),
        sign: seen(codeSign(mark.label, mark.kind === 'pair' ? 'both' : 'point')),
        kind: mark.kind,
        lost: mark.gone,
        stood: mark.words && fill(language, codes.stood, { words: seen(cut(mark.words)) }),
        where: whereOf(language, words, mark.from - from, Math.min(mark.to, to) - from),
      })
    }
    if (entries.length > 0)
      paragraphs.push({ n: line + 1, runs: runsOf(head.text, from, to, 'ins', [], [], signs), codes: entries })
    from = to + 1
    line += 1
  }
  return paragraphs
}
