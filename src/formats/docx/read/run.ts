/** What stands in a run (ECMA-376 part 1, 17.3.3), as text. */
import { elements, textIn, type XmlElement } from '../../lib/xml.ts'
import { isOn, isWord, valueOf, wordElement } from '../names.ts'
import { symbolOf } from './symbols.ts'

/** Where the words of complex fields stand: between `begin` and `separate` is code, from there to `end` the result (17.16.18). */
export class Fields {
  readonly #open: ('code' | 'result')[] = []

  pass(fieldCharacter: XmlElement): void {
    const type = valueOf(fieldCharacter, 'fldCharType')
    if (type === 'begin') this.#open.push('code')
    else if (type === 'end') this.#open.pop()
    else if (type === 'separate' && this.#open.length > 0) this.#open[this.#open.length - 1] = 'result'
  }

  /** A field that has only code at the end of a paragraph shows nothing, or is broken: it hides no words of the next one. */
  endParagraph(): void {
    while (this.#open.at(-1) === 'code') this.#open.pop()
  }

  get inCode(): boolean {
    return this.#open.includes('code')
  }
}

/** White space at the ends of `w:t` counts only where it says so (XML 1.0, 2.10); line ends are spaces. */
function wordsOf(element: XmlElement): string {
  const text = textIn(element)
    .replace(/[\t\n\r]/g, ' ')
    .replaceAll('\ufeff', '')
  return valueOf(element, 'space') === 'preserve' ? text : text.replace(/^ +| +$/g, '')
}

/** The words in an element, whatever is around them: of a ruby its base, of alternatives the first one that has any. */
function wordsIn(element: XmlElement): string {
  if (element.local === 't' && isWord(element)) return wordsOf(element)
  if (element.local === 'rt') return ''
  return elements(element).map(wordsIn).join('')
}

/** The text of a child of a run; '' where it has none. A break of page or column is `\f` here: whether it parts words, the paragraph knows. */
export function textOfChild(child: XmlElement): string {
  if (child.local === 'AlternateContent') {
    if (hasParagraphs(child)) return ''
    for (const alternative of elements(child)) {
      const words = wordsIn(alternative)
      if (words !== '') return words
    }
    return ''
  }
  if (!isWord(child)) return ''
  switch (child.local) {
    case 't':
    case 'delText':
      return wordsOf(child)
    case 'tab':
    case 'ptab':
      return '\t'
    case 'br':
      return /^(?:page|column)$/.test(valueOf(child, 'type') ?? '') ? '\f' : '\u2028'
    case 'cr':
      return '\u2028'
    case 'noBreakHyphen':
      return '\u2011'
    case 'softHyphen':
      return '\u00ad'
    case 'sym':
      return symbolOf(valueOf(child, 'font') ?? '', valueOf(child, 'char') ?? '')
    case 'ruby':
      return wordsIn(child)
    default:
      return ''
  }
}

const hasParagraphs = (element: XmlElement): boolean => elements(element).some(each => each.local === 'txbxContent' || hasParagraphs(each)) // prettier-ignore

/** Is it hidden from the reader (17.3.2.41)? */
export const isHidden = (run: XmlElement): boolean => isOn(wordElement(wordElement(run, 'rPr'), 'vanish'))

/** The language that a run says of itself; '' where it says none. */
export const languageOf = (run: XmlElement): string =>
  valueOf(wordElement(wordElement(run, 'rPr'), 'lang'), 'val') ?? ''
