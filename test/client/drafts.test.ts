import { ChangeSet } from '@codemirror/state'
import { draftsFound, resume, textAfter, type Found } from '../../src/client/review/draft-choice.ts'
import { changedFields, fitting } from '../../src/client/review/narrow-draft.ts'
import { afterSave, freshSession, narrowed, textOf, typed } from '../../src/client/review/session.ts'
import { changeBetween } from '../../src/text/change.ts'

const base = 'Ett stort hus.\nEn liten bil.'
const head = { number: 3, text: base }
const draft = (over: Partial<Found>): Found => ({
  tab: 't',
  base: 3,
  change: changeBetween(base, base.replace('stort', 'litet')).toJSON(),
  flags: [],
  reasons: [],
  updatedAt: 5,
  baseText: null,
  ...over,
})

describe('drafts found', () => {
  test('a tab once, the later of its keepers, newest first, none of a living tab', () => {
    const server = [
      { ...draft({ tab: 'a', updatedAt: 1 }), flags: [] },
      { ...draft({ tab: 'b', updatedAt: 9 }), flags: [] },
    ]
    const local = [
      { tab: 'a', base: 3, change: [1], flags: [], updatedAt: 4 },
      { tab: 'c', base: 3, change: [1], flags: [], updatedAt: 99 },
    ]
    const found = draftsFound(server as never, local, new Set(['c']))
    expect(found.map(d => [d.tab, d.updatedAt])).toEqual([
      ['b', 9],
      ['a', 4],
    ])
  })
})

describe('taking up a draft', () => {
  test('on the head, as it is', () => {
    const resumed = resume(draft({}), head)
    expect(resumed.kind === 'restored' && textOf(resumed.session)).toBe('Ett litet hus.\nEn liten bil.')
  })
  test('what is saved already is nothing', () => {
    expect(resume(draft({}), { number: 4, text: base.replace('stort', 'litet') }).kind).toBe('misfit')
    expect(resume(draft({ base: 2, baseText: base }), { number: 4, text: base.replace('stort', 'litet') }).kind).toBe(
      'nothing',
    )
  })
  test('over a newer revision that does not touch it', () => {
    const newer = { number: 4, text: base.replace('bil', 'båt') }
    const resumed = resume(draft({ base: 3, baseText: base }), newer)
    expect(resumed.kind).toBe('merged')
    expect(resumed.kind === 'merged' && [resumed.session.base, textOf(resumed.session)]).toEqual([
      4,
      'Ett litet hus.\nEn liten båt.',
    ])
  })
  test('where they touch it goes on from its own base: saving shows both', () => {
    const resumed = resume(draft({ base: 3, baseText: base }), { number: 4, text: base.replace('stort', 'rött') })
    expect(resumed.kind === 'older' && [resumed.session.base, textOf(resumed.session)]).toEqual([
      3,
      'Ett litet hus.\nEn liten bil.',
    ])
  })
  test('a damaged one is no error', () => {
    for (const change of ['x', [999], null, [-1], {}]) expect(resume(draft({ change }), head).kind).toBe('misfit')
  })
})

describe('the session', () => {
  test('delete and retype is nothing', () => {
    const session = typed(
      typed(freshSession(3, base), ChangeSet.of({ from: 4, to: 9 }, base.length)),
      ChangeSet.of({ from: 4, insert: 'stort' }, base.length - 5),
    )
    expect(narrowed(session).change.empty).toBe(true)
  })
  test('what was typed while a save was merged stays on top of the stored text', () => {
    const sent = 'Ett litet hus.'
    const stored = 'Nyss: Ett litet hus.'
    const since = ChangeSet.of({ from: sent.length, insert: ' Ja.' }, sent.length)
    const { session, apply } = afterSave(7, stored, since, changeBetween(sent, stored))
    expect(textOf(session)).toBe('Nyss: Ett litet hus. Ja.')
    expect(textAfter(apply, 'Ett litet hus. Ja.')).toBe(textOf(session))
  })
})

describe('a form kept on a phone', () => {
  const served = new Map([
    ['p1', 'ett'],
    ['p2', 'två'],
  ])
  test('only changed fields are kept, and only where the page still says what it said', () => {
    const fields = changedFields(
      served,
      new Map([
        ['p1', 'ett'],
        ['p2', 'tre'],
      ]),
    )
    expect(fields).toEqual({ p2: 'tre' })
    const kept = { base: 1, at: 0, fields, served: { p2: 'två' } }
    expect(fitting(kept, 2, served)?.fields).toEqual({ p2: 'tre' })
    expect(fitting(kept, 2, new Map([['p2', 'tre']]))).toBeNull()
    expect(fitting(kept, 2, new Map([['p2', 'fyra']]))).toBeNull()
  })
})
