import { dealt, mostUnits, shuffledPlaces } from '../../../src/app/quality/units.ts'
import { bootstrap } from '../../../src/metrics/statistics/bootstrap.ts'
import { ratio, columnSums, unitsOf } from '../../../src/metrics/statistics/units.ts'

const rows = (n: number): number[][] => Array.from({ length: n }, (_, i) => [(i * 7919) % 31, 20 + ((i * 104729) % 17)])

test('few units are drawn as they are', () => {
  const units = dealt(unitsOf(rows(mostUnits)))
  expect([units.count, units.columns[0]?.[3]]).toEqual([mostUnits, rows(4)[3]?.[0]])
})

test('many are dealt into groups, and nothing of them is lost', () => {
  const many = rows(5003)
  const units = dealt(unitsOf(many))
  expect(units.count).toBe(mostUnits)
  expect([...columnSums(units)]).toEqual([0, 1].map(i => many.reduce((sum, row) => sum + (row[i] ?? 0), 0)))
  expect(new Set(shuffledPlaces(5003)).size).toBe(5003)
  expect(shuffledPlaces(5003)).toEqual(shuffledPlaces(5003))
})

test('the interval of groups is about as wide as that of all units', () => {
  const made = rows(4000)
  const many = Array.from(shuffledPlaces(4000), place => made[place] ?? [])
  const width = (units: ReturnType<typeof dealt>): number => {
    const interval = bootstrap(units, ratio)
    return interval ? interval.high - interval.low : NaN
  }
  const [few, all] = [width(dealt(unitsOf(many))), width(unitsOf(many))]
  expect(few / all).toBeGreaterThan(0.85)
  expect(few / all).toBeLessThan(1.15)
})
