import fc from 'fast-check'
import { severities } from '../../src/mqm/annotation.ts'
import { heaviest, ownWeights } from '../../src/mqm/own-weights.ts'
import { categories, dimensionOf, dimensions } from '../../src/mqm/typology.ts'
import {
  j2450,
  mqmCore,
  severityWeights,
  weigherOf,
  weightSchemes,
  wmt,
  type WeightScheme,
  wmt2021,
} from '../../src/mqm/weights.ts'
import { namesOfError } from '../../src/mqm/wmt-categories.ts'

const weight = (scheme: WeightScheme, category: string, severity: string) => weigherOf(scheme)({ category, severity })

describe('WMT', () => {
  // mt-metrics-eval, converters/score_mqm.py, and the README of WMT's released annotations
  it.each([
    ['Accuracy/Mistranslation', 'Major', 5],
    ['Accuracy/Mistranslation', 'minor', 1],
    ['Style/Awkward', 'Neutral', 0],
    ['Fluency/Punctuation', 'Minor', 0.1],
    ['Fluency/Punctuation', 'Major', 5],
    ['Non-translation!', 'Major', 25],
    ['Non-translation', 'Non-translation', 25],
    ['Source error/-', 'Major', 0],
    ['Source issue', 'Major', 0],
    ['Accuracy/Creative Reinterpretation', 'Minor', 0],
    ['no-error', 'no-error', 0],
    ['No-error', '', 0],
    ['Other/-', 'Minor', 1],
    ['A kind that nobody knows', 'Major', 5],
  ])('%s, %s: %d', (category, severity, expected) => {
    expect(weight(wmt, category, severity)).toBe(expected)
  })

  it('takes only what is named punctuation as such, not what comes near it', () => {
    expect(weight(wmt, 'Fluency/Typography', 'Minor')).toBe(1)
    expect(weight(wmt, 'linguistic-conventions/punctuation', 'minor')).toBe(0.1)
  })

  it('weighs a critical error as a major one, for it has none, and a trivial one as minor punctuation', () => {
    expect(weight(wmt, 'Accuracy/Omission', 'Critical')).toBe(5)
    expect(weight(wmt, 'Accuracy/Omission', 'Trivial')).toBe(0.1)
  })
})

it('MQM-Core weighs 0, 1, 5, 25, whatever the category', () => {
  for (const category of categories)
    expect(severities.map(severity => weight(mqmCore, category, severity))).toEqual([0, 1, 5, 25])
  expect(severityWeights).toBe(mqmCore.severities)
})

it('a fault of the source is none of the translation, but for WMT’s earlier scores', () => {
  for (const scheme of weightSchemes)
    for (const name of ['Source error', 'source-issue']) expect(weight(scheme, name, 'Major')).toBe(0)
  expect(weight(wmt2021, 'Source error', 'Major')).toBe(5)
  expect(weight(wmt2021, 'Source error/-', 'Minor')).toBe(1)
  expect(weight(wmt2021, 'Non-translation!', 'Major')).toBe(25)
})

it('J2450 weighs by category and severity', () => {
  expect(weight(j2450, 'terminology/wrong-term', 'major')).toBe(5)
  expect(weight(j2450, 'terminology/inconsistent', 'minor')).toBe(2)
  expect(weight(j2450, 'accuracy/omission', 'critical')).toBe(4)
  expect(weight(j2450, 'Fluency/Grammar', 'Minor')).toBe(2)
  expect(weight(j2450, 'Fluency/Spelling', 'Major')).toBe(3)
  expect(weight(j2450, 'Fluency/Punctuation', 'Major')).toBe(2)
  expect(weight(j2450, 'style/awkward', 'minor')).toBe(1)
})

describe('every scheme', () => {
  it('has an id of its own, and is valid as one’s own', () => {
    expect(new Set(weightSchemes.map(({ id }) => id)).size).toBe(weightSchemes.length)
    for (const { name, severities: numbers, exceptions } of weightSchemes)
      expect(ownWeights.safeParse({ name, severities: numbers, exceptions }).success).toBe(true)
  })

  it.each(weightSchemes)(
    '$id: ours and the names it is written by weigh the same, and the graver never less',
    scheme => {
      for (const category of categories) {
        const weights = severities.map(severity => weight(scheme, category, severity) as number)
        expect(weights).toEqual(weights.toSorted((a, b) => a - b))
        for (const [i, severity] of severities.entries()) {
          const names = namesOfError(category, severity)
          expect(weight(scheme, names.category, names.severity)).toBe(weights[i])
        }
      }
    },
  )

  it.each(weightSchemes)('$id: a severity that is none is told, and the source’s faults weigh nothing', scheme => {
    for (const severity of ['', 'Grave', '5']) expect(weight(scheme, 'Accuracy/Omission', severity)).toBeNull()
    for (const severity of severities) expect(weight(scheme, 'Source issue', severity)).toBe(0)
  })
})

describe('weights of one’s own', () => {
  const numbers = fc
    .array(fc.double({ min: 0, max: heaviest, noNaN: true }), { minLength: 4, maxLength: 4 })
    .map(some => some.toSorted((a, b) => a - b))
    .map(([neutral, minor, major, critical]) => ({ neutral, minor, major, critical }))
  const number = fc.double({ min: 0, max: heaviest, noNaN: true })

  it('the most specific exception holds: subtype and severity, subtype, dimension and severity, dimension, severity', () => {
    const all = fc.record({
      base: numbers,
      category: fc.constantFrom(...categories),
      severity: fc.constantFrom(...severities),
      weights: fc.tuple(number, number, number, number),
      given: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean()),
    })
    fc.assert(
      fc.property(all, ({ base, category, severity, weights, given }) => {
        const exceptions = [
          { category, severity, weight: weights[0] },
          { category, weight: weights[1] },
          { category: dimensionOf(category), severity, weight: weights[2] },
          { category: dimensionOf(category), weight: weights[3] },
        ].filter((_, i) => given[i])
        const scheme = ownWeights.parse({ severities: base, exceptions: exceptions.toReversed() })
        expect(weight(scheme, category, severity)).toBe(exceptions[0]?.weight ?? base[severity])
      }),
      { seed: 6, numRuns: 300 },
    )
  })

  const base = { neutral: 0, minor: 1, major: 5, critical: 10 }
  it.each([
    ['a number is missing', { severities: { neutral: 0, minor: 1, major: 5 } }],
    ['less than nothing', { severities: { ...base, neutral: -1 } }],
    ['too heavy', { severities: { ...base, critical: heaviest + 1 } }],
    ['no number', { severities: { ...base, critical: Infinity } }],
    ['text', { severities: { ...base, minor: '1' } }],
    ['a graver one is lighter', { severities: { ...base, major: 0.5 } }],
    ['a severity that is none', { severities: { ...base, trivial: 1 } }],
    ['a category that is none', { severities: base, exceptions: [{ category: 'accuracy/smak', weight: 1 }] }],
    [
      'twice the same',
      { severities: base, exceptions: dimensions.slice(0, 2).map(() => ({ category: 'style', weight: 2 })) },
    ],
    ['nothing', null],
  ])('%s: refused', (_, value) => {
    expect(ownWeights.safeParse(value).success).toBe(false)
  })
})
