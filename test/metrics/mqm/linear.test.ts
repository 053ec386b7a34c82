import fc from 'fast-check'
import {
  calibratedQuality,
  passes,
  penaltyPerThousand,
  rawQuality,
  scalingFactor,
} from '../../../src/metrics/mqm/linear.ts'

const sample = fc.record({
  penalty: fc.double({ min: 0, max: 10_000, noNaN: true }),
  words: fc.integer({ min: 1, max: 100_000 }),
})
const calibration = fc.record({
  threshold: fc.double({ min: 0, max: 99.9, noNaN: true }),
  acceptable: fc.double({ min: 0.1, max: 1000, noNaN: true }),
})

it('ten minor errors in a thousand words: 10 points per 1,000 words, quality 99', () => {
  const ten = { penalty: 10, words: 1000 }
  expect(penaltyPerThousand(ten)).toBe(10)
  expect(rawQuality(ten)).toBe(99)
})

it('threshold 90, 10 points acceptable: a point costs a point; 10 just pass, 20 do not', () => {
  const house = { threshold: 90, acceptable: 10 }
  expect(scalingFactor(house)).toBe(1)
  expect(calibratedQuality({ penalty: 10, words: 1000 }, house)).toBe(90)
  expect(calibratedQuality({ penalty: 20, words: 1000 }, house)).toBe(80)
  expect(calibratedQuality({ penalty: 4, words: 400 }, house)).toBe(90)
  expect([90, 89.9, null].map(quality => passes(quality, 90))).toEqual([true, false, null])
})

it('without words there is no score', () => {
  const none = { penalty: 5, words: 0 }
  expect([penaltyPerThousand(none), rawQuality(none)]).toEqual([null, null])
  expect(calibratedQuality(none, { threshold: 90, acceptable: 10 })).toBeNull()
})

it.each([
  [100, 10],
  [-1, 10],
  [NaN, 10],
  [90, 0],
  [90, -1],
  [90, Infinity],
])('threshold %d, %d points: no calibration', (threshold, acceptable) => {
  expect(() => scalingFactor({ threshold, acceptable })).toThrow(RangeError)
})

it('what is acceptable is what passes, and nothing wrong is perfect', () => {
  fc.assert(
    fc.property(sample, calibration, ({ penalty, words }, house) => {
      expect(calibratedQuality({ penalty: 0, words }, house)).toBe(100)
      expect(rawQuality({ penalty: 0, words })).toBe(100)
      const atIt = { penalty: (house.acceptable * words) / 1000, words }
      expect(calibratedQuality(atIt, house)).toBeCloseTo(house.threshold, 6)
      expect(calibratedQuality({ penalty: penalty + 1, words }, house)).toBeLessThan(
        calibratedQuality({ penalty, words }, house) as number,
      )
    }),
    { seed: 6 },
  )
})

it('a raw score is the calibrated one of a house that accepts 1,000 points at the score 0', () => {
  fc.assert(
    fc.property(sample, one => {
      const raw = rawQuality(one) as number
      expect(calibratedQuality(one, { threshold: 0, acceptable: 1000 })).toBeCloseTo(raw, 6)
      expect(penaltyPerThousand(one)).toBeCloseTo((100 - raw) * 10, 6)
    }),
    { seed: 6 },
  )
})
