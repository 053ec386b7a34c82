import { entriesOf, type PlacedFlag } from '../../src/client/review/entries.ts'
import { rowAt, startsOf } from '../../src/client/review/row-starts.ts'
import { rowsOf } from '../../src/client/review/rows.ts'
import { chosen, entryAt, stepFrom } from '../../src/client/review/walk.ts'

const a = 'LKA Lower Sachsen stärker säkerhet\nDen 17 Juni 2025'
const b = 'LKA Niedersachsen stärker säkerhet\nDen 17 juni 2025'

const entries = (flags: readonly PlacedFlag[]) => {
  const rows = rowsOf(a, b)
  const starts = startsOf(rows)
  return entriesOf(rows, starts, flags, (side, position) => rowAt(rows, starts[side], side, position))
}
const flag = (id: string, over: Partial<PlacedFlag>): PlacedFlag => ({
  id,
  severity: 'minor',
  status: 'open',
  a: null,
  b: null,
  ...over,
})

describe('the rail’s entries', () => {
  test('a hunk and a flag on the same words are one', () => {
    const found = entries([flag('x', { a: { from: 4, to: 17 }, b: { from: 4, to: 17 }, status: 'fixed' })])
    expect(found.map(e => [a.slice(e.fromA, e.toA), b.slice(e.fromB, e.toB), e.flags])).toEqual([
      ['Lower Sachsen', 'Niedersachsen', ['x']],
      ['Juni', 'juni', []],
    ])
  })

  test('a flag without a change stands by itself, on both sides, in text order', () => {
    const from = a.indexOf('stärker')
    const found = entries([flag('y', { a: { from, to: from + 7 } })])
    expect(found.map(e => e.flags)).toEqual([[], ['y'], []])
    const own = found[1]
    expect(own && b.slice(own.fromB, own.toB)).toBe('stärker')
  })

  test('several flags on the same words are one entry of the worst severity', () => {
    const span = { a: { from: 18, to: 25 } }
    const found = entries([flag('1', span), flag('2', { ...span, severity: 'major' })]).filter(e => e.flags.length > 0)
    expect(found.map(e => [e.flags, e.severity, e.open])).toEqual([[['1', '2'], 'major', true]])
  })

  test('a flag whose words are gone from the corrected text is not lost', () => {
    expect(entries([flag('z', { status: 'orphaned' })]).at(-1)?.flags).toEqual(['z'])
  })

  test('a point flag meets the change beside it', () => {
    const at = a.indexOf('Juni')
    expect(entries([flag('p', { a: { from: at, to: at } })]).filter(e => e.hunk && e.flags.length === 1)).toHaveLength(
      1,
    )
  })
})

describe('walking', () => {
  const all = entries([flag('y', { a: { from: 18, to: 25 }, severity: 'critical' })])

  test('filters and order', () => {
    expect(chosen(all, { show: 'open', order: 'text' }).map(e => e.flags)).toEqual([['y']])
    expect(chosen(all, { show: 'fixed', order: 'text' })).toEqual([])
    expect(chosen(all, { show: 'all', order: 'severity' })[0]?.flags).toEqual(['y'])
  })

  test('from the current entry, or else from the caret', () => {
    expect(stepFrom(all, null, 'b', 0, 1)).toBe(all[0])
    expect(stepFrom(all, all[0]?.key ?? null, 'b', 0, 1)).toBe(all[1])
    expect(stepFrom(all, null, 'b', b.length, -1)).toBe(all[2])
    expect(stepFrom(all, all[2]?.key ?? null, 'b', 0, 1)).toBeNull()
  })

  test('the caret finds the smallest entry it stands in', () => {
    expect(entryAt(all, 'b', 8)).toBe(all[0])
    expect(entryAt(all, 'a', 20)).toBe(all[1])
    expect(entryAt(all, 'b', b.indexOf('säkerhet') + 2)).toBeNull()
  })
})
