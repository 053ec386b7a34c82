import { ChangeSet } from '@codemirror/state'
import { setFlag } from '../../../src/app/flags/set-flag.ts'
import { flagsOf } from '../../../src/app/flags/list-flags.ts'
import { keepDraft } from '../../../src/app/desk/keep-draft.ts'
import { openDesk } from '../../../src/app/desk/open-desk.ts'
import { applyChange, changeJson } from '../../../src/text/change.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { flagOn, newKey, testDesk } from '../desk.ts'

const mt = 'En stor hund springer fort över ängen och skäller högt.'

forEachStore('saving on an older base', open => {
  test('edits that do not touch are merged, and it says with which revisions', async () => {
    const desk = await testDesk(await open(), mt)
    await desk.save(desk.anna, mt.replace('stor', 'liten'))
    const response = await desk.save(desk.bo, mt.replace('högt', 'tyst'), { base: 0 })
    expect(response).toMatchObject({ status: 'saved', number: 2, mergedWith: [1] })
    expect(await desk.text()).toBe('En liten hund springer fort över ängen och skäller tyst.')
    const row = await desk.deps.store.db
      .selectFrom('revision')
      .select('merged_from')
      .where('number', '=', 2)
      .executeTakeFirst()
    expect(row?.merged_from).toBe(0)
  })

  test('edits of the same words are a conflict: both are shown, nothing is stored, the draft is kept', async () => {
    const desk = await testDesk(await open(), mt)
    await desk.save(desk.anna, mt.replace('stor', 'liten'))
    const mine = mt.replace('stor', 'jättestor').replace('högt', 'tyst')
    const key = { translationId: desk.translationId, browser: 'b', tab: 't' }
    const change = changeJson(ChangeSet.of({ from: 3, to: 7, insert: 'jättestor' }, mt.length)) as never
    await keepDraft(desk.deps, key, { base: 0, change, flags: [], reasons: [] })
    const response = await desk.save(desk.bo, mine, { base: 0, browser: 'b', tab: 't' })
    if (response.status !== 'conflict') throw new Error(response.status)
    expect(response).toMatchObject({ head: 1, headText: mt.replace('stor', 'liten') })
    expect(response.conflicts).toEqual([{ base: 'stor', theirs: 'liten', mine: 'jättestor', from: 3, to: 8 }])
    const partial = applyChange(response.headText, ChangeSet.fromJSON(response.partial))
    expect(partial).toBe('En liten hund springer fort över ängen och skäller tyst.')
    expect((await desk.open()).head.number).toBe(1)
    expect((await openDesk(desk.deps, key)).drafts).toHaveLength(1)
  })

  test('the same edit twice is one edit: nothing is left to save', async () => {
    const desk = await testDesk(await open(), mt)
    await desk.save(desk.anna, mt.replace('stor', 'liten'))
    expect(await desk.save(desk.bo, mt.replace('stor', 'liten'), { base: 0 })).toEqual({
      status: 'unchanged',
      number: 1,
    })
  })

  test('what another changed and changed back is in nobody’s way', async () => {
    const desk = await testDesk(await open(), mt)
    await desk.save(desk.anna, mt.replace('stor', 'liten'))
    await desk.save(desk.anna, mt)
    const response = await desk.save(desk.bo, mt.replace('stor', 'jättestor'), { base: 0 })
    expect(response).toMatchObject({ status: 'saved', number: 3, mergedWith: [1, 2] })
  })

  test('two saves at once on one base: both are kept, whichever comes first', async () => {
    const desk = await testDesk(await open(), mt)
    const answers = await Promise.all([
      desk.save(desk.anna, mt.replace('stor', 'liten'), { base: 0 }),
      desk.save(desk.bo, mt.replace('högt', 'tyst'), { base: 0 }),
    ])
    expect(answers.map(answer => answer.status)).toEqual(['saved', 'saved'])
    expect(await desk.text()).toBe('En liten hund springer fort över ängen och skäller tyst.')
  })

  test('two saves of the same words at once: one is kept, the other told', async () => {
    const desk = await testDesk(await open(), mt)
    const answers = await Promise.all([
      desk.save(desk.anna, mt.replace('stor', 'liten'), { base: 0 }),
      desk.save(desk.bo, mt.replace('stor', 'väldig'), { base: 0 }),
    ])
    expect(answers.map(answer => answer.status).sort()).toEqual(['conflict', 'saved'])
    expect((await desk.open()).head.number).toBe(1)
  })

  test('twenty saves at once, each of its own word: none is lost', async () => {
    const words = Array.from({ length: 20 }, (_, i) => `ord${i} och`)
    const text = words.join(' ')
    const desk = await testDesk(await open(), text)
    const answers = await Promise.all(
      words.map((_, i) => desk.save(i % 2 ? desk.anna : desk.bo, text.replace(`ord${i} `, `nytt${i} `), { base: 0 })),
    )
    expect(new Set(answers.map(answer => answer.status))).toEqual(new Set(['saved']))
    expect(await desk.text()).toBe(text.replaceAll('ord', 'nytt'))
    expect((await desk.open()).head.number).toBe(20)
  })

  describe('flags on unsaved words', () => {
    test('are anchored on the revision the save makes', async () => {
      const desk = await testDesk(await open(), mt)
      const to = mt.replace('stor', 'ganska liten')
      await desk.save(desk.anna, to, { flags: [flagOn(to, 'ganska liten')] })
      expect(await flagsOf(desk.deps, desk.translationId)).toMatchObject([
        {
          revision: 1,
          from: 3,
          to: 15,
          words: 'ganska liten',
          status: 'open',
          place: { from: 3, to: 15 },
          author: 'Anna Ek',
        },
      ])
    })

    test('are carried through the merge to their own words', async () => {
      const desk = await testDesk(await open(), mt)
      await desk.save(desk.anna, mt.replace('En stor hund', 'En alldeles vanlig liten tax'))
      const to = mt.replace('högt', 'ohörbart')
      await desk.save(desk.bo, to, { base: 0, flags: [flagOn(to, 'skäller ohörbart')] })
      const [flag] = await flagsOf(desk.deps, desk.translationId)
      const text = await desk.text()
      expect(flag).toMatchObject({ revision: 2, words: 'skäller ohörbart', status: 'open' })
      expect(text.slice(flag?.place?.from, flag?.place?.to)).toBe('skäller ohörbart')
    })

    test('on words that another has corrected meanwhile are anchored where they were, and fixed by that revision', async () => {
      const desk = await testDesk(await open(), mt)
      await desk.save(desk.anna, mt.replace('stor', 'liten'))
      const to = mt.replace('högt', 'tyst')
      const response = await desk.save(desk.bo, to, { base: 0, flags: [flagOn(to, 'stor')] })
      expect(response).toMatchObject({ status: 'saved', number: 2 })
      expect(await flagsOf(desk.deps, desk.translationId)).toMatchObject([
        { revision: 0, from: 3, to: 7, words: 'stor', status: 'fixed', fixedBy: 1, place: { from: 3, to: 8 } },
      ])
    })

    test('on words that both have had a hand in are for a person to look at', async () => {
      const desk = await testDesk(await open(), mt)
      await desk.save(desk.anna, mt.replace('stor', 'liten'))
      const to = mt.replace('springer', 'lunkar')
      const response = await desk.save(desk.bo, to, { base: 0, flags: [flagOn(to, 'stor hund lunkar')] })
      expect(response).toMatchObject({
        status: 'conflict',
        conflicts: [{ base: 'stor hund springer', theirs: 'liten hund lunkar', mine: 'stor hund lunkar' }],
      })
      expect((await desk.open()).head.number).toBe(1)
    })

    test('are set even where the save changes nothing', async () => {
      const desk = await testDesk(await open(), mt)
      const response = await desk.save(desk.anna, mt, { flags: [flagOn(mt, 'hund')] })
      expect(response).toEqual({ status: 'unchanged', number: 0 })
      expect(await flagsOf(desk.deps, desk.translationId)).toMatchObject([
        { revision: 0, words: 'hund', status: 'open' },
      ])
    })

    test('outside the text, or through the middle of a character, are refused with the save', async () => {
      const text = 'Glad 😀 hund'
      const desk = await testDesk(await open(), text)
      const half = { ...flagOn(text, '😀'), to: 6 }
      await expect(desk.save(desk.anna, `${text}!`, { flags: [half] })).rejects.toMatchObject({ code: 'flag-misfit' })
      await expect(desk.save(desk.anna, `${text}!`, { flags: [{ ...half, from: 3, to: 99 }] })).rejects.toMatchObject({
        code: 'flag-misfit',
      })
      expect((await desk.open()).head.number).toBe(0)
    })
  })

  test('reasons are kept, and go with the merge', async () => {
    const desk = await testDesk(await open(), mt)
    await desk.save(desk.anna, mt.replace('En stor', 'Den här alldeles stora'))
    const to = mt.replace('högt', 'tyst')
    const { from, to: end } = flagOn(to, 'tyst')
    const reason = { from, to: end, category: 'accuracy/mistranslation', severity: 'major' as const, check: 'lexicon' }
    await desk.save(desk.bo, to, { base: 0, reasons: [reason], key: newKey() })
    const row = await desk.deps.store.db
      .selectFrom('revision')
      .select('reasons')
      .where('number', '=', 2)
      .executeTakeFirstOrThrow()
    const [kept] = JSON.parse(row.reasons) as (typeof reason)[]
    expect((await desk.text()).slice(kept?.from, kept?.to)).toBe('tyst')
  })

  test('a flag set while another saves keeps its words', async () => {
    const desk = await testDesk(await open(), mt)
    const set = (words: string) => {
      const { from, to, category, severity } = flagOn(mt, words)
      return setFlag(
        desk.deps,
        { person: desk.bo, articleId: desk.articleId },
        { revision: 0, from, to, category, severity, comment: '', suggestion: '' },
      )
    }
    await Promise.all([
      set('hund'),
      desk.save(desk.anna, mt.replace('En stor', 'En alldeles stor'), { base: 0 }),
      set('ängen'),
      desk.save(desk.anna, mt.replace('över', 'tvärs över'), { base: 0 }),
      set('skäller'),
    ])
    const { head, flags } = await desk.open()
    expect(head.number).toBe(2)
    expect(flags.map(flag => head.text.slice(flag.place?.from, flag.place?.to))).toEqual(['hund', 'ängen', 'skäller'])
  })
})
