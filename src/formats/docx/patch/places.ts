/** Where what is put in belongs by the inline codes: in a run that stands in just those that it is to stand in, or beside a link that it is to stay out of. */
import type { Span } from '../../../text/span.ts'
import type { Code } from '../read/codes.ts'
import type { Container, Paragraph, Range, Run } from '../paragraph.ts'
import type { Host } from './hosts.ts'
import type { LineEdit } from './line-edits.ts'
import { plainer } from './markup.ts'

/** A pair as it stands in the corrected text. */
export interface PlacedCode extends Span {
  readonly code: Code
}

/** A place outside of any run: before or behind a tag, or a run that ends a field. */
export interface Beside {
  readonly tag: Range
  readonly side: 'before' | 'after'
  /** those around it, outermost first */
  readonly containers: readonly Container[]
  /** properties of runs there, as XML */
  readonly properties: string
}

export type Place = (Host & { readonly properties?: string }) | Beside

const isFrame = ({ handle }: Code): boolean => handle.kind === 'element' || handle.kind === 'field'
const same = (a: readonly Code[], b: readonly Code[]): boolean =>
  a.length === b.length && a.every(code => b.includes(code))

/** Has a run nothing but signs of fields? */
const isBare = ({ atoms }: Run): boolean => atoms.every(({ text }) => text === '')

export class Places {
  readonly #source: string
  readonly #runs: readonly Run[]
  readonly #placed: readonly PlacedCode[]
  readonly #codes = new Map<Run, readonly Code[]>()

  /** @param placed pairs of the paragraph, the outer ones first, where their words are in the corrected text */
  constructor(source: string, { runs }: Paragraph, placed: readonly PlacedCode[]) {
    this.#source = source
    this.#runs = runs
    this.#placed = placed
  }

  #of(run: Run): readonly Code[] {
    const known = this.#codes.get(run)
    if (known) return known
    const number = this.#runs.indexOf(run)
    const codes = this.#placed.flatMap(({ code }) => (code.first <= number && number <= code.last ? [code] : []))
    this.#codes.set(run, codes)
    return codes
  }

  #slice = (range: Range | null | undefined): string => (range ? this.#source.slice(range.from, range.to) : '')

  /** The properties of a run without what makes it look otherwise than plain words around it. */
  #plain(run: Run): string {
    const look = this.#of(run).findLast(code => !isFrame(code))
    if (look?.handle.kind !== 'look') return this.#slice(run.properties)
    const { plain } = look.handle
    return plain ? this.#slice(plain.properties) : plainer(this.#slice(run.properties))
  }

  /**
   * @param hosts the likeliest first @param edit of the paragraph's line
   * @returns undefined where there is nothing to stand in or beside
   */
  choose(hosts: readonly Host[], { from: start, to: end, place }: LineEdit): Place | undefined {
    const wanted = this.#placed.flatMap(({ code, from, to }) => from < to && from <= place.from && to >= place.to ? [code] : []) // prettier-ignore
    const fits = hosts.find(({ run }) => same(this.#of(run), wanted))
    if (fits) return fits
    const frames = wanted.filter(isFrame)
    const framed = hosts.find(({ run }) => same(this.#of(run).filter(isFrame), frames))
    if (framed) {
      const look = wanted.findLast(code => !isFrame(code))?.handle
      const properties = look?.kind === 'look' ? this.#slice(look.runs[0]?.properties) : this.#plain(framed.run)
      return { ...framed, properties }
    }
    for (const host of hosts) {
      const outer = this.#of(host.run).find(code => isFrame(code) && !frames.includes(code))
      if (!outer) continue
      // beside it only where none of its words are in between
      const { from, to } = outer.mark
      const at = outer.placed.at
      const side = end >= to - at ? 'after' : start <= from - at ? 'before' : undefined
      const beside = side && this.#beside(outer, side, wanted)
      if (beside) return beside
    }
    return hosts[0]
  }

  #beside({ handle, last }: Code, side: Beside['side'], wanted: readonly Code[]): Beside | undefined {
    const like = this.#runs.find(
      run => /\S/u.test(run.atoms.map(({ text }) => text).join('')) && same(this.#of(run), wanted),
    )
    const properties = this.#slice(like?.properties)
    if (handle.kind === 'element') {
      const { container } = handle
      const run = this.#runs[last]
      const containers = run?.containers.slice(0, run.containers.indexOf(container)) ?? []
      return { tag: side === 'after' ? container.end : container.start, side, containers, properties }
    }
    if (handle.kind !== 'field') return undefined
    const run = side === 'after' ? handle.end : handle.begin
    return isBare(run) ? { tag: run, side, containers: run.containers, properties } : undefined
  }
}
