import fc from 'fast-check'
import { purgeArticle } from '../../../src/app/articles/purge-article.ts'
import { textAt } from '../../../src/app/revisions/read-revision.ts'
import { restoreRevision } from '../../../src/app/revisions/restore-revision.ts'
import { ruleCorrection } from '../../../src/app/corrections/rule-correction.ts'
import { settleCorrections } from '../../../src/app/corrections/settle-corrections.ts'
import { undoRevision } from '../../../src/app/revisions/undo-revision.ts'
import { verifyStore } from '../../../src/app/verify/verify.ts'
import { correctionsOf, unsettleTranslation } from '../../../src/store/corrections.ts'
import type { PendingFlag } from '../../../src/wire/flag.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { seed } from '../../text/histories.ts'
import { mt, told } from '../corrected-desk.ts'
import { flagOn, newKey, testDesk, type TestDesk } from '../desk.ts'

/** What editors may do; numbers are taken modulo what there is. */
type Act =
  | {
      readonly kind: 'edit'
      readonly word: number
      readonly with: string
      readonly late: number
      readonly flag: boolean
    }
  | { readonly kind: 'swap' | 'restore' | 'undo' | 'rule'; readonly n: number }
  | { readonly kind: 'settle' }

const number = fc.nat(1000)
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      word: number,
      with: fc.constantFrom('', 'ord', 'två ord', 'å\nä', '😀', 'Niedersachsen', 'juni', 'finns'),
      late: fc.nat(2),
      flag: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('swap' as const, 'restore' as const, 'undo' as const, 'rule' as const),
      n: number,
    }),
  },
  { weight: 2, arbitrary: fc.constant({ kind: 'settle' as const }) },
)

async function edit(desk: TestDesk, person: TestDesk['anna'], deed: Extract<Act, { kind: 'edit' }>, head: number) {
  const base = Math.max(0, head - deed.late)
  const text = await textAt(desk.deps, desk.translationId, base)
  const found = [...text.matchAll(/[\p{L}\p{N}]+/gu)]
  const hit = found[deed.word % Math.max(1, found.length)]
  const from = hit?.index ?? 0
  const to = text.slice(0, from) + deed.with + text.slice(from + (hit?.[0].length ?? 0))
  const flags: PendingFlag[] = deed.flag ? [{ ...flagOn(to, ''), from, to: from + deed.with.length }] : []
  await desk.save(person, to, { base, flags })
}

async function perform(desk: TestDesk, deed: Act, turn: number): Promise<void> {
  const { deps, articleId, translationId } = desk
  const person = turn % 2 ? desk.anna : desk.bo
  if (deed.kind === 'settle') return void (await settleCorrections(deps, { translationId }))
  const head = await deps.store.db
    .selectFrom('translation')
    .selectAll()
    .where('id', '=', translationId)
    .executeTakeFirstOrThrow()
  if (deed.kind === 'edit') return edit(desk, person, deed, head.head_number)
  if (deed.kind === 'swap') {
    const lines = head.head_text.split('\n')
    const [line = ''] = lines.splice(deed.n % lines.length, 1)
    return void (await desk.save(person, [...lines, line].join('\n')))
  }
  const which = { person, articleId, key: newKey(), revision: deed.n % (head.head_number + 1) }
  if (deed.kind === 'restore') return void (await restoreRevision(deps, which))
  if (deed.kind === 'undo') return void (which.revision > 0 && (await undoRevision(deps, which)))
  await settleCorrections(deps, { translationId })
  const rows = await correctionsOf(deps.store.db, translationId)
  const row = rows[deed.n % Math.max(1, rows.length)]
  if (!row) return
  const said = { category: 'style/awkward', severity: 'major', comment: '' } as const
  await ruleCorrection(
    deps,
    { translationId, person },
    { fromA: row.mt_from, toA: row.mt_to, after: row.after, ...said },
  )
}

/** Each case is a dozen transactions, and as many derivations. */
const runsOn = (kind: string): number => Number(process.env['RUNS'] ?? (kind === 'sqlite' ? 100 : 25))

const law = [
  'Polisen varnar för bedragare på nätet.',
  'Kommunen stänger badhuset i två veckor.',
  'I helgen spelas finalen på Nya Ullevi.',
  mt,
].join('\n')

forEachStore(`whatever editors save, move, flag, rule, restore and undo (seed ${seed})`, (open, _newWhere, kind) => {
  test('the corrections make the head, pairs count them, and derived anew they are the same', async () => {
    const store = await open()
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 10 }), async acts => {
        const desk = await testDesk(store, law)
        for (const [turn, deed] of acts.entries()) await perform(desk, deed, turn)
        const step = await told(desk)
        const kept = await correctionsOf(store.db, desk.translationId)
        await store.db.deleteFrom('correction').where('translation_id', '=', desk.translationId).execute()
        await unsettleTranslation(store.db, desk.translationId)
        expect(await told(desk)).toEqual(step)
        const anew = await correctionsOf(store.db, desk.translationId)
        const plain = (rows: typeof kept) => rows.map(({ id: _id, corrections: _n, articles: _m, ...row }) => row)
        expect(plain(anew)).toEqual(plain(kept))
        // counts were spoilt by that, and are put right by the purge
        await store.db
          .updateTable('pair')
          .set(e => ({
            corrections: e
              .selectFrom('correction')
              .select(f => f.fn.countAll<number>().as('n'))
              .whereRef('pair_id', '=', 'pair.id'),
            articles: e
              .selectFrom('correction')
              .select(f => f.fn.count<number>('article_id').distinct().as('n'))
              .whereRef('pair_id', '=', 'pair.id'),
          }))
          .execute()
        expect((await verifyStore(desk.deps)).broken).toEqual([])
        await purgeArticle(desk.deps, { person: desk.anna, articleId: desk.articleId })
        expect(await store.db.selectFrom('pair').select('id').execute()).toEqual([])
      }),
      { numRuns: runsOn(kind), seed },
    )
  })
})
