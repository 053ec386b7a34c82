import type { Authorship } from '../../app/revisions/authorship.ts'
import { countWords } from '../../text/words.ts'
import { seen } from './seen.ts'

/** Authors told apart by letter, pattern and colour; after the last, patterns begin again and the letter tells. */
const patterns = 6
const paragraphsAPage = 400

export interface Author {
  readonly name: string
  readonly letter: string
  /** 1 … 6, the pattern of the line under the words */
  readonly pattern: number
  readonly words: number
}

export interface Run {
  readonly text: string
  /** null where it is the machine's */
  readonly author: Author | null
  readonly revision: number
}

interface Shown {
  readonly authors: readonly Author[]
  readonly mtWords: number
  readonly paragraphs: readonly (readonly Run[])[]
  readonly page: number
  readonly pages: number
}

/** A, B … Z, AA, AB …: as columns are called. */
const letterOf = (index: number): string =>
  (index >= 26 ? letterOf(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))

/** The text cut by paragraph and origin, and who wrote how much of it. */
export function whoWrote({ text, origins }: Authorship, wanted: number): Shown {
  const counts = new Map<string, number>()
  let mtWords = 0
  for (const { from, to, author } of origins) {
    const words = countWords(text.slice(from, to))
    if (author === null) mtWords += words
    else counts.set(author, (counts.get(author) ?? 0) + words)
  }
  const authors = [...counts].map(([name, words], i): Author => ({
    name,
    words,
    letter: letterOf(i),
    pattern: (i % patterns) + 1,
  }))
  const byName = new Map(authors.map(author => [author.name, author]))
  const paragraphs: Run[][] = [[]]
  for (const { from, to, author, revision } of origins) {
    text
      .slice(from, to)
      .split('\n')
      .forEach((line, i) => {
        if (i > 0) paragraphs.push([])
        if (line !== '')
          paragraphs
            .at(-1)
            ?.push({ text: seen(line), author: author === null ? null : (byName.get(author) ?? null), revision })
      })
  }
  const filled = paragraphs.filter(runs => runs.length > 0)
  const pages = Math.max(1, Math.ceil(filled.length / paragraphsAPage))
  const page = Math.min(Math.max(1, wanted), pages)
  return {
    authors,
    mtWords,
    paragraphs: filled.slice((page - 1) * paragraphsAPage, page * paragraphsAPage),
    page,
    pages,
  }
}
