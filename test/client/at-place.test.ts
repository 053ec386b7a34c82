import { entryAtPlace, placeNamed } from '../../src/client/review/at-place.ts'
import { everywhereAddress } from '../../src/client/review/addresses.ts'
import type { Entry } from '../../src/client/review/entries.ts'

const entry = (key: string, fromA: number, toA: number, hunk = true): Entry => ({
  ...{ key, fromA, toA, fromB: fromA, toB: toA, hunk, moved: false, flags: [], findings: [] },
  ...{ severity: null, flagged: false, open: false },
})

test.each([
  ['?at=117', 117],
  ['?translation=abc&at=0', 0],
  ['?at=99999', 500],
  ['?at=-1', null],
  ['?at=1e3', null],
  ['?at=', null],
  ['', null],
])('an address that ends in %p names the place %p', (search, at) => {
  expect(placeNamed(search, 500)).toBe(at)
})

test('a change that begins at the place comes first, then one around it, then what else stands there', () => {
  const all = [entry('flag', 10, 20, false), entry('ends', 4, 10), entry('begins', 10, 14)]
  expect(entryAtPlace(all, 10)?.key).toBe('begins')
  expect(entryAtPlace(all, 9)?.key).toBe('ends')
  expect(entryAtPlace(all, 18)?.key).toBe('flag')
  expect(entryAtPlace(all, 30)).toBeUndefined()
})

test('where the same is corrected everywhere, the words are in the address, and what is empty is not', () => {
  const own = { article: '0123456789abcdef', category: 'style/awkward', severity: 'minor' } as const
  expect(everywhereAddress({ before: 'EU: s & mer', after: 'EU:s', kind: 'words', about: '', ...own })).toBe(
    '/batches/new?before=EU%3A+s+%26+mer&after=EU%3As&kind=words&article=0123456789abcdef&category=style%2Fawkward&severity=minor',
  )
})
