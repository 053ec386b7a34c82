import fc from 'fast-check'
import { decodeBytes } from '../../src/text/decode.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const units = (text: string): string[] => text.split('')
const bytes16 = (text: string, little: boolean): Uint8Array =>
  Uint8Array.from(
    units(text).flatMap(u =>
      little ? [u.charCodeAt(0) & 255, u.charCodeAt(0) >> 8] : [u.charCodeAt(0) >> 8, u.charCodeAt(0) & 255],
    ),
  )
const latin = (text: string): Uint8Array => Uint8Array.from(units(text), char => char.charCodeAt(0))

describe('the text of a file', () => {
  test.each([
    ['UTF-8', utf8('Räksmörgås €'), 'Räksmörgås €', 'utf-8'],
    ['UTF-8 with a byte order mark, which is kept for the offsets', utf8('\ufeffå'), '\ufeffå', 'utf-8'],
    ['UTF-16, little end first', bytes16('\ufeffÅr 🚒', true), '\ufeffÅr 🚒', 'utf-16le'],
    ['UTF-16, big end first', bytes16('\ufeffÅr 🚒', false), '\ufeffÅr 🚒', 'utf-16be'],
    ['windows-1252', latin('Gr\xf6na \x93sm\xe5\x94 \x96 \x80'), 'Gröna “små” – €', 'windows-1252'],
    ['windows-1252, a few words with many marks', latin('\xc5\xc4\xd6'), 'ÅÄÖ', 'windows-1252'],
    ['nothing', utf8(''), '', 'utf-8'],
    ['tabs, form feeds and one escape', utf8('a\tb\fc\x1b[0m'), 'a\tb\fc\x1b[0m', 'utf-8'],
  ])('%s', (_, bytes, text, encoding) => expect(decodeBytes(bytes)).toEqual({ text, encoding }))

  test.each([
    ['a picture', latin('\x89PNG\r\n\x1a\n'), 'text-binary'],
    ['a PDF, though it begins like text', utf8('%PDF-1.7\nAbc'), 'text-binary'],
    ['a Word file', latin('PK\x03\x04abc'), 'text-binary'],
    ['what is full of controls', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) & 255), 'text-binary'],
    ['UTF-16 without a byte order mark', bytes16('Det var en gång', true), 'text-binary'],
    ['NUL among windows-1252', latin('Gr\xf6na \0'), 'text-binary'],
    ['half a UTF-16', Uint8Array.of(0xff, 0xfe, 0x41), 'text-undecodable'],
    ['a lone surrogate in UTF-16', Uint8Array.of(0xff, 0xfe, 0x3d, 0xd8), 'text-undecodable'],
    ['Russian in windows-1251', latin('\xcf\xee\xeb\xe8\xf6\xe8\xff '.repeat(20)), 'text-undecodable'],
    ['UTF-8 that was damaged, for its å ä ö would be garbled', latin('S\xc3\xa4kerhet \xc3( slut'), 'text-undecodable'],
    ['a byte that windows-1252 has no character for', latin('Gr\xf6na \x81'), 'text-undecodable'],
  ])('%s is refused', (_, bytes, code) =>
    expect(() => decodeBytes(bytes)).toThrow(expect.objectContaining({ code }) as Error),
  )

  const prose = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzåäöÅÄÖéüß .,:–”\n€🚒') })

  test('every text comes back from UTF-8 and from UTF-16', () => {
    fc.assert(
      fc.property(prose, text => {
        expect(decodeBytes(utf8(text)).text).toBe(text)
        expect(decodeBytes(bytes16(`\ufeff${text}`, true)).text).toBe(`\ufeff${text}`)
        expect(decodeBytes(bytes16(`\ufeff${text}`, false)).text).toBe(`\ufeff${text}`)
      }),
      { numRuns: 1000, seed: 20250617 },
    )
  })

  test('any bytes give a text without lone surrogates, or a Problem', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
        try {
          expect(decodeBytes(bytes).text.isWellFormed()).toBe(true)
        } catch (error) {
          expect((error as { code?: string }).code).toMatch(/^text-(binary|undecodable)$/)
        }
      }),
      { numRuns: 1000, seed: 20250617 },
    )
  })
})
