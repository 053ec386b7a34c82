/** How right findings are on an annotated text, and how many there are on a good one. Spans overlap or they do not. */
import { readFileSync } from 'node:fs'
import type { Span } from '../../src/text/span.ts'
import { overlaps } from '../../src/text/span.ts'
import { countWords } from '../../src/text/words.ts'

export interface Marked extends Span {
  readonly check: string
  readonly fixes: readonly string[]
}
export type Checker = (text: string) => readonly Marked[]

export interface Annotated {
  readonly text: string
  readonly flags: readonly (Span & { readonly correction: string })[]
}

export interface Quality {
  readonly findings: number
  readonly right: number
  readonly gold: number
  readonly found: number
  readonly withFix: number
  readonly fixRight: number
}

/** Longer findings count as wrong: to mark whole sentences would find everything. */
const longest = 60

const tokens = (text: string): string => text.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu)?.join(' ') ?? ''

/** Does the first fix give the annotator's correction, over the union of both spans? */
function agrees(text: string, found: Marked, flag: Annotated['flags'][number]): boolean {
  const [from, to] = [Math.min(found.from, flag.from), Math.max(found.to, flag.to)]
  const by = (span: Span, words: string) => tokens(text.slice(from, span.from) + words + text.slice(span.to, to))
  return by(found, found.fixes[0] ?? '') === by(flag, flag.correction)
}

export function qualityOf({ text, flags }: Annotated, findings: readonly Marked[]): Quality {
  const right = findings.filter(f => f.to - f.from <= longest && flags.some(flag => overlaps(f, flag)))
  const found = flags.filter(flag => right.some(f => overlaps(f, flag)))
  const withFix = found.filter(flag => right.some(f => overlaps(f, flag) && f.fixes.length > 0))
  const fixRight = withFix.filter(flag =>
    right.some(f => overlaps(f, flag) && f.fixes.length > 0 && agrees(text, f, flag)),
  )
  return {
    findings: findings.length,
    right: right.length,
    gold: flags.length,
    found: found.length,
    withFix: withFix.length,
    fixRight: fixRight.length,
  }
}

/** As an annotated text's flags.json has them, and the corpus. */
interface Flag extends Span {
  readonly revision?: number
  readonly dismissed?: unknown
  readonly correction?: string
  readonly suggestion?: string
}

/** An annotated text: NAME.flags.json with NAME.mt.txt beside it, or a corpus folder's flags.json and mt.txt. */
export function readAnnotated(flagsFile: string): Annotated {
  const text = readFileSync(flagsFile.replace(/flags\.json$/, 'mt.txt'), 'utf8')
  const entries = JSON.parse(readFileSync(flagsFile, 'utf8')) as readonly Flag[]
  const flags = entries
    .filter(flag => (flag.revision ?? 0) === 0 && !flag.dismissed)
    .map(flag => ({
      from: flag.from,
      to: flag.to,
      correction: flag.correction ?? flag.suggestion ?? '',
    }))
  return { text, flags }
}

export const perThousand = (texts: readonly string[], check: Checker): number =>
  (1000 * texts.reduce((sum, text) => sum + check(text).length, 0)) /
  Math.max(
    1,
    texts.reduce((sum, text) => sum + countWords(text), 0),
  )
