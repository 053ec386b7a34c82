import fc from 'fast-check'
import { characterF1, exactF1 } from '../../../src/metrics/agreement/span-f1.ts'
import { marked, someMarked } from './marked.ts'

it('exact: each span counts once', () => {
  const a = [marked(0, 5), marked(0, 5), marked(7, 7), marked(9, 12)]
  const b = [marked(0, 5), marked(7, 7), marked(9, 13)]
  expect(exactF1(a, b)).toEqual({ f1: 4 / 7, ofA: 2 / 4, ofB: 2 / 3 })
})

it('characters: each counts once, by the gravest annotation of it, half where the severities differ', () => {
  const a = [marked(0, 10, 'style/awkward', 'major'), marked(2, 4, 'style/awkward', 'minor')]
  const b = [marked(5, 15, 'accuracy/omission', 'major')]
  expect(characterF1(a, b)).toEqual({ f1: 0.5, ofA: 0.5, ofB: 0.5 })
  const milder = [marked(5, 15, 'accuracy/omission', 'minor')]
  expect(characterF1(a, milder)).toEqual({ f1: 0.25, ofA: 0.25, ofB: 0.25 })
  expect(characterF1(a, milder, 1)).toEqual({ f1: 0.5, ofA: 0.5, ofB: 0.5 })
})

it('of nothing there are no shares', () => {
  expect(exactF1([], [])).toEqual({ f1: null, ofA: null, ofB: null })
  expect(characterF1([], [marked(0, 3)])).toEqual({ f1: 0, ofA: null, ofB: 0 })
  expect(characterF1([marked(3, 3)], [marked(3, 3)])).toEqual({ f1: null, ofA: null, ofB: null })
})

it.each([
  ['exact', exactF1],
  ['characters', characterF1],
])('%s: 0 to 1, whichever is the reference; 1 with itself', (_, f1) => {
  fc.assert(
    fc.property(someMarked, someMarked, (a, b) => {
      const [one, other] = [f1(a, b), f1(b, a)]
      expect(one).toEqual({ f1: other.f1, ofA: other.ofB, ofB: other.ofA })
      for (const share of Object.values(one)) if (share !== null) expect(share >= 0 && share <= 1).toBe(true)
      expect(f1(a, a).f1 ?? 1).toBe(1)
    }),
    { seed: 6 },
  )
})
