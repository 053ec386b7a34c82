/** What is said of a score that cannot be judged, and where there is no figure at all. */
import { judge } from '../../src/metrics/statistics/judge.ts'
import { intervalOf } from '../../src/web/pages/quality-compare.ts'
import { verdictReason } from '../../src/web/view/quality-figures.ts'
import type { ComparedFigure } from '../../src/wire/quality-report.ts'

const reason = (low: number | null, high: number | null, units: number, of: 'articles' | 'sentences' = 'articles') => {
  const verdict = judge(low === null || high === null ? null : { low, high }, units, 90.5, 'higher')
  return verdictReason('sv', verdict, { score: 68, low, high, units }, 90.5, of)
}

describe('why a score is not judged', () => {
  it('is that there is no interval', () => {
    expect(reason(null, null, 1)).toBe(
      'Underlaget är 1 artikel, för lite för ett intervall att hålla mot gränsen 90,5.',
    )
  })

  it('is that the threshold is within it', () => {
    for (const [low, high] of [
      [60, 95],
      [60, 90.5],
    ] as const)
      expect(reason(low, high, 40)).toMatch(/^Gränsen 90,5 ligger inom intervallet/)
  })

  it('is that it is drawn over too few, and how many it takes', () => {
    expect(reason(60.1, 74.7, 4)).toBe(
      'Hela intervallet ligger under gränsen 90,5, men underlaget är 4 artiklar. Det krävs 5.',
    )
    expect(reason(90.5, 99, 29, 'sentences')).toBe(
      'Hela intervallet når gränsen 90,5, men underlaget är 29 meningar. Det krävs 30.',
    )
  })

  it('is not asked of what is', () => {
    expect(reason(60.1, 74.7, 5)).toMatch(/hela intervallet ligger under gränsen 90,5/)
    expect(reason(90.5, 99, 30)).toMatch(/hela intervallet når gränsen 90,5/)
    expect(verdictReason('sv', null, { score: null, low: null, high: null, units: 0 }, 90.5, 'articles')).toBeNull()
  })
})

it('the interval of a difference that is none is a dash', () => {
  const none = { figure: 'hter', difference: null, low: null, high: null } as ComparedFigure
  expect(intervalOf('sv', none)).toBe('–')
  expect(intervalOf('sv', { ...none, difference: 3 })).toBe('för lite text för ett intervall')
  expect(intervalOf('sv', { ...none, difference: 3, low: 1, high: 5 })).toBe('1,0 till 5,0')
})
