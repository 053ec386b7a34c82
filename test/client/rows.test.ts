import { readFileSync } from 'node:fs'
import { Text, ChangeSet } from '@codemirror/state'
import fc from 'fast-check'
import { rowsOf, type Row } from '../../src/client/review/rows.ts'
import { reviseRows, type Touched } from '../../src/client/review/row-revise.ts'
import { rowAt, startsOf } from '../../src/client/review/row-starts.ts'

/** The two texts as the rows cut them. */
const cut = (rows: readonly Row[], a: string, b: string) => {
  const starts = startsOf(rows)
  return rows.map((row, i) => {
    const [x, y] = [starts.a[i] ?? 0, starts.b[i] ?? 0]
    return [row.a < 0 ? null : a.slice(x, x + row.a), row.b < 0 ? null : b.slice(y, y + row.b)] as const
  })
}
const side = (rows: readonly Row[], a: string, b: string, n: 0 | 1) =>
  cut(rows, a, b)
    .map(row => row[n])
    .filter(text => text !== null)
    .join('\n')

const touchedBy = (change: ChangeSet, before: Text, after: Text): Touched[] => {
  const touched: Touched[] = []
  change.iterChangedRanges((from, to, fromNew, toNew) => {
    const lines =
      before.lineAt(from).number !== before.lineAt(to).number ||
      after.lineAt(fromNew).number !== after.lineAt(toNew).number
    touched.push({ from, to, length: toNew - fromNew, lines })
  })
  return touched
}

const edit = (rows: readonly Row[], a: string, b: string, change: ChangeSet) => {
  const before = Text.of(b.split('\n'))
  const after = change.apply(before)
  const revised = reviseRows(
    rows,
    (x, y) => a.slice(x, y),
    (x, y) => after.sliceString(x, y),
    touchedBy(change, before, after),
  )
  return { rows: revised.rows, text: after.toString() }
}

const a = 'Rubrik\nEtt stycke om en sak.\nEtt annat stycke om något helt annat.\nSlut.'

describe('rows', () => {
  test('equal texts: a row a paragraph', () => {
    expect(rowsOf(a, a).map(r => r.kind)).toEqual(['same', 'same', 'same', 'same'])
  })

  test('a removed paragraph stands alone, the others level', () => {
    const rows = rowsOf(a, 'Rubrik\nEtt annat stycke om något helt annat.\nSlut.')
    expect(rows.map(r => [r.a >= 0, r.b >= 0])).toEqual([
      [true, true],
      [true, false],
      [true, true],
      [true, true],
    ])
  })

  test('a moved paragraph is taken apart, for each column keeps its order', () => {
    const b = 'Ett annat stycke om något helt annat.\nRubrik\nEtt stycke om en sak.\nSlut.'
    const rows = rowsOf(a, b)
    expect(side(rows, a, b, 0)).toBe(a)
    expect(side(rows, a, b, 1)).toBe(b)
    expect(
      rows
        .filter(r => r.kind.startsWith('moved'))
        .map(r => r.kind)
        .sort(),
    ).toEqual(['moved-away', 'moved-here'])
  })

  test('typing in a row leaves the other rows as they are', () => {
    const rows = rowsOf(a, a)
    const revised = edit(rows, a, a, ChangeSet.of({ from: 10, insert: 'litet ' }, a.length))
    expect(revised.rows[1]?.kind).toBe('changed')
    expect([0, 2, 3].map(i => revised.rows[i] === rows[i])).toEqual([true, true, true])
  })

  test('undoing a split gives back the rows there were', () => {
    const rows = rowsOf(a, a)
    const split = ChangeSet.of({ from: 18, insert: '\n' }, a.length)
    const once = edit(rows, a, a, split)
    const back = edit(once.rows, a, once.text, split.invert(Text.of(a.split('\n'))))
    expect(back.rows).toEqual(rows)
  })

  test('joining two paragraphs makes one row of both', () => {
    const at = a.indexOf('\nEtt annat')
    const joined = edit(rowsOf(a, a), a, a, ChangeSet.of({ from: at, to: at + 1, insert: ' ' }, a.length))
    expect(
      cut(joined.rows, a, joined.text).map(([x, y]) => [x?.split('\n').length, y?.split('\n').length]),
    ).toContainEqual([2, 1])
  })

  test('all replaced, and undone', () => {
    const change = ChangeSet.of({ from: 0, to: a.length, insert: 'x' }, a.length)
    const all = edit(rowsOf(a, a), a, a, change)
    expect(side(all.rows, a, all.text, 1)).toBe('x')
    expect(edit(all.rows, a, all.text, change.invert(Text.of(a.split('\n')))).rows).toEqual(rowsOf(a, a))
  })

  test('whatever is edited, the rows cover both texts once', () => {
    const piece = fc.stringMatching(/^[abcå \n]{0,12}$/)
    const text = fc
      .array(fc.constantFrom('en två tre fyra', 'fem sex sju åtta nio', '', 'tio elva', 'en två'), {
        minLength: 1,
        maxLength: 7,
      })
      .map(p => p.join('\n'))
    fc.assert(
      fc.property(text, text, fc.array(fc.tuple(fc.nat(), fc.nat(20), piece), { maxLength: 8 }), (mt, start, edits) => {
        let rows = rowsOf(mt, start)
        let now = start
        for (const [at, length, insert] of edits) {
          const from = at % (now.length + 1)
          const second = Math.min(now.length, from + length + 3)
          const change = ChangeSet.of(
            [
              { from, to: Math.min(now.length, from + length), insert },
              { from: second, insert: second % 2 ? '\n' : 'z' },
            ],
            now.length,
          )
          const revised = edit(rows, mt, now, change)
          rows = revised.rows
          now = revised.text
          expect(side(rows, mt, now, 0)).toBe(mt)
          expect(side(rows, mt, now, 1)).toBe(now)
          const starts = startsOf(rows)
          for (const position of [0, now.length >> 1, now.length]) {
            const row = rows[rowAt(rows, starts.b, 'b', position)]
            expect(row?.b).toBeGreaterThanOrEqual(0)
          }
        }
      }),
      { numRuns: 400 },
    )
  })

  test('hunks of a row make its corrected text of the machine’s', () => {
    const seed = readFileSync(new URL('../../corpus/lka-niedersachsen/1/mt.txt', import.meta.url), 'utf8').trimEnd()
    const corrected = seed.replaceAll('Lower Sachsen', 'Niedersachsen').replaceAll('Deutschland', 'Tyskland')
    const rows = rowsOf(seed, corrected)
    cut(rows, seed, corrected).forEach(([x, y], i) => {
      if (x === null || y === null) return
      let made = ''
      let at = 0
      for (const h of rows[i]?.hunks ?? []) {
        made += x.slice(at, h.fromA) + y.slice(h.fromB, h.toB)
        at = h.toA
      }
      expect(made + x.slice(at)).toBe(y)
    })
  })
})
