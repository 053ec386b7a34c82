import { dismissFlag } from '../../../src/app/flags/dismiss-flag.ts'
import { withdrawFlag } from '../../../src/app/flags/withdraw-flag.ts'
import { purgeArticle } from '../../../src/app/articles/purge-article.ts'
import { restoreRevision } from '../../../src/app/revisions/restore-revision.ts'
import { ruleCorrection } from '../../../src/app/corrections/rule-correction.ts'
import { settleCorrections } from '../../../src/app/corrections/settle-corrections.ts'
import { undoRevision } from '../../../src/app/revisions/undo-revision.ts'
import { verifyStore } from '../../../src/app/verify/verify.ts'
import { textAt } from '../../../src/app/revisions/read-revision.ts'
import { correctionsOf, unsettledTranslations } from '../../../src/store/corrections.ts'
import type { Reason } from '../../../src/wire/save.ts'
import { anchorOf } from '../../../src/text/anchor.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { better, bring, mt, pairs, told } from '../corrected-desk.ts'
import { flagOn, newKey, testDesk } from '../desk.ts'
import { newsroom } from '../newsroom.ts'

const reasonOn = (text: string, words: string, more: Partial<Reason> = {}): Reason => {
  const from = text.indexOf(words)
  return { from, to: from + words.length, category: 'style/register', severity: 'minor', ...more }
}

forEachStore('corrections', open => {
  test('are the hunks between MT and head, each with who made it and in which revision', async () => {
    const desk = await testDesk(await open(), mt)
    await desk.save(desk.anna, mt.replace('Lower Sachsen', 'Niedersachsen'))
    await desk.save(desk.bo, better.replace('anbud', 'registreringar'))
    expect(await told(desk)).toEqual([
      'Lower Sachsen → Niedersachsen, 1 Anna Ek: name terminology/wrong-term',
      'anbud → registreringar, 2 Bo Ås: wording accuracy/mistranslation',
      'Lower Sachsen → Niedersachsen, 2 Bo Ås: name terminology/wrong-term',
    ])
    const { corrections } = await desk.open()
    expect(corrections.map(({ fromA, before }) => mt.slice(fromA, fromA + before.length))).toEqual(
      corrections.map(({ before }) => before),
    )
  })

  test('have their first author again, where they were undone and done again', async () => {
    const desk = await testDesk(await open(), mt)
    const { deps, anna, bo, articleId } = desk
    await desk.save(anna, better)
    await restoreRevision(deps, { person: bo, articleId, key: newKey(), revision: 0 })
    expect(await told(desk)).toEqual([])
    expect(await pairs(deps.store)).toEqual([])
    await undoRevision(deps, { person: bo, articleId, key: newKey(), revision: 2 })
    expect((await told(desk)).map(line => line.replace(/.*, /, ''))).toEqual([
      '1 Anna Ek: name terminology/wrong-term',
      '1 Anna Ek: name terminology/wrong-term',
    ])
  })

  test('take their category from a flag on their words, while it stands', async () => {
    const desk = await testDesk(await open(), mt)
    const { deps, anna, bo } = desk
    const flags = [flagOn(mt, 'anbud', { category: 'style/unidiomatic' }), flagOn(mt, ': inuti')]
    await desk.save(anna, mt, { flags })
    await desk.save(bo, mt.replace('anbud', 'ansökningar').replace(': inuti', ''))
    expect(await told(desk)).toEqual([
      'anbud → ansökningar, 1 Bo Ås: flag style/unidiomatic',
      ': inuti → , 1 Bo Ås: flag accuracy/mistranslation',
    ])
    const rows = await correctionsOf(deps.store.db, desk.translationId)
    expect(rows.map(row => row.flag_id)).toEqual(flags.map(flag => flag.id))
    await dismissFlag(deps, { person: anna, flagId: flags[0]?.id ?? '', reason: 'Nej.' })
    await withdrawFlag(deps, { person: anna, flagId: flags[1]?.id ?? '' })
    expect((await told(desk)).map(line => line.replace(/.*: /, ''))).toEqual([
      'wording accuracy/mistranslation',
      'deletion accuracy/addition',
    ])
  })

  test('are not said wrong by a flag that was set on them since, which asks for another', async () => {
    const desk = await testDesk(await open(), mt)
    await desk.save(desk.anna, better)
    await desk.save(desk.bo, better, { flags: [flagOn(better, 'Niedersachsen', { category: 'style/awkward' })] })
    expect((await told(desk))[0]).toContain('name terminology/wrong-term')
  })

  test('take it from what was said with the save: by the person, else by the check whose finding was accepted', async () => {
    const desk = await testDesk(await open(), mt)
    const to = better.replace('anbud', 'ansökningar')
    const batch = '0123456789abcdef'
    const reasons = [
      reasonOn(to, 'Niedersachsen', { check: 'hybrid-name', category: 'terminology/inconsistent' }),
      reasonOn(to, 'ansökningar', { batch }),
    ]
    await desk.save(desk.anna, to, { reasons })
    // what comes before them moves them along
    await desk.save(desk.bo, `Nytt först.\n${to}`)
    expect((await told(desk)).slice(1)).toEqual([
      'Lower Sachsen → Niedersachsen, 1 Anna Ek: finding terminology/inconsistent',
      'anbud → ansökningar, 1 Anna Ek: person style/register',
      'Lower Sachsen → Niedersachsen, 1 Anna Ek: name terminology/wrong-term',
    ])
    const rows = await correctionsOf(desk.deps.store.db, desk.translationId)
    expect(rows.map(row => [row.check_id, row.batch_id]).slice(1)).toEqual([
      ['hybrid-name', ''],
      ['', batch],
      ['', ''],
    ])
  })

  test('take it from a person first of all, as long as they read as they did', async () => {
    const desk = await testDesk(await open(), mt)
    const { deps, anna, bo, translationId } = desk
    await desk.save(anna, mt, { flags: [flagOn(mt, 'anbud')] })
    await desk.save(anna, mt.replace('anbud', 'ansökningar'))
    const place = { fromA: mt.indexOf('anbud'), toA: mt.indexOf('anbud') + 5, comment: '' }
    const said = { ...place, after: 'ansökningar', category: 'style/awkward', severity: 'major' } as const
    await ruleCorrection(deps, { translationId, person: bo }, said)
    await ruleCorrection(deps, { translationId, person: bo }, { ...said, category: 'terminology/wrong-term' })
    expect(await told(desk)).toEqual(['anbud → ansökningar, 1 Anna Ek: person terminology/wrong-term'])
    await desk.save(bo, mt.replace('anbud', 'registreringar'))
    expect(await told(desk)).toEqual(['anbud → registreringar, 2 Bo Ås: flag accuracy/mistranslation'])
    await desk.save(bo, mt.replace('anbud', 'ansökningar'))
    expect((await told(desk))[0]).toContain('person terminology/wrong-term')
    await expect(
      ruleCorrection(deps, { translationId, person: bo }, { ...said, after: 'annat' }),
    ).rejects.toMatchObject({
      code: 'correction-misfit',
    })
  })

  test('of a paragraph that was moved are what was changed in it, and that it was moved', async () => {
    const first = 'Polisen i Lower Sachsen varnar för bedragare på nätet.'
    const second = 'Kommunen har beslutat att stänga badhuset i två veckor.'
    const third = 'I helgen spelas finalen på Nya Ullevi.'
    const desk = await testDesk(await open(), [first, second, third].join('\n'))
    await desk.save(desk.anna, [second, third, first.replace('Lower Sachsen', 'Niedersachsen')].join('\n'))
    const origins = (await told(desk)).map(line => line.replace(/[^]*: (\S+ \S+)$/, '$1'))
    expect(origins).toEqual(['moved style/organizational', 'name terminology/wrong-term', 'moved style/organizational'])
    expect((await verifyStore(desk.deps)).broken).toEqual([])
  })
})

forEachStore('a pair', open => {
  test('counts the corrections that read so, and their articles; who is the last to say so categorises it', async () => {
    const room = await newsroom(await open())
    const { deps, anna, bo } = room
    const [a, b] = await bring(room, [mt, 'Lower Sachsen igen.'])
    await room.save(anna, a?.translationId ?? '', better)
    await room.save(bo, b?.translationId ?? '', 'Niedersachsen igen.', {
      reasons: [reasonOn('Niedersachsen igen.', 'Niedersachsen')],
    })
    expect(await settleCorrections(deps)).toBe(2)
    expect(await pairs(deps.store)).toEqual(['Lower Sachsen → Niedersachsen: 3 in 2'])
    const [pair] = await deps.store.db.selectFrom('pair').selectAll().execute()
    expect(pair).toMatchObject({
      category: 'style/register',
      text_folded: 'lower sachsen\nniedersachsen',
      anchor: anchorOf('Lower Sachsen'),
    })
    expect(pair?.first_at).toBeLessThan(pair?.last_at ?? 0)
    expect(pair?.voice).toBeGreaterThan(500)
    await room.save(anna, b?.translationId ?? '', 'Lower Sachsen igen.')
    await settleCorrections(deps)
    expect(await pairs(deps.store)).toEqual(['Lower Sachsen → Niedersachsen: 2 in 1'])
    const [left] = await deps.store.db.selectFrom('pair').selectAll().execute()
    expect([left?.category, left?.first_at]).toEqual(['terminology/wrong-term', left?.last_at])
  })

  test('goes with the last of its corrections, unless a person has decided about it', async () => {
    const room = await newsroom(await open())
    const { deps, anna } = room
    const [a] = await bring(room, [mt])
    const id = a?.translationId ?? ''
    await room.save(anna, id, better.replace('anbud', 'ansökningar'))
    await settleCorrections(deps)
    await deps.store.db
      .updateTable('pair')
      .set({ status: 'pinned', person_id: anna.id })
      .where('after_text', '=', 'Niedersachsen')
      .execute()
    await room.save(anna, id, mt)
    await settleCorrections(deps)
    expect(await pairs(deps.store)).toEqual(['Lower Sachsen → Niedersachsen: 0 in 0'])
    await room.save(anna, id, better)
    await settleCorrections(deps)
    expect(await pairs(deps.store)).toEqual(['Lower Sachsen → Niedersachsen: 2 in 1'])
  })

  test('of a purged article counts those of the others; what only it had is gone, with all its words', async () => {
    const room = await newsroom(await open())
    const { deps, anna } = room
    const [a, b] = await bring(room, [mt, 'Lower Sachsen igen.'])
    await room.save(anna, a?.translationId ?? '', better.replace('anbud', 'hemligheter'))
    await room.save(anna, b?.translationId ?? '', 'Niedersachsen igen.')
    await settleCorrections(deps)
    await purgeArticle(deps, { person: anna, articleId: a?.articleId ?? '' })
    expect(await pairs(deps.store)).toEqual(['Lower Sachsen → Niedersachsen: 1 in 1'])
    expect(await deps.store.db.selectFrom('correction').select('mt_from').execute()).toEqual([{ mt_from: 0 }])
    expect((await verifyStore(deps)).broken).toEqual([])
  })

  test('is counted right by several who derive at once, while others save', async () => {
    const room = await newsroom(await open())
    const { deps, anna, bo } = room
    const made = await bring(
      room,
      Array.from({ length: 6 }, (_, i) => `Lower Sachsen igen ${i}. Juni.`),
    )
    const work = async (person: typeof anna, turn: number) => {
      for (const { translationId } of made) {
        const text = await textAt(deps, translationId, 0)
        await room
          .save(
            person,
            translationId,
            turn === 0 ? text.replace('Lower Sachsen', 'Niedersachsen') : text.replace('Juni', 'juni'),
          )
          .catch(() => undefined)
        await settleCorrections(deps)
      }
    }
    await Promise.all([work(anna, 0), work(bo, 1), settleCorrections(deps), settleCorrections(deps)])
    while ((await settleCorrections(deps)) > 0);
    expect((await verifyStore(deps)).broken).toEqual([])
    expect(await unsettledTranslations(deps.store.db, 9)).toEqual([])
  })
})
