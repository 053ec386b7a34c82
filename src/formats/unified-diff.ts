import { FILE_HEADERS_ONLY, formatPatch, type StructuredPatchHunk } from 'diff'
import { diffTexts } from '../text/diff/index.ts'
import type { Format } from './format.ts'

/** A block of lines to be replaced: half-open line numbers, from 0, in the old and the new text. */
interface Block {
  fromA: number
  toA: number
  fromB: number
  toB: number
}

/** Lines that stay, shown around a block, so that `patch` finds the place. */
const context = 3

/** Lines with their `\n`; the last may lack it. An empty text has no lines. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

/** For any offset the number of its line, which is the number of line ends before it: found by halving. */
const lineFinder = (lines: readonly string[]): ((offset: number) => number) => {
  const starts: number[] = [0]
  for (const line of lines) if (line.endsWith('\n')) starts.push((starts.at(-1) ?? 0) + line.length)
  return offset => {
    let [low, high] = [0, starts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? Infinity) <= offset) low = middle + 1
      else high = middle
    }
    return low - 1
  }
}

/** The hunks of words, grown to whole lines, joined where they meet, and without the lines that both sides share at their ends. */
const blocksOf = (a: string, b: string, linesA: readonly string[], linesB: readonly string[]): Block[] => {
  const [lineA, lineB] = [lineFinder(linesA), lineFinder(linesB)]
  const blocks: Block[] = []
  for (const hunk of diffTexts(a, b).hunks) {
    const end = (line: number, lines: readonly string[]): number => Math.min(line + 1, lines.length)
    const block = {
      fromA: lineA(hunk.fromA),
      toA: end(lineA(hunk.toA), linesA),
      fromB: lineB(hunk.fromB),
      toB: end(lineB(hunk.toB), linesB),
    }
    const last = blocks.at(-1)
    if (last && (block.fromA < last.toA || block.fromB < last.toB)) [last.toA, last.toB] = [block.toA, block.toB]
    else blocks.push(block)
  }
  for (const block of blocks) {
    while (block.fromA < block.toA && block.fromB < block.toB && linesA[block.fromA] === linesB[block.fromB]) {
      block.fromA++
      block.fromB++
    }
    while (block.toA > block.fromA && block.toB > block.fromB && linesA[block.toA - 1] === linesB[block.toB - 1]) {
      block.toA--
      block.toB--
    }
  }
  return blocks.filter(block => block.fromA < block.toA || block.fromB < block.toB)
}

/** A line of a patch, as jsdiff has it: without its end, whose lack is a line of its own. */
const line = (sign: string, text: string): string[] =>
  text.endsWith('\n') ? [sign + text.slice(0, -1)] : [sign + text, '\\ No newline at end of file']

/** Blocks whose context would meet stand under one heading. */
const groupsOf = (blocks: readonly Block[]): Block[][] => {
  const groups: Block[][] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    if (last && block.fromA - (last.at(-1)?.toA ?? 0) <= 2 * context) last.push(block)
    else groups.push([block])
  }
  return groups
}

const hunkOf = (
  group: readonly Block[],
  linesA: readonly string[],
  linesB: readonly string[],
): StructuredPatchHunk[] => {
  const [first, last] = [group[0], group.at(-1)]
  if (!first || !last) return []
  const before = Math.min(context, first.fromA)
  const after = Math.min(context, linesA.length - last.toA)
  const lines: string[] = []
  let at = first.fromA - before
  for (const block of group) {
    for (; at < block.fromA; at++) lines.push(...line(' ', linesA[at] ?? ''))
    for (; at < block.toA; at++) lines.push(...line('-', linesA[at] ?? ''))
    for (let b = block.fromB; b < block.toB; b++) lines.push(...line('+', linesB[b] ?? ''))
  }
  for (; at < last.toA + after; at++) lines.push(...line(' ', linesA[at] ?? ''))
  const [oldStart, newStart] = [first.fromA - before, first.fromB - before]
  const [oldLines, newLines] = [last.toA + after - oldStart, last.toB + after - newStart]
  return [{ oldStart: oldStart + 1, oldLines, newStart: newStart + 1, newLines, lines }]
}

/** What turns text a into text b, by whole lines, as `patch` applies it (POSIX diff -u). Nothing, where they are equal. */
export const unifiedDiff = (a: string, b: string, nameA: string, nameB: string): string => {
  if (a === b) return ''
  const [linesA, linesB] = [linesOf(a), linesOf(b)]
  const hunks = groupsOf(blocksOf(a, b, linesA, linesB)).flatMap(group => hunkOf(group, linesA, linesB))
  const names = { oldFileName: nameA, newFileName: nameB, oldHeader: undefined, newHeader: undefined }
  return formatPatch({ ...names, hunks }, FILE_HEADERS_ONLY)
}

/** From the machine translation to the corrected text. */
export const diff = {
  id: 'diff',
  label: 'Unified diff',
  extensions: ['diff', 'patch'],
  mediaType: 'text/x-diff',
  purpose: 'changes',
  write: article => unifiedDiff(article.mtText, article.text, 'mt.txt', 'corrected.txt'),
} as const satisfies Format
