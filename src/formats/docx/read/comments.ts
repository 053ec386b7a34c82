/** Comments (ECMA-376 part 1, 17.13.4) and what answers them (MS-DOCX 2.5.4, commentsExtended), as flags. */
import { isCategory, type CategoryId } from '../../../mqm/typology.ts'
import { severities, type Severity } from '../../../mqm/annotation.ts'
import type { ReadFlag } from '../../document.ts'
import { elements, type XmlElement } from '../../lib/xml.ts'
import { isWord, timeOf, valueOf } from '../names.ts'
import type { Package } from '../package.ts'
import { textOfChild } from './run.ts'

export interface Comment {
  readonly id: string
  readonly author: string
  readonly at: number | null
  readonly category: CategoryId
  readonly severity: Severity
  readonly comment: string
  readonly suggestion: string
  /** is it marked as done? */
  readonly done: boolean
}

interface Written extends Omit<Comment, 'category' | 'severity' | 'comment' | 'suggestion' | 'done'> {
  readonly lines: readonly string[]
  /** ids of its paragraphs, by which answers name what they answer */
  readonly paragraphs: readonly string[]
}

/** All words in an element, those put in by tracked changes among them, those taken away not. */
function wordsIn(element: XmlElement): string {
  return elements(element)
    .map(child =>
      child.local === 'r' && isWord(child)
        ? elements(child).map(textOfChild).join('')
        : child.local === 'del' || child.local === 'moveFrom' || child.local === 'p'
          ? ''
          : wordsIn(child),
    )
    .join('')
    .replaceAll('\f', '\u2028')
}

const paragraphsIn = (element: XmlElement): XmlElement[] =>
  elements(element).flatMap(child => (child.local === 'p' && isWord(child) ? [child] : paragraphsIn(child)))

function writtenOf(element: XmlElement): Written {
  const paragraphs = paragraphsIn(element)
  return {
    id: valueOf(element, 'id') ?? '',
    author: (valueOf(element, 'author') ?? '').replace(/[\s\u2028]+/gu, ' ').trim(),
    at: timeOf(valueOf(element, 'date')),
    lines: paragraphs.map(wordsIn),
    paragraphs: paragraphs.map(paragraph => valueOf(paragraph, 'paraId') ?? '').filter(id => id !== ''),
  }
}

/** The first line of a comment that Rödpenna wrote: `accuracy/omission (major)`, with ` → ` and a suggestion where there is one. */
export const headOf = ({
  category,
  severity,
  suggestion,
}: Pick<Comment, 'category' | 'severity' | 'suggestion'>): string =>
  `${category} (${severity})${suggestion === '' ? '' : ` → ${suggestion.replaceAll('\n', '\u2028')}`}`

const head = /^([a-z-]+\/[a-z-]+) \((\w+)\)(?: → ([^]*))?$/

/** A comment that says no category is of none, and of no severity: what its author thinks of it is not known. */
function understood(lines: readonly string[]): Pick<Comment, 'category' | 'severity' | 'comment' | 'suggestion'> {
  const [, category = '', named, suggestion = ''] = head.exec(lines[0] ?? '') ?? []
  const severity = severities.find(each => each === named)
  return isCategory(category) && severity
    ? { category, severity, comment: lines.slice(1).join('\n'), suggestion }
    : { category: 'other/other', severity: 'neutral', comment: lines.join('\n').trim(), suggestion: '' }
}

/** The comments of a document in their order, each with what answers it, by `— author: words`. */
export function readComments(file: Package): Comment[] {
  const part = file.related('comments')
  if (!part) return []
  const written = elements(file.xml(part), 'comment').map(writtenOf)
  const { parents, done } = readExtended(file)
  const byParagraph = new Map(written.flatMap(comment => comment.paragraphs.map(id => [id, comment] as const)))
  /** what the first comment of a thread is; itself where it answers none */
  const first = (comment: Written): Written => {
    const seen = new Set([comment])
    for (let at = comment; ;) {
      const parent = at.paragraphs.map(id => byParagraph.get(parents.get(id) ?? '')).find(each => each !== undefined)
      if (!parent || seen.has(parent)) return at
      seen.add(parent)
      at = parent
    }
  }
  const threads = new Map<Written, string[]>(written.filter(each => first(each) === each).map(each => [each, [...each.lines]])) // prettier-ignore
  for (const answer of written) {
    const lines = threads.get(first(answer))
    if (lines && first(answer) !== answer) lines.push(`— ${answer.author}: ${answer.lines.join('\n')}`)
  }
  return Array.from(threads, ([{ id, author, at, paragraphs }, lines]) => ({ id, author, at, ...understood(lines), done: paragraphs.some(paragraph => done.has(paragraph)) })) // prettier-ignore
}

/** What is said of comments by their paragraphs: of one of an answer, which one it answers; those of comments that are done. */
function readExtended(file: Package): {
  readonly parents: ReadonlyMap<string, string>
  readonly done: ReadonlySet<string>
} {
  const part = file.related('commentsExtended')
  const parents = new Map<string, string>()
  const done = new Set<string>()
  for (const each of part ? elements(file.xml(part), 'commentEx') : []) {
    const [id, parent] = [valueOf(each, 'paraId'), valueOf(each, 'paraIdParent')]
    if (id && parent) parents.set(id, parent)
    if (id && /^(?:1|true|on)$/.test(valueOf(each, 'done') ?? '')) done.add(id)
  }
  return { parents, done }
}

/** Why a flag of a comment that was marked as done is none any more: in every language the same. */
const isDone = '✓ DOCX'

export const flagOf = (comment: Comment, place: Pick<ReadFlag, 'from' | 'to' | 'revision'>): ReadFlag => {
  const { author, at, category, severity, suggestion, done } = comment
  const flag = { author, layer: 'shared', at, category, severity, comment: comment.comment, suggestion, ...place }
  return done ? { ...flag, dismissedReason: isDone } : flag
}
