import fc from 'fast-check'
import { mqmFormulas } from '../../../src/metrics/mqm/formulas.ts'
import { wmtScores, type Rating } from '../../../src/metrics/mqm/wmt.ts'

const judged = (system: string, document: string, segment: string, rater: string, weight: number): Rating => ({ system, document, segment, rater, weight, words: 9 }) // prettier-ignore

it('a segment has the mean of its raters’ sums, a system and an article the mean of their segments', () => {
  const scores = wmtScores([
    judged('A', 'd', '1', 'maja', 5),
    judged('A', 'd', '1', 'maja', 1),
    judged('A', 'd', '1', 'olle', 0),
    judged('A', 'd', '2', 'olle', 1),
    judged('A', 'e', '1', 'maja', 0),
    judged('B', 'd', '1', 'maja', 0.1),
  ])
  expect(scores).toEqual([
    {
      system: 'A',
      segments: 3,
      score: (3 + 1 + 0) / 3,
      articles: [
        { document: 'd', score: 2, segments: [{ segment: '1', raters: 2, score: 3, words: 9 }, { segment: '2', raters: 1, score: 1, words: 9 }] },
        { document: 'e', score: 0, segments: [{ segment: '1', raters: 1, score: 0, words: 9 }] },
      ],
    },
    { system: 'B', segments: 1, score: 0.1, articles: [{ document: 'd', score: 0.1, segments: [{ segment: '1', raters: 1, score: 0.1, words: 9 }] }] },
  ]) // prettier-ignore
})

it('of nothing there is no score', () => {
  expect(wmtScores([])).toEqual([])
})

it('raters who have seen but some segments are asked of these alone', () => {
  const scores = wmtScores([
    judged('A', 'd', '1', 'maja', 6),
    judged('A', 'd', '2', 'maja', 0),
    judged('A', 'd', '3', 'maja', 3),
    judged('A', 'd', '2', 'olle', 4),
  ])
  expect(scores[0]?.articles[0]?.segments.map(({ score, raters }) => [score, raters])).toEqual([[6, 1], [2, 2], [3, 1]]) // prettier-ignore
  expect(scores[0]?.score).toBe((6 + 2 + 3) / 3)
})

const name = fc.constantFrom('a', 'b', '__proto__', '')
const rows = fc.array(
  fc.tuple(name, name, name, name, fc.constantFrom(0, 1, 5, 25)).map(row => judged(...row)),
  {
    maxLength: 60,
  },
)

it('the order of the rows is nothing to the scores', () => {
  const table = (scores: ReturnType<typeof wmtScores>) =>
    new Map(scores.map(({ system, score, segments }) => [system, [score.toFixed(9), segments]]))
  fc.assert(
    fc.property(rows, all => {
      const [one, other] = [table(wmtScores(all)), table(wmtScores(all.toReversed()))]
      for (const [system, told] of one) expect(other.get(system)).toEqual(told)
      expect(other.size).toBe(one.size)
    }),
    { seed: 6 },
  )
})

it('a system’s score is that of its articles, each as heavy as it has segments', () => {
  fc.assert(
    fc.property(rows, all => {
      for (const { articles, segments, score } of wmtScores(all)) {
        const sum = articles.reduce((points, article) => points + article.score * article.segments.length, 0)
        expect(sum / segments).toBeCloseTo(score, 9)
      }
    }),
    { seed: 6 },
  )
})

it('every formula has an id of its own and says where it is from', () => {
  expect(new Set(mqmFormulas.map(({ id }) => id)).size).toBe(mqmFormulas.length)
  for (const { name, formula, source } of mqmFormulas) expect([name, formula, source]).not.toContain('')
})
