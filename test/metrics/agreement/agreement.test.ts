import fc from 'fast-check'
import { agreementOf, labelPairs, labelWords } from '../../../src/metrics/agreement/agreement.ts'
import { pairAnnotations } from '../../../src/metrics/agreement/pairing.ts'
import { marked, someMarked } from './marked.ts'

const text = 'Polisen grep två män i går kväll.'
const nothing = { error: null, dimension: null, category: null, severity: null }

it('a word has the gravest annotation that touches it; points touch none', () => {
  const maja = [marked(0, 2, 'style/register', 'minor'), marked(0, 12, 'accuracy/omission', 'major'), marked(17, 17)]
  const labels = labelWords(text, [maja, null])
  expect(labels).toHaveLength(7)
  expect(labels[0]).toEqual([maja[1], null])
  expect(labels.slice(2).every(([label]) => label?.category === 'none')).toBe(true)
})

it('what is found and what it is called are asked apart', () => {
  const units = labelWords(text, [
    [marked(0, 12, 'style/awkward', 'major')],
    [marked(0, 12, 'style/register', 'major')],
  ])
  const { error, dimension, category, severity } = agreementOf(units)
  expect([error, dimension, severity]).toEqual([1, 1, 1])
  expect(category).toBeLessThan(1)
})

it('the wrong words by both, at other places: worse than chance', () => {
  const units = labelWords(text, [[marked(0, 7)], [marked(8, 12)]])
  expect(agreementOf(units).error).toBeCloseTo(1 - (13 * 2) / 24, 9)
})

it.each([
  ['one annotator', labelWords(text, [[marked(0, 7)]])],
  ['the other has not read it', labelWords(text, [[marked(0, 7)], null])],
  ['nothing annotated', labelWords(text, [[], []])],
  ['no words', labelWords('…', [[marked(0, 1)], []])],
  ['no pairs', labelPairs(pairAnnotations([marked(0, 7)], [marked(8, 12)]))],
])('%s: there is no α', (_, units) => {
  expect(agreementOf(units)).toEqual(nothing)
})

it('on pairs: what both have found, and what each calls it', () => {
  const a = [marked(0, 7, 'style/awkward', 'minor'), marked(8, 12, 'accuracy/omission', 'major')]
  const b = [marked(0, 6, 'style/register', 'minor'), marked(8, 12, 'accuracy/omission', 'major')]
  const { error, dimension, category, severity } = agreementOf(labelPairs(pairAnnotations(a, b)))
  expect([error, dimension, severity]).toEqual([null, 1, 1])
  expect(category).toBeCloseTo(1 - (3 * 2) / 10, 9)
})

it('is never NaN, at most 1, and 1 with oneself', () => {
  const words = 'a bc d ef g hij kl m no pqr s tu v wx yz å'
  fc.assert(
    fc.property(someMarked, someMarked, (a, b) => {
      for (const units of [labelWords(words, [a, b]), labelPairs(pairAnnotations(a, b))])
        for (const alpha of Object.values(agreementOf(units))) if (alpha !== null) expect(alpha <= 1 + 1e-12).toBe(true)
      for (const alpha of Object.values(agreementOf(labelWords(words, [a, a])))) expect(alpha ?? 1).toBeCloseTo(1, 9)
    }),
    { seed: 6 },
  )
})
