import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { shippedCorpus } from '../../src/cli/open.ts'
import { openDesk, type Desk } from './terminal.ts'

let desk: Desk
beforeEach(() => (desk = openDesk()))
afterEach(() => desk.remove())

/** The store of the articles that come with the program, in which some are corrected. */
const withCorpus = () => desk.run('import', shippedCorpus)

describe('corrections', () => {
  it('are printed for people, and given out as JSON and CSV, with a filter', async () => {
    expect((await desk.run('corrections')).out).toBe('')
    expect(await desk.run('corrections', '--json')).toMatchObject({ code: 0, out: '[]\n' })
    expect((await withCorpus()).code).toBe(0)
    const printed = await desk.run('corrections', '--search', 'lower sachsen')
    expect(printed.out).toMatch(/^ +\d+ in +\d+ {2}Lower Sachsen → Niedersachsen$/m)
    const pairs = JSON.parse((await desk.run('corrections', '--search', 'lower sachsen', '--json')).out) as object[]
    expect(pairs[0]).toMatchObject({ before: 'Lower Sachsen', after: 'Niedersachsen' })
    const file = join(desk.folder, 'alla.csv')
    expect(await desk.run('corrections', '--each', '--csv', '--out', file)).toMatchObject({ code: 0, out: '' })
    expect(readFileSync(file, 'utf8')).toMatch(/^\ufeffbefore,after,context_before/)
  })

  it.each([
    [['--csv', '--json'], /--csv or --json/],
    [['--each'], /go with --csv or --json/],
    [['--editor', 'Ingen'], /nobody is called Ingen/],
    [['--category', 'nothing'], /--category cannot be “nothing”/],
    [['--json', '--out', '/no/such/folder/x'], /\/no\/such\/folder\/x/],
  ])('%j are refused', async (args, why) => {
    const { code, err } = await desk.run('corrections', ...args)
    expect(code).toBe(2)
    expect(err).toMatch(why)
  })
})
