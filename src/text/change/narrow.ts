import { ChangeSet } from '@codemirror/state'
import { diffParagraph, diffTexts, type Hunk } from '../diff/index.ts'
import { hasWord } from '../word-edges.ts'
import { applyChange, changeOf, editsOf, type Edit } from './edits.ts'

const hunksOf = (a: string, b: string): readonly Hunk[] =>
  a.includes('\n') || b.includes('\n') ? diffTexts(a, b).hunks : diffParagraph(a, b)

/** Edits with nothing but spaces and signs between them, as one: moving a space about is then seen to be nothing. */
function inGroups(edits: readonly Edit[], parent: string): Edit[] {
  const groups: Edit[] = []
  for (const edit of edits) {
    const last = groups.at(-1)
    const between = last && parent.slice(last.to, edit.from)
    if (last === undefined || between === undefined || hasWord(between)) groups.push(edit)
    else groups[groups.length - 1] = { from: last.from, to: edit.to, insert: last.insert + between + edit.insert }
  }
  return groups
}

/** What of an edit is a change: the words that differ, each where it stands. */
function narrowEdit({ from, to, insert }: Edit, parent: string): Edit[] {
  const removed = parent.slice(from, to)
  if (removed === insert) return []
  if (removed === '' || insert === '') return [{ from, to, insert }]
  return hunksOf(removed, insert).map(hunk => ({
    from: from + hunk.fromA,
    to: from + hunk.toA,
    insert: insert.slice(hunk.fromB, hunk.toB),
  }))
}

/**
 * The same change with every replaced range narrowed to what differs in it: a pasted paragraph with one other word is one
 * changed word, what is deleted and typed again is nothing. `.empty` exactly where the text stays the same.
 */
export function narrow(change: ChangeSet, parent: string): ChangeSet {
  if (change.empty) return ChangeSet.empty(parent.length)
  const groups = inGroups(editsOf(change), parent)
  const narrowed = changeOf(
    groups.flatMap(edit => narrowEdit(edit, parent)),
    parent.length,
  )
  return !narrowed.empty && applyChange(parent, narrowed) === parent ? ChangeSet.empty(parent.length) : narrowed
}

/** What turns one text into another, by our diff. */
export const changeBetween = (a: string, b: string): ChangeSet =>
  changeOf(
    diffTexts(a, b).hunks.map(hunk => ({ from: hunk.fromA, to: hunk.toA, insert: b.slice(hunk.fromB, hunk.toB) })),
    a.length,
  )

/**
 * The same where line n of one text belongs to line n of the other, as segments do: no change goes over the end of a line.
 * @throws RangeError where they have not equally many lines
 */
export function changeByLines(a: string, b: string): ChangeSet {
  const [before, after] = [a.split('\n'), b.split('\n')]
  if (before.length !== after.length)
    throw new RangeError(`A text of ${before.length} lines cannot be changed line by line to one of ${after.length}`)
  const edits: Edit[] = []
  let start = 0
  for (const [i, line] of before.entries()) {
    const other = after[i] ?? ''
    if (line !== other)
      for (const { fromA, toA, fromB, toB } of diffParagraph(line, other))
        edits.push({ from: start + fromA, to: start + toA, insert: other.slice(fromB, toB) })
    start += line.length + 1
  }
  return changeOf(edits, a.length)
}
