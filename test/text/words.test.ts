import { sliceOf } from '../../src/text/span.ts'
import { countWords, words } from '../../src/text/words.ts'

const split = (text: string): string[] => words(text).map(span => sliceOf(text, span))

describe('what a word is', () => {
  test.each([
    ['Polisen ryckte ut 32 545 gånger.', ['Polisen', 'ryckte', 'ut', '32', '545', 'gånger']],
    ['EU:s SIS-registreringar', ['EU', 's', 'SIS', 'registreringar']],
    ['”Där”, sa hon … ÅÄÖ', ['Där', 'sa', 'hon', 'ÅÄÖ']],
    ['en\u00a0halv\u2028rad', ['en', 'halv', 'rad']],
    [' – !? \n', []],
    ['', []],
  ])('%j', (text, expected) => {
    expect(split(text)).toEqual(expected)
    expect(countWords(text)).toBe(expected.length)
  })

  test('counting twice gives the same', () => expect([countWords('a b c'), countWords('a b')]).toEqual([3, 2]))
})
