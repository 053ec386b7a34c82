import fc from 'fast-check'
import { judgedAgreement, type Scores } from '../../../src/metrics/agreement/judged.ts'
import { kendallTau } from '../../../src/metrics/agreement/kendall.ts'
import { unitsNeeded } from '../../../src/metrics/agreement/enough.ts'

/** τ-b pair by pair, as it is defined. */
function tauByPairs(pairs: readonly Scores[]): number | null {
  let [agree, tiedA, tiedB, all] = [0, 0, 0, 0]
  for (const [i, [a, b]] of pairs.entries())
    for (const [c, d] of pairs.slice(i + 1)) {
      all++
      agree += Math.sign(a - c) * Math.sign(b - d)
      if (a === c) tiedA++
      if (b === d) tiedB++
    }
  return tiedA === all || tiedB === all ? null : agree / Math.sqrt((all - tiedA) * (all - tiedB))
}

/** α of numbers, as it is defined: 1 less the mean square within units by that among all values. */
function alphaByPairs(pairs: readonly Scores[]): number | null {
  const values = pairs.flat()
  const squares = values.flatMap((x, i) => values.filter((_, j) => j !== i).map(y => (x - y) ** 2))
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length
  return mean(squares) === 0 ? null : 1 - mean(pairs.map(([a, b]) => (a - b) ** 2)) / mean(squares)
}

const scores = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })), { minLength: 5, maxLength: 40 }) // prettier-ignore

it('τ and α are what their definitions give, in fewer steps', () => {
  fc.assert(
    fc.property(scores, pairs => {
      const { kendall, alpha } = judgedAgreement(pairs)
      const [tau, byPairs] = [tauByPairs(pairs), alphaByPairs(pairs)]
      if (tau === null || kendall.score === null) expect(kendall.score).toBe(tau)
      else expect(kendall.score).toBeCloseTo(tau, 9)
      if (byPairs === null || alpha.score === null) expect(alpha.score).toBe(byPairs)
      else expect(alpha.score).toBeCloseTo(byPairs, 9)
    }),
    { seed: 20, numRuns: 300 },
  )
  // scipy.stats.kendalltau and pearsonr of the same
  const known: Scores[] = [[12, 1], [2, 4], [1, 7], [12, 1], [2, 0]] // prettier-ignore
  expect(kendallTau(known)).toBeCloseTo(-0.4714045, 6)
})

it('who is stricter throughout is so by the difference; they rise together, and do not say the same', () => {
  const stricter: Scores[] = [20, 40, 55, 70, 90, 95].map(score => [score - 10, score])
  const { n, bias, pearson, kendall, alpha } = judgedAgreement(stricter)
  expect([n, bias.score, kendall.score]).toEqual([6, -10, 1])
  expect(bias.interval).toMatchObject({ low: -10, high: -10 })
  expect(pearson.score).toBeCloseTo(1, 9)
  expect(alpha.score).toBeLessThan(0.97)
  expect((alpha.interval?.low ?? 1) < (alpha.score ?? 0)).toBe(true)
})

it('of fewer than five paragraphs there is but the difference; of judgements that are all the same no relation', () => {
  expect(judgedAgreement([[50, 60]])).toMatchObject({ n: 1, bias: { score: -10, interval: null }, pearson: { score: null }, kendall: { score: null }, alpha: { score: null } }) // prettier-ignore
  const same = judgedAgreement(Array.from({ length: 6 }, (): Scores => [70.1, 70.1]))
  expect(same).toMatchObject({ bias: { score: 0 }, pearson: { score: null }, kendall: { score: null }, alpha: { score: null } }) // prettier-ignore
})

it('α takes as many units as published: 60 of two values as common, 81 of four', () => {
  expect([unitsNeeded(1 / 2), unitsNeeded(1 / 4)]).toEqual([60, 81])
  expect(unitsNeeded(0.02)).toBeGreaterThan(500)
})
