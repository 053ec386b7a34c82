/** What was corrected becomes a rule by itself. */
import { createCheckPool, type CheckPool } from '../../../src/app/findings/check-pool.ts'
import { countNext } from '../../../src/app/findings/count-findings.ts'
import { dismissFinding } from '../../../src/app/findings/dismiss-finding.ts'
import { findFindings } from '../../../src/app/findings/find-findings.ts'
import { sha256 } from '../../../src/app/hash.ts'
import { listArticles } from '../../../src/app/queue/list-articles.ts'
import { purgeArticle } from '../../../src/app/articles/purge-article.ts'
import { settleCorrections } from '../../../src/app/corrections/settle-corrections.ts'
import { spreadNext } from '../../../src/app/pairs/spread-pair.ts'
import { withdrawDismissal } from '../../../src/app/findings/withdraw-dismissal.ts'
import { contextOf } from '../../../src/text/context.ts'
import type { FindingView } from '../../../src/wire/finding.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { approve, newsroom, type Newsroom } from '../newsroom.ts'

let pool: CheckPool
beforeAll(() => {
  pool = createCheckPool({ threads: 1, limit: 60_000 })
})
afterAll(() => pool.close())

interface Brought {
  readonly articleId: string
  readonly translationId: string
}

const heading = 'Nytt från delstaten.'
const text = (line: string): string => `${heading}\n${line}`

/** What the memory finds in the text of an article. */
async function remembered(room: Newsroom, brought: Brought, line: string): Promise<readonly FindingView[]> {
  const found = await findFindings(room.deps, {
    ...brought,
    system: 'DeepL',
    text: text(line),
    hash: sha256(text(line)),
    source: { text: '', language: '' },
  })
  if (found.outcome !== 'ready') throw new Error(found.outcome)
  return found.findings.filter(({ check, about }) => check === 'memory' || about !== undefined)
}

const shown = (findings: readonly FindingView[]) => findings.map(({ text, fixes }) => `${text}→${fixes.join('|')}`)

/** Brings an article whose line is then corrected. */
async function corrected(room: Newsroom, before: string, after: string, who = room.anna): Promise<Brought> {
  const brought = await room.bring({ title: before.slice(0, 40), text: text(before), system: 'DeepL' })
  await room.save(who, brought.translationId, text(after))
  await settleCorrections(room.deps)
  return brought
}

async function count(room: Newsroom): Promise<number> {
  let n = 0
  while (await spreadNext(room.deps));
  while (await countNext(room.deps, () => undefined)) n += 1
  return n
}

async function dismiss(room: Newsroom, of: Brought, line: string, finding: FindingView, scope: 'here' | 'article' | 'always' = 'here') {
  const { check, about } = finding
  return dismissFinding(
    room.deps,
    { ...of, person: room.bo },
    { check, ...contextOf(text(line), finding), ...(about === undefined ? {} : { about }), scope, reason: 'Det stämmer.' },
  )
} // prettier-ignore

forEachStore('the memory', open => {
  const begin = async () => newsroom(await open(), {}, pool)

  it('finds in another article what was corrected in one, in its own form, and tells how often, where and by whom', async () => {
    const room = await begin()
    await corrected(room, 'Statspolispresidenten talade om brott.', 'Delstatens polischef talade om brott.')
    const other = await room.bring({ title: 'other', text: text('I går kom statspolispresidenten hit.') })
    const [finding, ...more] = await remembered(room, other, 'I går kom statspolispresidenten hit.')
    expect(more).toEqual([])
    expect(finding).toMatchObject({
      check: 'memory',
      text: 'statspolispresidenten',
      fixes: ['delstatens polischef', 'delstatspolischefen'],
      message: {
        sv: 'Har rättats till ”Delstatens polischef” en gång i en artikel, senast av Anna Ek.',
        en: 'Has been corrected to “Delstatens polischef” once in one article, last by Anna Ek.',
      },
    })
  })

  it('follows inflection and compounds, and stands with a surer check that says the same', async () => {
    const room = await begin()
    await corrected(room, 'Så är det i Lower Sachsen.', 'Så är det i Niedersachsen.')
    const line = 'Lower Sachsens polis och Lower Sachsen-baserade företag.'
    const other = await room.bring({ title: 'other', text: text(line) })
    const found = await remembered(room, other, line)
    expect(shown(found)).toEqual(['Lower Sachsens→Niedersachsens', 'Lower Sachsen-baserade→Niedersachsen-baserade'])
    expect(new Set(found.map(({ about }) => about)).size).toBe(1)
    expect(found[0]?.message.sv).toContain('Har rättats till ”Niedersachsen” en gång')
  })

  it('does not touch ordinary words but where they stand as they did, until several articles agree', async () => {
    const room = await begin()
    const [before, after] = ['Polisen fick 300 anbud om stölder.', 'Polisen fick 300 registreringar om stölder.']
    await corrected(room, before, after)
    const other = await room.bring({ title: 'other', text: text('x') })
    expect(await remembered(room, other, 'Kommunen väntar på fler anbud från firman.')).toEqual([])
    expect(shown(await remembered(room, other, 'Det finns 17 anbud om stölder hos polisen.'))).toEqual([
      'anbud→registreringar|efterlysningar',
    ])
    await corrected(room, 'I mars kom tio anbud in.', 'I mars kom tio registreringar in.')
    await corrected(room, 'De räknar alla anbud igen.', 'De räknar alla registreringar igen.', room.bo)
    const [everywhere] = await remembered(room, other, 'Kommunen väntar på fler anbud från firman.')
    expect(everywhere?.message.sv).toBe('Har rättats till ”registreringar” 3 gånger i 3 artiklar, senast av Bo Ås.')
  })

  it.each(['here', 'article', 'always'] as const)(
    'is quieted by a finding dismissed %s, and speaks again when that is withdrawn',
    async scope => {
      const room = await begin()
      await corrected(room, 'Vår tullutredning växer.', 'Vår tullkriminal växer.')
      const [one, two] = [await room.bring({ title: 'one', text: 'x' }), await room.bring({ title: 'two', text: 'x' })]
      const line = 'En tullutredning har gjorts.'
      const [finding] = await remembered(room, one, line)
      if (!finding) throw new Error('nothing was found')
      expect(await remembered(room, two, line)).toHaveLength(1)
      const { id } = await dismiss(room, one, line, finding, scope)
      expect(await remembered(room, two, line)).toEqual([])
      await withdrawDismissal(room.deps, { person: room.bo, dismissalId: id })
      expect(await remembered(room, two, line)).toHaveLength(1)
      expect(await remembered(room, one, line)).toHaveLength(1)
    },
  )

  it('forgets what was refused in an article that is purged', async () => {
    const room = await begin()
    await corrected(room, 'Vår tullutredning växer.', 'Vår tullkriminal växer.')
    const [one, two] = [await room.bring({ title: 'one', text: 'x' }), await room.bring({ title: 'two', text: 'x' })]
    const line = 'En tullutredning har gjorts.'
    const [finding] = await remembered(room, one, line)
    if (!finding) throw new Error('nothing was found')
    await dismiss(room, one, line, finding)
    expect(await remembered(room, two, line)).toEqual([])
    await purgeArticle(room.deps, { person: room.bo, articleId: one.articleId })
    expect(await remembered(room, two, line)).toHaveLength(1)
  })

  it('lets the queue know: articles in which the words stand are counted again, and no others', async () => {
    const room = await begin()
    await room.bring({ title: 'has it', text: text('Nu finns en betalningsjämförelse här.') })
    await room.bring({ title: 'has it not', text: text('Nu finns det en karta här.') })
    await count(room)
    const findings = async () =>
      (await listArticles(room.deps, { sort: 'title', descending: false })).items.map(({ title, findings }) => [
        title,
        JSON.stringify(findings),
      ])
    const before = Object.fromEntries(await findings()) as Record<string, string>
    await corrected(room, 'En betalningsjämförelse sker.', 'En betalningstransaktion sker.')
    expect(await count(room)).toBe(2)
    const after = Object.fromEntries(await findings()) as Record<string, string>
    expect(after['has it']).not.toBe(before['has it'])
    expect(after['has it not']).toBe(before['has it not'])
  })

  it('learns from reviewed articles in which the words were left as they are', async () => {
    const room = await begin()
    const line = 'Det är nationell säkerhet för alla.'
    const left = []
    for (let n = 0; n < 3; n += 1)
      left.push(await room.bring({ title: `left ${n}`, text: text(line), system: 'DeepL' }))
    for (const [n, before] of [
      'Om nationell säkerhet här.',
      'Nu nationell säkerhet igen.',
      'Mer nationell säkerhet.',
    ].entries())
      await corrected(room, `${before} ${n}`, `${before.replace('nationell', 'inre')} ${n}`)
    await count(room)
    const pair = () =>
      room.deps.store.db.selectFrom('pair').select(['kept', 'voice', 'before_text']).executeTakeFirstOrThrow()
    const { voice, kept } = await pair()
    expect(kept).toBe(0)
    expect(voice).toBeGreaterThan(499)
    for (const { translationId } of left) await approve(room.deps, { person: room.anna, translationId })
    await count(room)
    await count(room)
    const learned = await pair()
    expect(learned.kept).toBe(3)
    expect(learned.voice).toBeLessThan(500)
  })
})
