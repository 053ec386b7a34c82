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
    ['none at other separators', 'a\u2028b\u0085\n', [0]],
    ['with a byte order mark, which is part of the first word', '\ufeffa\n', [100]],
  ])('%s', async (_, text, segments) => {
    const references: Readonly<Record<number, string>> = {
      1: text.includes('\u2028') ? 'a b\n' : 'a\n',
      2: 'a\nb\n',
      3: 'a\nb\nc\n',
    }
    expect((await scored('ter', text, references[segments.length] ?? '')).segments).toEqual(segments)
  })
})

describe('refused in a sentence', () => {
  it.each<[string, Parameters<typeof score>, RegExp]>([
    ['files of unequal lengths, with both', ['ter', 'a\nb\n', 'a\n'], /2 lines.* 1/],
    ['files without a line', ['ter', '', ''], /./],
    ['bytes that are not UTF-8', ['ter', new Uint8Array([0xe5, 0x0a]), 'å\n'], /UTF-8/],
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
    [['ter', '--hypothesis', 'no-such', '--reference', 'no-such'], /no-such/],
    [['ter', 'a', 'b'], /rodpenna score/],
    [[], /rodpenna score/],
  ] as const)('%j', async (call, sentence) => {
    const { code, out, err } = await desk.run('score', ...call)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(sentence)
  })
})
