/** What a character does to the cutting of a text into tokens. */
export const SPACE = 1
/** a letter or digit */
export const WORD = 2
/** a combining mark, joiner or other invisible character: it stays with what stands before it */
export const MARK = 3
/** a letter of a script that writes without spaces: a token of its own */
export const IDEOGRAPH = 4
/** `:` `-` `'`: part of the word between two letters (EU:s, EU-landet) */
export const INNER = 5
/** `.` `,`: part of the number between two digits */
export const POINT = 6
const OTHER = 7
/** one half of a flag emoji, which are written in pairs */
export const REGIONAL = 8

const seen = new Uint8Array(0x10000)
const inner = ":-'’‐\u2011"

function classify(code: number): number {
  const character = String.fromCodePoint(code)
  if (/\s/u.test(character)) return SPACE
  if (/[\p{M}\p{Cf}\u{1f3fb}-\u{1f3ff}]/u.test(character)) return MARK
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}]/u.test(character)) {
    return IDEOGRAPH
  }
  if (/[\p{L}\p{N}]/u.test(character)) return WORD
  if (inner.includes(character)) return INNER
  if (character === '.' || character === ',') return POINT
  return /\p{Regional_Indicator}/u.test(character) ? REGIONAL : OTHER
}

/** The class of a code point; a lone surrogate is OTHER. Classified when first seen, as most of Unicode never is. */
export function classOf(code: number): number {
  if (code > 0xffff) return classify(code)
  return seen[code] || (seen[code] = classify(code))
}
