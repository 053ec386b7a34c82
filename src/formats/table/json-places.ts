/** Where the values of an object stand in its JSON, so that one can be replaced and all else stay to the letter. */
import type { Span } from '../../text/span.ts'

const stringEnd = (json: string, from: number): number => {
  for (let at = from + 1; at < json.length; at++) {
    if (json[at] === '\\') at++
    else if (json[at] === '"') return at + 1
  }
  return json.length
}

/** The end of the value that starts at `from`. */
function valueEnd(json: string, from: number): number {
  if (json[from] === '"') return stringEnd(json, from)
  if (json[from] !== '{' && json[from] !== '[') {
    const end = /[\s,\]}]/g
    end.lastIndex = from
    return end.exec(json)?.index ?? json.length
  }
  let depth = 0
  for (let at = from; at < json.length; at++) {
    const char = json[at]
    if (char === '"') at = stringEnd(json, at) - 1
    else if (char === '{' || char === '[') depth++
    else if ((char === '}' || char === ']') && --depth === 0) return at + 1
  }
  return json.length
}

const afterSpace = (json: string, at: number): number => {
  while (/\s/.test(json[at] ?? '')) at++
  return at
}

/** A value in an object or array, by its key or number. Of equal keys the last one counts, as for JSON.parse. */
export interface JsonPlaces {
  readonly values: ReadonlyMap<string, Span>
  /** offset of the bracket that closes it */
  readonly end: number
}

/** @param json well-formed @param from where the object or array starts */
export function jsonPlaces(json: string, from: number): JsonPlaces {
  const isArray = json[from] === '['
  const values = new Map<string, Span>()
  let at = afterSpace(json, from + 1)
  for (let number = 0; at < json.length && json[at] !== '}' && json[at] !== ']'; number++) {
    let key = String(number)
    if (!isArray) {
      const end = stringEnd(json, at)
      key = JSON.parse(json.slice(at, end)) as string
      at = afterSpace(json, afterSpace(json, end) + 1)
    }
    const to = valueEnd(json, at)
    values.set(key, { from: at, to })
    at = afterSpace(json, to)
    if (json[at] === ',') at = afterSpace(json, at + 1)
  }
  return { values, end: at }
}

/** Are brackets nested deeper than `limit`? Those in strings are none. */
export function isDeeper(json: string, limit: number): boolean {
  let depth = 0
  for (let at = 0; at < json.length; at++) {
    const char = json.charCodeAt(at)
    if (char === 34) at = stringEnd(json, at) - 1
    else if (char === 123 || char === 91) {
      if (++depth > limit) return true
    } else if (char === 125 || char === 93) depth--
  }
  return false
}
