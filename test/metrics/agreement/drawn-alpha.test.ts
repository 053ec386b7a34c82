import fc from 'fast-check'
import { nominalAlpha, ordinalAlpha } from '../../../src/metrics/agreement/alpha.ts'
import { drawnAlpha } from '../../../src/metrics/agreement/drawn-alpha.ts'

const values = ['a', 'b', 'c'] as const
const unit = fc.array(fc.option(fc.constantFrom(...values)), { minLength: 2, maxLength: 3 })

it('is α, however its units are grouped; the interval is of the groups', () => {
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 30 }), fc.integer({ min: 1, max: 5 }), (units, groups) => {
      const grouped = units.map((_, i) => i % groups)
      for (const [drawn, alpha] of [
        [drawnAlpha(units, grouped, null), nominalAlpha(units)],
        [drawnAlpha(units, null, values), ordinalAlpha(units, values)],
      ] as const) {
        if (alpha === null || drawn.alpha === null) expect(drawn.alpha).toBe(alpha)
        else expect(drawn.alpha).toBeCloseTo(alpha, 9)
      }
    }),
    { seed: 7, numRuns: 100 },
  )
})

it('the interval is wider where units hang together, and there is none of fewer than five groups', () => {
  const units = Array.from({ length: 60 }, (_, i) => (i % 10 === 0 ? ['a', 'b'] : i % 2 === 0 ? ['a', 'a'] : ['b', 'b'])) // prettier-ignore
  const [apart, together] = [drawnAlpha(units, null, null), drawnAlpha([...units].sort(), units.map((_, i) => Math.floor(i / 10)), null)] // prettier-ignore
  const width = ({ interval }: typeof apart) => (interval ? interval.high - interval.low : 0)
  expect(apart.units).toBe(60)
  expect(apart.alpha).toBeCloseTo(0.8, 1)
  expect(width(apart)).toBeGreaterThan(0.1)
  expect(width(together)).toBeGreaterThan(width(apart))
  expect(drawnAlpha(units, units.map((_, i) => i % 4), null).interval).toBeNull() // prettier-ignore
})
