import { createCheckPool, type CheckPool } from '../../../src/app/findings/check-pool.ts'
import { countNext } from '../../../src/app/findings/count-findings.ts'
import { dismissFinding } from '../../../src/app/findings/dismiss-finding.ts'
import { findFindings } from '../../../src/app/findings/find-findings.ts'
import { listArticles } from '../../../src/app/queue/list-articles.ts'
import { termStory } from '../../../src/app/terms/list-terms.ts'
import { addTerm, editTerm } from '../../../src/app/terms/write-term.ts'
import { termEntry } from '../../../src/wire/term.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { toCheck } from '../checked.ts'
import { newsroom } from '../newsroom.ts'

const text = 'Det nya daghemmet öppnar.\nAlla daghem i stan är nya.'

forEachStore('terms in the desk', open => {
  let checks: CheckPool
  beforeAll(() => (checks = createCheckPool({ threads: 1 })))
  afterAll(() => checks.close())

  it('are found as soon as they are approved; what becomes of their findings is told of them, and the queue counts anew', async () => {
    const room = await newsroom(await open(), {}, checks)
    const { deps, anna } = room
    const brought = await room.bring({ text })
    const found = async () => {
      const answer = await findFindings(deps, toCheck(brought, text))
      return answer.outcome === 'ready' ? answer.findings.filter(({ check }) => check === 'term') : []
    }
    const counted = async () => {
      while (await countNext(deps, () => undefined));
      const { items } = await listArticles(deps, { sort: 'touched', descending: true })
      return items[0]?.findings?.minor
    }
    expect(await found()).toEqual([])
    const before = (await counted()) ?? NaN
    const entry = termEntry.parse({
      preferred: 'förskola',
      variants: ['daghem'],
      severity: 'minor',
      status: 'proposed',
    })
    const { id } = await addTerm(deps, { person: anna }, entry)
    expect(await found()).toEqual([])
    await editTerm(deps, { person: anna, id }, { status: 'approved' })
    const [one, two] = await found()
    expect([one, two]).toMatchObject([
      { text: 'Det nya daghemmet', fixes: ['Den nya förskolan'], about: id, severity: 'minor' },
      { text: 'daghem', fixes: ['förskolor'], about: id },
    ])
    expect(await counted()).toBe(before + 2)
    await dismissFinding(
      deps,
      { translationId: brought.translationId, person: anna },
      { check: 'term', words: 'daghem', before: '', after: '', nth: 0, scope: 'article', reason: 'Citat.', about: id },
    )
    await room.save(anna, brought.translationId, text.replace('Det nya daghemmet', 'Den nya förskolan'), {
      reasons: [{ from: 0, to: 17, category: one?.category ?? '', severity: 'minor', check: 'term', about: id }],
    })
    expect(await termStory(deps, id)).toMatchObject({ accepted: 1, dismissed: 1 })
    expect(await counted()).toBe(before)
    await editTerm(deps, { person: anna, id }, { status: 'declined' })
    expect(await found()).toEqual([])
  })
})
