import { gzipSync } from 'node:zlib'
import { openDesk, type Desk } from './terminal.ts'

let desk: Desk
beforeEach(() => (desk = openDesk()))
afterEach(() => desk.remove())

type Row = readonly [system: string, doc: string, segment: string, rater: string, category: string, severity: string]

/** Two systems of two articles; names with what Google's releases add to them. */
const rows: readonly Row[] = [
  ['Online-A.1574', 'svt.1', '1', 'rater1', 'Accuracy/Mistranslation', 'Major'],
  ['Online-A.1574', 'svt.1', '1', 'rater1', 'Fluency/Punctuation', 'Minor'],
  ['Online-A.1574', 'svt.1', '1', 'rater2', 'no-error', 'no-error'],
  ['Online-A.1574', 'svt.1', '2', 'rater1', 'Style/Awkward', 'Neutral'],
  ['Online-A.1574', 'dn.7', '1', 'rater1', 'Non-translation!', 'Major'],
  ['Human-A.0', 'svt.1', '1', 'rater1', 'No-error', 'No-error'],
  ['Human-A.0', 'svt.1', '2', 'rater2', 'Style/Awkward', 'minor'],
  ['Human-A.0', 'dn.7', '1', 'rater2', 'Source issue/-', 'Major'],
]
const expected = { systems: { 'Online-A.1574': (5.1 / 2 + 0 + 25) / 3, 'Human-A.0': 1 / 3 }, segments: 3 }

const source = 'He said ""no"".'
const target = 'Han sade <v>""nej""</v>.'

/** Google's releases: nine columns under a heading. */
const google = (all: readonly Row[]) => [
  'system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity',
  ...all.map(([system, doc, segment, rater, ...error]) =>
    [system, doc, segment, '9', rater, source, target, ...error].join('\t'),
  ),
]
/** Marot: ten columns, its rows of metadata among them. */
const marot = [
  ...rows.map(([system, doc, segment, rater, ...error]) =>
    [system, doc, segment, '9', rater, source, target, ...error, '{}'].join('\t'),
  ),
  ['Human-A.0', 'svt.1', '1', '9', '', source, target, '', '', '{"segment":{}}'].join('\t'),
  ['Human-A.0', 'svt.1', '1', '9', 'rater9', source, target, 'Other', 'HOTW-test', '{}'].join('\t'),
]
const heading = 'system\tdoc\tdocSegId\tglobalSegId\trater\tsource\ttarget\tcategory\tseverity\tmetadata'

async function scored(content: string | Uint8Array, ...options: string[]) {
  const { code, out, err } = await desk.run('score', 'mqm', desk.file('mqm.tsv', content), '--json', ...options)
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(out) as { systems: Record<string, number>; segments: number }
}

it.each([
  ['as Google has it', google(rows).join('\n')],
  ['ending with a line end', `${google(rows).join('\n')}\n`],
  ['as Marot has it', [heading, ...marot].join('\n')],
  ['without a heading', marot.join('\n')],
  ['with CRLF', [heading, ...marot].join('\r\n')],
  ['with a byte order mark', `\ufeff${google(rows).join('\n')}`],
  ['packed, whatever it is called', gzipSync(google(rows).join('\n'))],
])('%s, the scores are the same', async (_, content) => {
  expect(await scored(content)).toEqual(expected)
})

it('people are shown a table, the best first, with an interval over articles', async () => {
  const { code, out } = await desk.run('score', 'mqm', desk.file('mqm.tsv', google(rows).join('\n')))
  expect(code).toBe(0)
  const lines = out.trimEnd().split('\n')
  expect(lines[0]).toMatch(/^system +score +95 % +segments$/)
  expect(lines[1]).toMatch(/^Human-A\.0 +0\.33 +0\.00–0\.50 +3$/)
  expect(lines[2]).toMatch(/^Online-A\.1574 +9\.18 +1\.27–25\.00 +3$/)
  expect(lines[3]).toBe('3 segments. Penalty points a segment, lower is better; weights: WMT (Google).')
  const one = await desk.run('score', 'mqm', desk.file('one.tsv', google(rows.slice(0, 4)).join('\n')))
  expect(one.out.split('\n')[1]).toMatch(/^Online-A\.1574 +1\.27 +– +2$/)
})

it('other weights give other scores', async () => {
  const file = google(rows).join('\n')
  expect((await scored(file, '--weights', 'mqm-core')).systems['Online-A.1574']).toBe((6 / 2 + 25) / 3)
  const own = { severities: { neutral: 0.5, minor: 2, major: 2, critical: 2 }, exceptions: [{ category: 'style', severity: 'minor', weight: 9 }] } // prettier-ignore
  const { systems } = await scored(file, '--weights', desk.file('own.json', JSON.stringify(own)))
  expect(systems['Online-A.1574']).toBe((4 / 2 + 0.5 + 2) / 3)
  expect(systems['Human-A.0']).toBe((0 + 9 + 2) / 3)
})

const bad = (line: string) => [...google(rows.slice(0, 2)), line].join('\n')
const row = (...fields: string[]) => fields.join('\t')

it.each([
  ['two columns too few', bad(row('S', 'd', '1', '1', 'r', 's', 't')), /category is missing.*Line 4/],
  ['one column too few', bad(row('S', 'd', '1', '1', 'r', 's', 't', 'Style/Awkward')), /severity is missing.*Line 4/],
  ['a severity that is none', bad(row('S', 'd', '1', '1', 'r', 's', 't', 'Style/Awkward', 'Grave')), /severity “Grave”.*Line 4/],
  ['no severity', bad(row('S', 'd', '1', '1', 'r', 's', 't', 'Style/Awkward', '')), /severity “”.*Line 4/],
  ['no system', bad(row('', 'd', '1', '1', 'r', 's', 't', 'Style/Awkward', 'Minor')), /system is missing.*Line 4/],
  ['a heading without severities', 'system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\n', /severity is missing.*Line 1/],
  ['another file', 'Rubrik\n\nBrödtext.\n', /doc is missing.*Line 1/],
  ['a heading alone', google([]).join('\n'), /no text in it/],
  ['nothing', '', /no text in it/],
])('%s: refused, with the line', async (_, content, told) => {
  const { code, out, err } = await desk.run('score', 'mqm', desk.file('mqm.tsv', content), '--json')
  expect([code, out]).toEqual([2, ''])
  expect(err).toMatch(told)
  expect(err.trim().split('\n')).toHaveLength(1)
}) // prettier-ignore

it.each([
  [[], /mqm FILE/],
  [['/nowhere/x.tsv'], /nowhere/],
  [['x.tsv', '--weights', 'smak'], /one of wmt, mqm-core, j2450/],
])('%j: bad usage', async (args, told) => {
  const { code, err } = await desk.run('score', 'mqm', ...args)
  expect(code).toBe(2)
  expect(err).toMatch(told)
})

it.each([
  ['not JSON', '{', /is not JSON/],
  ['a severity is missing', '{"severities":{"neutral":0}}', /severities: minor/],
])('weights: %s', async (_, content, told) => {
  const file = desk.file('mqm.tsv', google(rows).join('\n'))
  const { code, err } = await desk.run('score', 'mqm', file, '--weights', desk.file('own.json', content))
  expect(code).toBe(2)
  expect(err).toMatch(told)
})
