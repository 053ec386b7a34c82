import fc from 'fast-check'
import { bootstrap } from '../../../src/metrics/statistics/bootstrap.ts'
import { approximateRandomisation, pairedBootstrap } from '../../../src/metrics/statistics/compare.ts'
import { fewestToFail, fewestToPass, judge } from '../../../src/metrics/statistics/judge.ts'
import { meanOf } from '../../../src/metrics/statistics/mean.ts'
import { Random } from '../../../src/metrics/statistics/random.ts'
import { ratio, unitsOf, unitsOfValues, type Units } from '../../../src/metrics/statistics/units.ts'

const values = fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 2, maxLength: 40 })

describe('random numbers', () => {
  const block = (seed: number, below: number, length = 100_000) => {
    const numbers = new Uint32Array(length)
    new Random(seed).fillBelow(numbers, below)
    return numbers
  }

  it('are the same of the same seed, and others of another', () => {
    expect(block(1, 1000)).toEqual(block(1, 1000))
    expect(block(1, 1000)).not.toEqual(block(2, 1000))
  })

  it('go on where a block ended', () => {
    const random = new Random(7)
    const [first, second] = [new Uint32Array(3), new Uint32Array(3)]
    random.fill(first)
    random.fill(second)
    const both = new Uint32Array(6)
    new Random(7).fill(both)
    expect([...first, ...second]).toEqual([...both])
  })

  it('come as often each (χ² of 100 places, 99 degrees of freedom: below 149 in 999 of 1,000 cases)', () => {
    const counts = new Float64Array(100)
    for (const number of block(3, 100)) counts[number]!++
    expect(counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(149)
  })
})

describe('an interval', () => {
  it('is about as wide as the normal one, where there are many units', () => {
    const numbers = new Uint32Array(2000)
    new Random(5).fillBelow(numbers, 11)
    const interval = bootstrap(unitsOfValues([...numbers]), ratio)
    const mean = numbers.reduce((sum, one) => sum + one, 0) / numbers.length
    const error = Math.sqrt(numbers.reduce((sum, one) => sum + (one - mean) ** 2, 0) / numbers.length ** 2)
    expect(interval?.score).toBeCloseTo(mean, 9)
    expect(Math.abs((interval?.low ?? 0) - (mean - 1.96 * error))).toBeLessThan(error / 3)
    expect(Math.abs((interval?.high ?? 0) - (mean + 1.96 * error))).toBeLessThan(error / 3)
  })

  it('leaves out the 25 least and the 25 greatest of 1,000 (Koehn 2004)', () => {
    let drawn = 0
    const scores: number[] = []
    const interval = bootstrap(unitsOfValues([1, 2, 3]), () => scores.push(drawn) && drawn++)
    // the first is that of the units as they are
    expect(interval).toEqual({ score: 0, low: 26, high: 975, level: 0.95 })
  })

  it('lies within the units, holds what they all are, is the same again, and wider at a higher level', () => {
    fc.assert(
      fc.property(values, all => {
        const units = unitsOfValues(all)
        const interval = bootstrap(units, ratio, { resamples: 200 })
        const { low = NaN, high = NaN } = interval ?? {}
        expect(low >= Math.min(...all) && low <= high && high <= Math.max(...all)).toBe(true)
        expect(bootstrap(units, ratio, { resamples: 200 })).toEqual(interval)
        const wide = bootstrap(units, ratio, { resamples: 200, level: 0.99 })
        expect((wide?.low ?? NaN) <= low && (wide?.high ?? NaN) >= high).toBe(true)
      }),
      { seed: 6, numRuns: 50 },
    )
  })

  it('of sums: penalty by words, not the mean of each sentence’s', () => {
    expect(bootstrap(unitsOf([[5, 10], [0, 90]]), ratio)?.score).toBe(0.05) // prettier-ignore
  })

  it.each([
    ['nothing', []],
    ['one unit', [[1, 2]]],
    ['no words', [[1, 0], [0, 0]]],
  ])('there is none of %s', (_, rows) => {
    expect(bootstrap(unitsOf(rows), ratio)).toBeNull()
  }) // prettier-ignore

  it('of units that are all the same it has no width', () => {
    expect(bootstrap(unitsOfValues([3, 3, 3, 3]), ratio)).toEqual({ score: 3, low: 3, high: 3, level: 0.95 })
  })

  it('drawings without a score are left out', () => {
    const interval = bootstrap(unitsOf([[1, 1], [0, 0]]), ratio) // prettier-ignore
    expect(interval).toEqual({ score: 1, low: 1, high: 1, level: 0.95 })
  })

  it('numbers that are none are refused, and rows of another width', () => {
    expect(() => unitsOf([[1, NaN]])).toThrow(RangeError)
    expect(() => unitsOf([[1, 2], [1]])).toThrow(RangeError)
  })
})

describe('two systems', () => {
  const pairs = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 2, maxLength: 30 })
  const sides = (all: readonly (readonly [number, number])[]) =>
    [unitsOfValues(all.map(([a]) => a)), unitsOfValues(all.map(([, b]) => b))] as const

  it('that are the same do not differ: p is 1', () => {
    const units = unitsOfValues([1, 2, 3, 4])
    expect(pairedBootstrap(units, units, ratio)).toMatchObject({ score: 0, low: 0, high: 0, higher: 0.5, p: 1 })
    expect(approximateRandomisation(units, units, ratio)).toEqual({ difference: 0, p: 1 })
  })

  it('of which one is better everywhere: p is as small as so many drawings allow, never 0', () => {
    const [a, b] = sides(Array.from({ length: 40 }, (_, i) => [i + 2 + (i % 3), i] as const))
    expect(pairedBootstrap(a, b, ratio)).toMatchObject({ higher: 1, p: 1 / 1001 })
    expect(approximateRandomisation(a, b, ratio, { trials: 999 })?.p).toBe(1 / 1000)
  })

  it('p comes near the exact one: of 2⁶ ways to change places, 2 are as extreme', () => {
    const [a, b] = sides([[2, 1], [3, 1], [4, 1], [5, 1], [6, 1], [7, 1]]) // prettier-ignore
    const p = approximateRandomisation(a, b, ratio)?.p ?? NaN
    expect(Math.abs(p - 2 / 64)).toBeLessThan(0.006)
  })

  it('that are alike are called different about as often as the level says: 5 of 100', () => {
    const trials = 600
    const drawn = new Uint32Array(trials * 2 * 40)
    new Random(11).fillBelow(drawn, 26)
    let [byBootstrap, byChangingPlaces] = [0, 0]
    for (let trial = 0; trial < trials; trial++) {
      const [a, b] = [0, 1].map(side => unitsOfValues([...drawn.subarray((2 * trial + side) * 40, (2 * trial + side + 1) * 40)])) as [Units, Units] // prettier-ignore
      if ((pairedBootstrap(a, b, ratio, { resamples: 399 })?.p ?? 1) <= 0.05) byBootstrap++
      if ((approximateRandomisation(a, b, ratio, { trials: 399 })?.p ?? 1) <= 0.05) byChangingPlaces++
    }
    for (const share of [byBootstrap / trials, byChangingPlaces / trials])
      expect(Math.abs(share - 0.05)).toBeLessThan(0.025)
  })

  it('turned round: the difference turns, and p of changing places stays', () => {
    fc.assert(
      fc.property(pairs, all => {
        const [a, b] = sides(all)
        const [one, other] = [pairedBootstrap(a, b, ratio, { resamples: 99 }), pairedBootstrap(b, a, ratio, { resamples: 99 })]
        expect(other?.score).toBeCloseTo(-(one?.score ?? NaN), 9)
        expect(other?.low).toBeCloseTo(-(one?.high ?? NaN), 9)
        expect((other?.higher ?? NaN) + (one?.higher ?? NaN)).toBeCloseTo(1, 9)
        const [p, turned] = [approximateRandomisation(a, b, ratio, { trials: 99 }), approximateRandomisation(b, a, ratio, { trials: 99 })]
        expect(turned?.p).toBe(p?.p)
        for (const each of [one?.p, other?.p, p?.p]) expect(each !== undefined && each > 0 && each <= 1).toBe(true)
      }),
      { seed: 6, numRuns: 50 },
    ) // prettier-ignore
  })

  it('of different units cannot be compared', () => {
    expect(() => pairedBootstrap(unitsOfValues([1, 2]), unitsOfValues([1]), ratio)).toThrow(RangeError)
    expect(() => approximateRandomisation(unitsOfValues([1]), unitsOf([[1]]), ratio)).toThrow(RangeError)
  })
})

describe('too short to judge', () => {
  const above = { low: 91, high: 97 }
  const below = { low: 70, high: 89 }

  it.each([
    ['all of the interval reaches the threshold', above, fewestToPass, 'pass'],
    ['it just reaches it', { low: 90, high: 97 }, fewestToPass, 'pass'],
    ['but there are few sentences', above, fewestToPass - 1, 'too-short'],
    ['none of it does', below, fewestToPass, 'fail'],
    ['even in a few sentences', below, fewestToFail, 'fail'],
    ['but not in fewer', below, fewestToFail - 1, 'too-short'],
    ['the threshold lies in it', { low: 85, high: 95 }, 1000, 'too-short'],
    ['there is none', null, 1000, 'too-short'],
  ])('%s', (_, interval, units, verdict) => {
    expect(judge(interval, units, 90, 'higher')).toBe(verdict)
    const mirrored = interval && { low: -interval.high, high: -interval.low }
    expect(judge(mirrored, units, -90, 'lower')).toBe(verdict)
  })
})

it('a mean is of numbers; of none there is none', () => {
  expect([meanOf([1, 2, 6]), meanOf([0]), meanOf([])]).toEqual([3, 0, null])
})
