import { wordsAround } from '../../text/around.ts'
import { foldForSearch, foldForSearchWithOrigins } from '../../text/fold.ts'

/** A match with what stands around it, in the words of the text. */
export interface Snippet {
  readonly before: string
  readonly match: string
  readonly after: string
}

/** The first place where the text has the folded needle, or null. Looks line by line, as the search does. */
export function snippetOf(text: string, needle: string): Snippet | null {
  for (const line of text.split('\n')) {
    if (!foldForSearch(line).includes(needle)) continue
    const folded = foldForSearchWithOrigins(line)
    const at = folded.text.indexOf(needle)
    if (at < 0) continue
    const from = folded.toOriginal(at)
    const to = folded.toOriginal(at + needle.length)
    return { ...wordsAround(line, { from, to }), match: line.slice(from, to) }
  }
  return null
}
