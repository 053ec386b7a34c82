import fc from 'fast-check'
import { diffParagraph, diffTexts, type Hunk, type Row, type TextDiff } from '../../src/text/diff/index.ts'

const seed = Date.now() % 0x7fffffff
const options = { numRuns: 1000, seed }
beforeAll(() => console.log(`seed ${seed}`))

const apply = (a: string, b: string, hunks: readonly Hunk[]): string => {
  let text = ''
  let at = 0
  for (const hunk of hunks) {
    text += a.slice(at, hunk.fromA) + b.slice(hunk.fromB, hunk.toB)
    at = hunk.toA
  }
  return text + a.slice(at)
}

const expectSound = (a: string, b: string, hunks: readonly Hunk[]): void => {
  expect(apply(a, b, hunks)).toBe(b)
  let before: Hunk = { fromA: 0, toA: 0, fromB: 0, toB: 0 }
  for (const hunk of hunks) {
    expect(hunk.fromA).toBeGreaterThanOrEqual(before.toA)
    expect(hunk.fromB).toBeGreaterThanOrEqual(before.toB)
    expect(hunk.fromA - before.toA).toBe(hunk.fromB - before.toB)
    expect(hunk.toA - hunk.fromA + hunk.toB - hunk.fromB).toBeGreaterThan(0)
    before = hunk
  }
}

const lineSpans = (text: string): string[] => {
  let from = 0
  return text.split('\n').map(line => {
    const span = `${from}-${from + line.length}`
    from += line.length + 1
    return span
  })
}

/** the paragraphs of the rows' ranges, one by one */
const covered = (text: string, ranges: readonly (readonly [number, number])[]): string[] =>
  ranges.flatMap(([from, to]) => {
    let at = from
    return text
      .slice(from, to)
      .split('\n')
      .map(line => {
        const span = `${at}-${at + line.length}`
        at += line.length + 1
        return span
      })
  })

const byStart = (left: string, right: string): number => Number.parseInt(left) - Number.parseInt(right)

const expectRows = (a: string, b: string, { rows }: TextDiff): void => {
  const inA = rows.filter(row => row.kind !== 'inserted').map(row => [row.fromA, row.toA] as const)
  const inB = rows.filter(row => row.kind !== 'removed').map(row => [row.fromB, row.toB] as const)
  expect(covered(a, inA).sort(byStart)).toEqual(lineSpans(a))
  expect(covered(b, inB)).toEqual(lineSpans(b))
  const still = rows.filter(row => row.kind !== 'moved')
  for (let at = 1; at < still.length; at++) expect(still[at]!.fromA).toBeGreaterThanOrEqual(still[at - 1]!.toA)
  for (const row of rows) expectRow(a, b, row)
}

const expectRow = (a: string, b: string, row: Row): void => {
  const textA = a.slice(row.fromA, row.toA)
  const textB = b.slice(row.fromB, row.toB)
  const within = row.hunks?.map(({ fromA, toA, fromB, toB }) => ({
    fromA: fromA - row.fromA,
    toA: toA - row.fromA,
    fromB: fromB - row.fromB,
    toB: toB - row.fromB,
  }))
  if (row.kind === 'same') expect(textA).toBe(textB)
  if (row.kind === 'changed') expect(textA).not.toBe(textB)
  if (row.kind === 'removed') expect(row.fromB).toBe(row.toB)
  if (row.kind === 'inserted') expect(row.fromA).toBe(row.toA)
  if (row.kind === 'moved') {
    expect(row.moved).toBe(row.fromA)
    expect(apply(textA, textB, within ?? [])).toBe(textB)
  }
}

const word = fc.constantFrom(
  'en',
  'bil',
  'EU:s',
  'EU',
  ':',
  's',
  '-',
  'hus',
  'röd',
  '(',
  ')',
  '.',
  '!',
  '17',
  'å\u0301',
  '👍🏽',
  '𝒜',
  '漢',
)
const space = fc.constantFrom(' ', ' ', ' ', '  ', '', '\n', '\u00a0', ' \u0301', '\n\n', '\t')
const roughText = fc
  .array(fc.tuple(word, space), { maxLength: 60 })
  .map(pairs => pairs.map(([first, then]) => first + then).join(''))

/** a text and one made from it by cutting, copying, moving, and typing */
const edited = fc
  .tuple(roughText, fc.array(fc.tuple(fc.nat(), fc.nat(9), fc.nat(), roughText), { maxLength: 5 }))
  .map(([text, edits]): [string, string] => {
    let characters = [...text]
    for (const [at, length, to, typed] of edits) {
      const place = at % (characters.length + 1)
      const cut = characters.splice(place, length * 5)
      characters.splice(to % (characters.length + 1), 0, ...(to % 3 === 0 ? cut : [...typed].slice(0, 9)))
      characters = [...characters.join('')]
    }
    return [text, characters.join('')]
  })
const anyText = fc.string({ unit: 'binary', maxLength: 80 })
const pair = fc.oneof(edited, fc.tuple(roughText, roughText), fc.tuple(anyText, anyText))

const splitsPair = (text: string, at: number): boolean =>
  /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '')
const splitsMark = (text: string, at: number): boolean =>
  at > 0 && text[at - 1] !== '\n' && /^\p{M}/u.test(text.slice(at)) && !splitsPair(text, at)

describe('laws of the diff', () => {
  test('a text diff applied gives the other text; its rows cover both', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const diff = diffTexts(a, b)
        expectSound(a, b, diff.hunks)
        expectRows(a, b, diff)
      }),
      options,
    )
  })

  test('a paragraph diff applied gives the other paragraph', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => expectSound(a, b, diffParagraph(a, b))),
      options,
    )
  })

  test('identical texts have no hunks', () => {
    fc.assert(
      fc.property(fc.oneof(roughText, anyText), text => {
        expect(diffParagraph(text, text)).toEqual([])
        const { rows, hunks } = diffTexts(text, text)
        expect(hunks).toEqual([])
        expect(rows.every(row => row.kind === 'same')).toBe(true)
      }),
      options,
    )
  })

  test('no surrogate pair is split, no mark parted from its letter', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        for (const hunks of [diffTexts(a, b).hunks, diffParagraph(a, b)]) {
          for (const { fromA, toA, fromB, toB } of hunks) {
            for (const at of [fromA, toA]) expect(splitsPair(a, at) || splitsMark(a, at)).toBe(false)
            for (const at of [fromB, toB]) expect(splitsPair(b, at) || splitsMark(b, at)).toBe(false)
          }
        }
      }),
      options,
    )
  })

  test('texts of few words, long and without order, end soon', () => {
    const few = fc.array(fc.constantFrom('a', 'b', 'a', '\n', '.'), { minLength: 2000, maxLength: 4000 })
    fc.assert(
      fc.property(few, few, (left, right) => {
        const [a, b] = [left.join(' '), right.join(' ')]
        expect(apply(a, b, diffTexts(a, b).hunks)).toBe(b)
      }),
      { numRuns: 50, seed },
    )
  })
})
