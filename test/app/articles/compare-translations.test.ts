import { addTranslation } from '../../../src/app/articles/add-translation.ts'
import { applyBatch } from '../../../src/app/batches/apply-batch.ts'
import { batchStory } from '../../../src/app/batches/batch-story.ts'
import { compareTranslations, type ToldItem } from '../../../src/app/articles/compare-translations.ts'
import { dismissFlag } from '../../../src/app/flags/dismiss-flag.ts'
import { offerCorrections } from '../../../src/app/batches/offer-corrections.ts'
import { openDesk } from '../../../src/app/desk/open-desk.ts'
import { setFlag } from '../../../src/app/flags/set-flag.ts'
import { settleCorrections } from '../../../src/app/corrections/settle-corrections.ts'
import { undoBatch } from '../../../src/app/batches/undo-batch.ts'
import { correctionsOf } from '../../../src/store/corrections.ts'
import { headOf } from '../../../src/store/heads.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { flagOn } from '../desk.ts'
import { newsroom, problemOf, type Newsroom } from '../newsroom.ts'

/** `Polisen i [Lower Sachsen/Niedersachsen] säger` → what the machine wrote, and what an editor made of it. */
const sides = (notation: string): readonly [string, string] => [
  notation.replace(/\[([^/\]]*)\/[^\]]*\]/g, '$1'),
  notation.replace(/\[[^/\]]*\/([^\]]*)\]/g, '$1'),
]

/** An article whose translations come one after another, each corrected as its notation says. */
async function article({ deps, anna, bo, bring, save }: Newsroom, ...notations: readonly string[]) {
  const [first = '', ...others] = notations
  const { articleId, translationId } = await bring({ text: sides(first)[0], title: 'Artikeln', system: 'A' })
  const ids = [translationId]
  for (const [i, notation] of others.entries())
    ids.push(
      (await addTranslation(deps, { person: anna, articleId, text: sides(notation)[0], system: `B${i}` }))
        .translationId,
    )
  for (const [i, notation] of notations.entries()) {
    const [mt, corrected] = sides(notation)
    if (mt !== corrected) await save(bo, ids[i] ?? '', corrected)
  }
  return { articleId, ids }
}

const told = ({ kind, words, corrected, fate, asCorrected, exact }: ToldItem, reads: string): string =>
  `${kind} ${words || '∅'}${corrected === null ? '' : ` → ${corrected || '∅'}`}: ${fate}${asCorrected ? ', as corrected' : ''}${
    fate === 'gone' && !asCorrected ? ` ${reads || '∅'}${exact ? '' : ' …'}` : ''
  }`

async function tale(room: Newsroom, articleId: string, from?: string, to?: string): Promise<readonly string[]> {
  const compared = await compareTranslations(room.deps, { articleId, from, to })
  return (compared?.items ?? []).map(item =>
    told(item, item.at ? (compared?.to.mt.slice(item.at.from, item.at.to) ?? '') : ''),
  )
}

const old =
  'LKA [Lower Sachsen/Niedersachsen] varnar för [fler/flera] bedragare. De [/som ]ringer säger sig vara från [polisen polisen/polisen].'

forEachStore('two translations of an article', open => {
  it.each([
    [
      'nothing was mended',
      'I dag: LKA Lower Sachsen varnar för fler bedragare. De ringer säger sig vara från polisen polisen.',
      ['Lower Sachsen → Niedersachsen: still', 'fler → flera: still', '∅ → som : still', 'polisen → ∅: still'],
    ],
    [
      'all reads as it was corrected',
      'LKA Niedersachsen varnar för flera bedragare. De som ringer säger sig vara från polisen.',
      [
        'Lower Sachsen → Niedersachsen: gone, as corrected',
        'fler → flera: gone, as corrected',
        '∅ → som : gone, as corrected',
        'polisen → ∅: gone, as corrected',
      ],
    ],
    [
      'some of it reads otherwise',
      'LKA Nedre Sachsen varnar för många bedragare. De ringer säger sig vara från polisen polisen.',
      [
        'Lower Sachsen → Niedersachsen: gone Nedre Sachsen',
        'fler → flera: gone många',
        '∅ → som : still',
        'polisen → ∅: still',
      ],
    ],
  ])('are told apart: %s', async (_, newer, expected) => {
    const room = await newsroom(await open())
    const { articleId } = await article(room, old, newer)
    const lines = (await tale(room, articleId)).map(line => line.replace('correction ', '').replace(/ +/g, ' '))
    expect(lines).toEqual(expected)
  })

  it('tell of flags: open ones, mended ones, those on an editor’s words; not of dismissed ones', async () => {
    const room = await newsroom(await open())
    const { deps, anna } = room
    const mt = 'Rutten hade varnats. Orsaken kom iväg med lätta skador. Det sade polisen i Lüneburg i går.'
    const corrected = mt.replace('kom iväg', 'klarade sig')
    const { articleId, translationId } = await room.bring({ text: mt })
    const set = (text: string, words: string, revision = 0, suggestion = '') =>
      setFlag(deps, { translationId, person: anna }, { revision, ...flagOn(text, words), suggestion })
    await set(mt, 'hade varnats', 0, 'var känd')
    await set(mt, 'kom iväg')
    const dismissed = await set(mt, 'i går')
    await dismissFlag(deps, { flagId: dismissed.id, person: anna, version: dismissed.version, reason: 'Rätt.' })
    await room.save(anna, translationId, corrected)
    await set(corrected, 'klarade sig', 1)
    const text = 'Rutten var känd. Orsaken kom iväg med lätta skador. Det sade polisen i Lüneburg i går.'
    const added = await addTranslation(deps, { person: anna, articleId, text })
    expect(await tale(room, articleId)).toEqual([
      'flag hade varnats: gone, as corrected',
      'correction kom iväg → klarade sig: still',
      'flag kom iväg → klarade sig: still',
      'flag klarade sig: unsure',
    ])
    const compared = await compareTranslations(deps, { articleId })
    const [, correction, flag] = compared?.items ?? []
    expect([flag?.correctionId, flag?.flagged]).toEqual([correction?.id, false])
    expect(compared?.changed).toEqual([])
    const mark = { ...flagOn(text, 'kom iväg'), revision: 0, category: flag?.category as never }
    await setFlag(deps, { translationId: added.translationId, person: anna }, mark)
    expect((await compareTranslations(deps, { articleId }))?.items[2]?.flagged).toBe(true)
  })

  it('tell what is back: gone in a translation between, or before the older of the two', async () => {
    const room = await newsroom(await open())
    const second = 'LKA Niedersachsen varnar för fler bedragare. De ringer säger sig vara från polisen.'
    const third = 'LKA Lower Sachsen varnar för fler bedragare. De ringer säger sig vara från polisen.'
    const { articleId, ids } = await article(room, old, second, third)
    const [one, two, three] = ids
    expect((await tale(room, articleId, one, three))[0]).toBe('correction Lower Sachsen → Niedersachsen: back')
    const compared = await compareTranslations(room.deps, { articleId, from: one, to: three })
    expect(compared?.items[0]).toMatchObject({ translationId: one, goneIn: two })
    expect(await tale(room, articleId)).toEqual(['correction Lower Sachsen → Niedersachsen: back'])
    expect((await compareTranslations(room.deps, { articleId }))?.items[0]).toMatchObject({
      translationId: one,
      goneIn: two,
    })
  })

  it('tell which passages are new, though nobody spoke of them', async () => {
    const room = await newsroom(await open())
    const { articleId } = await article(
      room,
      'Det [är är/är] så att en stor olycka skedde i Lüneburg i går.',
      'Det är så att en svår olycka skedde i Lüneburg i går.',
    )
    const compared = await compareTranslations(room.deps, { articleId })
    expect(
      compared?.changed.map(({ a, b }) => [compared.from.mt.slice(a.from, a.to), compared.to.mt.slice(b.from, b.to)]),
    ).toEqual([['stor', 'svår']])
  })

  it('are the newest and the one before it, or those that are named; of one there is nothing to tell', async () => {
    const room = await newsroom(await open())
    const { articleId, ids } = await article(room, 'Ett hus i staden.', 'Två hus i staden.', 'Tre hus i staden.')
    const chosen = async (from?: string, to?: string) => {
      const compared = await compareTranslations(room.deps, { articleId, from, to })
      return compared && [ids.indexOf(compared.from.head.id), ids.indexOf(compared.to.head.id)]
    }
    expect([
      await chosen(),
      await chosen(ids[0]),
      await chosen(undefined, ids[1]),
      await chosen(ids[2], ids[0]),
    ]).toEqual([
      [1, 2],
      [0, 2],
      [0, 1],
      [2, 0],
    ])
    expect((await problemOf(chosen('x'.repeat(16)))).code).toBe('translation-unknown')
    expect((await problemOf(compareTranslations(room.deps, { articleId: 'x'.repeat(16) }))).code).toBe(
      'article-unknown',
    )
    const alone = await room.bring({ text: 'Ensam.' })
    expect(await compareTranslations(room.deps, { articleId: alone.articleId })).toBeNull()
  })
})

forEachStore('corrections that still apply', open => {
  const newer = 'I dag: LKA Lower Sachsen varnar för många bedragare. De ringer säger sig vara från polisen polisen.'

  it('are one batch, which makes the text that the corrections make, and is undone as one', async () => {
    const room = await newsroom(await open())
    const { deps, anna } = room
    const { articleId, ids } = await article(room, old, newer)
    const { batchId, hits } = await offerCorrections(deps, { person: anna, articleId, name: 'Igen' })
    expect(hits).toBe(3)
    const text = async () => (await headOf(deps.store.db, { translationId: ids[1] }))?.head_text
    expect(await text()).toBe(newer)
    await applyBatch(deps, { person: anna, batchId, upTo: hits })
    expect(await text()).toBe(
      'I dag: LKA Niedersachsen varnar för många bedragare. De som ringer säger sig vara från polisen.',
    )
    expect((await headOf(deps.store.db, { translationId: ids[0] }))?.head_text).toBe(sides(old)[1])
    const again = offerCorrections(deps, { person: anna, articleId, name: 'Igen' })
    expect((await problemOf(again)).code).toBe('corrections-gone')
    await undoBatch(deps, { person: anna, batchId, summary: 'Ångra' })
    expect(await text()).toBe(newer)
  })

  it('keep each the category that it had, and are offered where they stand by now, if an editor was faster', async () => {
    const room = await newsroom(await open())
    const { deps, anna, bo } = room
    const { articleId, ids } = await article(room, 'Ett [feel/fel] i [Lower Sachsen/Niedersachsen].', 'Nu: Ett feel i Lower Sachsen.')
    const newest = ids[1] ?? ''
    const { batchId, hits } = await offerCorrections(deps, { person: anna, articleId, name: 'Igen' })
    await room.save(bo, newest, 'Nytt först.\nNu: Ett feel i Lower Sachsen.')
    await applyBatch(deps, { person: anna, batchId, upTo: hits })
    const { groups, upTo } = await batchStory(deps, batchId)
    expect(groups.flatMap(group => group.hits.map(hit => [hit.before, hit.words, hit.fix, hit.chosen]))).toEqual([
      ['Nu: Ett ', 'feel', 'fel', true],
      ['Nu: Ett feel i ', 'Lower Sachsen', 'Niedersachsen', true],
    ])
    // what is said of all is not said of each
    expect(groups.flatMap(group => group.hits.map(hit => hit.category === ''))).toContain(true)
    expect(groups.flatMap(group => group.hits.map(hit => hit.category === ''))).toContain(false)
    await applyBatch(deps, { person: anna, batchId, upTo })
    const { head } = await openDesk(deps, { translationId: newest, patience: 0 })
    expect([head.number, head.text]).toEqual([2, 'Nytt först.\nNu: Ett fel i Niedersachsen.'])
    await settleCorrections(deps)
    const categories = async (id: string) =>
      (await correctionsOf(deps.store.db, id)).flatMap(({ before, after, category }) =>
        ['fel', 'Niedersachsen'].includes(after) ? [[before, category]] : [],
      )
    const [first, again] = [await categories(ids[0] ?? ''), await categories(newest)]
    expect(new Set(first.map(([, category]) => category)).size).toBe(2)
    expect(again).toEqual(first)
  }) // prettier-ignore

  it('leave alone what an editor has already corrected in the newer one', async () => {
    const room = await newsroom(await open())
    const { articleId } = await article(room, old, newer.replace('Lower Sachsen', '[Lower Sachsen/Niedersachsen]'))
    const compared = await compareTranslations(room.deps, { articleId })
    expect(compared?.items.map(({ fate, applies }) => [fate, applies !== null])).toEqual([
      ['still', false],
      ['gone', false],
      ['still', true],
      ['still', true],
    ])
  })
})
