import { gzipSync } from 'node:zlib'
import { mqmFormulas } from '../../src/metrics/mqm/formulas.ts'
import { openDesk, type Desk } from './terminal.ts'

let desk: Desk
beforeEach(() => (desk = openDesk()))
afterEach(() => desk.remove())

type Row = readonly [system: string, doc: string, segment: string, rater: string, category: string, severity: string]

interface Scored {
  readonly systems: Readonly<Record<string, number>>
  readonly segments: number
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}

/** Two systems of two articles; names with what Google's releases add to them. */
const rows: readonly Row[] = [
  ['Online-A.1574', 'svt.1', '1', 'rater1', 'Accuracy/Mistranslation', 'Major'],
  ['Online-A.1574', 'svt.1', '1', 'rater1', 'Fluency/Punctuation', 'Minor'],
  ['Online-A.1574', 'svt.1', '1', 'rater2', 'no-error', 'no-error'],
  ['Online-A.1574', 'svt.1', '2', 'rater1', 'Style/Awkward', 'Neutral'],
  ['Online-A.1574', 'dn.7', '1', 'rater1', 'Non-translation!', 'Major'],
  ['Human-A.0', 'svt.1', '1', 'rater1', 'No-error', 'No-error'],
  ['Human-A.0', 'svt.1', '2', 'rater2', 'Style/Awkward', 'minor'],
  ['Human-A.0', 'dn.7', '1', 'rater2', 'Source error/-', 'Major'],
]
const expected = { systems: { 'Online-A.1574': (5.1 / 2 + 0 + 25) / 3, 'Human-A.0': 1 / 3 }, segments: 3 }

const row = (...fields: string[]) => fields.join('\t')

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
  return JSON.parse(out) as Scored
}

it('of the raters who are named, or of all but these; a name that nobody has is refused with those there are', async () => {
  const of = (...options: string[]) => scored(google(rows).join('\n'), ...options)
  expect(await of('--rater', 'rater1')).toMatchObject({ systems: { 'Online-A.1574': (5.1 + 0 + 25) / 3 }, raters: ['rater1'] }) // prettier-ignore
  expect((await of('--without', 'rater1')).systems).toEqual({ 'Online-A.1574': 0, 'Human-A.0': 0.5 })
  expect((await of('--rater', 'rater1', '--rater', 'rater2')).systems).toEqual(expected.systems)
  const refused = async (...options: string[]) =>
    (await desk.run('score', 'mqm', desk.file('mqm.tsv', google(rows).join('\n')), ...options)).err
  expect(await refused('--rater', 'Eva')).toContain('no rater of the file is called “Eva”; its raters are “rater1”, “rater2”') // prettier-ignore
  expect(await refused('--without', 'rater1', '--without', 'rater2')).toContain('no rater is left')
  expect(await refused('--rater', 'rater1', '--without', 'rater2')).toContain('give one of them')
})

it.each([
  ['as Google has it', google(rows).join('\n')],
  ['ending with a line end', `${google(rows).join('\n')}\n`],
  ['as Marot has it', [heading, ...marot].join('\n')],
  ['without a heading', marot.join('\n')],
  ['with CRLF', [heading, ...marot].join('\r\n')],
  ['with a byte order mark', `\ufeff${google(rows).join('\n')}`],
  ['packed, whatever it is called', gzipSync(google(rows).join('\n'))],
])('%s, the scores are the same', async (_, content) => {
  expect(await scored(content)).toMatchObject(expected)
})

describe('people are shown a table', () => {
  const table = async (all: readonly Row[], ...options: string[]) => {
    const { code, out } = await desk.run('score', 'mqm', desk.file('mqm.tsv', google(all).join('\n')), ...options)
    expect(code).toBe(0)
    return out.trimEnd().split('\n')
  }

  it('of systems, the best first, with intervals over articles', async () => {
    const lines = await table(rows)
    expect(lines[0]).toMatch(/^system +score +95 % +per 1,000 +quality +95 % +segments +words$/)
    expect(lines[1]).toMatch(/^Human-A\.0 +0\.33 +0\.00–0\.50 +111\.11 +88\.89 +83\.33–100\.00 +3 +9$/)
    expect(lines[2]).toMatch(/^Online-A\.1574 +9\.18 +1\.27–25\.00 +3061\.11 +-206\.11 /)
    expect(lines[3]).toBe('3 segments. Score: penalty points a segment, lower is better; weights: WMT (Google).')
  })

  it('of a system with one article the intervals are over its segments, of one segment there are none', async () => {
    expect((await table(rows.slice(0, 4)))[1]).toMatch(/^Online-A\.1574 +1\.27 +0\.00–2\.55 /)
    expect((await table(rows.slice(0, 3)))[1]).toMatch(/^Online-A\.1574 +2\.55 +– .* +– +1 +3$/)
  })

  it('of articles, and of segments, in the order of the file', async () => {
    expect((await table(rows, '--by', 'article')).map(line => line.split(/ {2,}/).slice(0, 3))).toEqual([
      ['system', 'article', 'score'],
      ['Online-A.1574', 'svt.1', '1.27'],
      ['Online-A.1574', 'dn.7', '25.00'],
      ['Human-A.0', 'svt.1', '0.50'],
      ['Human-A.0', 'dn.7', '0.00'],
      [expect.stringMatching(/^3 segments/)],
    ])
    const segments = await table(rows, '--by', 'segment')
    expect(segments.slice(0, 3).map(line => line.split(/ {2,}/))).toEqual([
      ['system', 'article', 'segment', 'score', 'raters', 'words'],
      ['Online-A.1574', 'svt.1', '1', '2.55', '2', '3'],
      ['Online-A.1574', 'svt.1', '2', '0.00', '1', '3'],
    ])
  })

  it('a translation without words has no quality, and no verdict', async () => {
    const file = desk.file(
      'mqm.tsv',
      [heading, row('A', 'd', '1', '1', 'r', 's', '…', 'Style/Awkward', 'Minor')].join('\n'),
    )
    const { rows: told } = JSON.parse(
      (await desk.run('score', 'mqm', file, '--json', '--threshold', '90')).out,
    ) as Scored
    expect(told).toEqual([
      { system: 'A', score: 1, scoreLow: null, scoreHigh: null, penaltyPerThousand: null, quality: null, qualityLow: null, qualityHigh: null, verdict: null, segments: 1, words: 0 },
    ]) // prettier-ignore
  })
})

/** The Council's example: ten minor errors in a thousand words, here in fifty articles of a segment; the second system has twenty. */
const council = ['ten', 'twenty'].flatMap((system, n) =>
  Array.from({ length: 50 }, (_, i) =>
    row(system, `d${i}`, '1', '9', 'r', 's', 'ord '.repeat(20), ...(i % 5 < n + 1 ? ['Style/Awkward', 'Minor'] : ['No-error', 'No-error'])),
  ),
) // prettier-ignore

describe('quality by words', () => {
  const quality = async (...options: string[]) => (await scored([heading, ...council].join('\n'), ...options)).rows

  it('ten points in a thousand words are 10 per 1,000, and a raw quality of 99', async () => {
    const [ten] = await quality()
    expect(ten).toMatchObject({ score: 0.2, penaltyPerThousand: 10, quality: 99, segments: 50, words: 1000 })
    expect(ten).not.toHaveProperty('calibrated')
    expect(ten).not.toHaveProperty('verdict')
  })

  it('where 10 per 1,000 are just acceptable and 90 just passes, ten are 90, and twenty 80', async () => {
    const rows = await quality('--threshold', '90', '--acceptable', '10')
    expect(rows.map(({ quality: raw, calibrated }) => [raw, calibrated])).toEqual([[99, 90], [98, 80]]) // prettier-ignore
    // the threshold lies in the first one's interval, and beyond the second one's
    expect(rows.map(({ verdict }) => verdict)).toEqual(['too-short', 'fail'])
  })

  it('is judged by the raw score where nothing is said of what is acceptable', async () => {
    for (const [threshold, verdict] of [['97.5', 'pass'], ['99', 'too-short'], ['99.9', 'fail']] as const)
      expect((await quality('--threshold', threshold))[0]).toMatchObject({ verdict })
  }) // prettier-ignore

  it('each word counts once, however many raters have seen its segment, and some have not', async () => {
    const seen = google([
      ['A', 'd', '1', 'maja', 'Style/Awkward', 'Major'],
      ['A', 'd', '1', 'olle', 'No-error', 'No-error'],
      ['A', 'd', '2', 'maja', 'No-error', 'No-error'],
    ])
    expect((await scored(seen.join('\n'))).rows[0]).toMatchObject({ words: 6, penaltyPerThousand: (2.5 / 6) * 1000 })
  })
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
  [['x.tsv', '--by', 'month'], /one of system, article, segment/],
  [['x.tsv', '--threshold', '101'], /--threshold takes a number from 0 to 100/],
  [['x.tsv', '--threshold', 'bra'], /--threshold takes a number from 0 to 100/],
  [['x.tsv', '--threshold', '90', '--acceptable', '0'], /--acceptable takes a number above 0/],
  [['x.tsv', '--threshold', '100', '--acceptable', '5'], /--threshold takes a number below 100/],
  [['x.tsv', '--acceptable', '5'], /takes --threshold N too/],
])('%j: bad usage', async (args, told) => {
  const { code, err } = await desk.run('score', 'mqm', ...args)
  expect(code).toBe(2)
  expect(err).toMatch(told)
})

it('--help names every formula with its source', async () => {
  const { out } = await desk.run('score', 'mqm', '--help')
  expect(out).toMatch(/^rodpenna score mqm FILE/)
  for (const { name, formula, source } of mqmFormulas) expect(out).toContain(`${name}: ${formula}. ${source}.`)
  expect(out).not.toContain('--hypothesis')
})

it('damaged gzip is told as such, and NUL characters are no text', async () => {
  for (const [content, told] of [[gzipSync(google(rows).join('\n')).subarray(0, 60), /gzip is damaged/], [google(rows).join('\n').replace('He', '\0'), /NUL/]] as const) {
    const { code, err } = await desk.run('score', 'mqm', desk.file('mqm.tsv', content))
    expect(code).toBe(2)
    expect(err).toMatch(told)
  }
}) // prettier-ignore

it.each([
  ['not JSON', '{', /is not JSON/],
  ['a severity is missing', '{"severities":{"neutral":0}}', /severities: minor/],
])('weights: %s', async (_, content, told) => {
  const file = desk.file('mqm.tsv', google(rows).join('\n'))
  const { code, err } = await desk.run('score', 'mqm', file, '--weights', desk.file('own.json', content))
  expect(code).toBe(2)
  expect(err).toMatch(told)
})
