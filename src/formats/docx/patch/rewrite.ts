/** The words of a story rewritten: in its own runs, and nothing else of it touched. */
import { firstWhere } from '../../../text/first-where.ts'
import { wordsOf } from './hosts.ts'
import { ParagraphWriter } from './paragraph-writer.ts'
import type { Placed } from '../read/layout.ts'
import type { PlacedCode } from './places.ts'
import { SourceEdits } from './source-edits.ts'
import type { Accepts } from '../change.ts'
import { linewise, type By, type LineEdit, type RewriteEdit } from './line-edits.ts'

/** The source of a story with edits of its text. @param placed its paragraphs, each a line of the text @param codes pairs as they are to stand in the corrected text */
export function rewrite(
  source: string,
  text: string,
  placed: readonly Placed[],
  given: readonly RewriteEdit[],
  codes: readonly PlacedCode[],
  accepts: Accepts,
): string {
  const edits = new SourceEdits(source)
  const { lines, removed } = linewise(text, placed, given)
  const lineText = ({ at, paragraph }: Placed): string => {
    const words = wordsOf(paragraph, accepts)
    return text.slice(at, at + (words.at(-1)?.to ?? 0))
  }
  const writer = new ParagraphWriter(edits, source)
  const inside = Map.groupBy(codes, ({ code }) => code.placed.paragraph)
  // those in others come first: what is written for the outer one holds them
  const order = [...placed.keys()].toSorted((a, b) => (placed[a]?.paragraph.to ?? 0) - (placed[b]?.paragraph.to ?? 0))
  for (const i of order) {
    const each = placed[i]
    const own = lines.get(i)
    if (!each || !own) continue
    writer.words(each.paragraph, lineText(each), own, inside.get(each.paragraph) ?? [], accepts)
  }
  // paragraphs that become one
  for (let i = 0; i < placed.length; i++) {
    const group: Placed[] = []
    let by: By = null
    for (let at = i; ; at++) {
      const each = placed[at]
      if (!each) break
      group.push(each)
      if (!removed.has(at) || !each.paragraph.joinsNext) break
      by = removed.get(at) ?? null
      if (by) {
        writer.markDeleted(each.paragraph, by)
        break
      }
    }
    if (group.length > 1 && !by) {
      writer.join(
        group.map(({ paragraph }, j) => ({ paragraph, empty: isEmptied(lineText(group[j]!), lines.get(i + j) ?? []) })),
      )
      i += group.length - 1
    }
  }
  writer.finish()
  return edits.result()
}

const isEmptied = (text: string, edits: readonly LineEdit[]): boolean =>
  edits.every(({ insert }) => insert === '') && edits.reduce((sum, { from, to }) => sum + to - from, 0) === text.length

/** The source of a story with XML put in at places of its text: in front of the character there, or behind the one before. */
export function putIn(
  source: string,
  placed: readonly Placed[],
  given: readonly { readonly at: number; readonly after: boolean; readonly raw: string }[],
  accepts: Accepts,
): string {
  const edits = new SourceEdits(source)
  const writer = new ParagraphWriter(edits, source)
  const byParagraph = new Map<Placed, { at: number; after: boolean; raw: string }[]>()
  for (const { at, after, raw } of given) {
    const found =
      placed[firstWhere(placed, each => (after ? each.at >= at : each.at > at)) - 1] ??
      placed[firstWhere(placed, each => each.at > at) - 1]
    if (!found) continue
    const mark = { at: at - found.at, after, raw }
    const own = byParagraph.get(found)
    if (own) own.push(mark)
    else byParagraph.set(found, [mark])
  }
  for (const [{ paragraph }, marks] of [...byParagraph].toSorted(([a], [b]) => a.paragraph.to - b.paragraph.to))
    writer.marks(paragraph, marks, accepts)
  writer.finish()
  return edits.result()
}
