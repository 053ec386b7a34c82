import { openDesk, type Desk } from './terminal.ts'

let desk: Desk
beforeEach(() => (desk = openDesk()))
afterEach(() => desk.remove())

const heading = 'system\tdoc\tdocSegId\tglobalSegId\trater\tsource\ttarget\tcategory\tseverity'
const row = (doc: number, rater: string, category: string, severity: string, target = 'Det är <v>fel</v> här.') =>
  `A\t${doc}\t1\t1\t${rater}\tEs ist.\t${target}\t${category}\t${severity}`

/** Eva and Per have both looked at six articles, and agree on four; Siv has looked at one that is nobody else's. */
const file = [
  heading,
  ...[1, 2, 3, 4, 5, 6].flatMap(doc => [
    row(doc, 'Eva', 'Style/Awkward', 'Minor'),
    doc < 5 ? row(doc, 'Per', 'Style/Awkward', 'Minor') : row(doc, 'Per', 'No-error', 'No-error', 'Det är fel här.'),
  ]),
  row(7, 'Siv', 'Style/Awkward', 'Minor'),
].join('\n')

interface Told {
  readonly pairs: readonly { readonly a: string; readonly b: string; readonly texts: number; readonly rows: readonly { readonly id: string; readonly value: number | null; readonly low: number | null; readonly n: number; readonly isFew: boolean }[] }[]
} // prettier-ignore

it('is of all articles together, of those who looked at the same, with intervals over articles', async () => {
  const { code, out, err } = await desk.run('score', 'agreement', desk.file('mqm.tsv', file), '--json')
  expect([code, err]).toEqual([0, ''])
  const { pairs } = JSON.parse(out) as Told
  expect(pairs).toMatchObject([{ a: 'Eva', b: 'Per', texts: 6 }])
  const [exact, , words] = pairs[0]?.rows ?? []
  expect(exact).toMatchObject({ id: 'exact', value: 8 / 10, n: 10, isFew: true })
  // of 24 words ten values are of an error, two against none
  expect(words?.n).toBe(24)
  expect(words?.value).toBeCloseTo(1 - (47 * 4) / (2 * 10 * 38), 9)
  expect((words?.low ?? 1) < (words?.value ?? 0)).toBe(true)
})

it('is told as a table; of whom it is asked for, and no other', async () => {
  const path = desk.file('mqm.tsv', file)
  const { out } = await desk.run('score', 'agreement', path, '--rater', 'Per')
  expect(out).toContain('A Eva, B Per: 6 translations\n')
  expect(out).toMatch(/F1, same span +0\.80 +0\.\d\d to 1\.00 +10 {2}too few/)
  const refused = async (...options: string[]) => (await desk.run('score', 'agreement', path, ...options)).err
  expect(await refused('--rater', 'Bo')).toContain(
    'no rater of the file is called “Bo”; its raters are “Eva”, “Per”, “Siv”',
  )
  expect(await refused('--rater', 'Siv')).toContain('no two of these have looked at the same')
  const alone = desk.file('en.tsv', [heading, row(1, 'Eva', 'Style/Awkward', 'Minor')].join('\n'))
  expect((await desk.run('score', 'agreement', alone)).err).toContain('two annotators or more')
})
