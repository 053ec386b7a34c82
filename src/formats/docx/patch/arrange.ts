/** Puts inline codes where they are to stand in the corrected text: those that a person has put somewhere, and what stands at a place beside words that came. */
import { firstWhere } from '../../../text/first-where.ts'
import type { Span } from '../../../text/span.ts'
import { usualLimits } from '../../limits.ts'
import { acceptsAll } from '../change.ts'
import { bytesOfPart, type Package } from '../package.ts'
import { isTracked, type Container, type Paragraph } from '../paragraph.ts'
import type { Code } from '../read/codes.ts'
import { layOut, type Placed } from '../read/layout.ts'
import { codesIn, readDocx, type ReadAs } from '../read.ts'
import { wordsOf } from './hosts.ts'
import { Lifter, type Lifted } from './lift.ts'
import { ParagraphWriter } from './paragraph-writer.ts'
import type { Look } from './run-writer.ts'

/** A pair that was taken out, and the words that it is to stand around. */
export interface Wish extends Span {
  readonly pair: Lifted
}

/** Where something at a place is to stand: by their order in the document; `asked`: a person wants it there. */
export interface PointPlace {
  readonly from: number
  readonly asked: boolean
}

interface Raw {
  readonly at: number
  readonly after: boolean
  readonly raw: string
}

const around = (containers: readonly Container[]): readonly Container[] => containers.filter(each => !isTracked(each))
const isInCode = (containers: readonly Container[]): boolean => containers.some(({ code }) => code !== null)

/** What is to be put into the paragraphs of a part. */
class Arrangement {
  readonly #lifter: Lifter
  readonly #source: string
  readonly #placed: readonly Placed[]
  readonly #raws = new Map<Paragraph, Raw[]>()
  readonly #looks = new Map<Paragraph, Look[]>()

  /** @param placed the paragraphs of the part, sorted by where they stand in the text */
  constructor(source: string, placed: readonly Placed[]) {
    this.#source = source
    this.#lifter = new Lifter(source)
    this.#placed = placed
  }

  #find = (at: number): Placed | undefined => this.#placed[firstWhere(this.#placed, each => each.at > at) - 1]

  #put(paragraph: Paragraph, raw: Raw): void {
    const own = this.#raws.get(paragraph)
    if (own) own.push(raw)
    else this.#raws.set(paragraph, [raw])
  }

  /** As many of the words as stand in the same elements as the first of them; of one paragraph. */
  pair({ pair, from, to }: Wish): void {
    const found = this.#find(from)
    if (!found) return
    const { paragraph, at } = found
    const start = from - at
    const words = wordsOf(paragraph, acceptsAll).filter(each => each.to > start && each.from < to - at)
    const chain = around(words[0]?.run.containers ?? [])
    const foreign = words.find(({ run }) => {
      const own = around(run.containers)
      return own.length !== chain.length || own.some((container, i) => container !== chain[i])
    })
    const end = Math.max(start, Math.min(to - at, foreign?.from ?? words.at(-1)?.to ?? start))
    if (end === start) {
      this.#put(paragraph, { at: start, after: start > 0, raw: pair.open + pair.close })
      return
    }
    if (pair.open !== '') {
      this.#put(paragraph, { at: start, after: false, raw: pair.open })
      this.#put(paragraph, { at: end, after: true, raw: pair.close })
    }
    const looks = this.#looks.get(paragraph)
    const look = { from: start, to: end, dress: pair.dress }
    if (looks) looks.push(look)
    else this.#looks.set(paragraph, [look])
  }

  /** On that side of an edge where it stands in a link, or in none, as it did. A place that a person chose at the edge of one is outside of it. */
  point(code: Code, { from, asked }: PointPlace): boolean {
    const found = this.#find(from)
    const raw = found && this.#lifter.point(code)
    if (!found || raw === undefined) return false
    const at = from - found.at
    const words = wordsOf(found.paragraph, acceptsAll)
    const before = words.findLast(each => each.from < at && each.to >= at)?.run
    const after = words.find(each => each.from <= at && each.to > at)?.run
    const { handle } = code
    const wanted = !asked && handle.kind === 'atom' && isInCode(handle.run.containers)
    const isFit = before !== undefined && (!after || isInCode(before.containers) === wanted || isInCode(after.containers) !== wanted) // prettier-ignore
    this.#put(found.paragraph, { at, after: isFit, raw })
    return true
  }

  result(): string {
    const writer = new ParagraphWriter(this.#lifter.edits, this.#source)
    const paragraphs = new Set([...this.#raws.keys(), ...this.#looks.keys()])
    for (const paragraph of [...paragraphs].toSorted((a, b) => a.to - b.to))
      writer.marks(paragraph, this.#raws.get(paragraph) ?? [], acceptsAll, this.#looks.get(paragraph))
    writer.finish()
    return this.#lifter.edits.result()
  }
}

/**
 * @param file with the corrected text @param points for each code that stands at a place, in the order of the document, where it is to stand
 * @returns how many could not be put there
 */
export function arrange(
  file: Package,
  as: ReadAs,
  wishes: readonly Wish[],
  points: readonly PointPlace[],
): { readonly file: Package; readonly failed: number } {
  const docx = readDocx(file, usualLimits, as)
  const layout = layOut(docx.stories, acceptsAll, docx.titleParagraph)
  const found = codesIn(docx, layout).filter(({ mark }) => mark.kind === 'point')
  const moved = points.flatMap((place, i) => {
    const code = found.length === points.length ? found[i] : undefined
    return code && code.mark.from !== place.from ? [{ code, place }] : []
  })
  if (wishes.length + moved.length === 0) return { file, failed: 0 }
  let failed = 0
  const parts = docx.stories.flatMap(story => {
    const placed = layout.placed.filter(each => each.story === story)
    const [first, last] = [placed[0]?.at ?? 0, placed.at(-1)]
    const next = last && layout.placed[layout.placed.indexOf(last) + 1]
    const isHere = (at: number): boolean => placed.length > 0 && at >= first && (!next || at < next.at)
    const arrangement = new Arrangement(story.source, placed)
    for (const wish of wishes) if (isHere(wish.from)) arrangement.pair(wish)
    for (const { code, place } of moved)
      if (isHere(place.from) && code.placed.story === story && !arrangement.point(code, place)) failed++
    const written = arrangement.result()
    return written === story.source ? [] : [[story.part, bytesOfPart(written, file.text(story.part))] as const]
  })
  return { file: file.with(parts), failed }
}
