/** Looks quickly where wordings may stand in a folded text, so that only the paragraphs around are read by the lexicon. */
import { fold } from '../../text/fold.ts'
import type { Term } from '../wording.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Element, Sequence } from './compile.ts'
import { wordingSequences } from './wordings.ts'

export interface RawScan {
  /** folded; a text in which a wording stands has at least one of them */
  readonly needles: readonly string[]
  /** where one may stand in a folded text (`fold`); global */
  readonly pattern: RegExp
}

/** What the forms of a word begin with, none of which begins another; and how much longer than these a form may be. */
interface Stems {
  readonly stems: readonly string[]
  readonly tail: number
}

function stemsOf(element: Element): Stems {
  if (element.kind === 'slot' || element.kind === 'gap') throw new Error('a wording has only words')
  const forms = [...new Set(Array.from(element.forms.keys(), form => fold(form).text))].sort()
  const stems = forms.filter((form, i) => !forms.slice(0, i).some(other => form.startsWith(other)))
  const longest = Math.max(...forms.map(form => form.length))
  return { stems, tail: longest - Math.min(...stems.map(stem => stem.length)) }
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

const patternOf = (sequence: readonly Stems[]): string =>
  sequence
    .map(({ stems, tail }, i) => {
      const any = `(?:${stems.map(escaped).join('|')})`
      // after the last word nothing need be matched
      return i === sequence.length - 1 ? any : `${any}[^ \\n]{0,${tail}}? *`
    })
    .join('')

const isWord = (stem: string): boolean => /^[\p{L}\p{N}]/u.test(stem)

/** The rarest that all texts have in which the sequence stands: words that have one form each as one needle, else the longest word. */
function needlesOf(sequence: readonly Stems[]): readonly string[] {
  const runs: (readonly string[])[] = []
  let fixed = ''
  for (const { stems, tail } of sequence) {
    const joins = fixed !== '' && stems.every(isWord)
    runs.push(joins ? stems.map(stem => `${fixed} ${stem}`) : stems)
    const [only] = stems
    fixed =
      tail === 0 && stems.length === 1 && only !== undefined && isWord(only) ? (joins ? `${fixed} ${only}` : only) : ''
  }
  const shortest = (run: readonly string[]): number => Math.min(...run.map(needle => needle.length))
  return runs.reduce((best, run) => (shortest(run) > shortest(best) ? run : best))
}

const isNeeded = (needle: string, i: number, all: readonly string[]): boolean =>
  !all.some((other, j) => j !== i && needle.includes(other) && (needle !== other || j < i))

/** @param wordings at least one, with words */
export function rawScan(wordings: readonly Term[], lexicon: Lexicon): RawScan {
  const sequences = wordingSequences(wordings, lexicon).map((sequence: Sequence) => sequence.map(stemsOf))
  const patterns = [...new Set(sequences.map(patternOf))]
  return {
    needles: [...new Set(sequences.flatMap(needlesOf))].filter(isNeeded),
    pattern: new RegExp(patterns.join('|'), 'gu'),
  }
}
