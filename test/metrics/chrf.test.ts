import fc from 'fast-check'
import { chrf, type ChrfOptions } from '../../src/metrics/chrf.ts'
import { keepsTheContract } from '../contracts/metrics.ts'

keepsTheContract(chrf, {
  variants: [{ wordOrder: 2 }, { beta: 3 }, { charOrder: 3, wordOrder: 1, lowercase: true }, { whitespace: true }],
  perfect: 100,
  nothing: 0,
})

const options = (given: Partial<ChrfOptions>): ChrfOptions => ({ ...chrf.defaults, ...given })
const counts = (hypothesis: string, reference: string, given: Partial<ChrfOptions>): readonly number[] =>
  chrf.statistics(hypothesis, reference, options(given))

describe('the statistics', () => {
  it('are n-grams of the hypothesis, of the reference, of both, for each order', () => {
    expect(counts('abab', 'abba', { charOrder: 3 })).toEqual([4, 4, 4, 3, 3, 2, 2, 2, 0])
    expect(counts('aaaa', 'aa', { charOrder: 2 })).toEqual([4, 2, 2, 3, 1, 1])
  })

  it('count the words after the characters, a sign cut off at the end, else at the beginning', () => {
    expect(counts('(hej) då', '(hej ) då', { charOrder: 0, wordOrder: 2 })).toEqual([3, 4, 2, 2, 3, 1])
  })

  it('count code points, not halves of them', () => {
    expect(counts('😀😁', '😁', { charOrder: 1 })).toEqual([2, 1, 1])
    expect(counts('e\u0301', 'é', { charOrder: 1 })).toEqual([2, 1, 0])
  })

  it('count none in the hypothesis of an order that the reference is too short for', () => {
    expect(counts('abc', 'a', { charOrder: 2 })).toEqual([3, 1, 1, 0, 0, 0])
  })

  it('are those of counting each n-gram by itself', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'å', '😀'), { maxLength: 30 })
    fc.assert(
      fc.property(text, text, (h, r) => {
        expect(counts(h.join(''), r.join(''), {})).toEqual([1, 2, 3, 4, 5, 6].flatMap(order => plainly(h, r, order)))
      }),
    )
  })

  it('are those of counting each run of words by itself', () => {
    const text = fc.array(fc.constantFrom('a', 'ab', 'ba', '😀', 'a\u0301'), { maxLength: 30 })
    const space = fc.constantFrom(' ', '  ', '\u00a0', '\u2028')
    fc.assert(
      fc.property(text, text, space, (h, r, between) => {
        expect(counts(h.join(between), r.join(' '), { charOrder: 0, wordOrder: 3 })).toEqual(
          [1, 2, 3].flatMap(order => plainly(h, r, order, ' ')),
        )
      }),
    )
  })

  it('are the same after a segment of many thousand characters', () => {
    const [h, r] = ['Polisen söker vittnen.', 'polisen sökte ett vittne']
    const before = counts(h, r, { wordOrder: 2 })
    const long = 'Rådhuset är stängt, '.repeat(5000)
    expect(counts(long, long, { wordOrder: 2 }).slice(0, 3)).toEqual([85_000, 85_000, 85_000])
    expect(counts(h, r, { wordOrder: 2 })).toEqual(before)
  })
})

function plainly(hypothesis: readonly string[], reference: readonly string[], order: number, between = ''): number[] {
  const grams = (items: readonly string[]): string[] =>
    items.slice(0, Math.max(0, items.length - order + 1)).map((_, at) => items.slice(at, at + order).join(between))
  const [ours, theirs] = [grams(hypothesis), grams(reference)]
  const left = [...theirs]
  const matches = ours.filter(gram => {
    const at = left.indexOf(gram)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
  return [theirs.length > 0 ? ours.length : 0, theirs.length, matches.length]
}

describe('the score', () => {
  const scoreOf = (hypothesis: string, reference: string, given: Partial<ChrfOptions>): number =>
    chrf.combine(counts(hypothesis, reference, given), options(given))

  it('weighs recall the more, the greater beta is: what is left out costs more than what is added', () => {
    const [short, whole] = ['polisen söker', 'polisen söker vittnen i staden']
    expect(scoreOf(short, whole, { beta: 3 })).toBeLessThan(scoreOf(short, whole, { beta: 1 }))
    expect(scoreOf(whole, short, { beta: 3 })).toBeGreaterThan(scoreOf(whole, short, { beta: 1 }))
  })

  it('is the same both ways where precision and recall weigh the same', () => {
    const given = { beta: 1, charOrder: 3 }
    fc.assert(
      fc.property(fc.string({ minLength: 3 }), fc.string({ minLength: 3 }), (a, b) => {
        expect(scoreOf(a, b, { ...given, whitespace: true })).toBeCloseTo(
          scoreOf(b, a, { ...given, whitespace: true }),
          9,
        )
      }),
    )
  })

  it('has its name from beta and the words', () => {
    expect(chrf.name(options({}))).toBe('chrF2')
    expect(chrf.name(options({ wordOrder: 2, beta: 3 }))).toBe('chrF3++')
  })
})
