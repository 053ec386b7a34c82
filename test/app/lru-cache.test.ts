import { LruCache } from '../../src/app/lru-cache.ts'

test('a cache holds no more bytes than it may; what was asked for last stays', () => {
  const cache = new LruCache<string>(100)
  cache.set('a', 'A', 40)
  cache.set('b', 'B', 40)
  expect(cache.get('a')).toBe('A')
  cache.set('c', 'C', 40)
  expect([cache.get('a'), cache.get('b'), cache.get('c'), cache.bytes]).toEqual(['A', undefined, 'C', 80])
  cache.set('d', 'D', 101)
  expect([cache.get('d'), cache.bytes]).toEqual([undefined, 80])
  cache.set('a', 'AA', 60)
  expect([cache.get('a'), cache.bytes]).toEqual(['AA', 100])
})
