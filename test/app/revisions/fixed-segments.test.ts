import fc from 'fast-check'
import { applyBatch } from '../../../src/app/batches/apply-batch.ts'
import { previewBatch } from '../../../src/app/batches/preview-batch.ts'
import { textAt } from '../../../src/app/revisions/read-revision.ts'
import { restoreRevision } from '../../../src/app/revisions/restore-revision.ts'
import { undoBatch } from '../../../src/app/batches/undo-batch.ts'
import { undoRevision } from '../../../src/app/revisions/undo-revision.ts'
import { verifyStore } from '../../../src/app/verify/verify.ts'
import { Problem } from '../../../src/errors.ts'
import type { Store } from '../../../src/store/db/store.ts'
import { bareHeadOf } from '../../../src/store/heads.ts'
import { stepsBetween } from '../../../src/store/revisions.ts'
import { editsOf, readChange } from '../../../src/text/change.ts'
import { batchRequest } from '../../../src/wire/batch.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { seed } from '../../text/histories.ts'
import { newKey, testDesk, type TestDesk } from '../desk.ts'

/** With a name that no other text has, so that a batch meets no other. */
const mtOf = (name: string): string =>
  `${name} varnar.\nDet finns fler klubbar i dag.\n\n${name} svarar: vi är redo 😀.\nSlut.`
const mt = mtOf('Polisen')

/** A desk at a text whose lines are the segments of a file. */
async function fixedDesk(store: Store, text = mt): Promise<TestDesk> {
  const desk = await testDesk(store, text)
  await store.db.updateTable('translation').set({ fixed: 1 }).where('id', '=', desk.translationId).execute()
  return desk
}

const linesOf = (text: string): number => text.split('\n').length

/** What an editor may do. Numbers are taken modulo what there is. */
type Act =
  | {
      readonly kind: 'replace'
      readonly late: number
      readonly from: number
      readonly to: number
      readonly with: string
    }
  | { readonly kind: 'swap'; readonly line: number }
  | { readonly kind: 'restore' | 'undo'; readonly revision: number }
  | { readonly kind: 'batch'; readonly undone: boolean; readonly with: string }

const words = fc.constantFrom('', 'ord', 'två ord', 'å\nä', 'en\n\ntre', '\n', 'Polisen', '😀', 'x.\ny')
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('replace' as const),
      late: fc.nat(2),
      from: fc.nat(),
      to: fc.nat(),
      with: words,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('swap' as const), line: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('restore' as const), revision: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), revision: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('batch' as const),
      undone: fc.boolean(),
      with: fc.constantFrom('Klubben', 'två ord'),
    }),
  },
)

/** A range of the text replaced; most often it begins and ends near each other. */
function replaced(text: string, deed: Extract<Act, { kind: 'replace' }>): string {
  const characters = [...text]
  const from = deed.from % (characters.length + 1)
  const to = Math.min(characters.length, from + (deed.to % 12))
  return characters.slice(0, from).join('') + deed.with + characters.slice(to).join('')
}

function swapped(text: string, at: number): string {
  const lines = text.split('\n')
  const i = at % (lines.length - 1)
  return lines.with(i, lines[i + 1] ?? '').with(i + 1, lines[i] ?? '').join('\n') // prettier-ignore
}

async function batch(desk: TestDesk, deed: Extract<Act, { kind: 'batch' }>, name: string): Promise<void> {
  const id = await previewBatch(desk.deps, desk.anna, batchRequest.parse({ before: name, after: deed.with }))
  await applyBatch(desk.deps, { person: desk.anna, batchId: id, upTo: 1000 })
  if (deed.undone) await undoBatch(desk.deps, { person: desk.bo, batchId: id, summary: '' })
}

async function perform(desk: TestDesk, name: string, deed: Act, turn: number): Promise<void> {
  const person = turn % 2 ? desk.anna : desk.bo
  const head = await bareHeadOf(desk.deps.store.db, { translationId: desk.translationId })
  const last = head?.head_number ?? 0
  if (deed.kind === 'batch') return batch(desk, deed, name)
  if ('revision' in deed) {
    const input = { person, articleId: desk.articleId, key: newKey(), revision: deed.revision % (last + 1) }
    if (deed.kind === 'restore') await restoreRevision(desk.deps, input)
    else if (input.revision > 0) await undoRevision(desk.deps, input)
    return
  }
  if (deed.kind === 'swap') {
    await desk.save(person, swapped(await desk.text(), deed.line))
    return
  }
  const base = Math.max(0, last - deed.late)
  await desk.save(person, replaced(await textAt(desk.deps, desk.translationId, base), deed), { base })
}

/** Refused with a reason, or done. */
async function attempt(desk: TestDesk, name: string, deed: Act, turn: number): Promise<void> {
  try {
    await perform(desk, name, deed, turn)
  } catch (error) {
    if (!(error instanceof Problem) || !['segments-fixed', 'hits-unchosen', 'rule-same'].includes(error.code))
      throw error
  }
}

const runsOn = (kind: string): number => Number(process.env['RUNS'] ?? (kind === 'sqlite' ? 150 : 30))

forEachStore(`the segments of a file (seed ${seed})`, (open, _newWhere, kind) => {
  it('stay as many, each where it is, whatever is saved, merged, restored, undone or done in many texts', async () => {
    const store = await open()
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 12 }), async acts => {
        const name = `Namn${newKey().replace(/\W/g, '')}`
        const desk = await fixedDesk(store, mtOf(name))
        for (const [turn, deed] of acts.entries()) await attempt(desk, name, deed, turn)
        let before = mtOf(name)
        const { head } = await desk.open()
        for (const { number, change } of await stepsBetween(store.db, desk.translationId, 0, head.number)) {
          for (const { from, to, insert } of editsOf(readChange(change)))
            expect(`${before.slice(from, to)}${insert}`).not.toContain('\n')
          before = await textAt(desk.deps, desk.translationId, number)
          expect(linesOf(before)).toBe(linesOf(mt))
        }
        expect(head.text).toBe(before)
      }),
      { numRuns: runsOn(kind), seed },
    )
    expect((await verifyStore({ store })).broken).toEqual([])
  })

  it('are cut at, where as many come as go', async () => {
    const desk = await fixedDesk(await open())
    const saved = await desk.save(desk.anna, mt.replace('varnar.\nDet', 'larmar.\nHär'))
    expect(saved).toMatchObject({ status: 'saved' })
    expect(await desk.text()).toBe(mt.replace('varnar.\nDet', 'larmar.\nHär'))
  })

  it('cannot be split, joined, moved or taken away: it is told which', async () => {
    const desk = await fixedDesk(await open())
    const refused = (to: string, n: number) =>
      expect(desk.save(desk.anna, to)).rejects.toMatchObject({ code: 'segments-fixed', values: { n } })
    await refused(mt.replace('fler klubbar', 'fler\nklubbar'), 2)
    await refused(mt.replace('varnar.\n', 'varnar. '), 1)
    await refused(mt.replace('\nSlut.', ''), 4)
    await refused(`${mt}\nMer.`, 5)
    expect(await desk.text()).toBe(mt)
  })
})
