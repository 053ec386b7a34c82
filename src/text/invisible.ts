/** A character that changes how text reads, or runs, without being seen. */
export interface Invisible {
  readonly at: number
  /** as in `U+202E` */
  readonly code: string
  /** its name in Unicode */
  readonly name: string
}

const names: Readonly<Record<number, string>> = {
  0x00ad: 'SOFT HYPHEN',
  0x034f: 'COMBINING GRAPHEME JOINER',
  0x061c: 'ARABIC LETTER MARK',
  0x115f: 'HANGUL CHOSEONG FILLER',
  0x1160: 'HANGUL JUNGSEONG FILLER',
  0x180e: 'MONGOLIAN VOWEL SEPARATOR',
  0x200b: 'ZERO WIDTH SPACE',
  0x200c: 'ZERO WIDTH NON-JOINER',
  0x200d: 'ZERO WIDTH JOINER',
  0x200e: 'LEFT-TO-RIGHT MARK',
  0x200f: 'RIGHT-TO-LEFT MARK',
  0x202a: 'LEFT-TO-RIGHT EMBEDDING',
  0x202b: 'RIGHT-TO-LEFT EMBEDDING',
  0x202c: 'POP DIRECTIONAL FORMATTING',
  0x202d: 'LEFT-TO-RIGHT OVERRIDE',
  0x202e: 'RIGHT-TO-LEFT OVERRIDE',
  0x2060: 'WORD JOINER',
  0x2061: 'FUNCTION APPLICATION',
  0x2062: 'INVISIBLE TIMES',
  0x2063: 'INVISIBLE SEPARATOR',
  0x2064: 'INVISIBLE PLUS',
  0x2066: 'LEFT-TO-RIGHT ISOLATE',
  0x2067: 'RIGHT-TO-LEFT ISOLATE',
  0x2068: 'FIRST STRONG ISOLATE',
  0x2069: 'POP DIRECTIONAL ISOLATE',
  0x3164: 'HANGUL FILLER',
  0xfeff: 'ZERO WIDTH NO-BREAK SPACE',
  0xffa0: 'HALFWIDTH HANGUL FILLER',
}

const nameOf = (code: number): string =>
  names[code] ?? (code >= 0xe0000 ? 'TAG CHARACTER' : code < 0xa0 ? 'CONTROL CHARACTER' : 'FORMAT CHARACTER')

/** Controls and format characters, and the fillers that are letters by category; not tab and line feed. */
const pattern = /[\p{Cf}\u034f\u115f\u1160\u3164\uffa0\0-\x08\x0b-\x1f\x7f-\x9f]/gu

/** In an emoji, the joiner is part of what is seen: 👩‍🚒. */
const joinsEmoji = (text: string, at: number): boolean =>
  text[at] === '\u200d' &&
  /\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?$/u.test(text.slice(Math.max(0, at - 5), at))

/** Bidi and zero-width controls of a text (with other characters that have no ink), so that they can be shown. */
export const invisibles = (text: string): Invisible[] =>
  Array.from(text.matchAll(pattern))
    .filter(match => !joinsEmoji(text, match.index))
    .map(match => {
      const code = match[0].codePointAt(0) ?? 0
      return { at: match.index, code: `U+${code.toString(16).toUpperCase().padStart(4, '0')}`, name: nameOf(code) }
    })

/** Whether anything in a text is seen: a letter, digit, punctuation mark or symbol; of those a Braille pattern without dots is not. */
export const hasInk = (text: string): boolean =>
  /[\p{L}\p{N}\p{P}\p{S}]/u.test(text.replace(pattern, '').replaceAll('\u2800', ''))

/** A text for print: nothing in it that is not seen. */
export const withoutInvisible = (text: string): string =>
  text.replace(pattern, (sign: string, at: number) => (joinsEmoji(text, at) ? sign : ''))
