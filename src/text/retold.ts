/** What became of words of a text in another telling of it: a newer machine translation of the same article, or another system's. */
import type { Hunk, TextDiff } from './diff/index.ts'
import { findAgain } from './found.ts'
import { RowsOfA, type Beside } from './retold/rows.ts'
import type { Span } from './span.ts'
import { growsEnd, growsStart, wordEnd, wordStart } from './word-edges.ts'
import { countWords } from './words.ts'

/**
 * The same words stand there; others do; or it cannot be told. `at` is where, in the second text; of words that are gone, what stands
 * for them, and null where nothing does. `exact`: no more than what stands for those words, and not a longer passage around them.
 */
export type Retold =
  | { readonly is: 'there'; readonly at: Span }
  | { readonly is: 'gone'; readonly at: Span | null; readonly exact: boolean }
  | { readonly is: 'unsure'; readonly at: Span | null }

/** A passage that is so much longer than the words, in words, does not tell what became of them. */
const longerBy = 3
/** Words of so many letters, or several, do not stand in a passage by chance. */
const ownLength = 8

const isOwn = (words: string): boolean => countWords(words) > 1 || words.trim().length >= ownLength

/** Whether a hunk touches a span: overlaps it, or makes its first or last word another one; a point, whatever touches it. */
function touches({ fromA, toA, fromB, toB }: Hunk, { from, to }: Span, words: string, b: string): boolean {
  if (from === to) return fromA <= from && toA >= from
  if (fromA < to && toA > from) return true
  // with what stands beside it: of `hus bil` → `hus-bil` only the dash is new
  const grownBefore = toA === from && growsStart(b.slice(Math.max(0, fromB - 2), toB), words)
  return grownBefore || (fromA === to && growsEnd(words, b.slice(fromB, toB + 2)))
}

/** Tells of any number of spans of `a` what became of them in `b`; `diff` is the comparison of both. */
export class Retelling {
  private readonly a: string
  private readonly b: string
  private readonly rows: RowsOfA

  constructor(a: string, b: string, diff: TextDiff) {
    this.a = a
    this.b = b
    this.rows = new RowsOfA(a, b, diff)
  }

  tell(span: Span): Retold {
    const words = this.a.slice(span.from, span.to)
    const beside = this.rows.holding(span)
    if (!beside || !beside.sure) return this.elsewhere(words, beside?.row.kind === 'removed')
    const touching = beside.hunks.filter(hunk => touches(hunk, span, words, this.b))
    if (touching.length === 0) return this.kept(span, words, beside)
    const passage = this.passage(span, touching)
    const inside = findAgain(words, this.b.slice(passage.b.from, passage.b.to), 2)
      .map(({ from, to }) => ({ from: passage.b.from + from, to: passage.b.from + to }))
      .filter(at => this.stand(words, at))
    const [only] = inside
    if (only && inside.length === 1 && (isOwn(words) || passage.tight)) return { is: 'there', at: only }
    if (inside.length > 0) return { is: 'unsure', at: passage.b }
    const moved = isOwn(words) ? this.inParagraph(words, beside) : null
    return moved ? { is: 'unsure', at: moved } : { is: 'gone', at: passage.b, exact: passage.tight }
  }

  /** Words that nothing touches: there, unless all around them is other, so that they may stand there by chance. */
  private kept(span: Span, words: string, { row, hunks }: Beside): Retold {
    const before = hunks.findLast(hunk => hunk.toA <= span.from)
    const after = hunks.find(hunk => hunk.fromA >= span.to)
    const shift = before ? before.toB - before.toA : row.fromB - row.fromA
    const at = { from: span.from + shift, to: span.to + shift }
    const around = this.a.slice(before?.toA ?? row.fromA, span.from) + this.a.slice(span.to, after?.fromA ?? row.toA)
    const alone = (before !== undefined || after !== undefined) && countWords(around) === 0
    return alone && !isOwn(words) ? { is: 'unsure', at } : { is: 'there', at }
  }

  /** What stands for the span and for all of the hunks that touch it; `tight` where that is little more than the span. */
  private passage(span: Span, touching: readonly Hunk[]): { readonly b: Span; readonly tight: boolean } {
    const [first, last] = [touching[0], touching.at(-1)]
    if (!first || !last) throw new RangeError('no hunk touches the span')
    const from = first.fromB - Math.max(0, first.fromA - span.from)
    const to = last.toB + Math.max(0, span.to - last.toA)
    // a word that has grown is told whole
    const b = {
      from: /\s/.test(this.b.charAt(from)) ? from : wordStart(this.b, from),
      to: /\s/.test(this.b.charAt(to - 1)) ? to : wordEnd(this.b, to),
    }
    const whole = this.a.slice(Math.min(span.from, first.fromA), Math.max(span.to, last.toA))
    return { b, tight: countWords(whole) - countWords(this.a.slice(span.from, span.to)) < longerBy }
  }

  private inParagraph(words: string, { row }: Beside): Span | null {
    const [found] = findAgain(words, this.b.slice(row.fromB, row.toB), 1)
    if (!found) return null
    const at = { from: row.fromB + found.from, to: row.fromB + found.to }
    return this.stand(words, at) ? at : null
  }

  /** To the letter, and not as a part of another word. */
  private stand(words: string, { from, to }: Span): boolean {
    const grown =
      growsStart(this.b.slice(Math.max(0, from - 2), from), words) || growsEnd(words, this.b.slice(to, to + 2))
    return !grown && this.b.slice(from, to) === words
  }

  /** Of words whose paragraph has none beside it: gone only where they stand nowhere. */
  private elsewhere(words: string, removed: boolean): Retold {
    if (words.trim() === '') return { is: 'unsure', at: null }
    const [found] = findAgain(words, this.b, 1)
    if (found) return { is: 'unsure', at: found }
    return removed || isOwn(words) ? { is: 'gone', at: null, exact: false } : { is: 'unsure', at: null }
  }
}
