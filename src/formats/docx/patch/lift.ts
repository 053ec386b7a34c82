/** Takes inline codes out of a document, so that they can be put where a person wants them. The words stay, and look as those around them. */
import { bytesOfPart, type Package } from '../package.ts'
import type { Paragraph, Range, Run } from '../paragraph.ts'
import type { Code } from '../read/codes.ts'
import type { Docx } from '../read.ts'
import { dressed, plainer, styleIn, styleless } from './markup.ts'
import { SourceEdits } from './source-edits.ts'

/** A code as it is put in: XML before and after the words, and the properties that their runs get. */
export interface Lifted {
  readonly open: string
  readonly close: string
  readonly dress: (own: string) => string
}

const hasWords = ({ atoms }: Run): boolean => atoms.some(({ text }) => text !== '')
const sameAround = (a: Run, b: Run): boolean => a.containers.length === b.containers.length && a.containers.every((container, i) => container === b.containers[i]) // prettier-ignore

/** Do these runs hold nothing but signs of a field, and stand beside each other in the same elements? */
const isWhole = (runs: readonly Run[]): boolean => runs.every(run => !hasWords(run) && sameAround(run, runs[0] as Run))

export class Lifter {
  readonly #source: string
  readonly edits: SourceEdits

  constructor(source: string) {
    this.#source = source
    this.edits = new SourceEdits(source)
  }

  #slice = (range: Range | null | undefined): string => (range ? this.#source.slice(range.from, range.to) : '')

  #properties(run: Run, properties: string): void {
    const place = run.properties ?? { from: run.start.to, to: run.start.to }
    if (properties !== this.#slice(run.properties)) this.edits.replace(place, properties)
  }

  /** A code that stands at a place; undefined where it cannot be parted from words. */
  point({ handle, placed }: Code): string | undefined {
    if (handle.kind === 'field') {
      const { runs } = placed.paragraph
      const all = runs.slice(runs.indexOf(handle.begin), runs.indexOf(handle.end) + 1)
      if (!isWhole(all)) return undefined
      const range = { from: handle.begin.from, to: handle.end.to }
      this.edits.replace(range, '')
      return this.#slice(range)
    }
    if (handle.kind !== 'atom') return undefined
    const { run, atom } = handle
    const isAlone = run.atoms.length === 1
    this.edits.replace(isAlone ? run : atom, '')
    if (isAlone) return this.#slice(run)
    const start = this.#slice(run.start)
    return `${start}${this.#slice(run.properties)}${this.#slice(atom)}</${/^<([\w.:-]+)/.exec(start)?.[1] ?? ''}>`
  }

  /** A code around words; undefined where it cannot be parted from them. */
  pair({ handle, placed, first, last }: Code): Lifted | undefined {
    const { runs } = placed.paragraph
    if (handle.kind === 'look') {
      const model = this.#slice(handle.runs[0]?.properties)
      const { plain } = handle
      for (const run of handle.runs)
        this.#properties(run, plain ? this.#slice(plain.properties) : plainer(this.#slice(run.properties)))
      return { open: '', close: '', dress: own => dressed(own, model) }
    }
    const inside = runs.slice(first, last + 1)
    const whole = { open: '', close: '' }
    if (handle.kind === 'element') {
      const { start, end, name } = handle.container
      this.edits.replace(start, '')
      if (end.to > end.from) this.edits.replace(end, '')
      Object.assign(whole, { open: this.#slice(start).replace(/\/>$/, '>'), close: `</${name}>` })
    } else if (handle.kind === 'field' && handle.separate) {
      const signs = runs.slice(runs.indexOf(handle.begin), runs.indexOf(handle.separate) + 1)
      if (!isWhole([...signs, handle.end])) return undefined
      const before = { from: handle.begin.from, to: handle.separate.to }
      this.edits.replace(before, '')
      this.edits.replace(handle.end, '')
      Object.assign(whole, { open: this.#slice(before), close: this.#slice(handle.end) })
    } else return undefined
    return { ...whole, dress: this.#linkLook(placed.paragraph, inside) }
  }

  /** Takes the look of a link or field from its words; gives what gives it to others. */
  #linkLook({ runs }: Paragraph, inside: readonly Run[]): Lifted['dress'] {
    const plain = this.#slice(runs.find(run => hasWords(run) && !inside.includes(run))?.properties)
    const model = this.#slice(inside.find(hasWords)?.properties)
    const style = styleIn(model)
    const name = /^<([\w.:-]+)/.exec(model)?.[1] ?? ''
    for (const run of inside.filter(hasWords)) {
      const own = this.#slice(run.properties)
      this.#properties(run, style === '' ? (own === model ? plain : own) : styleless(own))
    }
    return own => (style === '' ? (own === plain ? model : own) : dressed(own, `<${name}>${style}</${name}>`))
  }
}

/** The document without some pairs, and those by their ids. What cannot be taken out stays, and is not among them. */
export function lifted(file: Package, { stories }: Docx, codes: readonly Code[]) {
  const pairs = new Map<string, Lifted>()
  const parts: [string, Uint8Array][] = []
  for (const story of stories) {
    const own = codes.filter(({ placed }) => placed.story === story)
    if (own.length === 0) continue
    const lifter = new Lifter(story.source)
    for (const code of own) {
      const pair = lifter.pair(code)
      if (pair) pairs.set(code.mark.id, pair)
    }
    parts.push([story.part, bytesOfPart(lifter.edits.result(), file.text(story.part))])
  }
  return { file: file.with(parts), pairs }
}
