import fc from 'fast-check'
import { authorship } from '../../../src/app/revisions/authorship.ts'
import { sha256 } from '../../../src/app/hash.ts'
import { flagsOf } from '../../../src/app/flags/list-flags.ts'
import { textAt } from '../../../src/app/revisions/read-revision.ts'
import { restoreRevision } from '../../../src/app/revisions/restore-revision.ts'
import { undoRevision } from '../../../src/app/revisions/undo-revision.ts'
import type { Store } from '../../../src/store/db/store.ts'
import { bareHeadOf } from '../../../src/store/heads.ts'
import { stepsBetween } from '../../../src/store/revisions.ts'
import { applyChange, readChange } from '../../../src/text/change.ts'
import { placeAt } from '../../../src/text/place.ts'
import { allSteps, anchorOf } from '../../../src/app/flags/place-flags.ts'
import { flagsOfTranslation } from '../../../src/store/flags.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { seed } from '../../text/histories.ts'
import { flagOn, newKey, testDesk, type TestDesk } from '../desk.ts'

const mt =
  'LKA Lower Sachsen varnar.\nDet finns fler klubbar i dag än förr.\n\nPolisen svarar: Vi är beredda 😀.\nSlut.'

/** What an editor may do. Numbers are taken modulo what there is. */
type Act =
  | {
      readonly kind: 'edit'
      readonly late: number
      readonly word: number
      readonly with: string
      readonly flag: boolean
    }
  | { readonly kind: 'restore' | 'undo'; readonly revision: number }

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      late: fc.nat(2),
      word: fc.nat(),
      with: fc.constantFrom('', 'ord', 'två ord', 'å\nä', 'LKA', '😀', 'Niedersachsen'),
      flag: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restore' as const), revision: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo' as const), revision: fc.nat() }) },
)

/** One word of the text replaced, and the flagged span of what came in its place. */
function replaceWord(text: string, word: number, by: string): { to: string; from: number } {
  const found = [...text.matchAll(/[\p{L}\p{N}]+/gu)]
  const hit = found.length ? found[word % found.length] : undefined
  const from = hit?.index ?? 0
  return { to: text.slice(0, from) + by + text.slice(from + (hit?.[0].length ?? 0)), from }
}

/** Saves without losing: what another has made impossible is answered `conflict`, and only that. */
async function perform(desk: TestDesk, deed: Act, turn: number): Promise<void> {
  const person = turn % 2 ? desk.anna : desk.bo
  const head = await bareHeadOf(desk.deps.store.db, { translationId: desk.translationId })
  const last = head?.head_number ?? 0
  if (deed.kind !== 'edit') {
    const input = { person, articleId: desk.articleId, key: newKey(), revision: deed.revision % (last + 1) }
    if (deed.kind === 'restore') await restoreRevision(desk.deps, input)
    else if (input.revision > 0) await undoRevision(desk.deps, input)
    return
  }
  const base = Math.max(0, last - deed.late)
  const { to, from } = replaceWord(await textAt(desk.deps, desk.translationId, base), deed.word, deed.with)
  const flags = deed.flag ? [{ ...flagOn(to, ''), from, to: from + deed.with.length }] : []
  await desk.save(person, to, { base, flags })
}

async function holds(desk: TestDesk): Promise<void> {
  const { db } = desk.deps.store
  const { head, mtText } = await desk.open()
  expect(mtText).toBe(mt)
  const hashes = await db
    .selectFrom('revision')
    .select(['number', 'hash'])
    .where('translation_id', '=', desk.translationId)
    .orderBy('number')
    .execute()
  expect(hashes.map(row => row.number)).toEqual(Array.from({ length: head.number }, (_, i) => i + 1))
  let text = mt
  for (const { number, change } of await stepsBetween(db, desk.translationId, 0, head.number)) {
    text = applyChange(text, readChange(change))
    expect(sha256(text)).toBe(hashes[number - 1]?.hash)
    expect(await textAt(desk.deps, desk.translationId, number)).toBe(text)
  }
  expect(head.text).toBe(text)
  for (const flag of await flagsOf(desk.deps, desk.translationId)) {
    const anchored = await textAt(desk.deps, desk.translationId, flag.revision)
    expect(anchored.slice(flag.from, flag.to)).toBe(flag.words)
    if (flag.status === 'open') expect(text.slice(flag.place?.from, flag.place?.to)).toBe(flag.words)
  }
  const steps = await allSteps(desk.deps, desk.translationId, head.number)
  for (const flag of await flagsOfTranslation(db, desk.translationId))
    expect(JSON.parse(flag.place)).toEqual(placeAt(anchorOf(flag), steps, head.number))
  const { origins } = await authorship(desk.deps, { articleId: desk.articleId })
  expect(origins.map(origin => text.slice(origin.from, origin.to)).join('')).toBe(text)
}

/** Each case is a dozen transactions and a reading of every revision: fewer than of the laws of the pure core, fewest over a socket. */
const runsOn = (kind: string): number => Number(process.env['RUNS'] ?? (kind === 'sqlite' ? 250 : 25))

forEachStore(`whatever two editors save, merge, restore and undo (seed ${seed})`, (open, _newWhere, kind) => {
  const runs = runsOn(kind)
  const check = async (store: Store, acts: readonly Act[]) => {
    const desk = await testDesk(store, mt)
    for (const [turn, deed] of acts.entries()) await perform(desk, deed, turn)
    await holds(desk)
  }

  test('every revision replays to its hash, open flags stand on their words, blame covers the text', async () => {
    const store = await open()
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 14 }), acts => check(store, acts)),
      { numRuns: runs, seed },
    )
  })

  test('at once, too: what is answered “saved” is there', async () => {
    const store = await open()
    const pairs = fc.array(fc.tuple(act, act), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(pairs, async turns => {
        const desk = await testDesk(store, mt)
        for (const [one, two] of turns) await Promise.all([perform(desk, one, 0), perform(desk, two, 1)])
        await holds(desk)
      }),
      // each case is two to eight saves at once, and what they leave is checked as thoroughly
      { numRuns: Math.ceil(runs / 5), seed },
    )
  })
})
