/** A DOCX as a document: its stories, its tracked changes, its comments. */
import type { Reading, ReadFlag, ReadRevision } from '../document.ts'
import { emptyDocument } from '../document.ts'
import type { Warning } from '../fault.ts'
import { elements } from '../lib/xml.ts'
import type { Limits } from '../limits.ts'
import { enterText } from '../../text/entry.ts'
import { acceptsAll, acceptsNone, authorsOf, type Change } from './change.ts'
import { codesOf, type Code } from './read/codes.ts'
import { flagOf, readComments, type Comment } from './read/comments.ts'
import { layOut, Locator, type Layout } from './read/layout.ts'
import { valueOf } from './names.ts'
import { Package } from './package.ts'
import { textOf, type Paragraph } from './paragraph.ts'
import { coreTitle, mainLanguage, readStyles } from './read/properties.ts'
import { marginParts, marginsOf } from './read/margins.ts'
import { readStory, type Story } from './read/story.ts'

/** A story and the part that it stands in. */
export interface PartStory extends Story {
  readonly part: string
  /** where its links lead, by the ids of relationships */
  readonly addresses: ReadonlyMap<string, string>
}

export interface Docx {
  readonly stories: readonly PartStory[]
  /** a paragraph that is the title, and no text; undefined where the title is only a property, or is itself to be reviewed */
  readonly titleParagraph: Paragraph | undefined
  readonly title: string
  readonly language: string
  /** names of character styles that are somebody's choice, by their ids */
  readonly styles: ReadonlyMap<string, string>
}

/** How a document is read: may a paragraph be the title, and no text? Are headers and footers read? */
export interface ReadAs {
  readonly titled: boolean
  readonly margins: boolean
}

/** The body, after it the notes, and last headers and footers, each once however many sections it is of. */
export function readDocx(
  file: Package,
  limits: Limits,
  { titled, margins }: ReadAs = { titled: true, margins: true },
): Docx {
  const body = readStory(file.text(file.main).text, limits)
  const notes = [file.related('footnotes'), file.related('endnotes')].filter(part => part !== undefined)
  const headed = margins ? marginParts(file, body.sections) : []
  const stories = [file.main, ...notes, ...headed].map((part, i) => {
    const story = i === 0 ? body : readStory(file.text(part).text, limits)
    const addresses = new Map(file.relationships(part).map(({ id, address }) => [id, address]))
    const paragraphs = i === 0 ? story.paragraphs : i <= notes.length ? notesOf(file, part, story) : marginsOf(story)
    return { ...story, part, addresses, paragraphs }
  })
  const styles = readStyles(file)
  const [first] = stories[0]?.paragraphs.filter(paragraph => textOf(paragraph).trim() !== '') ?? []
  const isTitle = first !== undefined && styles.titles.has(first.style)
  const changed = first && [...first.mark, ...first.runs.flatMap(run => run.atoms.flatMap(atom => atom.changes))]
  const commented = stories[0] && Array.from(stories[0].comments.values()).some(({ start, reference }) => {
    const at = start ?? reference ?? -1
    return first !== undefined && at >= first.from && at < first.to
  }) // prettier-ignore
  return {
    stories,
    titleParagraph: titled && isTitle && changed?.length === 0 && !commented ? first : undefined,
    styles: styles.named,
    title: oneLine(isTitle ? textOf(first) : coreTitle(file)),
    language: mainLanguage(stories.flatMap(story => [...story.languages]), styles.language), // prettier-ignore
  }
}

/** The inline codes of a layout of the document. */
export function codesIn({ stories, styles }: Docx, layout: Layout): Code[] {
  const addresses = new Map<Story, PartStory['addresses']>(stories.map(story => [story, story.addresses]))
  return codesOf(layout, story => ({ addresses: addresses.get(story) ?? new Map(), styles }))
}

const oneLine = (text: string): string =>
  enterText(text)
    .replace(/[\t\n\u2028]/g, ' ')
    .trim()

/** Those in notes that are of the text, and not the line above them. */
function notesOf(file: Package, part: string, story: Story): readonly Paragraph[] {
  const drawn = elements(file.xml(part)).filter(note => /^(?:separator|continuation)/.test(valueOf(note, 'type') ?? ''))
  const isDrawn = ({ from }: Paragraph): boolean => drawn.some(note => note.from <= from && from < note.to)
  return story.paragraphs.filter(paragraph => !isDrawn(paragraph)).map(paragraph => ({ ...paragraph, aside: true }))
}

/** Every tracked change of the text. */
export function* changesOf({ stories }: Docx): Generator<Change> {
  for (const { paragraphs } of stories)
    for (const { runs, mark } of paragraphs) {
      yield* mark
      for (const { atoms } of runs) for (const atom of atoms) if (atom.text !== '') yield* atom.changes
    }
}

/** The texts of a document, one after the other: the MT, then as each of its authors left it. */
export interface Texts {
  readonly layouts: readonly Layout[]
  readonly revisions: readonly ReadRevision[]
}

/** Of more authors than this, or of more text than this in all, the last ones are taken together: nobody reads as many revisions. */
const mostRevisions = 50
const mostText = 20_000_000

export function textsOf(docx: Docx): Texts {
  const lay = (accepts: Layout['accepts']): Layout => layOut(docx.stories, accepts, docx.titleParagraph)
  const layouts = [lay(acceptsNone)]
  const revisions: ReadRevision[] = []
  const accepted = new Set<string>()
  const authors = authorsOf(changesOf(docx))
  const most = Math.min(mostRevisions, Math.ceil(mostText / (1 + (layouts[0]?.text.length ?? 0))))
  for (const [i, { author, at }] of authors.entries()) {
    accepted.add(author)
    if (i >= most - 1 && i < authors.length - 1) continue
    const until = new Set(accepted)
    const layout = lay(i === authors.length - 1 ? acceptsAll : change => until.has(change.author))
    if (layout.text === layouts.at(-1)?.text) continue
    layouts.push(layout)
    revisions.push({ author, at, summary: '', text: enterText(layout.text) })
  }
  return { layouts, revisions }
}

/** Flags of the comments that stand somewhere: each is about the newest text that has words there. */
function placed(comments: readonly Comment[], docx: Docx, { layouts }: Texts): ReadFlag[] {
  const locators = docx.stories.map(story => ({ story, at: layouts.map(layout => new Locator(layout, story)) }))
  return comments.flatMap(comment => {
    const found = locators.find(({ story }) => story.comments.has(comment.id))
    const { start, end, reference } = found?.story.comments.get(comment.id) ?? {}
    const from = start ?? reference ?? end
    if (!found || from === undefined) return []
    const to = end ?? (start === undefined ? from : (reference ?? from))
    const places = found.at.map((locator, revision) => ({ ...locator.span(from, to), revision }))
    const place = places.findLast(each => each.to > each.from) ?? places.at(-1)
    return place ? [flagOf(comment, place)] : []
  })
}

export async function read(bytes: Uint8Array, limits: Limits): Promise<Reading> {
  const file = await Package.open(bytes, limits)
  const docx = readDocx(file, limits)
  const texts = textsOf(docx)
  const text = enterText(texts.layouts[0]?.text ?? '')
  const all = [text, ...texts.revisions.map(revision => revision.text)]
  const comments = readComments(file)
  const flags = placed(comments, docx, texts)
  const unplaced = comments.filter(({ id }) => !docx.stories.some(story => story.comments.has(id)))
  const last = texts.layouts.length - 1
  const line = all[last]?.split('\n')[0]?.length ?? 0
  flags.push(...unplaced.map(comment => flagOf(comment, { from: 0, to: line, revision: last })))
  const warnings: Warning[] = []
  if (docx.stories.some(({ paragraphs }) => paragraphs.some(({ aside }) => aside)))
    warnings.push({ code: 'reading-order' })
  const chunks = docx.stories.reduce((sum, story) => sum + story.chunks, 0)
  if (chunks > 0) warnings.push({ code: 'skipped', n: chunks, detail: 'altChunk' })
  if (unplaced.length > 0) warnings.push({ code: 'flags-unplaced', n: unplaced.length })
  const { title, language } = docx
  const [mt] = texts.layouts
  const marks = mt ? codesIn(docx, mt).map(({ mark }) => mark) : []
  return {
    documents: [{ ...emptyDocument, title, language, text, revisions: texts.revisions, flags, marks }],
    terms: [],
    warnings,
  }
}
