/** What a document says of itself: its title (OPC core properties) and its language (ECMA-376 part 1, 17.3.2.20). */
import { elements, textIn } from '../../lib/xml.ts'
import { valueOf, wordElement } from '../names.ts'
import type { Package } from '../package.ts'

/** The title of the core properties; '' where they have none, none with a letter, or are not there. */
export function coreTitle(file: Package): string {
  const part = file.related('core-properties', '')
  const title = part && elements(file.xml(part), 'title')[0]
  const words = title
    ? textIn(title)
        .replace(/[\s\u2028]+/gu, ' ')
        .trim()
    : ''
  return /[\p{L}\p{N}]/u.test(words) ? words : ''
}

export interface Styles {
  /** of what says no other; '' where it is not said */
  readonly language: string
  /** ids of the paragraph styles that are titles, in whatever language Word speaks */
  readonly titles: ReadonlySet<string>
  /** names of the character styles that a person has chosen, by their ids */
  readonly named: ReadonlyMap<string, string>
}

/** Styles that programs give by themselves, to links, notes and all words of a text. */
const automatic =
  /^(?:default paragraph font|(?:followed)?hyperlink|internet link|(?:visited )?internet link|\w+ reference|(?:footnote|endnote) (?:characters?|anchor)|page number|line number|placeholder text|normaltextrun|eop|scxw\d+|spellingerror|apple-.*)$/i

export function readStyles(file: Package): Styles {
  const part = file.related('styles')
  if (!part) return { language: '', titles: new Set(['Title']), named: new Map() }
  const root = file.xml(part)
  const usual = wordElement(wordElement(wordElement(root, 'docDefaults'), 'rPrDefault'), 'rPr')
  const all = elements(root, 'style')
  const styles = all.filter(style => valueOf(style, 'type') === 'paragraph')
  const normal = styles.find(style => /^(?:1|true|on)$/.test(valueOf(style, 'default') ?? ''))
  const languageIn = (properties: Parameters<typeof wordElement>[0]): string =>
    valueOf(wordElement(properties, 'lang'), 'val') ?? ''
  const titled = styles.filter(style => valueOf(wordElement(style, 'name'), 'val')?.toLowerCase() === 'title')
  return {
    language: languageIn(wordElement(normal, 'rPr')) || languageIn(usual),
    titles: new Set(titled.map(style => valueOf(style, 'styleId') ?? '')),
    named: new Map(
      all
        .filter(style => valueOf(style, 'type') === 'character')
        .map(style => [valueOf(style, 'styleId') ?? '', valueOf(wordElement(style, 'name'), 'val') ?? ''] as const)
        .filter(([, name]) => name !== '' && !automatic.test(name)),
    ),
  }
}

/** The language that most of a text is in. @param counts characters by what is said of them; '' where nothing is */
export function mainLanguage(counts: Iterable<readonly [string, number]>, usual: string): string {
  const total = new Map<string, number>()
  for (const [said, count] of counts) {
    const language = said || usual
    total.set(language, (total.get(language) ?? 0) + count)
  }
  const [most] = [...total].toSorted(([, a], [, b]) => b - a)
  const language = most?.[0] ?? usual
  return /^[A-Za-z]{2,3}(?:-[A-Za-z\d]+)*$/.test(language) ? language : ''
}
