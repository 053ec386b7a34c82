/** What the signs of fonts are that have letters of their own (`w:sym`, ECMA-376 part 1, 17.3.3.30): those that texts have, no more. */

/** From 0x41 and from 0x61. */
const greek = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'
const smallGreek = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'

const symbol: Readonly<Record<number, string>> = {
  0x2d: '−', 0xa2: '′', 0xa3: '≤', 0xa5: '∞', 0xac: '←', 0xad: '↑', 0xae: '→', 0xaf: '↓', 0xb0: '°', 0xb1: '±', 0xb2: '″', 0xb3: '≥',
  0xb4: '×', 0xb7: '•', 0xb8: '÷', 0xb9: '≠', 0xba: '≡', 0xbb: '≈', 0xbc: '…', 0xd2: '®', 0xd3: '©', 0xd4: '™', 0xd6: '√', 0xd7: '⋅',
  0xde: '⇒', 0xe5: '∑',
} // prettier-ignore

const wingdings: Readonly<Record<number, string>> = {
  0x28: '☎', 0x2a: '✉', 0x4a: '☺', 0x4c: '☹', 0x6c: '●', 0x6e: '■', 0x6f: '□', 0x71: '❑', 0x76: '❖', 0x9f: '•', 0xa7: '▪', 0xa8: '◻',
  0xd8: '➢', 0xdf: '←', 0xe0: '→', 0xe1: '↑', 0xe2: '↓', 0xe8: '➔', 0xf0: '⇨', 0xfb: '✗', 0xfc: '✓', 0xfd: '☒', 0xfe: '☑',
} // prettier-ignore

/**
 * The character that a sign of a font is; as it is where it is not known.
 * @param code hexadecimal, with or without the 0xF000 that Word adds for such fonts
 */
export function symbolOf(font: string, code: string): string {
  const number = /^[\da-f]{1,6}$/i.test(code) ? parseInt(code, 16) : 0
  const low = number >= 0xf000 && number <= 0xf0ff ? number - 0xf000 : number
  const name = font.toLowerCase()
  const known = name === 'symbol' ? symbolLetter(low) : name === 'wingdings' ? wingdings[low] : undefined
  if (known) return known
  const isCharacter = number >= 0x20 && number <= 0x10ffff && (number < 0xd800 || number > 0xdfff)
  return isCharacter ? String.fromCodePoint(number) : ''
}

const symbolLetter = (code: number): string | undefined => greek[code - 0x41] ?? smallGreek[code - 0x61] ?? symbol[code]
