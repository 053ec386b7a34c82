import { foldForSearch, foldForSearchWithOrigins } from '../text/fold.ts'

/** A match with what stands around it, in the words of the text. */
export interface Snippet {
  readonly before: string
  readonly match: string
  readonly after: string
}

/** Characters shown on either side of a match. */
const around = 70

const startOf = (line: string, to: number): string => {
  if (to <= around) return line.slice(0, to)
  const part = line.slice(to - around, to)
  return `…${part.slice(part.search(/\s|$/)) || part}`.toWellFormed()
}

const endOf = (line: string, from: number): string => {
  if (line.length - from <= around) return line.slice(from)
  const part = line.slice(from, from + around)
  const cut = part.replace(/\S*$/, '')
  return `${cut || part}…`.toWellFormed()
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
    return { before: startOf(line, from), match: line.slice(from, to), after: endOf(line, to) }
  }
  return null
}
