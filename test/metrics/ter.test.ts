import fc from 'fast-check'
import { ter } from '../../src/metrics/ter.ts'
import { keepsTheContract } from '../contracts/metrics.ts'

keepsTheContract(ter, {
  variants: [{ caseSensitive: true }, { normalized: true }, { noPunct: true, asianSupport: true }],
  perfect: 0,
  nothing: 100,
})

const edits = (hypothesis: string, reference: string, given: Partial<typeof ter.defaults> = {}): number | undefined =>
  ter.statistics(hypothesis, reference, { ...ter.defaults, ...given })[0]

describe('the edits', () => {
  it.each([
    ['a word changed', 'polisen söker vittnen', 'polisen letar vittnen', 1],
    ['a word too many', 'polisen söker nu vittnen', 'polisen söker vittnen', 1],
    ['a word too few', 'polisen vittnen', 'polisen söker vittnen', 1],
    ['a run of words moved, once', 'efter branden söker polisen vittnen', 'polisen söker vittnen efter branden', 2],
    ['the last word moved to the front', 'b c d e f g h a', 'a b c d e f g h', 1],
    ['nothing at all', '', 'polisen söker vittnen', 3],
  ])('%s', (_, hypothesis, reference, n) => {
    expect(edits(hypothesis, reference)).toBe(n)
  })

  it('are never more than the longer of the two has words, nor fewer than the two differ in length', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 20 })
    fc.assert(
      fc.property(words, words, (h, r) => {
        const n = edits(h.join(' '), r.join(' ')) ?? NaN
        expect(n).toBeLessThanOrEqual(Math.max(h.length, r.length))
        expect(n).toBeGreaterThanOrEqual(Math.abs(h.length - r.length))
      }),
    )
  })

  it('move no run of words further than 50 places, nor one longer than 10 as a whole', () => {
    const between = (n: number): string => Array.from({ length: n }, (_, i) => `m${i}`).join(' ')
    expect(edits(`${between(50)} a`, `a ${between(50)}`)).toBe(1)
    expect(edits(`${between(51)} a`, `a ${between(51)}`)).toBe(2)
    const run = Array.from({ length: 11 }, (_, i) => `r${i}`).join(' ')
    expect(edits(`${between(30)} ${run}`, `${run} ${between(30)}`)).toBe(2)
  })
})

describe('the words', () => {
  it('are those between spaces, case aside; options ask for more', () => {
    expect(edits('Polisen, söker', 'polisen söker')).toBe(1)
    expect(edits('Polisen, söker', 'polisen söker', { noPunct: true })).toBe(0)
    expect(edits('Polisen söker', 'polisen söker', { caseSensitive: true })).toBe(1)
    expect(edits('polisen (söker) 3,5', 'polisen ( söker ) 3,5', { normalized: true })).toBe(0)
    expect(edits('&quot;nej&quot;', '" nej "', { normalized: true })).toBe(0)
    expect(edits('東京', '東 京', { normalized: true, asianSupport: true })).toBe(0)
  })

  it('hold a byte order mark, which is no space in Python', () => {
    expect(edits('\ufeffrubrik', 'rubrik')).toBe(1)
  })
})

it('words against an empty reference are 100 %, whatever their number', () => {
  expect(ter.combine(ter.statistics('a b c', '', ter.defaults), ter.defaults)).toBe(100)
})
