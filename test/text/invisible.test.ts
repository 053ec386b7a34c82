import { hasInk, invisibles } from '../../src/text/invisible.ts'

const codes = (text: string): string[] => invisibles(text).map(found => `${found.at} ${found.code} ${found.name}`)

describe('characters that are not seen', () => {
  test('bidi controls, which turn text around', () =>
    expect(codes('a\u202eb\u2066')).toEqual(['1 U+202E RIGHT-TO-LEFT OVERRIDE', '3 U+2066 LEFT-TO-RIGHT ISOLATE']))
  test('characters of no width', () =>
    expect(codes('\u200bord\u00ad\ufeff')).toEqual([
      '0 U+200B ZERO WIDTH SPACE',
      '4 U+00AD SOFT HYPHEN',
      '5 U+FEFF ZERO WIDTH NO-BREAK SPACE',
    ]))
  test('controls', () =>
    expect(codes('a\x1b[0m\x9b')).toEqual(['1 U+001B CONTROL CHARACTER', '5 U+009B CONTROL CHARACTER']))
  test('tags beyond the first plane, at their place in code units', () =>
    expect(codes('🚒\u{e0041}')).toEqual(['2 U+E0041 TAG CHARACTER']))
  test('not tabs, line ends, line breaks or spaces', () => expect(codes('a\tb\nc\u2028d\u00a0e\u2009f')).toEqual([]))
  test('not the joiner of an emoji', () => expect(codes('👩‍🚒 👩🏽‍🚒 ❤️‍🔥')).toEqual([]))
  test('but a joiner between letters', () => expect(codes('a\u200db')).toEqual(['1 U+200D ZERO WIDTH JOINER']))
})

describe('ink', () => {
  test('letters, digits, punctuation and symbols have it', () =>
    expect(['a', '7', '.', '…', '+', '👍', 'å\u0301', '\u200ba'].map(hasInk)).not.toContain(false))
  test('spaces, controls, fillers, marks without a letter and empty Braille have none', () =>
    expect(
      ['', ' \n', '\u00a0', '\u200b', '\u00ad', '\u3164', '\u115f', '\u0301', '\ufe0f', '\u2800', '\u{e0041}'].map(
        hasInk,
      ),
    ).not.toContain(true))
})
