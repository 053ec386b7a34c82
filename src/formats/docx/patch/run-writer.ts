/** A run written anew, in as many runs as it takes, each with its properties. */
import { isSeen, type Accepts } from '../change.ts'
import type { By } from './line-edits.ts'
import { byXml, piecesXml } from './markup.ts'
import type { Range, Run } from '../paragraph.ts'
import type { Insertion } from './hosts.ts'

/** A range of the paragraph's text that goes. */
export interface Deletion extends Range {
  readonly by: By
}

/** A range of the paragraph's text that is to look otherwise. */
export interface Look extends Range {
  /** properties of a run for it, as XML, by those that the run has */
  readonly dress: (own: string) => string
}

export interface Surroundings {
  readonly source: string
  readonly prefix: string
  /** a range of the source as it is to be written */
  readonly slice: (range: Range) => string
  readonly id: () => number
  /** XML outside of the tracked changes around the run */
  readonly outside: (raw: string) => string
  /** the end of a paragraph, and the beginning of the next, with what is around the run */
  readonly split: (by: By) => string
}

export class RunWriter {
  readonly #run: Run
  readonly #around: Surroundings
  #written = ''
  /** what closes the run that is being written; '' where none is */
  #closing = ''
  #state = ''

  constructor(run: Run, around: Surroundings) {
    this.#run = run
    this.#around = around
  }

  #close(): void {
    this.#written += this.#closing
    this.#closing = ''
    this.#state = ''
  }

  /** Goes on in a run of a kind. @param look its properties, where they are others than the run's */
  #open(kind: '' | 'ins' | 'del', by: By, look?: string): void {
    const { source, prefix, id } = this.#around
    const state = `${by ? `${kind} ${by.author} ${by.at}` : 'kept'} ${look ?? '-'}`
    if (this.#state === state) return
    this.#close()
    const { start, properties } = this.#run
    const run =
      source.slice(start.from, start.to).replace(/\/>$/, '>') +
      (look ?? (properties ? source.slice(properties.from, properties.to) : ''))
    const name = /^<([\w.:-]+)/.exec(run)?.[1] ?? `${prefix}r`
    this.#written += by ? `<${prefix}${kind} ${byXml(prefix, id(), by)}>${run}` : run
    this.#closing = by ? `</${name}></${prefix}${kind}>` : `</${name}>`
    this.#state = state
  }

  #insert({ text, raw, by, properties }: Insertion): void {
    if (raw !== undefined) {
      this.#close()
      this.#written += this.#around.outside(raw)
      return
    }
    for (const [i, line] of text.split('\n').entries()) {
      if (i > 0) {
        this.#close()
        this.#written += this.#around.split(by)
      }
      if (line === '') continue
      this.#open('ins', by, properties)
      this.#written += piecesXml(line, this.#around.prefix)
    }
  }

  #words(text: string, deleted: Deletion | undefined, whole: Range | null, look: Look | undefined): void {
    if (deleted && !deleted.by) return
    const { properties } = this.#run
    const own = properties ? this.#around.source.slice(properties.from, properties.to) : ''
    this.#open(deleted ? 'del' : '', deleted?.by ?? null, look?.dress(own))
    this.#written +=
      whole && !deleted ? this.#around.slice(whole) : piecesXml(text, this.#around.prefix, deleted !== undefined)
  }

  /** @param start where the run begins in the paragraph's text, of which all offsets are */
  write(
    start: number,
    insertions: readonly Insertion[],
    deletions: readonly Deletion[],
    looks: readonly Look[],
    accepts: Accepts,
  ): string {
    let at = start
    for (const atom of this.#run.atoms) {
      if (atom.text === '' || !isSeen(atom.changes, accepts)) {
        const object = this.#around.slice(atom)
        this.#open('', null)
        this.#written += object
        continue
      }
      const [from, to] = [at, at + atom.text.length]
      const cuts = [
        ...insertions.map(each => each.at),
        ...[...deletions, ...looks].flatMap(each => [each.from, each.to]),
      ]
      const ends = [...new Set([...cuts.filter(cut => cut > from && cut < to), to])].toSorted((a, b) => a - b)
      for (const end of ends) {
        for (const each of insertions) if (!each.after && each.at === at) this.#insert(each)
        const deleted = deletions.find(each => each.from < end && each.to > at)
        const look = looks.findLast(each => each.from < end && each.to > at)
        this.#words(atom.text.slice(at - from, end - from), deleted, end - at === atom.text.length ? atom : null, look)
        for (const each of insertions) if (each.after && each.at === end) this.#insert(each)
        at = end
      }
    }
    this.#close()
    return this.#written
  }
}
