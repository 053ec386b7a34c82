/** What an XLIFF file does that its standard forbids. */
import { FormatError, type Warning } from '../fault.ts'
import { attribute, type XmlElement } from '../lib/xml.ts'

/** More warnings than this of one file tell nothing more, nor more than a few of one kind: those beyond are counted. */
const [mostWarnings, mostOfKind] = [10, 3]

/** Names and values come from the file, and may be of any length. */
const cut = (detail: string): string =>
  detail.length > 300 ? `${[...detail.slice(0, 300)].slice(0, -1).join('')}…` : detail

/** What is found against the standard: what endangers text or structure ends the reading, what does not is told. */
export class Findings {
  readonly #label: string
  readonly #warnings: Warning[] = []
  readonly #kinds = new Map<string, number>()
  #untold = 0

  /** @param label of the format, for errors */
  constructor(label: string) {
    this.#label = label
  }

  /** @throws FormatError invalid, always */
  refuse(at: XmlElement, detail: string): never {
    throw new FormatError(this.#label, 'invalid', { line: at.line, part: partOf(at), detail: cut(detail) })
  }

  /** @throws FormatError missing, always */
  miss(at: XmlElement, detail: string): never {
    throw new FormatError(this.#label, 'missing', { line: at.line, part: partOf(at), detail: cut(detail) })
  }

  tell(at: XmlElement, detail: string): void {
    if (this.#warnings.length >= mostWarnings) {
      this.#untold++
      return
    }
    const told = cut(detail)
    const kind = told.replace(/"[^"]*"/g, '""')
    const before = this.#kinds.get(kind) ?? 0
    this.#kinds.set(kind, before + 1)
    if (before >= mostOfKind) this.#untold++
    else this.#warnings.push({ code: 'standard', detail: `${told}, line ${at.line}` })
  }

  get warnings(): readonly Warning[] {
    if (this.#untold === 0) return this.#warnings
    return [...this.#warnings, { code: 'standard', detail: `${this.#untold} more places` }]
  }
}

/** The id of the unit, group or file that an element stands in. */
function partOf(of: XmlElement): string | undefined {
  for (let at: XmlElement | null = of; at; at = at.parent)
    if (/^(?:trans-unit|unit|group|file)$/.test(at.local)) return attribute(at, 'id')
  return undefined
}

/** An element as a sentence names it: `<ph id="1">`. */
export const tag = (of: XmlElement): string => {
  const [name, value] = [['id', attribute(of, 'id')], ['startRef', attribute(of, 'startRef')]].find(([, has]) => has !== undefined) ?? [] // prettier-ignore
  return name === undefined ? `<${of.name}>` : `<${of.name} ${name}="${value}">`
}
