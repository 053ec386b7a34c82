import { setTimeout as sleep } from 'node:timers/promises'
import { countNext } from '../../../src/app/findings/count-findings.ts'
import { dismissFinding } from '../../../src/app/findings/dismiss-finding.ts'
import { editDetails } from '../../../src/app/articles/edit-details.ts'
import { keepCounting } from '../../../src/app/findings/keep-counting.ts'
import { listArticles } from '../../../src/app/queue/list-articles.ts'
import { setCheck } from '../../../src/app/findings/set-check.ts'
import { countsOfChecks } from '../../../src/store/check-counts.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { dismissal, newWordPool, wordPool } from '../checked.ts'
import { newsroom, type Newsroom } from '../newsroom.ts'

/** Counts until nothing is left; gives how many were. */
async function countAll(room: Newsroom): Promise<readonly [counted: number, failed: readonly string[]]> {
  const failed: string[] = []
  let n = 0
  while (await countNext(room.deps, (_id, why) => failed.push(why))) n += 1
  return [n, failed]
}

const shown = async (room: Newsroom) => {
  const { items } = await listArticles(room.deps, { sort: 'findings', descending: true })
  return items.map(({ title, findings }) => [title, findings && [findings.neutral, findings.minor, findings.major]])
}

forEachStore('the queue’s findings', open => {
  const begin = async (checks = wordPool()) => newsroom(await open(), {}, checks)

  it('are counted of every article that comes, the worst first; what is not counted yet is empty and last', async () => {
    const room = await begin()
    await room.bring({ title: 'mild', text: 'Den 3 Juni. Quellen' })
    await room.bring({ title: 'good', text: 'Bra.' })
    await room.bring({ title: 'grave', text: 'I Lower Sachsen och Lower Sachsen.' })
    expect((await shown(room)).map(([, findings]) => findings)).toEqual([null, null, null])
    expect(await countAll(room)).toEqual([3, []])
    await room.bring({ title: 'new', text: 'Juni Juni Juni Juni' })
    expect(await shown(room)).toEqual([
      ['grave', [0, 0, 2]],
      ['mild', [1, 1, 0]],
      ['good', [0, 0, 0]],
      ['new', null],
    ])
    expect(await countsOfChecks(room.deps.store.db, 'hybrid-name')).toEqual([
      { checkId: 'hybrid-name', findings: 2, articles: 1 },
    ])
  })

  it('are counted again after a save, a dismissal, another source, a setting, and then no more', async () => {
    const room = await begin()
    const { anna, deps } = room
    const text = 'Den 3 Juni. Quellen'
    const brought = await room.bring({ text })
    await room.bring({ text: 'Bra.' })
    expect(await countAll(room)).toEqual([2, []])
    expect(await countAll(room)).toEqual([0, []])
    await room.save(anna, brought.translationId, `${text}n är är`)
    expect(await countAll(room)).toEqual([1, []])
    await dismissFinding(deps, { ...brought, person: anna }, dismissal(text, 'Juni', { scope: 'article' }))
    expect(await countAll(room)).toEqual([1, []])
    await editDetails(deps, { person: anna, articleId: brought.articleId, sourceText: 'Am 3. Juni.' })
    expect(await countAll(room)).toEqual([1, []])
    await editDetails(deps, { person: anna, articleId: brought.articleId, title: 'Ny rubrik' })
    expect(await countAll(room)).toEqual([0, []])
    expect((await shown(room))[0]).toEqual(['Ny rubrik', [1, 1, 0]])
    await setCheck(deps, { person: anna, checkId: 'page-furniture', enabled: false, severity: null, reason: 'Nej.' })
    expect(await countAll(room)).toEqual([2, []])
    expect((await shown(room))[0]).toEqual(['Ny rubrik', [0, 1, 0]])
  })

  it('that could not be counted are empty, told, and tried again by the next start only', async () => {
    const room = await begin()
    await room.bring({ title: 'bad', text: 'Juni, fail' })
    expect(await countAll(room)).toEqual([1, ['the checks failed']])
    expect(await countAll(room)).toEqual([0, []])
    expect(await shown(room)).toEqual([['bad', null]])
    const lines: string[] = []
    const counting = keepCounting(room.deps, { pause: 20, log: line => lines.push(line) })
    while (lines.length === 0) await sleep(10)
    await counting.stop()
    expect(lines).toEqual([expect.stringContaining('the checks failed')])
  })

  it('are kept up while others work, and no more once it is stopped', async () => {
    const room = await begin(newWordPool())
    const counting = keepCounting(room.deps, { pause: 20, log: line => expect(line).toBe('') })
    const { translationId } = await room.bring({ title: 'a', text: 'Juni' })
    const until = async (n: number) => {
      while ((await shown(room))[0]?.[1]?.[1] !== n) await sleep(20)
    }
    await until(1)
    for (let n = 2; n < 6; n += 1) await room.save(room.bo, translationId, Array(n).fill('Juni').join(' '))
    await until(5)
    const last = room.bring({ title: 'slow', text: 'wait 5000' })
    await last
    await sleep(100)
    // the thread is ended first, as the program does: what was under way is left to the next start
    await room.deps.checks.close()
    await counting.stop()
    expect(await shown(room)).toContainEqual(['slow', null])
  })
})
