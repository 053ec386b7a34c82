import type { CheckPool } from '../../../src/app/findings/check-pool.ts'
import { dismissFinding } from '../../../src/app/findings/dismiss-finding.ts'
import { findFindings } from '../../../src/app/findings/find-findings.ts'
import { setCheck } from '../../../src/app/findings/set-check.ts'
import { withdrawDismissal } from '../../../src/app/findings/withdraw-dismissal.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { dismissal, open, toCheck, wordPool } from '../checked.ts'
import { newsroom, problemOf, type Newsroom } from '../newsroom.ts'

const text = 'LKA Lower Sachsen varnar.\nPolisen i Lower Sachsen sade den 3 Juni att det är är så.\nQuellen'

forEachStore('findings', openStore => {
  const room = async (): Promise<Newsroom> => newsroom(await openStore(), {}, wordPool())

  it('are those of the text, in its order, with the checks’ names', async () => {
    const { deps, bring } = await room()
    const brought = await bring({ text })
    const found = await findFindings(deps, toCheck(brought, text))
    expect(found).toMatchObject({
      outcome: 'ready',
      findings: [{ check: 'hybrid-name', from: 4, to: 17 }, {}, {}, {}, {}],
    })
    expect(await open(deps, brought, 'Inget.')).toEqual([])
    expect(await open(deps, brought, '')).toEqual([])
  })

  it('are found once for one text, and again for another source', async () => {
    const words = wordPool()
    let jobs = 0
    const counted: CheckPool = { ...words, check: (...asked) => (jobs++, words.check(...asked)) }
    const { deps, bring } = await newsroom(await openStore(), {}, counted)
    const brought = await bring({ text: 'Den 3 Juni.' })
    const asked = toCheck(brought, 'Juni wait 50')
    await Promise.all([findFindings(deps, asked), findFindings(deps, asked)])
    await findFindings(deps, asked)
    expect(jobs).toBe(1)
    const other = await findFindings(deps, toCheck(brought, 'Juni wait 50', 'no fixes'))
    expect([jobs, other]).toMatchObject([2, { findings: [{ fixes: [] }] }])
  })

  it('are not looked for in a text that is too long for a thread', async () => {
    const counted: CheckPool = { ...wordPool(), check: () => Promise.reject(new Error('asked')) }
    const { deps, bring } = await newsroom(await openStore(), {}, counted)
    const brought = await bring({ text })
    const long = 'Juni '.repeat(300_000)
    expect(await findFindings(deps, toCheck(brought, long, long))).toEqual({ outcome: 'slow' })
  })

  it('that failed are told as such, and asked for again', async () => {
    const { deps, bring } = await room()
    const brought = await bring({ text })
    const found = await findFindings(deps, toCheck(brought, 'fail'))
    expect(found).toEqual({ outcome: 'failed', why: 'the checks failed' })
  })

  it('dismissed here are gone from their place, and from no other', async () => {
    const { deps, bring, anna } = await room()
    const brought = await bring({ text })
    const here = await dismissFinding(deps, { ...brought, person: anna }, dismissal(text, 'Lower Sachsen', { nth: 1 }))
    expect(await open(deps, brought, text)).toEqual(['Lower Sachsen@4', 'Juni@61', 'är är@74', 'Quellen@84'])
    // an edit beside it, and before it
    const edited = `Ny rad.\n${text.replace('sade', 'säger')}`
    expect(await open(deps, brought, edited)).not.toContain(`Lower Sachsen@${edited.lastIndexOf('Lower')}`)
    expect(await open(deps, brought, edited)).toContain('Lower Sachsen@12')
    // its sentence is gone: it does not move to the one that is left
    const left = text.replace('Polisen i Lower Sachsen sade', 'Man sade')
    expect(await open(deps, brought, left)).toContain('Lower Sachsen@4')
    const other = await bring({ text })
    expect(await open(deps, other, text)).toHaveLength(5)
    await withdrawDismissal(deps, { person: anna, dismissalId: here.id })
    expect(await open(deps, brought, text)).toHaveLength(5)
  })

  it('dismissed here where the same stands twice are each their own', async () => {
    const { deps, bring, anna } = await room()
    const line = 'Den 3 Juni kom polisen till platsen och grep tre personer.\n'
    const twice = line + line + line
    const brought = await bring({ text: twice })
    const second = dismissal(twice, 'Juni', { nth: 1 })
    await dismissFinding(deps, { ...brought, person: anna }, second)
    expect(await open(deps, brought, twice)).toEqual(['Juni@6', `Juni@${2 * line.length + 6}`])
    await dismissFinding(deps, { ...brought, person: anna }, dismissal(twice, 'Juni'))
    expect(await open(deps, brought, twice)).toEqual([`Juni@${2 * line.length + 6}`])
  })

  it.each([{ places: [1, 2] }, { places: [1, 3] }, { places: [3, 1] }, { places: [0, 4, 2] }])(
    'dismissed here where the same stands five times are those meant, in any order: $places',
    async ({ places }) => {
      const { deps, bring, anna } = await room()
      const line = 'Den 3 Juni kom polisen till platsen och grep tre personer, säger en talesman.\n'
      const five = line.repeat(5)
      const brought = await bring({ text: five })
      for (const nth of places)
        await dismissFinding(deps, { ...brought, person: anna }, dismissal(five, 'Juni', { nth }))
      const left = [0, 1, 2, 3, 4].filter(n => !places.includes(n)).map(n => `Juni@${n * line.length + 6}`)
      expect(await open(deps, brought, five)).toEqual(left)
    },
  )

  it('dismissed here by the hundred are each their own', async () => {
    const { deps, bring, anna } = await room()
    const text = Array.from({ length: 101 }, (_, n) => `Den 3 Juni kom nummer ${n} till platsen i kväll.\n`).join('')
    const brought = await bring({ text })
    for (let nth = 0; nth < 100; nth += 1)
      await dismissFinding(deps, { ...brought, person: anna }, dismissal(text, 'Juni', { nth }))
    expect(await open(deps, brought, text)).toEqual([`Juni@${text.lastIndexOf('Juni')}`])
  })

  it('dismissed here by two at once are dismissed once', async () => {
    const { deps, bring, anna, bo } = await room()
    const line = 'Den 3 Juni kom polisen till platsen och grep tre personer.\n'
    const brought = await bring({ text: line.repeat(5) })
    const second = dismissal(line.repeat(5), 'Juni', { nth: 2 })
    const [one] = await Promise.all([anna, bo].map(person => dismissFinding(deps, { ...brought, person }, second)))
    expect(await open(deps, brought, line.repeat(5))).toHaveLength(4)
    await withdrawDismissal(deps, { person: anna, dismissalId: one?.id ?? '' })
    expect(await open(deps, brought, line.repeat(5))).toHaveLength(4)
  })

  it('dismissed in the article, or always, are gone wherever their words stand', async () => {
    const { deps, bring, anna, bo } = await room()
    const [one, two] = [await bring({ text }), await bring({ text })]
    await dismissFinding(deps, { ...one, person: anna }, dismissal(text, 'Lower Sachsen', { scope: 'article' }))
    expect(await open(deps, one, text)).toEqual(['Juni@61', 'är är@74', 'Quellen@84'])
    expect(await open(deps, two, text)).toHaveLength(5)
    const always = await dismissFinding(deps, { ...two, person: bo }, dismissal(text, 'Quellen', { scope: 'always' }))
    expect(await open(deps, one, text)).toEqual(['Juni@61', 'är är@74'])
    expect(await open(deps, two, text)).not.toContain('Quellen@84')
    expect(always).toMatchObject({ scope: 'always', person: 'Bo Ås', withdrawn: false })
    await withdrawDismissal(deps, { person: anna, dismissalId: always.id })
    expect(await open(deps, one, text)).toContain('Quellen@84')
  })

  it('of a check that is switched off are not found, and have the severity that is set', async () => {
    const { deps, bring, anna } = await room()
    const brought = await bring({ text })
    const set = {
      person: anna,
      checkId: 'page-furniture',
      enabled: false,
      severity: null,
      reason: 'För många falska larm.',
    }
    expect((await problemOf(setCheck(deps, { ...set, checkId: 'nothing' }))).code).toBe('check-unknown')
    expect((await problemOf(setCheck(deps, { ...set, reason: ' ' }))).code).toBe('field-invalid')
    await setCheck(deps, set)
    expect(await open(deps, brought, text)).toEqual(['Lower Sachsen@4', 'Lower Sachsen@36', 'Juni@61', 'är är@74'])
    await setCheck(deps, { ...set, enabled: true, severity: 'critical' })
    const found = await findFindings(deps, toCheck(brought, text))
    expect(found).toMatchObject({ findings: [{}, {}, {}, {}, { text: 'Quellen', severity: 'critical' }] })
  })

  it('dismissed twice with one id are dismissed once; brought back by the same', async () => {
    const { deps, bring, anna } = await room()
    const brought = await bring({ text })
    const request = dismissal(text, 'Juni', { id: '0123456789abcdef' })
    const who = { ...brought, person: anna }
    const first = await dismissFinding(deps, who, request)
    expect(await dismissFinding(deps, who, request)).toEqual(first)
    await withdrawDismissal(deps, { person: anna, dismissalId: first.id })
    await withdrawDismissal(deps, { person: anna, dismissalId: first.id })
    expect(await open(deps, brought, text)).toContain('Juni@61')
    await dismissFinding(deps, who, request)
    expect(await open(deps, brought, text)).not.toContain('Juni@61')
    const kinds = await deps.store.db.selectFrom('check_act').select('kind').orderBy('id').execute()
    expect(kinds.map(({ kind }) => kind)).toEqual(['dismiss', 'withdraw', 'dismiss'])
    const other = await bring({ text })
    expect((await problemOf(dismissFinding(deps, { ...other, person: anna }, request))).code).toBe('field-invalid')
  })

  it('dismissed with an old id and another wish are dismissed by that wish', async () => {
    const { deps, bring, anna } = await room()
    const brought = await bring({ text })
    const who = { ...brought, person: anna }
    const first = await dismissFinding(deps, who, dismissal(text, 'Lower Sachsen', { id: '0123456789abcdef' }))
    const again = dismissal(text, 'Lower Sachsen', { id: '0123456789abcdef', scope: 'article' })
    const second = await dismissFinding(deps, who, again)
    expect([second.scope, second.id === first.id]).toEqual(['article', false])
    expect(await open(deps, brought, text)).toEqual(['Juni@61', 'är är@74', 'Quellen@84'])
  })

  it('are not dismissed without a reason, or a name, and no dismissal that is none is withdrawn', async () => {
    const { deps, bring, anna } = await room()
    const brought = await bring({ text })
    const codes = [
      dismissFinding(deps, { ...brought, person: anna }, dismissal(text, 'Juni', { reason: ' \n' })),
      dismissFinding(deps, { ...brought, person: anna }, dismissal(text, 'Juni', { reason: '\u200b\u202e' })),
      dismissFinding(deps, { ...brought, person: anna }, dismissal(text, 'Juni', { check: 'nothing' })),
      dismissFinding(deps, { ...brought, person: null }, dismissal(text, 'Juni')),
      withdrawDismissal(deps, { person: anna, dismissalId: 'none' }),
    ].map(async work => (await problemOf(work)).code)
    expect(await Promise.all(codes)).toEqual([
      'field-invalid',
      'field-invalid',
      'check-unknown',
      'name-missing',
      'dismissal-unknown',
    ])
  })
})
