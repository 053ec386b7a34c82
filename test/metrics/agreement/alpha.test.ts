import fc from 'fast-check'
import { nominalAlpha, ordinalAlpha } from '../../../src/metrics/agreement/alpha.ts'

/** One line an observer, one column a unit; `.` where the observer has not judged it. */
const observed = (...lines: string[]) => {
  const rows = lines.map(line => line.split(' '))
  return (rows[0] ?? []).map((_, unit) => rows.map(row => (row[unit] === '.' ? null : (row[unit] ?? null))))
}

// Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, examples A, B and C/D
it('A: two observers, two values, nothing missing', () => {
  const data = observed('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0')
  expect(nominalAlpha(data)).toBeCloseTo(0.095, 3)
})

it('B: two observers, five values, nothing missing', () => {
  const data = observed('a a b b d c c c e d d a', 'b a b b b c c c e d d d')
  expect(nominalAlpha(data)).toBeCloseTo(0.692, 3)
})

const four = observed(
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
)

it('C: four observers, values missing', () => {
  expect(nominalAlpha(four)).toBeCloseTo(0.743, 3)
})

it('D: the same with an order', () => {
  expect(ordinalAlpha(four, ['1', '2', '3', '4', '5'])).toBeCloseTo(0.815, 3)
})

it.each([
  ['nothing judged', []],
  ['one annotator', [['a'], ['b']]],
  ['nothing judged by two', [['a', null], [null, 'b']]],
  ['no variation', [['a', 'a'], ['a', 'a']]],
])('%s: there is no α', (_, units) => {
  expect(nominalAlpha<string>(units)).toBeNull()
  expect(ordinalAlpha<string>(units, ['a', 'b'])).toBeNull()
}) // prettier-ignore

it('a value without a place in the order is refused', () => {
  expect(() => ordinalAlpha([['a', 'c']], ['a', 'b'])).toThrow(RangeError)
})

const value = fc.option(fc.constantFrom(0, 1, 2, 3), { freq: 4 })
const data = fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), { maxLength: 30 })

it('α is at most 1, and 1 only where all that vary agree', () => {
  fc.assert(
    fc.property(data, units => {
      for (const alpha of [nominalAlpha(units), ordinalAlpha(units, [0, 1, 2, 3])]) {
        if (alpha === null) continue
        expect(alpha).toBeLessThanOrEqual(1 + 1e-12)
        const agreed = units.every(unit => new Set(unit.filter(each => each !== null)).size < 2)
        expect(alpha > 1 - 1e-9).toBe(agreed)
      }
    }),
    { seed: 6 },
  )
})

it('neither the order of annotators and units nor an unjudged unit matters; nominal values may be renamed, ordinal ones turned round', () => {
  const near = (a: number | null, b: number | null) => expect(a ?? 9).toBeCloseTo(b ?? 9, 9)
  fc.assert(
    fc.property(data, units => {
      const other = [...units.toReversed().map(unit => unit.toReversed()), [null, 2, null]]
      near(nominalAlpha(other), nominalAlpha(units))
      near(nominalAlpha(units.map(unit => unit.map(each => each && `${3 - each}`))), nominalAlpha(units.map(unit => unit.map(each => each && `${each}`)))) // prettier-ignore
      near(ordinalAlpha(other, [0, 1, 2, 3]), ordinalAlpha(units, [3, 2, 1, 0]))
    }),
    { seed: 6 },
  )
})

it('of two values it makes no difference whether they have an order', () => {
  const binary = fc.array(fc.array(fc.option(fc.constantFrom(0, 1)), { minLength: 3, maxLength: 3 }), { maxLength: 20 })
  fc.assert(
    fc.property(binary, units => {
      expect(ordinalAlpha(units, [0, 1]) ?? 9).toBeCloseTo(nominalAlpha(units) ?? 9, 9)
    }),
    { seed: 6 },
  )
})
