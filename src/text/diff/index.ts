import { diffArrays } from 'diff'
import type { Hunk, Row, TextDiff } from './types.ts'

export type { Hunk, Row, RowKind, TextDiff } from './types.ts'

/** What changed inside one paragraph (or several, with their line breaks), in words, as a person reads it. */
export function diffParagraph(a: string, b: string): Hunk[] {
  const token = /[\p{L}\p{N}\p{M}]+(?:[:-][\p{L}\p{N}\p{M}]+)*|\s+|[^\s\p{L}\p{N}\p{M}]\p{M}*/gu
  const hunks: Hunk[] = []
  let [atA, atB, fromA, fromB] = [0, 0, 0, 0]
  for (const part of diffArrays(a.match(token) ?? [], b.match(token) ?? [])) {
    const length = part.value.reduce((sum, each) => sum + each.length, 0)
    if (part.added) atB += length
    else if (part.removed) atA += length
    else {
      if (atA > fromA || atB > fromB) hunks.push({ fromA, toA: atA, fromB, toB: atB })
      fromA = atA += length
      fromB = atB += length
    }
  }
  if (atA > fromA || atB > fromB) hunks.push({ fromA, toA: a.length, fromB, toB: b.length })
  return hunks
}

/** The differences of two texts, and their paragraphs side by side. Always a result, in bounded time. */
export function diffTexts(a: string, b: string): TextDiff {
  const rows: Row[] = []
  let [fromA, fromB] = [0, 0]
  const [linesA, linesB] = [a.split('\n'), b.split('\n')]
  for (let at = 0; at < Math.max(linesA.length, linesB.length); at++) {
    const [lineA, lineB] = [linesA[at], linesB[at]]
    const [toA, toB] = [fromA + (lineA?.length ?? 0), fromB + (lineB?.length ?? 0)]
    const kind = lineA === undefined ? 'inserted' : lineB === undefined ? 'removed' : lineA === lineB ? 'same' : 'changed'
    rows.push({ fromA, toA, fromB, toB, kind })
    fromA = Math.min(a.length, toA + 1)
    fromB = Math.min(b.length, toB + 1)
  }
  return { rows, hunks: diffParagraph(a, b) }
}
