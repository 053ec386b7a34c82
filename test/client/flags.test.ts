import { ChangeSet, Text } from '@codemirror/state'
import type { FlagView } from '../../src/wire/flag.ts'
import { FlagBook, placeFlags } from '../../src/client/review/flag-book.ts'
import { freshSession, typed, type Session } from '../../src/client/review/session.ts'
import { both, resolved } from '../../src/client/review/conflict-text.ts'
import { findIn, inReadingOrder } from '../../src/client/review/find.ts'
import { newId } from '../../src/client/review/new-id.ts'
import { changeBetween } from '../../src/text/change.ts'

const text = 'LKA Lower Sachsen stärker'
const view = (over: Partial<FlagView> = {}): FlagView => ({
  id: 'f', layer: 'shared', author: 'Maja', revision: 0, from: 4, to: 17, words: 'Lower Sachsen', category: 'terminology/wrong-term', severity: 'major',
  comment: '', suggestion: '', status: 'open', place: { from: 4, to: 17 }, fixedBy: null, foundAgain: [], dismissedReason: '', createdAt: 0, version: 1, ...over,
}) // prettier-ignore

const placed = (session: Session, flag = view()) => {
  const now = session.change.apply(Text.of([session.baseText])).toString()
  return placeFlags(new FlagBook([flag]), session, (from, to) => now.slice(from, to))[0]
}
const edited = (from: number, to: number, insert: string) =>
  typed(freshSession(2, text), ChangeSet.of({ from, to, insert }, text.length))

describe('flags over what is typed', () => {
  test('words before it move it, and it stays open', () => {
    expect(placed(edited(0, 0, 'Nu: '))).toMatchObject({
      status: 'open',
      b: { from: 8, to: 21 },
      a: { from: 4, to: 17 },
    })
  })
  test('typing right beside it does not touch it', () => {
    expect(placed(edited(17, 17, ', delstaten,'))).toMatchObject({ status: 'open', b: { from: 4, to: 17 } })
  })
  test('changed words are fixed', () => {
    expect(placed(edited(4, 17, 'Niedersachsen'))).toMatchObject({ status: 'fixed', b: { from: 4, to: 17 } })
  })
  test('deleted and typed again, it is open', () => {
    const gone = edited(4, 17, '')
    expect(placed(gone)?.status).toBe('fixed')
    expect(placed(typed(gone, ChangeSet.of({ from: 4, insert: 'Lower Sachsen' }, text.length - 13)))).toMatchObject({
      status: 'open',
      b: { from: 4, to: 17 },
    })
  })
  test('a point is fixed when something is put in there', () => {
    const point = view({ from: 3, to: 3, words: '', place: { from: 3, to: 3 } })
    expect(placed(edited(0, 0, 'x'), point)?.status).toBe('open')
    expect(placed(edited(3, 3, ' i'), point)?.status).toBe('fixed')
  })
  test('a flag on unsaved words follows them and does not grow', () => {
    const book = new FlagBook([])
    book.pending = [{ ...view(), from: 4, to: 9 }]
    book.follow(
      ChangeSet.of(
        [
          { from: 4, insert: 'ab' },
          { from: 9, insert: 'cd' },
        ],
        text.length,
      ),
    )
    expect(book.pending[0]).toMatchObject({ from: 6, to: 11 })
  })
})

describe('conflicts', () => {
  test('the chosen wording stands in the merged text', () => {
    const headText = 'Ett rött hus. En bil.'
    const partial = changeBetween(headText, 'Ett rött hus. En båt.')
    const answer = {
      status: 'conflict' as const,
      head: 4,
      headText,
      partial: partial.toJSON() as number[],
      conflicts: [{ base: 'stort', theirs: 'rött', mine: 'litet', from: 4, to: 8 }],
    }
    const said = (words: string) =>
      resolved(answer, [words])
        .apply(Text.of([headText]))
        .toString()
    expect(said('litet')).toBe('Ett litet hus. En båt.')
    expect(said('')).toBe('Ett  hus. En båt.')
    expect(both(answer.conflicts[0] as never)).toBe('rött litet')
  })
})

describe('finding', () => {
  test('any case, Swedish letters, spaces that do not break; signs are signs', () => {
    expect(findIn('Åre ÅRE åre', 'åre', false)).toHaveLength(3)
    expect(findIn('40\u00a0000 personer', '40 000', false)).toHaveLength(1)
    expect(findIn('a.b axb', 'a.b', false)).toEqual([{ from: 0, to: 3 }])
    expect(findIn('Åre åre', 'Åre', true)).toHaveLength(1)
    expect(findIn('x', '', false)).toEqual([])
    for (const sign of '\\^$.*+?()[]{}|/-') expect(findIn(`a${sign}b`, sign, false)).toHaveLength(1)
  })
  test('the places of all columns in reading order', () => {
    const spans = [
      { from: 0, to: 1 },
      { from: 10, to: 11 },
    ]
    const order = inReadingOrder(
      [
        { column: 'mt', spans },
        { column: 'corrected', spans },
      ],
      (_, position) => (position < 10 ? 0 : 1),
    )
    expect(order.map(p => `${p.column}${p.from}`)).toEqual(['mt0', 'corrected0', 'mt10', 'corrected10'])
  })
})

test('ids are the store’s: sixteen characters, ordered by time', () => {
  expect(newId()).toMatch(/^[0-9a-z]{16}$/)
  expect(newId(1000) < newId(2000)).toBe(true)
})
