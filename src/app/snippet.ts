import { fold, foldForSearch } from '../text/fold.ts'

/** A match with what stands around it, in the words of the text. */
export interface Snippet {
  readonly before: string
  readonly match: string
  readonly after: string
}

const around = 70
const unseen = /[\u00ad\u200b-\u200f\u2060\ufeff]/

/** As `foldForSearch`, with the offset in the line for each of its characters; one more for the end. */
const foldWithOffsets = (line: string): { text: string; offsets: number[] } => {
  const folded = fold(line)
  const parts: string[] = []
  const offsets: number[] = []
  for (let at = 0; at < folded.text.length; at++) {
    const character = folded.text.charAt(at)
    if (unseen.test(character)) continue
    const space = /\s/.test(character)
    if (space && parts.at(-1) === ' ') continue
    parts.push(space ? ' ' : character)
    offsets.push(folded.toOriginal(at))
  }
  offsets.push(line.length)
  return { text: parts.join(''), offsets }
}

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
    const folded = foldWithOffsets(line)
    const at = folded.text.indexOf(needle)
    if (at < 0) continue
    const from = folded.offsets[at] ?? 0
    const to = folded.offsets[at + needle.length] ?? line.length
    return { before: startOf(line, from), match: line.slice(from, to), after: endOf(line, to) }
  }
  return null
}
