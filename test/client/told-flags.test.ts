import { flagAt } from '../../src/client/annotate/told-flags.ts'

const flags = [
  { id: 'all', from: 0, to: 20 },
  { id: 'word', from: 4, to: 8 },
  { id: 'point', from: 8, to: 8 },
  { id: 'last', from: 15, to: 20 },
]

test.each([
  ['the flag on the fewest characters of those on the words', 4, 7, 'word'],
  ['a point at their edge', 5, 8, 'point'],
  ['one that shares a part of them', 1, 3, 'all'],
  ['none that only touches them', 20, 24, null],
])('%s is meant', (_, from, to, id) => {
  expect(flagAt(flags, { from, to })?.id ?? null).toBe(id)
})
