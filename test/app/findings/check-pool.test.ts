import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { platform } from 'node:os'
import { createCheckPool, type Checked, type CheckPool } from '../../../src/app/findings/check-pool.ts'

const worker = new URL('../workers/echo.ts', import.meta.url)
let pool: CheckPool
const open = (limit = 10_000, threads = 1) => (pool = createCheckPool({ limit, threads, worker, grace: 0 }))
afterEach(() => pool.close())

const told = (checked: Checked): string =>
  checked.outcome === 'ready' ? checked.findings.map(finding => finding.text).join() : checked.outcome

describe('the pool of checks', () => {
  it('answers each of many jobs with its own findings', async () => {
    open(10_000, 2)
    const texts = Array.from({ length: 50 }, (_, n) => `text ${n}`)
    expect((await Promise.all(texts.map(text => pool.check({ text })))).map(told)).toEqual(texts)
  })

  it('gives a text up that takes too long, and goes on with a new thread', async () => {
    open(500)
    const [hung, next] = await Promise.all([pool.check({ text: 'hang' }), pool.check({ text: 'a' })])
    expect([hung.outcome, told(next)]).toEqual(['slow', 'a'])
  })

  it('does not give a text up because the machine does other things than check it, but waits for it no more than ten times as long', async () => {
    open(500)
    expect(told(await pool.check({ text: 'wait 1000' }))).toBe('wait 1000')
    expect((await pool.check({ text: 'wait 60000' })).outcome).toBe('slow')
  })

  it.each(['throw', 'die', 'exit'])('survives a thread that does this: %s', async text => {
    open()
    const [bad, next] = await Promise.all([pool.check({ text }), pool.check({ text: 'a' })])
    expect([bad.outcome, told(next)]).toEqual(['failed', 'a'])
  })

  it('runs of the waiting jobs of a lane only the newest', async () => {
    open()
    const jobs = ['wait 100', 'b', 'c'].map(text => pool.check({ text }, { lane: 'tab' }))
    const other = pool.check({ text: 'other' }, { lane: 'another tab' })
    expect((await Promise.all([...jobs, other])).map(told)).toEqual(['wait 100', 'superseded', 'c', 'other'])
  })

  it('keeps a thread free of work in the background, so that others go before it', async () => {
    open(10_000, 2)
    let ended = 0
    const behind = ['wait 60000', 'wait 60001'].map(text =>
      pool.check({ text }, { background: true }).finally(() => ended++),
    )
    expect((await Promise.all(['now', 'and now'].map(text => pool.check({ text })))).map(told)).toEqual(['now', 'and now']) // prettier-ignore
    expect(ended).toBe(0)
    await pool.close()
    for (const { outcome } of await Promise.all(behind)) expect(outcome).not.toBe('ready')
  })

  it('waits for what is soon done in the background', async () => {
    pool = createCheckPool({ threads: 2, worker, grace: 60_000 })
    const ended: string[] = []
    const run = (text: string, background = false) =>
      pool.check({ text }, { background }).then(() => void ended.push(text))
    await Promise.all([run('wait 150', true), run('now')])
    expect(ended).toEqual(['wait 150', 'now'])
  })

  it('starts another thread where what is done in the background takes longer', async () => {
    pool = createCheckPool({ threads: 2, worker, grace: 50 })
    const long = pool.check({ text: 'wait 60000' }, { background: true })
    expect(told(await pool.check({ text: 'now' }))).toBe('now')
    await pool.close()
    expect((await long).outcome).not.toBe('ready')
  })

  it('does not begin what nobody waits for any longer', async () => {
    open()
    const gone = new AbortController()
    const jobs = ['wait 200', 'b', 'c'].map(text => pool.check({ text }, { gone: gone.signal }))
    const other = pool.check({ text: 'other' })
    gone.abort()
    const late = pool.check({ text: 'late' }, { gone: gone.signal })
    expect((await Promise.all([...jobs, other, late])).map(told)).toEqual([
      'wait 200',
      'superseded',
      'superseded',
      'other',
      'superseded',
    ])
  })

  it('ends with what is under way, and answers no more', async () => {
    open()
    const jobs = [pool.check({ text: 'hang' }), pool.check({ text: 'a' })]
    await pool.close()
    expect((await Promise.all([...jobs, pool.check({ text: 'b' })])).map(told)).toEqual(Array(3).fill('superseded'))
  })

  it('is ended before a program that has nothing else to do', () => {
    const program = `
      import { createCheckPool } from ${JSON.stringify(new URL('../../../src/app/findings/check-pool.ts', import.meta.url).href)}
      const pool = createCheckPool({ threads: 2, worker: new URL(${JSON.stringify(worker.href)}) })
      await pool.check({ text: 'a' })
      void pool.check({ text: 'hang' })
      await pool.close()
      console.log('and after')`
    const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })
    expect([status, stdout]).toEqual([0, 'and after\n'])
  })

  it('sends the terms of the house to a thread once, until they change', async () => {
    open()
    const [one, two] = ['1', '2'].map(stamp => ({ stamp, list: [{ preferred: 'a', variants: [stamp] }] }))
    const sent: string[] = []
    for (const terms of [one, one, two, one])
      sent.push(told(await pool.check({ text: 'terms', ...(terms && { terms }) })))
    sent.push(told(await pool.check({ text: 'terms' })))
    expect(sent).toEqual(['1 whole', '1', '2 whole', '1 whole', 'none'])
  })

  it('finds terms in text after text, by a list that was sent once', async () => {
    pool = createCheckPool({ threads: 1 })
    const terms = {
      stamp: '1',
      list: [{ id: 'term000000000000', preferred: 'Niedersachsen', variants: ['Lower Sachsen'], domain: 'geografi' }],
    }
    for (const [text, fix] of [
      ['I Lower Sachsens polis.', 'Niedersachsens'],
      ['En Lower Sachsen-baserad firma.', 'Niedersachsen-baserad'],
    ] as const)
      expect(await pool.check({ text, only: ['term'], terms })).toMatchObject({
        outcome: 'ready',
        findings: [{ check: 'term', fixes: [fix], about: 'term000000000000' }],
      })
    const other = { stamp: '2', list: [{ preferred: 'Sachsen', variants: ['Lower Sachsen'] }] }
    const again = await pool.check({ text: 'I Lower Sachsen.', only: ['term'], terms: other })
    expect(again).toMatchObject({ findings: [{ fixes: ['Sachsen'] }] })
  })

  it('runs the checks themselves', async () => {
    pool = createCheckPool()
    const checked = await pool.check({
      text: 'Förslaget ska öka medborgarnas säkerhet: inuti.',
      only: ['gender-colon'],
    })
    expect(checked).toMatchObject({
      outcome: 'ready',
      failures: [],
      findings: [{ check: 'gender-colon', fixes: [''] }],
    })
    // its thread lets those go first who answer requests; only Linux tells threads apart
    const tasks = platform() === 'linux' ? readdirSync('/proc/self/task') : []
    const nice = tasks.map(task => readFileSync(`/proc/self/task/${task}/stat`, 'utf8').split(') ')[1]?.split(' ')[16])
    if (tasks.length > 0) expect(nice).toContain('5')
  })
})
