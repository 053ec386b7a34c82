import { gzipSync } from 'node:zlib'
import { openDesk, type Desk } from './terminal.ts'

let desk: Desk
beforeEach(() => (desk = openDesk()))
afterEach(() => desk.remove())

interface Scored {
  readonly metric: string
  readonly name: string
  readonly score: number
  readonly signature: string
  readonly segments: readonly number[]
}

const score = (metric: string, hypothesis: string | Uint8Array, reference: string | Uint8Array, ...options: string[]) =>
  desk.run(
    'score',
    metric,
    '--hypothesis',
    desk.file('h', hypothesis),
    '--reference',
    desk.file('r', reference),
    ...options,
  )

async function scored(...call: Parameters<typeof score>): Promise<Scored> {
  const { code, out, err } = await score(...call, '--json')
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(out) as Scored
}

const h = 'Polisen söker vittnen\nRådhuset är stängt\n'
const r = 'polisen söker nya vittnen\nRådhuset är stängt\n'

it('scores line by line, and the whole', async () => {
  expect(await scored('ter', h, r)).toEqual({
    metric: 'ter',
    name: 'TER',
    score: expect.closeTo(100 / 7, 9),
    signature: 'nrefs:1|case:lc|tok:tercom|norm:no|punct:yes|asian:no|version:2.6.0',
    segments: [25, 0],
  })
})

it('takes the options of a metric, and tells them in the signature', async () => {
  const ter = await scored('ter', h, r, '--case-sensitive', '--normalized', '--no-punct')
  expect([ter.segments[0], ter.signature]).toEqual([
    50,
    expect.stringContaining('case:mixed|tok:tercom|norm:yes|punct:no'),
  ])
  const chrf = await scored('chrf', h, r, '--word-order', '2', '--beta', '3')
  expect([chrf.name, chrf.signature, chrf.segments[1]]).toEqual(['chrF3++', expect.stringContaining('nc:6|nw:2'), 100])
})

it('tells people the figure with its signature, and which way is better', async () => {
  const { code, out } = await score('ter', h, r)
  expect([code, out]).toEqual([
    0,
    'TER|nrefs:1|case:lc|tok:tercom|norm:no|punct:yes|asian:no|version:2.6.0 = 14.29\n2 segments; lower is better\n',
  ])
})

describe('the lines of a file', () => {
  it.each([
    ['the last without its end', 'a\nb', [0, 0]],
    ['an empty one in between, and at the end', 'a\n\n\n', [0, 100, 100]],
    ['ended by CR LF', 'a\r\nb\r\n', [0, 0]],
    ['packed by gzip, whatever it is called', gzipSync('a\nb\n'), [0, 0]],
    ['none at other separators', 'a\u2028b\u0085\n', [0]],
    ['none at CR alone', 'a\rb\n', [0]],
    ['with spaces around them', '\u00a0 a  b\t\u3000\n', [0]],
    ['all empty', '\n\n', [100, 100]],
    ['with a byte order mark, which is part of the first word', '\ufeffa b\n', [50]],
  ])('%s', async (_, text, segments) => {
    const references: Readonly<Record<number, string>> = { 1: 'a b\n', 2: 'a\nb\n', 3: 'a\nb\nc\n' }
    expect((await scored('ter', text, references[segments.length] ?? '')).segments).toEqual(segments)
  })
})

describe('refused in a sentence', () => {
  it.each<[string, Parameters<typeof score>, RegExp]>([
    ['files of unequal lengths, with both', ['ter', 'a\nb\n', 'a\n'], /^rodpenna: The files .*\/h: 2\..*\/r: 1\./],
    ['an empty line at the end, that the other file has not', ['ter', 'a\n\n', 'a\n'], /\/h: 2\..*\/r: 1\./],
    ['a file without a line', ['ter', '', 'a\n'], /\/h: 0\..*\/r: 1\./],
    ['two files without a line', ['ter', '', ''], /nothing to score/],
    [
      'Latin-1, with the file and the line',
      ['ter', 'å\nä\n', Buffer.from('a\nå\n', 'latin1')],
      /UTF-8.*\/r; the first fault is in line 2\./,
    ],
    ['UTF-16', ['chrf', Buffer.from('\ufeffå\n', 'utf16le'), 'å\n'], /UTF-8.*\/h; the first fault is in line 1\./],
    ['NUL characters, with the file and the line', ['chrf', 'a\nb\n', 'a\nb\0\n'], /NUL character in .*\/r, line 2/],
    ['a damaged gzip file, as what it is', ['ter', gzipSync(h).subarray(0, 30), r], /gzip is damaged.*\/h/],
    ['a number that is none', ['chrf', 'a\n', 'a\n', '--word-order', 'två'], /--word-order takes a whole number/],
    ['a negative number', ['chrf', 'a\n', 'a\n', '--beta=-1'], /--beta takes a whole number/],
    ['an option of another metric', ['ter', 'a\n', 'a\n', '--beta', '2'], /score ter takes no --beta/],
    ['an option of none', ['ter', 'a\n', 'a\n', '--bleu'], /--bleu/],
    ['a metric that is none', ['bleu', 'a\n', 'a\n'], /ter, chrf/],
  ])('%s', async (_, call, sentence) => {
    const { code, out, err } = await score(...call)
    expect([code, out, err.trim().split('\n').length]).toEqual([2, '', 1])
    expect(err).toMatch(sentence)
  })

  it.each([
    [['ter'], /--hypothesis FILE is missing/],
    [['ter', '--hypothesis', 'h'], /--reference FILE is missing/],
    [['ter', '--hypothesis', 'no-such', '--reference', 'no-such'], /no-such. Reason: there is no such file/],
    [['ter', '--hypothesis', '.', '--reference', '.'], /The file is .*it is a folder/],
    [['ter', 'a', 'b'], /rodpenna score/],
    [[], /rodpenna score/],
  ] as const)('%j', async (call, sentence) => {
    const { code, out, err } = await desk.run('score', ...call)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(sentence)
  })
})

describe('--help', () => {
  const helpOf = async (...call: string[]) => {
    const { code, out } = await desk.run('score', ...call, '--help')
    expect(code).toBe(0)
    return { out, options: [...out.matchAll(/^ {2}--([a-z-]+)/gm)].map(([, option]) => option) }
  }
  // no store is read, so none is named
  const common = ['json']

  it.each([
    [
      'ter',
      ['hypothesis', 'reference', 'case-sensitive', 'normalized', 'no-punct', 'asian-support'],
      /Snover et al\. 2006/,
    ],
    [
      'chrf',
      ['hypothesis', 'reference', 'char-order', 'word-order', 'beta', 'lowercase', 'whitespace', 'eps-smoothing'],
      /Popović 2015/,
    ],
  ])('of %s tells its own options, and its paper', async (part, own, paper) => {
    const { out, options } = await helpOf(part)
    expect(out).toMatch(new RegExp(`^rodpenna score ${part} `))
    expect(out).toMatch(paper)
    expect(options).toEqual([...own, ...common])
  })

  it('of all says which take which', async () => {
    const { out, options } = await helpOf()
    expect(options.slice(-1)).toEqual(common)
    expect((await helpOf('mqm')).options).not.toContain('data')
    expect(new Set(options).size).toBe(options.length)
    expect(out).toMatch(/--hypothesis FILE +ter, chrf: /)
    expect(out).toMatch(/--beta N +chrf: /)
  })
})
