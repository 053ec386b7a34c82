import { archiveArticle } from '../../../src/app/articles/archive-article.ts'
import { correctionNotice } from '../../../src/app/gate/correction-notice.ts'
import { purgeArticle } from '../../../src/app/articles/purge-article.ts'
import { setFlag } from '../../../src/app/flags/set-flag.ts'
import { setState } from '../../../src/app/articles/set-state.ts'
import { newId } from '../../../src/store/id.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { approve as approveHead, newsroom, problemOf, type Newsroom } from '../newsroom.ts'

const published = 'Polisen i Lower Sachsen grep 25 personer.\nDe är skydligt misstänkta.\nLower Sachsen är en delstat.'
const right = 'Polisen i Niedersachsen grep 52 personer.\nDe är skyldigt misstänkta.\nNiedersachsen är en delstat.'

const approve = (room: Newsroom, translationId: string) =>
  approveHead(room.deps, { person: room.anna, translationId, reason: 'Klart.' })

/** Approved as revision 1, changed since. */
async function corrected(room: Newsroom) {
  const article = await room.bring({ text: 'MT.' })
  await room.save(room.anna, article.translationId, published)
  await approve(room, article.translationId)
  await room.save(room.bo, article.translationId, right)
  return article
}

forEachStore('a correction notice of an article', open => {
  test('tells names and numbers that were wrong since it was approved, and slips of language together', async () => {
    const room = await newsroom(await open())
    const { translationId } = await corrected(room)
    const notice = await correctionNotice(room.deps, { translationId })
    expect([notice.from, notice.to, notice.approvals.map(({ revision }) => revision)]).toEqual([1, 2, [1]])
    expect(notice.text).toBe(
      'Rättelse: I en tidigare version av artikeln stod det ”Lower Sachsen” på två ställen. Rätt är ”Niedersachsen”. ' +
        'Det stod också ”25 personer”. Rätt är ”52 personer”. Dessutom har ett språkfel rättats. ' +
        'Rättelsen gjordes den 15 januari 2026.',
    )
  })

  test('of a text that was never approved before is against the machine translation, which is published as it comes', async () => {
    const room = await newsroom(await open())
    const { translationId } = await room.bring({ text: published })
    await room.save(room.bo, translationId, right)
    await approve(room, translationId)
    const notice = await correctionNotice(room.deps, { translationId })
    expect([notice.from, notice.basis, notice.to, notice.approvals.length]).toEqual([0, 'mt', 1, 1])
    expect(notice.text).toContain('stod det ”Lower Sachsen” på två ställen. Rätt är ”Niedersachsen”.')
    // an approval before goes before it, and any revision can be named
    await room.save(room.bo, translationId, `${right} Klart.`)
    expect(await correctionNotice(room.deps, { translationId })).toMatchObject({ from: 1, basis: 'approved' })
    expect(await correctionNotice(room.deps, { translationId, from: 0 })).toMatchObject({ from: 0, basis: 'named' })
  })

  test('tells just what is chosen; the numbers of corrections hold for the same versions', async () => {
    const room = await newsroom(await open())
    const { translationId } = await corrected(room)
    const { corrections } = await correctionNotice(room.deps, { translationId })
    const number = corrections.find(({ before }) => before === '25')?.n ?? 0
    const choose = async (include: readonly number[], mention: boolean) =>
      (await correctionNotice(room.deps, { translationId, chosen: { include: new Set(include), mention } })).text
    expect(await choose([number], false)).toBe(
      'Rättelse: I en tidigare version av artikeln stod det ”25 personer”. Rätt är ”52 personer”. Rättelsen gjordes den 15 januari 2026.',
    )
    expect(await choose([], true)).toContain('fanns ett språkfel, som nu är rättat')
    expect(await choose([], false)).toBe('')
  })

  test('puts first what a person has flagged as critical, whatever its words', async () => {
    const room = await newsroom(await open())
    const { translationId } = await room.bring({ text: `${'Fem ord i en mening. '.repeat(20)}Han är skydlig.` })
    await approve(room, translationId)
    const from = 'Fem ord i en mening. '.repeat(20).length + 'Han är '.length
    const flag = {
      revision: 0,
      from,
      to: from + 'skydlig'.length,
      category: 'linguistic-conventions/spelling',
    } as const
    const said = { severity: 'critical', comment: '', suggestion: '' } as const
    await setFlag(room.deps, { translationId, person: room.bo }, { ...flag, ...said, id: newId() })
    await room.save(room.bo, translationId, `${'Fem ord i en mening. '.repeat(20)}Han är skyldig.`)
    const notice = await correctionNotice(room.deps, { translationId })
    expect(notice.corrections).toMatchObject([{ before: 'skydlig', severity: 'critical', fact: true, included: true }])
  })

  test('is of the approval before the newest version, and of none where there was none or nothing changed', async () => {
    const room = await newsroom(await open())
    const { translationId } = await corrected(room)
    await approve(room, translationId)
    expect(await correctionNotice(room.deps, { translationId })).toMatchObject({ from: 1, to: 2 })
    expect(await correctionNotice(room.deps, { translationId, from: 2 })).toMatchObject({ corrections: [], text: '' })
    const fresh = await room.bring({ text: 'Ett.' })
    const never = await correctionNotice(room.deps, { translationId: fresh.translationId })
    expect(never).toMatchObject({ from: 0, basis: 'mt', to: 0, text: '' })
    expect((await problemOf(correctionNotice(room.deps, { translationId, from: 9 }))).code).toBe('revision-unknown')
  })

  test('tells small words with what was corrected right beside them, but each name and number that is clear alone by itself', async () => {
    const room = await newsroom(await open())
    const drafted = async (a: string, b: string) => {
      const { translationId } = await room.bring({ text: a })
      await approve(room, translationId)
      await room.save(room.bo, translationId, b)
      const { corrections } = await correctionNotice(room.deps, { translationId })
      return corrections.map(({ quoted: { before, after }, places }) => [before, after, places])
    }
    expect(await drafted('Från sex olika länder, inklusive Marocko.', 'Från sju olika länder, däribland Tunisien och Marocko.')).toEqual([
      ['sex olika länder, inklusive', 'sju olika länder, däribland Tunisien och', 1],
    ])
    expect(await drafted('I Lower Sachsen är 25 misstänkta.', 'I Niedersachsen är 52 misstänkta.')).toHaveLength(2)
    // the same number elsewhere is told once
    expect(await drafted('Sex män och tre kvinnor.\nDe sex män och tre kvinnor greps.', 'Sju män och fyra kvinnor.\nDe sju män och fyra kvinnor greps.')).toContainEqual(
      ['tre kvinnor greps', 'fyra kvinnor greps', 1],
    )
  }) // prettier-ignore

  test('tells nothing of a version that is older than the published one', async () => {
    const room = await newsroom(await open())
    const { translationId } = await corrected(room)
    expect(await correctionNotice(room.deps, { translationId, from: 2, to: 1 })).toMatchObject({
      corrections: [],
      text: '',
    })
  })

  test('goes from the last of several approvals, of one revision or another, and is nothing where all was taken back', async () => {
    const room = await newsroom(await open())
    const { articleId, translationId } = await corrected(room)
    await approve(room, translationId)
    await setState(room.deps, { person: room.anna, translationId, state: 'in-review' })
    await approve(room, translationId)
    const twice = await correctionNotice(room.deps, { translationId })
    expect(twice.approvals.map(({ revision }) => revision)).toEqual([2, 1])
    expect(twice).toMatchObject({ from: 1, to: 2 })
    await room.save(room.bo, translationId, `${right} Mer.`)
    expect(await correctionNotice(room.deps, { translationId })).toMatchObject({ from: 2, to: 3 })
    await room.save(room.bo, translationId, right)
    expect(await correctionNotice(room.deps, { translationId })).toMatchObject({ from: 2, to: 4, corrections: [], text: '' })
    await archiveArticle(room.deps, { person: room.anna, articleId })
    expect((await correctionNotice(room.deps, { articleId, from: 1, to: 2 })).text).toContain('”52 personer”')
    await purgeArticle(room.deps, { person: room.anna, articleId })
    expect((await problemOf(correctionNotice(room.deps, { articleId }))).code).toBe('article-purged')
  }) // prettier-ignore
})
