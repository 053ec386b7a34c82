import { entriesOf } from '../../src/client/review/entries.ts'
import type { PlacedFinding, PlacedFlag } from '../../src/client/review/entry-parts.ts'
import { sameWords } from '../../src/client/review/entry-findings.ts'
import { rowAt, startsOf } from '../../src/client/review/row-starts.ts'
import { rowsOf } from '../../src/client/review/rows.ts'
import { changeNear, chosen, entryAt, stepFrom } from '../../src/client/review/walk.ts'

const a = 'LKA Lower Sachsen stärker säkerhet\nDen 17 Juni 2025'
const b = 'LKA Niedersachsen stärker säkerhet\nDen 17 juni 2025'

const entries = (flags: readonly PlacedFlag[], findings: readonly PlacedFinding[] = []) => {
  const rows = rowsOf(a, b)
  const starts = startsOf(rows)
  return entriesOf(rows, starts, flags, (side, position) => rowAt(rows, starts[side], side, position), findings)
}
const flag = (id: string, over: Partial<PlacedFlag>): PlacedFlag => ({
  id,
  category: 'terminology/wrong-term',
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

/** A finding on words of the corrected text. */
const finding = (words: string, over: Partial<PlacedFinding> = {}): PlacedFinding => {
  const from = b.indexOf(words)
  return {
    id: words,
    from,
    to: from + words.length,
    severity: 'minor',
    category: 'linguistic-conventions/spelling',
    ...over,
  }
}
const told = (found: ReturnType<typeof entries>) =>
  found.map(e => [b.slice(e.fromB, e.toB), e.hunk ? 'hunk' : '', ...e.flags, ...e.findings])

describe('findings among the entries', () => {
  test('one without a change or a flag stands by itself, beside the machine’s words', () => {
    const found = entries([], [finding('säkerhet')])
    expect(told(found)).toEqual([
      ['Niedersachsen', 'hunk'],
      ['säkerhet', '', 'säkerhet'],
      ['juni', 'hunk'],
    ])
    const own = found[1]
    expect(own && a.slice(own.fromA, own.toA)).toBe('säkerhet')
    expect(own).toMatchObject({ open: true, flagged: false, severity: 'minor' })
  })

  test('one on the words of a change is one with it, and so is one that is a little longer', () => {
    expect(told(entries([], [finding('Niedersachsen'), finding('17 juni')]))).toEqual([
      ['Niedersachsen', 'hunk', 'Niedersachsen'],
      ['juni', 'hunk', '17 juni'],
    ])
  })

  test('one somewhere in a long flag stands by itself; one on its words is one with it', () => {
    const span = { from: 0, to: b.indexOf('\n') }
    expect(
      told(entries([flag('all', { b: span })], [finding('stärker')])).filter(e => e.length > 2 && e[1] === ''),
    ).toEqual([['stärker', '', 'stärker']])
    const own = finding('stärker')
    expect(told(entries([flag('s', { b: own })], [own]))).toContainEqual(['stärker', '', 's', 'stärker'])
  })

  test('one that a person has flagged as it is has had its answer, until the flag is dismissed', () => {
    const own = finding('stärker')
    const same = { b: own, category: own.category }
    expect(told(entries([flag('s', same)], [own]))).toContainEqual(['stärker', '', 's'])
    expect(told(entries([flag('s', { ...same, status: 'dismissed' })], [own]))).toContainEqual([
      'stärker',
      '',
      's',
      'stärker',
    ])
  })

  test('one where only words were taken out is not about those beside it', () => {
    expect(sameWords({ from: 4, to: 9 }, 4, 4)).toBe(false)
    expect(sameWords({ from: 4, to: 9 }, 6, 6)).toBe(true)
    expect(sameWords({ from: 4, to: 4 }, 4, 9)).toBe(true)
  })

  test('every entry has a key of its own, which typing before it does not change', () => {
    const found = entries([], [finding('säkerhet')])
    expect(new Set(found.map(e => e.key)).size).toBe(found.length)
    expect(found.map(e => e.key)).toEqual(['h4-17', 'csäkerhet', 'h42-46'])
  })

  test('the worst of what is open is the entry’s severity', () => {
    const own = finding('stärker', { severity: 'major' })
    expect(entries([flag('s', { b: own, severity: 'critical', status: 'dismissed' })], [own])[1]).toMatchObject({
      severity: 'major',
      open: true,
      flagged: false,
    })
  })
})

describe('walking', () => {
  const all = entries([flag('y', { a: { from: 18, to: 25 }, severity: 'critical' })])

  test('filters and order', () => {
    expect(chosen(all, { show: 'open', order: 'text' }).map(e => e.flags)).toEqual([['y']])
    expect(chosen(all, { show: 'fixed', order: 'text' })).toEqual([])
    const found = entries([flag('y', { a: { from: 18, to: 25 } })], [finding('säkerhet')])
    expect(chosen(found, { show: 'findings', order: 'text' }).map(e => e.findings)).toEqual([['säkerhet']])
    expect(chosen(found, { show: 'flags', order: 'text' }).map(e => e.flags)).toEqual([['y']])
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

  test('of what was typed at several places, the change at hand is the one nearest to the caret', () => {
    const typed = { from: 4, to: b.length }
    expect(changeNear(all, typed, b.length)).toBe(all[2])
    expect(changeNear(all, typed, 20)).toBe(all[0])
    expect(changeNear(all, { from: 24, to: 30 }, 28)).toBeUndefined()
  })
})
