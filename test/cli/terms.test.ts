import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDesk, type Desk } from './terminal.ts'

let desk: Desk
beforeEach(() => (desk = openDesk()))
afterEach(() => desk.remove())

const csv = 'preferred,variants,domain\nNiedersachsen,Lower Sachsen|Nedre Sachsen,geografi\nförskola,daghem,\n,x,\n'

it('takes a file of terms in and gives it out again', async () => {
  const file = desk.file('termer.csv', csv)
  expect(await desk.run('terms', 'import', file, '--dry-run')).toMatchObject({
    code: 0,
    out: '2 new, 0 changed, 0 unchanged, 1 line that cannot be taken in (nothing was changed)\n',
  })
  const done = await desk.run('terms', 'import', file, '--name', 'Maja', '--json')
  expect(JSON.parse(done.out)).toEqual({
    file,
    applied: true,
    counts: { new: 2, changed: 0, same: 0, refused: 1 },
    refused: [{ line: 4, preferred: '', reason: 'the preferred term is missing' }],
  })
  const again = await desk.run('terms', 'import', file)
  expect(again.out).toContain('0 new, 0 changed, 2 unchanged')
  expect(again.err).toBe(`${file}, line 4: the preferred term is missing\n`)
  const out = join(desk.folder, 'ut.csv')
  expect((await desk.run('terms', 'export', '--out', out)).code).toBe(0)
  expect(readFileSync(out, 'utf8')).toContain('Niedersachsen,Lower Sachsen|Nedre Sachsen,other,,geografi,,approved')
  const { terms } = JSON.parse((await desk.run('terms', 'export', '--domain', 'geografi', '--json')).out) as {
    terms: { preferred: string; person: string }[]
  }
  expect(terms).toMatchObject([{ preferred: 'Niedersachsen', person: 'Maja' }])
  // what is given out is what `check --terms` reads
  const text = desk.file('text.txt', 'I Lower Sachsens skolor.')
  const { out: checked } = await desk.run('check', text, '--terms', out, '--only', 'term', '--json')
  expect(JSON.parse(checked)).toMatchObject([{ findings: [{ text: 'Lower Sachsens', fixes: ['Niedersachsens'] }] }])
})

it.each([
  [['terms']],
  [['terms', 'export', 'x']],
  [['terms', 'import']],
  [['terms', 'list']],
  [['terms', 'export', '--status', 'x']],
  [['terms', 'import', '/nowhere/x.csv']],
])('%j is refused in a sentence', async args => {
  const { code, err } = await desk.run(...args)
  expect([code, err.trim().split('\n').length]).toEqual([2, 1])
})
