/** A story of a document (its body, its notes): all paragraphs of a part, as they stand in the source. */
import { FormatError } from '../../fault.ts'
import { elements, readXml, type XmlElement } from '../../lib/xml.ts'
import type { Limits } from '../../limits.ts'
import { changeIn, type Change } from '../change.ts'
import { isOn, isWord, label, valueOf, wordElement } from '../names.ts'
import type { Atom, Container, Paragraph, Range, Run } from '../paragraph.ts'
import { codeOfChild, formula, lookOf, styleOf } from './inline.ts'
import { Fields, isHidden, languageOf, textOfChild } from './run.ts'

/** Where a comment begins, ends and is referred to, in the source. */
export interface CommentPlace {
  readonly start: number | undefined
  readonly end: number | undefined
  readonly reference: number | undefined
}

/** The properties of a section (ECMA-376 part 1, 17.6.17), as far as they tell which headers and footers are seen. */
export interface Section {
  /** `type`: default, first, even */
  readonly margins: readonly {
    readonly kind: 'header' | 'footer'
    readonly type: string
    readonly relationship: string
  }[]
  /** has its first page others than the rest? */
  readonly titlePage: boolean
}

const sectionOf = (element: XmlElement): Section => ({
  margins: elements(element).flatMap(each => {
    const kind = each.local === 'headerReference' ? 'header' : each.local === 'footerReference' ? 'footer' : undefined
    return kind ? [{ kind, type: valueOf(each, 'type') ?? 'default', relationship: valueOf(each, 'id') ?? '' }] : []
  }),
  titlePage: isOn(wordElement(element, 'titlePg')),
})

export interface Story {
  readonly source: string
  /** in the order of reading: what stands in text boxes comes last */
  readonly paragraphs: readonly Paragraph[]
  /** by their ids */
  readonly comments: ReadonlyMap<string, CommentPlace>
  /** how many characters are in each language, by what runs say; '' where they say nothing */
  readonly languages: ReadonlyMap<string, number>
  /** what its sections are headed and footed by, in their order */
  readonly sections: readonly Section[]
  /** parts of other formats, put in whole, which are not read (`w:altChunk`) */
  readonly chunks: number
}

/** What may stand between two paragraphs that can be made one. */
const harmless =
  /^<\/?(?:\w+:)?(?:bookmark(?:Start|End)|commentRange(?:Start|End)|proofErr|perm(?:Start|End)|(?:move|customXml)\w*Range\w*)\b/

const isBeside = (source: string, { to }: Range, { from }: Range): boolean =>
  Array.from(source.slice(to, from).matchAll(/<[^!?][^>]*/g)).every(([tag]) => harmless.test(tag))

const rangeOf = ({ from, to }: Range): Range => ({ from, to })
const placeOf = (element: XmlElement | undefined): Range | null => (element ? rangeOf(element) : null)
const startOf = ({ from, innerFrom }: XmlElement): Range => ({ from, to: innerFrom })

const containerOf = (element: XmlElement): Container => {
  const { local, name, innerTo: from, to } = element
  const value = (attribute: string): string => valueOf(element, attribute) ?? ''
  const isCode = isWord(element) && /^(?:hyperlink|fldSimple)$/.test(local)
  const code = isCode ? { relationship: value('id'), anchor: value('anchor'), instruction: value('instr') } : null
  return { ...rangeOf(element), local, name, start: startOf(element), end: { from, to }, code }
}

/** A run without anything, at a place. */
const emptyRun = (at: number, containers: readonly Container[]): Run => {
  const place = { from: at, to: at }
  return { ...place, start: place, properties: null, look: [], style: '', containers, atoms: [] }
}

/** A formula among the words is something at a place, as a picture is. */
const formulaOf = (element: XmlElement, containers: readonly Container[], changes: readonly Change[]): Run => ({
  ...emptyRun(element.from, containers),
  ...rangeOf(element),
  atoms: [{ ...rangeOf(element), text: '', changes, code: formula }],
})

/** Elements inside of paragraphs whose runs are words of the paragraph. */
const transparent = new Set(['hyperlink', 'smartTag', 'customXml', 'fldSimple', 'sdt', 'sdtContent', 'dir', 'bdo'])

/** What fits into memory: paragraphs and runs of a story, and elements and attributes of one paragraph. */
const mostRuns = 200_000
const mostHeld = 250_000

class Reader {
  readonly paragraphs: (Paragraph & { readonly parent: XmlElement | null })[] = []
  readonly comments = new Map<string, { -readonly [K in keyof CommentPlace]: CommentPlace[K] }>()
  readonly languages = new Map<string, number>()
  readonly sections: Section[] = []
  chunks = 0
  #runs = 0
  #fields = new Fields()

  comment(place: keyof CommentPlace, element: XmlElement): void {
    const id = valueOf(element, 'id') ?? ''
    const known = this.comments.get(id) ?? { start: undefined, end: undefined, reference: undefined }
    // what a comment is about begins behind its start, and ends before its end
    known[place] ??= place === 'start' ? element.to : element.from
    this.comments.set(id, known)
  }

  #count(): void {
    if (++this.#runs > mostRuns) throw new FormatError(label, 'rows', { limit: mostRuns })
  }

  paragraph(element: XmlElement): void {
    const around = surroundings(element)
    this.#count()
    if (!isWord(element) || around.isCopy) return
    const fields = this.#fields
    if (around.aside) this.#fields = new Fields()
    const runs: Run[] = []
    this.#inline(element, [], around.changes, runs)
    this.#fields.endParagraph()
    this.#fields = fields
    partWords(runs)
    const properties = wordElement(element, 'pPr')
    const mark = wordElement(properties, 'rPr')
    const section = wordElement(properties, 'sectPr')
    if (section) this.sections.push(sectionOf(section))
    this.paragraphs.push({
      ...rangeOf(element),
      start: startOf(element),
      inner: { from: element.innerFrom, to: element.innerTo },
      properties: properties ? rangeOf(properties) : null,
      markProperties: mark ? rangeOf(mark) : null,
      section: placeOf(section),
      before: placeOf(wordElement(properties, 'pPrChange')),
      style: valueOf(wordElement(properties, 'pStyle'), 'val') ?? '',
      runs,
      mark: [...around.changes, ...(mark ? changesIn(mark) : [])],
      joinsNext: false,
      aside: around.aside,
      parent: element.parent,
    })
  }

  #inline(parent: XmlElement, containers: readonly Container[], changes: readonly Change[], runs: Run[]): void {
    for (const element of elements(parent)) {
      const { local } = element
      const within = (): readonly Container[] => [...containers, containerOf(element)]
      if (local === 'AlternateContent') {
        const [first] = elements(element)
        if (first) this.#inline(first, within(), changes, runs)
      } else if (local === 'oMath') runs.push(formulaOf(element, containers, changes))
      else if (!isWord(element)) continue
      else if (local === 'r') this.#run(element, containers, changes, runs)
      else if (transparent.has(local)) {
        const before = runs.length
        const inside = within()
        this.#inline(element, inside, changes, runs)
        // a hyperlink whose words are gone is one still
        if (runs.length === before && inside.at(-1)?.code) runs.push(emptyRun(element.innerFrom, inside))
      } else {
        const change = changeIn(element)
        if (change) this.#inline(element, within(), [...changes, change], runs)
      }
    }
  }

  #run(element: XmlElement, containers: readonly Container[], changes: readonly Change[], runs: Run[]): void {
    this.#count()
    const hidden = isHidden(element)
    const atoms: Atom[] = []
    let properties: Range | null = null
    let characters = 0
    for (const child of elements(element)) {
      if (child.local === 'rPr' && isWord(child)) {
        properties = rangeOf(child)
        continue
      }
      if (child.local === 'fldChar') this.#fields.pass(child)
      if (child.local === 'commentReference') this.comment('reference', child)
      const { inCode } = this.#fields
      const text = hidden || inCode ? '' : textOfChild(child)
      characters += text.length
      const code = text === '' && !hidden ? codeOfChild(child, inCode) : undefined
      atoms.push(code ? { ...rangeOf(child), text, changes, code } : { ...rangeOf(child), text, changes })
    }
    const [look, style] = [lookOf(element), styleOf(element)]
    runs.push({ ...rangeOf(element), start: startOf(element), properties, look, style, containers, atoms })
    const language = languageOf(element)
    this.languages.set(language, (this.languages.get(language) ?? 0) + characters)
  }
}

const changesIn = (element: XmlElement): Change[] =>
  elements(element)
    .map(changeIn)
    .filter(change => change !== undefined)

/** What the elements around a paragraph say of it. */
function surroundings(paragraph: XmlElement) {
  const changes: Change[] = []
  let aside = false
  let isCopy = false
  for (let at = paragraph.parent; at; at = at.parent) {
    const change = changeIn(at)
    if (change) changes.push(change)
    const properties =
      at.local === 'tr' ? wordElement(at, 'trPr') : at.local === 'tc' ? wordElement(at, 'tcPr') : undefined
    if (properties) changes.push(...changesIn(properties))
    if (at.local === 'txbxContent') aside = true
    // what is drawn in two ways is read once, as the first way says
    if (at.parent?.local === 'AlternateContent' && elements(at.parent)[0] !== at) isCopy = true
  }
  return { changes, aside, isCopy }
}

/** A break of page or column parts words as one of a line does; at the ends of a paragraph it parts none. */
function partWords(runs: readonly Run[]): void {
  const atoms = runs.flatMap(run => run.atoms.map((atom, i) => ({ run, i, atom })))
  const words = ({ atom }: { readonly atom: Atom }): boolean => atom.text !== '' && atom.text !== '\f'
  const [first, last] = [atoms.findIndex(words), atoms.findLastIndex(words)]
  for (const [at, { run, i, atom }] of atoms.entries())
    if (atom.text === '\f') run.atoms[i] = { ...atom, text: at > first && at < last ? '\u2028' : '' }
}

const ignore = (): void => undefined

/** Read paragraph by paragraph: of what is around them only as much is kept as tells what stands in what. */
export function readStory(source: string, limits: Limits): Story {
  const reader = new Reader()
  const { root } = readXml(source, {
    format: label,
    limits,
    held: mostHeld,
    each: {
      p: element => reader.paragraph(element),
      commentRangeStart: element => reader.comment('start', element),
      commentRangeEnd: element => reader.comment('end', element),
      altChunk: () => reader.chunks++,
      ...Object.fromEntries(
        ['tbl', 'tr', 'tc', 'tblPr', 'tblGrid', 'proofErr', 'bookmarkStart', 'bookmarkEnd', 'lastRenderedPageBreak'].map(local => [local, ignore]), // prettier-ignore
      ),
    },
  })
  const last = wordElement(wordElement(root, 'body'), 'sectPr')
  if (last) reader.sections.push(sectionOf(last))
  const { comments, languages, sections, chunks } = reader
  // they come as they end: one with a text box after those in it
  const read = reader.paragraphs.toSorted((a, b) => Number(a.aside) - Number(b.aside) || a.from - b.from)
  const paragraphs = read.map(({ parent, ...paragraph }, i) => {
    const next = read[i + 1]
    const joinsNext = next !== undefined && next.parent === parent && isBeside(source, paragraph, next)
    return { ...paragraph, joinsNext }
  })
  return { source, paragraphs, comments, languages, sections, chunks }
}
