/** The notation of examples: `Den 17 [Juni→juni] var …`. */
import type { Span } from '../text/span.ts'

export interface Marked extends Span {
  /** those offered, in order; none where the brackets hold no arrow */
  readonly fixes: readonly string[]
}

export interface Written {
  readonly text: string
  readonly marked: readonly Marked[]
}

const bracket = /\[([^\][→]*)(→([^\][]*))?\]/g

/** Takes an example apart. A literal bracket that holds no arrow and must not be found has no place in an example. */
export function readExample(example: string): Written {
  const marked: Marked[] = []
  let text = ''
  let at = 0
  for (const match of example.matchAll(bracket)) {
    text += example.slice(at, match.index)
    const [whole, words = '', arrow, fixes = ''] = match
    marked.push({
      from: text.length,
      to: text.length + words.length,
      fixes: arrow === undefined ? [] : fixes.split('|'),
    })
    text += words
    at = match.index + whole.length
  }
  return { text: text + example.slice(at), marked }
}

/** A text with what was found in it, in the same notation. */
export function writeExample(text: string, found: readonly Marked[]): string {
  let [out, at] = ['', 0]
  for (const { from, to, fixes } of found) {
    out += `${text.slice(at, from)}[${text.slice(from, to)}${fixes.length > 0 ? `→${fixes.join('|')}` : ''}]`
    at = to
  }
  return out + text.slice(at)
}
