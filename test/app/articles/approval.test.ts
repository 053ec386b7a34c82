/** An approval is of the words that were read: of one revision, and against what was known to stand open in it. */
import { addTranslation } from '../../../src/app/articles/add-translation.ts'
import { changeMany } from '../../../src/app/articles/change-many.ts'
import { setFlag } from '../../../src/app/flags/set-flag.ts'
import { setState } from '../../../src/app/articles/set-state.ts'
import { Problem } from '../../../src/errors.ts'
import type { Severity } from '../../../src/mqm/annotation.ts'
import { eventsOf } from '../../../src/store/events.ts'
import { headOf } from '../../../src/store/heads.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { approve, newsroom, problemOf, type Newsroom } from '../newsroom.ts'

const flag = (room: Newsroom, translationId: string, severity: Severity = 'critical') =>
  setFlag(
    room.deps,
    { translationId, person: room.bo },
    { revision: 0, from: 0, to: 3, category: 'accuracy/mistranslation', severity, comment: '', suggestion: '' },
  )

/** What became of work that may be refused: `null`, or the code of the Problem. */
const ended = (work: Promise<unknown>): Promise<string | null> =>
  work.then(
    () => null,
    (error: unknown) => {
      if (error instanceof Problem) return error.code
      throw error
    },
  )

/** The revisions that were approved, in the order that they were. */
async function approvedOf(room: Newsroom, articleId: string, translationId: string): Promise<number[]> {
  const events = await eventsOf(room.deps.store.db, articleId, translationId)
  return events.flatMap(({ kind, detail }) => {
    const { to, revision } = JSON.parse(detail) as { readonly to?: string; readonly revision?: number }
    return kind === 'state' && to === 'approved' && revision !== undefined ? [revision] : []
  })
}

const asked = (room: Newsroom, translationId: string, base: number) =>
  ({ person: room.bo, translationId, state: 'approved', base }) as const

forEachStore('an approval', open => {
  test('names the revision that was read, and is refused where another has been saved since', async () => {
    const room = await newsroom(await open())
    const { articleId, translationId } = await room.bring({ text: 'Ett fel.' })
    await room.save(room.anna, translationId, 'Ett rätt.')
    const late = await problemOf(setState(room.deps, asked(room, translationId, 0)))
    expect([late.code, late.status, late.values]).toEqual(['approval-behind', 409, { base: 0, head: 1 }])
    expect((await headOf(room.deps.store.db, { translationId }))?.state).toBe('in-review')
    expect((await problemOf(setState(room.deps, asked(room, translationId, 2)))).code).toBe('revision-unknown')
    expect((await setState(room.deps, asked(room, translationId, 1))).revision).toBe(1)
    expect(await approvedOf(room, articleId, translationId)).toEqual([1])
  })

  test('is asked of nothing but an approval: any other state is of the article', async () => {
    const room = await newsroom(await open())
    const { articleId, translationId } = await room.bring({ text: 'Ett fel.' })
    await room.save(room.anna, translationId, 'Ett rätt.')
    for (const state of ['corrected', 'in-review'] as const)
      await setState(room.deps, { person: room.bo, articleId, state })
    expect((await headOf(room.deps.store.db, { translationId }))?.state).toBe('in-review')
  })

  test('of an article with several translations says which: a number alone names a revision of each', async () => {
    const room = await newsroom(await open())
    const { articleId } = await room.bring({ text: 'Ett rätt.' })
    const { translationId } = await addTranslation(room.deps, {
      articleId, person: room.anna, text: 'Två rätt.', system: 'annan',
    }) // prettier-ignore
    const unnamed = setState(room.deps, { person: room.bo, articleId, state: 'approved', base: 0 })
    expect((await problemOf(unnamed)).values).toEqual({ field: 'translation' })
    await setState(room.deps, { articleId, ...asked(room, translationId, 0) })
  })

  test('is of the words that its approver read, however many save meanwhile', async () => {
    const room = await newsroom(await open())
    const { db } = room.deps.store
    for (let round = 0; round < 6; round += 1) {
      const { articleId, translationId } = await room.bring({ text: `Ett fel ${round}.` })
      const read = async (): Promise<number | null> => {
        const base = (await headOf(db, { translationId }))?.head_number ?? 0
        const end = await ended(setState(room.deps, asked(room, translationId, base)))
        if (end !== null) expect(['approval-behind', 'state-unchanged']).toContain(end)
        return end === null ? base : null
      }
      const write = (n: number) => async () => {
        await room.save(room.anna, translationId, `Ett fel ${round}. Sparat ${n}.`)
        return null
      }
      const ends = await Promise.all([read, write(1), read, write(2), write(3), read].map(work => work()))
      const named = ends.filter(end => end !== null)
      const [head, approved] = [await headOf(db, { translationId }), await approvedOf(room, articleId, translationId)]
      expect(approved.toSorted()).toEqual(named.toSorted())
      if (head?.state === 'approved') expect(head.head_number).toBe(approved.at(-1))
    }
  })

  test('of a text on which somebody sets a critical flag meanwhile meets the gate, or was before it', async () => {
    const room = await newsroom(await open())
    for (let round = 0; round < 6; round += 1) {
      const { articleId, translationId } = await room.bring({ text: `Ett fel ${round}.` })
      const works = [
        () => ended(setState(room.deps, asked(room, translationId, 0))),
        async () => (await flag(room, translationId)) && null,
      ]
      const ends = await Promise.all((round % 2 ? works : works.toReversed()).map(work => work()))
      const events = await eventsOf(room.deps.store.db, articleId, translationId)
      const kinds = events.map(({ kind, detail }) => `${kind} ${(JSON.parse(detail) as { to?: string }).to ?? ''}`)
      const refused = ends.includes('gate-closed')
      expect((await headOf(room.deps.store.db, { translationId }))?.state).toBe(refused ? 'in-review' : 'approved')
      expect(kinds.includes('state approved')).toBe(!refused)
    }
  })
})

forEachStore('a reason', open => {
  test('must be seen: neither spaces nor signs without ink are one, nor more than 2,000 characters', async () => {
    const room = await newsroom(await open())
    const { translationId } = await room.bring({ text: 'Ett fel.' })
    await flag(room, translationId)
    const say = async (reason: string) => {
      const { code, values } = await problemOf(approve(room.deps, { person: room.bo, translationId, reason }))
      return [code, values['field']]
    }
    for (const blank of ['', ' \t\n', '\u00a0\u2003']) expect(await say(blank)).toEqual(['gate-closed', undefined])
    for (const unseen of ['\u3164', '\u200b', '\u00ad', '\u2060 \ufeff', '\u115f\u1160\uffa0', '\u2800', '\u0301', '\ufe0f', 'x'.repeat(10_000)])
      expect(await say(unseen)).toEqual(['field-invalid', 'reason']) // prettier-ignore
    expect(await say('a\0')).toEqual(['text-has-nul', undefined])
    await approve(room.deps, { person: room.bo, translationId, reason: '👍' })
  })

  test('is for what was told when it was given: where more stands against the text by then, it is asked for again', async () => {
    const room = await newsroom(await open())
    const { translationId } = await room.bring({ text: 'ord '.repeat(100).trim() })
    await flag(room, translationId)
    const { values } = await problemOf(approve(room.deps, { person: room.bo, translationId }))
    expect(values).toMatchObject({ critical: 1, score: 75, threshold: 95 })
    const told = { critical: 1, score: 75 }
    const again = (known: typeof told) =>
      setState(room.deps, { ...asked(room, translationId, 0), reason: 'Bråttom.', told: known })
    await flag(room, translationId, 'minor')
    expect((await problemOf(again(told))).values).toMatchObject({ critical: 1, score: 74, threshold: 95 })
    await flag(room, translationId)
    expect((await problemOf(again({ critical: 1, score: 49 }))).code).toBe('gate-closed')
    await again({ critical: 2, score: 49 })
  })
})

forEachStore('approving many at once', open => {
  test('keeps back those that were saved since, and those whose translation nobody had seen', async () => {
    const room = await newsroom(await open())
    const [same, saved, other] = [
      await room.bring({ title: 'a' }),
      await room.bring({ title: 'b' }),
      await room.bring({ title: 'c' }),
    ]
    const bases = new Map([same, saved, other].map(({ translationId }) => [translationId, 0])) // prettier-ignore
    await room.save(room.anna, saved.translationId, 'Ny text.')
    const { translationId } = await addTranslation(room.deps, {
      articleId: other.articleId, person: room.anna, text: 'Annan.', system: 'annan',
    }) // prettier-ignore
    await room.save(room.anna, translationId, 'Annan text.')
    const results = await changeMany(room.deps, {
      person: room.bo,
      articleIds: [same, saved, other].map(({ articleId }) => articleId),
      action: { kind: 'state', state: 'approved', bases },
    })
    expect(results.map(({ problem }) => problem && [problem.code, problem.values])).toEqual([
      null,
      ['approval-behind', { base: 0, head: 1 }],
      ['approval-behind', { head: 1 }],
    ])
  })
})
