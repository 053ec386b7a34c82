import fc from 'fast-check'
import { applyBatch } from '../../../src/app/batches/apply-batch.ts'
import { batchStory } from '../../../src/app/batches/batch-story.ts'
import { chooseFromBatch } from '../../../src/app/batches/choose-hits.ts'
import { keepDraft } from '../../../src/app/desk/keep-draft.ts'
import { openDesk } from '../../../src/app/desk/open-desk.ts'
import { proposeBatch } from '../../../src/app/batches/preview-batch.ts'
import { setFlag } from '../../../src/app/flags/set-flag.ts'
import { undoBatch } from '../../../src/app/batches/undo-batch.ts'
import { verifyStore } from '../../../src/app/verify/verify.ts'
import { actsOn } from '../../../src/store/house-acts.ts'
import { revisionLine } from '../../../src/store/revisions.ts'
import { mtTextOf } from '../../../src/store/translations.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { seed } from '../../text/histories.ts'
import { everything, figuresOf, hitsOf, previewed, stored, textOf } from '../batches.ts'
import { approve, newsroom, type Newsroom } from '../newsroom.ts'

const wording = { before: 'Lower Sachsen', after: 'Niedersachsen' }

const apply = (room: Newsroom, batchId: string, person = room.anna) =>
  applyBatch(room.deps, { person, batchId, upTo: everything })
const undo = (room: Newsroom, batchId: string, person = room.bo) =>
  undoBatch(room.deps, { person, batchId, summary: 'Ångrat' })

const bits = ['LKA', 'Lower Sachsen', 'Lower Sachsens', 'Lower Sachsen-baserade', 'polis', 'varnar.', 'Sachsen', '\n', 'och', '😀'] // prettier-ignore
const anyArticle = fc.array(fc.constantFrom(...bits), { minLength: 1, maxLength: 14 }).map(words => words.join(' '))
/** What the batch makes of a text, said in another way. */
const corrected = (text: string): string => text.replace(/Lower Sachsen/g, 'Niedersachsen')

forEachStore('a batch', open => {
  test('changes every text as its preview says, and undone leaves each byte as it was', async () => {
    const room = await newsroom(await open())
    await fc.assert(
      fc.asyncProperty(fc.array(anyArticle, { minLength: 1, maxLength: 6 }), async texts => {
        const articles = []
        for (const text of texts) articles.push({ ...(await room.bring({ text })), text })
        const id = await previewed(room, wording)
        const { open: found } = await figuresOf(room, id)
        const places = texts.join('\n').split('Lower Sachsen').length - 1
        // those of the runs before stand undone, and are found as well
        expect(found.hits).toBeGreaterThanOrEqual(places)
        if (found.hits === 0) return
        await apply(room, id)
        for (const { translationId, text } of articles) expect(await textOf(room, translationId)).toBe(corrected(text))
        await undo(room, id)
        for (const { translationId, text } of articles) {
          expect(await textOf(room, translationId)).toBe(text)
          expect(await mtTextOf(room.deps.store.db, translationId)).toBe(text)
        }
      }),
      { numRuns: 12, seed },
    )
    expect((await verifyStore(room.deps)).broken).toEqual([])
  })

  test('leaves texts that were saved since the preview, tells them, and offers what still stands there', async () => {
    const room = await newsroom(await open())
    const [one, two, three] = [
      await room.bring({ text: 'Lower Sachsen ett.' }),
      await room.bring({ text: 'Lower Sachsen två, Lower Sachsen.' }),
      await room.bring({ text: 'Lower Sachsen tre.' }),
    ]
    const id = await previewed(room, wording)
    await room.save(room.bo, two.translationId, 'Nytt: Lower Sachsen två, men inte.')
    await room.save(room.bo, three.translationId, 'Tre.')
    expect((await batchStory(room.deps, id)).groups.map(group => group.moved)).toEqual([true, true, false])
    await apply(room, id)
    expect(await textOf(room, one.translationId)).toBe('Niedersachsen ett.')
    expect(await textOf(room, two.translationId)).toBe('Nytt: Lower Sachsen två, men inte.')
    expect(await textOf(room, three.translationId)).toBe('Tre.')
    expect(await figuresOf(room, id)).toMatchObject({
      applied: { hits: 1 },
      moved: { hits: 3 },
      open: { hits: 1, articles: 1 },
    })
    expect((await hitsOf(room, id)).map(hit => hit.before)).toEqual(['Nytt: '])
    await apply(room, id)
    expect(await textOf(room, two.translationId)).toBe('Nytt: Niedersachsen två, men inte.')
    await undo(room, id)
    expect(await textOf(room, two.translationId)).toBe('Nytt: Lower Sachsen två, men inte.')
    expect(await textOf(room, one.translationId)).toBe('Lower Sachsen ett.')
  })

  test('what was found after somebody looked is not theirs to apply', async () => {
    const room = await newsroom(await open())
    const { translationId } = await room.bring({ text: 'Lower Sachsen.' })
    const id = await previewed(room, wording)
    const { upTo } = await batchStory(room.deps, id)
    await room.save(room.bo, translationId, 'I Lower Sachsen.')
    const press = () => applyBatch(room.deps, { person: room.anna, batchId: id, upTo })
    await press()
    await press()
    expect(await textOf(room, translationId)).toBe('I Lower Sachsen.')
    expect(await figuresOf(room, id)).toMatchObject({ moved: { hits: 1 }, open: { hits: 1 }, applied: { hits: 0 } })
  })

  test('applied by two at once, and undone by two at once, is so once', async () => {
    const room = await newsroom(await open())
    const articles = []
    for (let i = 0; i < 8; i += 1) articles.push(await room.bring({ text: `Lower Sachsen ${i}.` }))
    const id = await previewed(room, wording)
    await Promise.all([apply(room, id), apply(room, id, room.bo), apply(room, id)])
    for (const { translationId } of articles) {
      const { head } = await openDesk(room.deps, { translationId, patience: 0 })
      const line = await revisionLine(room.deps.store.db, translationId, 1)
      expect([head.number, line?.summary]).toEqual([1, 'Lower Sachsen → Niedersachsen'])
    }
    expect(await figuresOf(room, id)).toMatchObject({ applied: { hits: 8 }, moved: { hits: 0 } })
    await Promise.all([undo(room, id), undo(room, id, room.anna), undo(room, id)])
    for (const { translationId } of articles)
      expect(await revisionLine(room.deps.store.db, translationId, 2)).toMatchObject({ undoes: 1, summary: 'Ångrat' })
    expect((await stored(room, id)).state).toBe('undone')
    const kinds = (await actsOn(room.deps.store.db, 'batch', id, 10)).map(act => act.kind)
    expect(kinds).toEqual(['undo', 'apply', 'create'])
  })

  test('applied while others save loses nothing of theirs', async () => {
    const room = await newsroom(await open())
    const articles = []
    for (let i = 0; i < 6; i += 1) articles.push(await room.bring({ text: `Lower Sachsen ${i}. Slut.` }))
    const id = await previewed(room, wording)
    await Promise.all([
      apply(room, id),
      ...articles.map(({ translationId }, i) =>
        room.save(room.bo, translationId, `Lower Sachsen ${i}. Slut. Mer.`, { base: 0 }),
      ),
    ])
    const { moved, applied } = await figuresOf(room, id)
    expect(moved.hits + applied.hits).toBe(6)
    for (const [i, { translationId }] of articles.entries()) {
      const text = await textOf(room, translationId)
      expect([`Niedersachsen ${i}. Slut. Mer.`, `Lower Sachsen ${i}. Slut. Mer.`]).toContain(text)
    }
    expect((await verifyStore(room.deps)).broken).toEqual([])
  })

  test('undone leaves what was changed on the same words afterwards, tells it, and undoes the rest', async () => {
    const room = await newsroom(await open())
    const one = await room.bring({ text: 'Lower Sachsen ett.' })
    const two = await room.bring({ text: 'Lower Sachsen två.' })
    const id = await previewed(room, wording)
    await apply(room, id)
    await room.save(room.bo, one.translationId, 'Delstaten ett.')
    await room.save(room.bo, two.translationId, 'Niedersachsen två. Och mer.')
    await undo(room, id)
    expect(await textOf(room, one.translationId)).toBe('Delstaten ett.')
    expect(await textOf(room, two.translationId)).toBe('Lower Sachsen två. Och mer.')
    expect(await figuresOf(room, id)).toMatchObject({ conflict: { hits: 1 }, undone: { hits: 1 } })
    const outcomes = (await batchStory(room.deps, id)).texts.map(text => text.outcome)
    expect(outcomes.sort()).toEqual(['conflict', 'undone'])
  })

  test('gives the revision its reasons, fixes the flags on the words, and leaves drafts alone', async () => {
    const room = await newsroom(await open())
    const { translationId } = await room.bring({ text: 'LKA Lower Sachsen varnar. Lower Sachsens polis.' })
    const body = { category: 'terminology/wrong-term', severity: 'major' as const, comment: '', suggestion: '' }
    await setFlag(room.deps, { translationId, person: room.bo }, { revision: 0, from: 4, to: 17, ...body })
    const draft = { base: 0, change: [[0, 'Ja. '], 47] as never, flags: [], reasons: [] }
    await keepDraft(room.deps, { translationId, browser: 'b', tab: 't' }, draft)
    const about = '0123456789abcdef'
    const id = await previewed(room, { ...wording, kind: 'pair', about, category: 'accuracy/untranslated' })
    await apply(room, id)
    const rows = await room.deps.store.db.selectFrom('revision').select('reasons').execute()
    const common = { category: 'accuracy/untranslated', severity: 'major', check: 'memory', about, batch: id }
    expect(JSON.parse(rows[0]?.reasons ?? '')).toEqual([
      { from: 4, to: 17, ...common },
      { from: 26, to: 40, ...common },
    ])
    const acts = await room.deps.store.db.selectFrom('check_act').select(['kind', 'words', 'fix', 'about']).execute()
    expect(acts).toEqual([
      { kind: 'accept', words: 'Lower Sachsen', fix: 'Niedersachsen', about },
      { kind: 'accept', words: 'Lower Sachsens', fix: 'Niedersachsens', about },
    ])
    const desk = await openDesk(room.deps, { translationId, browser: 'b', patience: 0 })
    expect(desk.flags.map(flag => flag.status)).toEqual(['fixed'])
    expect(desk.drafts).toHaveLength(1)
  })

  test('changes what is chosen, to what is written; nothing is chosen for anybody in approved texts', async () => {
    const room = await newsroom(await open())
    const one = await room.bring({ text: 'Lower Sachsen, Lower Sachsens, Lower Sachsen.' })
    const two = await room.bring({ text: 'Lower Sachsen.' })
    await approve(room.deps, { person: room.bo, articleId: two.articleId })
    const id = await previewed(room, wording)
    expect((await hitsOf(room, id)).map(hit => hit.chosen)).toEqual([false, true, true, true])
    await chooseFromBatch(room.deps, id, {
      hits: [
        { number: 2, chosen: false },
        { number: 3, fix: 'delstatens' },
      ],
    })
    expect(await figuresOf(room, id)).toMatchObject({
      open: { hits: 4, articles: 2 },
      chosen: { hits: 2, articles: 1 },
    })
    await apply(room, id)
    expect(await textOf(room, one.translationId)).toBe('Lower Sachsen, delstatens, Niedersachsen.')
    expect(await textOf(room, two.translationId)).toBe('Lower Sachsen.')
    expect(await figuresOf(room, id)).toMatchObject({ applied: { hits: 2 }, left: { hits: 2 }, open: { hits: 0 } })
    // applied hits stay as they are
    await chooseFromBatch(room.deps, id, { all: { chosen: true }, hits: [{ number: 3, fix: 'x' }] })
    await apply(room, id)
    expect((await textOf(room, one.translationId)).includes('delstatens')).toBe(true)
    for (const all of [{ chosen: false }, { chosen: true, translation: two.translationId }]) {
      const other = await previewed(room, wording)
      await chooseFromBatch(room.deps, other, { all, hits: [] })
      const { chosen } = await figuresOf(room, other)
      expect(chosen.hits).toBe(all.chosen ? 2 : 0)
    }
  })

  test('of places that are known already is applied and undone as any', async () => {
    const room = await newsroom(await open())
    const { articleId, translationId } = await room.bring({ text: 'Ett fel, två fel.' })
    const hit = {
      article_id: articleId, translation_id: translationId, base: 0, chosen: 1, outcome: '', revision: null, undone_revision: null,
      span_from: 4, span_to: 7, category: '', severity: '', words: 'fel', fix: 'rätt', before_text: 'Ett ', after_text: ', två fel.',
    } // prettier-ignore
    const what = { name: 'Från förr', about: '', category: 'style/awkward', severity: 'minor' as const }
    const id = await proposeBatch(room.deps, room.anna, { ...what, hits: [hit] })
    await apply(room, id)
    expect(await textOf(room, translationId)).toBe('Ett rätt, två fel.')
    await undo(room, id)
    expect(await textOf(room, translationId)).toBe('Ett fel, två fel.')
  })
})
