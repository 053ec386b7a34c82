import type { ExportedArticle } from '../format.ts'

/** A name without what would part a row or a line. */
export const nameOf = (text: string): string => text.replace(/[\t\n\r\u2028]/g, ' ')

/** Names of articles and systems in a file of several: translations of one article have one name for it, and no two things share one. */
export class Names {
  readonly #documents = new Map<string, string>()
  readonly #taken = new Set<string>()

  /** The name, or if it is taken, the name with a `(2)`. */
  #unlike(wanted: string, within: string): string {
    let [free, n] = [wanted, 1]
    while (this.#taken.has(JSON.stringify([within, free]))) free = `${wanted} (${++n})`
    this.#taken.add(JSON.stringify([within, free]))
    return free
  }

  /** The names of an article and of the system that translated it. */
  of({ title, address, sourceText, system }: ExportedArticle): readonly [document: string, system: string] {
    const wanted = nameOf(title || address) || 'document'
    const identity = JSON.stringify([wanted, sourceText])
    const document = this.#documents.get(identity) ?? this.#unlike(wanted, '')
    this.#documents.set(identity, document)
    return [document, this.#unlike(nameOf(system), document)]
  }
}
