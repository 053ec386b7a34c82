import fc from 'fast-check'
import { assign } from '../../../src/metrics/agreement/assign.ts'
import { pairAnnotations, type Marked } from '../../../src/metrics/agreement/pairing.ts'
import { marked, someMarked } from './marked.ts'

describe('pairs', () => {
  it('the same span, overlapping ones, and what only one has', () => {
    const a = [marked(0, 5), marked(10, 20, 'accuracy/omission', 'major'), marked(30, 35)]
    const b = [marked(0, 5), marked(12, 22, 'accuracy/addition', 'minor'), marked(40, 41)]
    expect(pairAnnotations(a, b)).toEqual({
      pairs: [
        { a: a[0], b: b[0], sameSpan: true, sameCategory: true, sameDimension: true, sameSeverity: true },
        { a: a[1], b: b[1], sameSpan: false, sameCategory: false, sameDimension: true, sameSeverity: false },
      ],
      onlyA: [a[2]],
      onlyB: [b[2]],
    })
  })

  it('as much in common as there can be together: not the first that fits', () => {
    const a = [marked(0, 10), marked(8, 12)]
    const b = [marked(0, 12), marked(0, 9)]
    const { pairs } = pairAnnotations(a, b)
    expect(pairs.map(pair => [a.indexOf(pair.a), b.indexOf(pair.b)])).toEqual([[0, 1], [1, 0]]) // prettier-ignore
  })

  it('on one span, those that say the same belong together', () => {
    const a = [marked(0, 4, 'style/awkward'), marked(0, 4, 'accuracy/omission')]
    const { pairs } = pairAnnotations(a, a.toReversed())
    expect(pairs.map(({ sameCategory }) => sameCategory)).toEqual([true, true])
  })

  it('spans that only touch are two errors; a point meets the words beside it and itself', () => {
    expect(pairAnnotations([marked(0, 4)], [marked(4, 8)]).pairs).toEqual([])
    expect(pairAnnotations([marked(4, 4)], [marked(4, 8)]).pairs).toMatchObject([{ sameSpan: false }])
    expect(pairAnnotations([marked(4, 4)], [marked(4, 4)]).pairs).toMatchObject([{ sameSpan: true }])
    expect(pairAnnotations([marked(4, 4)], [marked(6, 8)]).pairs).toEqual([])
  })

  it('every annotation stands there once, with itself everything agrees, and sides can be changed', () => {
    fc.assert(
      fc.property(someMarked, someMarked, (a, b) => {
        const { pairs, onlyA, onlyB } = pairAnnotations(a, b)
        expect(new Set([...pairs.map(pair => pair.a), ...onlyA])).toEqual(new Set(a))
        expect(pairs.length + onlyA.length).toBe(a.length)
        expect(new Set([...pairs.map(pair => pair.b), ...onlyB])).toEqual(new Set(b))
        expect(pairs.length + onlyB.length).toBe(b.length)
        const turned = pairAnnotations(b, a)
        expect(turned.pairs.length).toBe(pairs.length)
        const own = pairAnnotations(a, a)
        expect([own.onlyA, own.onlyB]).toEqual([[], []])
        for (const pair of own.pairs)
          expect(pair).toMatchObject({ sameSpan: true, sameCategory: true, sameSeverity: true })
      }),
      { seed: 6 },
    )
  })

  it('an annotation over all of a text, and a thousand in it', () => {
    const many: Marked[] = Array.from({ length: 1000 }, (_, i) => marked(i * 5, i * 5 + 3))
    expect(pairAnnotations([marked(0, 5000)], many)).toMatchObject({ pairs: [{ sameSpan: false }], onlyA: [] })
  })
})

it('an assignment is as good as the best of all', () => {
  const best = (gains: readonly (readonly number[])[], taken: readonly number[] = []): number => {
    const row = gains[taken.length]
    if (!row) return 0
    return Math.max(
      ...row.map((gain, column) => (taken.includes(column) ? -Infinity : gain + best(gains, [...taken, column]))),
    )
  }
  const table = fc.integer({ min: 1, max: 4 }).chain(rows =>
    fc.integer({ min: rows, max: 5 }).chain(
      columns =>
      fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }), // prettier-ignore
    ),
  )
  fc.assert(
    fc.property(table, gains => {
      const columns = assign(gains)
      expect(new Set(columns).size).toBe(gains.length)
      expect(columns.reduce((sum, column, row) => sum + (gains[row]?.[column] ?? NaN), 0)).toBe(best(gains))
    }),
    { seed: 6, numRuns: 300 },
  )
  expect(assign([])).toEqual([])
})
