/** Long pairs in pieces. */
import fc from 'fast-check'
import { diffParagraph } from '../../src/text/diff/index.ts'
import { piecesOf } from '../../src/text/pieces.ts'
import { sliceOf } from '../../src/text/span.ts'

const pieces = (a: string, b: string, most: number) => {
  const pair = { a: { from: 0, to: a.length }, b: { from: 0, to: b.length } }
  return piecesOf(a, b, pair, diffParagraph(a, b), most)
}
const shown = (a: string, b: string, most: number) =>
  pieces(a, b, most).map(piece => [sliceOf(a, piece.a).trim(), sliceOf(b, piece.b).trim()])

it('a pair that is not long is one piece', () => {
  expect(shown('ett två', 'ett tre', 2)).toEqual([['ett två', 'ett tre']])
})

it('a long one is cut where both have the same words', () => {
  expect(shown('ett två tre fyra fem sex', 'ett 2 tre fyra fem sex', 3)).toEqual([
    ['ett två tre', 'ett 2 tre'],
    ['fyra fem sex', 'fyra fem sex'],
  ])
})

it('and evenly where they have none', () => {
  expect(shown('ett två tre fyra', 'a b', 2)).toEqual([
    ['ett två', 'a'],
    ['tre fyra', 'b'],
  ])
})

const words = fc.array(fc.constantFrom('a', 'b', 'c', 'dd', '  e', '.'), { maxLength: 60 }).map(all => all.join(' '))

it('pieces cover both sides in order, none is long, and no word is cut', () => {
  fc.assert(
    fc.property(words, words, fc.integer({ min: 1, max: 9 }), (a, b, most) => {
      const all = pieces(a, b, most)
      for (const [side, text] of [
        ['a', a],
        ['b', b],
      ] as const) {
        // prettier-ignore
        expect(all.map(piece => sliceOf(text, piece[side])).join('')).toBe(text)
        const count = (part: string) => part.match(/\S+/g)?.length ?? 0
        const counts = all.map(piece => count(sliceOf(text, piece[side])))
        expect(Math.max(...counts)).toBeLessThanOrEqual(most)
        expect(counts.reduce((x, y) => x + y, 0)).toBe(count(text))
      }
    }),
    { numRuns: 2000 },
  )
})
