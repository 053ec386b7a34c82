import type { Example } from '../../checks/check.ts'
import { readExample } from '../../checks/notation.ts'
import { languageName, type Language } from '../../i18n/index.ts'
import { seen } from './seen.ts'

/** A piece of an example: words that stay, or words that are found, with what is offered for them. */
export interface ExamplePiece {
  readonly text: string
  readonly found: boolean
  /** best first; an empty one deletes the words */
  readonly fixes: readonly string[]
}

export interface ShownExample {
  readonly bad: boolean
  readonly pieces: readonly ExamplePiece[]
  readonly source: { readonly text: string; readonly language: string; readonly name: string } | null
  /** terms, and what the memory has, as `preferred ← variant, variant` */
  readonly terms: readonly string[]
}

/** An example of a check, taken apart to be drawn. */
export function shownExample(language: Language, example: Example): ShownExample {
  const {
    text: written,
    source,
    sourceLanguage,
    terms = [],
    memory = [],
  } = typeof example === 'string' ? { text: example } : example
  const { text, marked } = readExample(written)
  const pieces: ExamplePiece[] = []
  let at = 0
  const stay = (to: number): void => {
    if (at < to) pieces.push({ text: seen(text.slice(at, to)), found: false, fixes: [] })
  }
  for (const { from, to, fixes } of marked) {
    stay(from)
    pieces.push({ text: seen(text.slice(from, to)), found: true, fixes: fixes.map(seen) })
    at = to
  }
  stay(text.length)
  const code = sourceLanguage ?? 'de'
  return {
    bad: marked.length > 0,
    pieces,
    source: source === undefined ? null : { text: seen(source), language: code, name: languageName(language, code) },
    terms: [...terms, ...memory].map(({ preferred, variants }) => `${preferred} ← ${variants.join(', ')}`),
  }
}
