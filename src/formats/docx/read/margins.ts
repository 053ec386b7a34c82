/** Headers and footers (ECMA-376 part 1, 17.10): which parts of a document are seen as such, and what in them is text. */
import { isOn, wordElement } from '../names.ts'
import type { Package } from '../package.ts'
import type { Paragraph } from '../paragraph.ts'
import type { Section, Story } from './story.ts'

/** Those that a reader sees: of first pages where a section has one, of even pages where the document tells them from odd ones. */
export function marginParts(file: Package, sections: readonly Section[]): readonly string[] {
  const all = sections.flatMap(({ margins }) => margins)
  if (all.length === 0) return []
  const settings = file.related('settings')
  const isTwoSided = settings !== undefined && isOn(wordElement(file.xml(settings), 'evenAndOddHeaders'))
  const hasTitlePage = sections.some(({ titlePage }) => titlePage)
  const isSeen = (type: string): boolean => (type === 'first' ? hasTitlePage : type === 'even' ? isTwoSided : true)
  const targets = new Map(file.relationships(file.main).map(({ id, target }) => [id, target]))
  const parts = (['header', 'footer'] as const).flatMap(kind =>
    all
      .filter(each => each.kind === kind && isSeen(each.type))
      .map(({ relationship }) => targets.get(relationship) ?? ''),
  )
  return [...new Set(parts)].filter(part => part !== '')
}

/** Is a field reckoned by Word: a page number, a date, the title of a chapter? */
const isReckoned = (instruction: string): boolean => !/^\s*HYPERLINK\b/i.test(instruction)

/** The words of a paragraph that somebody has written: those of links among them, those of other fields not. */
function ownWords({ runs }: Paragraph): string {
  const open: string[] = []
  let words = ''
  for (const { containers, atoms } of runs) {
    const isField = containers.some(({ local, code }) => local === 'fldSimple' && isReckoned(code?.instruction ?? ''))
    for (const { text, code } of atoms) {
      if (code?.kind === 'begin') open.push('')
      else if (code?.kind === 'end') open.pop()
      else if (code?.kind === 'instruction' && open.length > 0) open.push((open.pop() ?? '') + code.text)
      if (!isField && !open.some(isReckoned)) words += text
    }
  }
  return words
}

/**
 * The paragraphs in which somebody has written words: not empty ones, nor those that have a page number alone. Those that a tracked change
 * makes one with others are text where any of them is: what was split off is theirs again when it is rejected.
 */
export function marginsOf({ paragraphs }: Story): readonly Paragraph[] {
  const isText: boolean[] = []
  for (let from = 0, to = 0; from < paragraphs.length; from = to) {
    for (
      to = from + 1;
      paragraphs[to - 1]?.joinsNext && paragraphs[to - 1]?.mark.length !== 0 && to < paragraphs.length;
    )
      to++
    const words = paragraphs.slice(from, to).map(ownWords).join('')
    isText.push(...Array<boolean>(to - from).fill(/[\p{L}\p{N}]/u.test(words)))
  }
  return paragraphs.flatMap((paragraph, i) => {
    const joinsNext = paragraph.joinsNext && isText[i + 1] === true
    return isText[i] ? [{ ...paragraph, aside: true, joinsNext }] : []
  })
}
