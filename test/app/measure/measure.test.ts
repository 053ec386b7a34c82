/** What a translation measures. */
import { articleQuality } from '../../../src/app/quality/article-quality.ts'
import { addTranslation } from '../../../src/app/articles/add-translation.ts'
import { dismissFlag } from '../../../src/app/flags/dismiss-flag.ts'
import { measureInDetail } from '../../../src/app/measure/measure-in-detail.ts'
import { measureNow } from '../../../src/app/measure/measure-now.ts'
import { measureTranslation } from '../../../src/app/measure/measure-translation.ts'
import { purgeArticle } from '../../../src/app/articles/purge-article.ts'
import { setFlag } from '../../../src/app/flags/set-flag.ts'
import { setState } from '../../../src/app/articles/set-state.ts'
import { settleCorrections } from '../../../src/app/corrections/settle-corrections.ts'
import { verifyStore } from '../../../src/app/verify/verify.ts'
import { countUnmeasured, measuresOf, unmeasuredTranslations } from '../../../src/store/measures.ts'
import { sliceOf } from '../../../src/text/span.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { annotator } from '../annotate/annotated.ts'
import { better, mt } from '../corrected-desk.ts'
import { flagOn, testDesk } from '../desk.ts'
import { measured } from '../measured.ts'
import { newsroom } from '../newsroom.ts'

forEachStore('a measure', open => {
  test('of what was imported is without edits, and of what was corrected has them by the words of the corrected text', async () => {
    const desk = await testDesk(await open(), mt)
    expect(await measured(desk.deps, desk.translationId)).toMatchObject({
      ...{
        words: 16,
        head_words: 16,
        segments: 3,
        edits: 0,
        referenceWords: 16,
        hter: 0,
        chrf: 100,
        errors: [],
        worst: [],
      },
      ...{ annotators: 0, judgement: -1, state: 'new', language: 'und' },
    })
    await desk.save(desk.anna, better)
    expect(await measured(desk.deps, desk.translationId)).toMatchObject({
      ...{ words: 16, head_words: 14, segments: 3, edits: 4, referenceWords: 14, state: 'in-review' },
      errors: ['2 terminology/wrong-term major'],
      worst: [
        { line: 0, edits: 2, referenceWords: 3 },
        { line: 2, edits: 2, referenceWords: 5 },
      ],
    })
  })

  test('counts what is flagged and not yet corrected, and what is open', async () => {
    const desk = await testDesk(await open(), mt)
    const { deps, anna, translationId } = desk
    const flags = [flagOn(mt, 'anbud', { severity: 'major' }), flagOn(mt, ': inuti', { category: 'accuracy/addition' })]
    await desk.save(anna, mt, { flags })
    expect(await measured(deps, translationId)).toMatchObject({
      errors: ['1 accuracy/addition minor', '1 accuracy/mistranslation major'],
      open: ['1 accuracy/addition minor', '1 accuracy/mistranslation major'],
    })
    // the correction that answers a flag is the same error
    await desk.save(anna, mt.replace('anbud', 'ansökningar'))
    expect(await measured(deps, translationId)).toMatchObject({
      errors: ['1 accuracy/addition minor', '1 accuracy/mistranslation major'],
      open: ['1 accuracy/addition minor'],
    })
    await dismissFlag(deps, { person: anna, flagId: flags[1]?.id ?? '', reason: 'Nej.' })
    expect(await measured(deps, translationId)).toMatchObject({ errors: ['1 accuracy/mistranslation major'], open: [] })
  })

  test('a flag that several corrections answer is one error, and so is a paragraph that was moved', async () => {
    const [first, second, third] = [
      'Polisen i Lower Sachsen varnar för bedragare på nätet.',
      'Kommunen har beslutat att stänga badhuset i två veckor.',
      'I helgen spelas finalen på Nya Ullevi.',
    ]
    const desk = await testDesk(await open(), [first, second, third].join('\n'))
    const { deps, anna, translationId } = desk
    const text = await desk.text()
    await desk.save(anna, text, { flags: [flagOn(text, first)] })
    const corrected = first.replace('Lower Sachsen', 'Niedersachsen').replace('på nätet', 'på internet')
    await desk.save(anna, [corrected, second, third].join('\n'))
    expect((await measured(deps, translationId)).errors).toEqual(['1 accuracy/mistranslation minor'])
    const other = await testDesk(deps.store, [first, second, third].join('\n'))
    await other.save(anna, [second, third, corrected].join('\n'))
    expect((await measured(deps, other.translationId)).errors).toContain('1 style/organizational neutral')
  })

  test('an error of words that an editor wrote is none of the MT', async () => {
    const desk = await testDesk(await open(), mt)
    const { deps, anna, bo, translationId } = desk
    await desk.save(anna, better)
    await desk.save(bo, better, {
      flags: [flagOn(better, 'Niedersachsen'), flagOn(better, 'anbud', { severity: 'major' })],
    })
    expect(await measured(deps, translationId)).toMatchObject({
      errors: ['1 accuracy/mistranslation major', '2 terminology/wrong-term major'],
      open: ['1 accuracy/mistranslation major', '1 accuracy/mistranslation minor'],
    })
  })

  test('keeps the name that another program gave an error, by which it is weighed', async () => {
    const desk = await testDesk(await open(), mt)
    const flag = flagOn(mt, 'anbud', { severity: 'critical', comment: 'Category: Non-translation! (Major)\nOj.' })
    await setFlag(desk.deps, { person: desk.anna, translationId: desk.translationId }, { ...flag, revision: 0 })
    expect((await measured(desk.deps, desk.translationId)).errors).toEqual(['1 Non-translation! critical'])
    const found = await measureInDetail(desk.deps, desk.translationId)
    expect(found).toMatchObject({ penalty: 25, scheme: 'mqm-core' })
  })

  test('is what annotators found on average, each where they looked, until the desk has its own', async () => {
    const desk = await testDesk(await open(), 'Ett anbud.\nTvå hus.\nTre bilar.')
    const { deps, anna, bo, translationId } = desk
    const { db } = deps.store
    for (const [layer, person, segments] of [
      ['a', anna, null],
      ['b', bo, '[0,1]'],
      ['c', bo, '[0]'],
    ] as const)
      // prettier-ignore
      await db.insertInto('annotator').values({ translation_id: translationId, layer, person_id: person.id, segments }).execute()
    const text = await desk.text()
    for (const [words, layer] of [
      ['anbud', 'a'],
      ['hus', 'a'],
      ['hus', 'b'],
      ['bilar', 'a'],
    ] as const) {
      // prettier-ignore
      const flag = flagOn(text, words)
      await setFlag(deps, { person: anna, translationId }, { ...flag, revision: 0 })
      await db.updateTable('flag').set({ layer }).where('id', '=', flag.id).execute()
    }
    // a third of one, one, and one
    expect(await measured(deps, translationId)).toMatchObject({
      annotators: 3,
      errors: ['2.333333 accuracy/mistranslation minor'],
      open: [],
    })
    await setState(deps, { person: anna, translationId, state: 'corrected' })
    expect(await measured(deps, translationId)).toMatchObject({ annotators: 0, errors: [], state: 'corrected' })
  })

  test('is without what one annotator has found alone as soon as another is at work, and until both have finished', async () => {
    const { deps, anna, bo, translationId } = await testDesk(await open(), mt)
    const annas = await annotator(deps, mt, { person: anna, translationId })
    await annas.mark('anbud')
    await annas.move('finish')
    const counted = async () => (await measured(deps, translationId)).annotators
    expect(await counted()).toBe(1)
    const bos = await annotator(deps, mt, { person: bo, translationId })
    expect(await counted()).toBe(0)
    await bos.move('finish')
    expect(await counted()).toBe(2)
  })

  test('is by the words of those lines that any annotator has looked at, until the desk is through with it', async () => {
    const desk = await testDesk(await open(), 'Ett litet anbud.\nTvå hus.\nTre bilar på en väg.')
    const { deps, anna, translationId } = desk
    for (const [layer, segments] of [
      ['a', '[0]'],
      ['b', '[0,1]'],
    ] as const)
      // prettier-ignore
      await deps.store.db.insertInto('annotator').values({ translation_id: translationId, layer, person_id: anna.id, segments }).execute()
    const flag = flagOn(await desk.text(), 'anbud', { severity: 'major' })
    await setFlag(deps, { person: anna, translationId }, { ...flag, revision: 0 })
    await deps.store.db.updateTable('flag').set({ layer: 'a' }).where('id', '=', flag.id).execute()
    expect(await measured(deps, translationId)).toMatchObject({
      annotators: 2,
      words: 5,
      segments: 2,
      errors: ['0.5 accuracy/mistranslation major'],
    })
    // two and a half points on five words
    const { figures, paragraphs } = await articleQuality(deps, { translationId, person: null })
    expect(figures.quality).toMatchObject({ score: 50, units: 2 })
    expect(paragraphs.map(({ penalty }) => penalty)).toEqual([2.5, 0, null])
    await setState(deps, { person: anna, translationId, state: 'corrected' })
    expect(await measured(deps, translationId)).toMatchObject({ words: 10, segments: 3, errors: [] })
  })

  test('of texts without words has no figures', async () => {
    const desk = await testDesk(await open(), '—')
    await desk.save(desk.anna, '')
    expect(await measured(desk.deps, desk.translationId)).toMatchObject({ words: 0, edits: 1, hter: 100, segments: 1 })
    const emoji = await testDesk(desk.deps.store, '😀 🚒')
    expect(await measured(emoji.deps, emoji.translationId)).toMatchObject({ words: 0, hter: 0, chrf: 100, segments: 1 })
    const room = await newsroom(desk.deps.store)
    const blank = await room.bring({ text: 'Ord.' })
    await room.save(room.anna, blank.translationId, '')
    await room.save(room.anna, blank.translationId, 'Ord.')
    expect(await measured(room.deps, blank.translationId)).toMatchObject({ hter: 0, errors: [] })
  })

  test('is not kept where a flag was faster', async () => {
    const desk = await testDesk(await open(), mt)
    const { deps, anna, translationId } = desk
    const { store } = deps
    let once = false
    const late = {
      ...deps,
      store: {
        ...store,
        db: store.db,
        snapshot: store.snapshot.bind(store),
        async transaction<T>(work: Parameters<typeof store.transaction<T>>[0]) {
          if (!once) {
            once = true
            await setFlag(deps, { person: anna, translationId }, { ...flagOn(mt, 'anbud'), revision: 0 })
          }
          return store.transaction(work)
        },
      },
    }
    expect(await measureTranslation(late, translationId)).toBe(true)
    const [row] = await measuresOf(store.db)
    expect(row?.errors).toBe('[["accuracy/mistranslation","minor",1]]')
  })

  test('waits for the corrections; reports read those of their systems, states, language and time', async () => {
    const room = await newsroom(await open())
    const { deps, anna } = room
    const { db } = deps.store
    const a = await room.bring({ title: 'A', text: mt, system: 'ett' })
    const b = await room.bring({ title: 'B', text: mt.slice(3), system: 'två' })
    const { translationId: c } = await addTranslation(deps, {
      person: anna,
      articleId: a.articleId,
      system: 'två',
      text: 'Ett.',
    })
    await room.save(anna, a.translationId, better)
    expect(await unmeasuredTranslations(db, 9)).toEqual([b.translationId, c])
    expect(await measureTranslation(deps, a.translationId)).toBe(false)
    expect(await countUnmeasured(db)).toBe(3)
    expect(await measureNow(deps, { most: 1 })).toBe(false)
    expect(await measureNow(deps)).toBe(true)
    expect(await countUnmeasured(db)).toBe(0)
    const ids = async (filter: Parameters<typeof measuresOf>[1]) =>
      (await measuresOf(db, filter)).map(row => row.translation_id)
    expect(await ids({})).toEqual([a.translationId, b.translationId, c])
    expect(await ids({ systems: ['två'] })).toEqual([b.translationId, c])
    expect(await ids({ systems: [] })).toEqual([])
    expect(await ids({ states: ['in-review'] })).toEqual([a.translationId])
    expect(await ids({ translationId: c, language: 'und' })).toEqual([c])
    expect(await ids({ translationId: c, language: 'sv' })).toEqual([])
    const [first, second] = await measuresOf(db)
    expect(await ids({ from: first?.at, to: second?.at })).toEqual([a.translationId])
    expect((await verifyStore(deps)).broken).toEqual([])
    await purgeArticle(deps, { person: anna, articleId: a.articleId })
    expect(await ids({})).toEqual([b.translationId])
    await db.deleteFrom('measure').execute()
    expect((await verifyStore(deps)).broken).toMatchObject([{ translationId: b.translationId }])
  })

  test('in detail is each sentence with what it became, its figures and its errors', async () => {
    const desk = await testDesk(await open(), 'Polisen kom. Det fins regn.\n\nAlla gick hem.')
    const { deps, anna, translationId } = desk
    await desk.save(anna, 'Polisen kom. Det finns regn. Ingen log.\n\nAlla gick hem.')
    await settleCorrections(deps)
    const found = await measureInDetail(deps, translationId)
    if (!found) throw new Error('nothing was measured')
    const shown = found.paragraphs.map(({ line, hter, penalty, sentences, words, headWords }) => ({
      ...{ line, hter, penalty, words, headWords },
      sentences: sentences.map(each => [
        sliceOf(found.mt, each.a),
        sliceOf(found.head, each.b),
        ...[each.hter, each.words, each.errors.length, each.pieces],
      ]),
    }))
    expect(shown).toEqual([
      {
        ...{ line: 0, hter: (100 * 3) / 7, words: 5, headWords: 7, penalty: found.penalty },
        sentences: [
          ['Polisen kom.', 'Polisen kom.', 0, 2, 0, 1],
          ['Det fins regn.', 'Det finns regn.', expect.closeTo(100 / 3), 3, 1, 1],
          ['', 'Ingen log.', 100, 0, 1, 1],
        ],
      },
      {
        line: 2,
        hter: 0,
        words: 3,
        headWords: 3,
        penalty: 0,
        sentences: [['Alla gick hem.', 'Alla gick hem.', 0, 3, 0, 1]],
      },
    ])
    expect(await measureInDetail(deps, 'x'.repeat(16))).toBeNull()
  })
})
