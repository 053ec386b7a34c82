/**
 * Words as Python's `str.split()` gives them, which the reference implementations of the metrics are written with: between runs of what
 * `str.isspace()` calls space. That is JavaScript's `\s` with the separators U+001C to U+001F and U+0085, and without U+FEFF.
 */

/** @param unit UTF-16 code unit; no space is beyond U+FFFF */
export const isSpace = (unit: number): boolean =>
  unit < 0x80
    ? unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || (unit >= 0x1c && unit <= 0x1f)
    : unit === 0xa0 ||
      unit === 0x85 ||
      (unit >= 0x1680 &&
        (unit === 0x1680 ||
          (unit >= 0x2000 && unit <= 0x200a) ||
          unit === 0x2028 ||
          unit === 0x2029 ||
          unit === 0x202f ||
          unit === 0x205f ||
          unit === 0x3000))

export function splitWords(text: string): readonly string[] {
  const words: string[] = []
  for (let at = 0; at < text.length; at += 1) {
    if (isSpace(text.charCodeAt(at))) continue
    const from = at
    while (at < text.length && !isSpace(text.charCodeAt(at))) at += 1
    words.push(text.slice(from, at))
  }
  return words
}

/** As `str.rstrip()` does. */
export function withoutSpaceAtEnd(text: string): string {
  let end = text.length
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end -= 1
  return text.slice(0, end)
}
