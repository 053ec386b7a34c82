import fc from 'fast-check'
import type { ExportedFlag } from '../../src/formats/format.ts'
import { unzip } from '../../src/formats/lib/unzip.ts'
import { usualLimits } from '../../src/formats/limits.ts'
import { qe, qeFiles } from '../../src/formats/qe.ts'
import { alignWords } from '../../src/formats/qe/align.ts'
import { bySpaces, hterByAlignment, isTokenized, tagsOf, wordsAndSigns } from '../../src/formats/qe/tags.ts'
import { exported, keepsTheContract, textOf, writeAs } from '../contracts/formats.ts'

keepsTheContract(qe, { slow: true })

/** `OK` as a point, `BAD` as a cross; gaps and words in turn. */
const tags = (mt: string, edited: string): string => {
  const [a, b] = [bySpaces(mt), bySpaces(edited)]
  return tagsOf(a, b, alignWords(a, b)).map(tag => (tag === 'OK' ? '.' : 'x')).join('') // prettier-ignore
}

describe('tags: a gap, a word, a gap …', () => {
  test.each([
    ['nothing', 'a b c', 'a b c', '.......'],
    ['a word substituted', 'a b c', 'a x c', '...x...'],
    ['a word deleted', 'a b c', 'a c', '...x...'],
    ['words inserted between', 'a b', 'a x y b', '..x..'],
    ['words inserted before all', 'a b', 'x a b', 'x....'],
    ['words inserted after all', 'a b', 'a b x', '....x'],
    ['a word for which two stand: the last is the one that stands for it', 'a b c', 'a x y c', '..xx...'],
    ['words moved', 'a b c', 'c a b', 'x....x.'],
    ['case', 'a b', 'A b', '.x...'],
  ])('%s', (_, mt, edited, expected) => {
    expect(tags(mt, edited)).toBe(expected)
  })
})

const word = fc.constantFrom('a', 'b', 'c', 'd', 'hus')
const words = fc.array(word, { maxLength: 12 })

describe('the alignment', () => {
  test('has each word of either side once, in order, and as few edits as can be', () => {
    /** the same by the textbook */
    const distance = (a: readonly string[], b: readonly string[]): number => {
      let row = Array.from({ length: b.length + 1 }, (_, j) => j)
      for (const [i, word] of a.entries())
        row = row.reduce<number[]>((next, up, j) => [...next, j === 0 ? i + 1 : Math.min(up + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (word === b[j - 1] ? 0 : 1))], []) // prettier-ignore
      return row[b.length] ?? 0
    }
    fc.assert(
      fc.property(words, words, (a, b) => {
        const { pairs, edits } = alignWords(a, b)
        expect(pairs.map(([i]) => i).filter(i => i >= 0)).toEqual(a.map((_, i) => i))
        expect(pairs.map(([, j]) => j).filter(j => j >= 0)).toEqual(b.map((_, j) => j))
        expect(edits).toBe(distance(a, b))
      }),
      { numRuns: 1000, seed: 20250617 },
    )
  })

  test('tags are as many edits as it has, but that words put in at one place are one gap', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const alignment = alignWords(a, b)
        const bad = tagsOf(a, b, alignment).filter((tag, i) => tag === 'BAD' && i % 2 === 1).length
        expect(bad + alignment.pairs.filter(([i]) => i < 0).length).toBe(alignment.edits)
      }),
      { numRuns: 1000, seed: 20250617 },
    )
  })

  test('of texts of tens of thousands of words is made in pieces', () => {
    const long = Array.from({ length: 5000 }, (_, i) => `ord${i % 700}`)
    const changed = long.toSpliced(4000, 2, 'nytt').toSpliced(10, 0, 'in')
    const { pairs, edits } = alignWords(long, changed)
    expect(edits).toBe(3)
    expect(pairs).toHaveLength(5001)
    const nothing = alignWords(long, long.map(each => `${each}x`)) // prettier-ignore
    expect(nothing.edits).toBe(5000)
  })
})

test('words and signs', () => {
  const cut = (text: string): string => wordsAndSigns(text).join(' ')
  expect(cut('EU:s 32,5 procent (”mest”) – t-shirt, kl. 12.30!')).toBe('EU:s 32,5 procent ( ” mest ” ) – t-shirt , kl . 12.30 !') // prettier-ignore
  expect(cut('\u00a0🚒\u2028 ')).toBe('🚒')
})

test('a text that is cut already is told by its signs', () => {
  expect(isTokenized('Hej , sade hon . St. Petersburg !')).toBe(true)
  expect(isTokenized('Hej, sade hon. Ja !')).toBe(false)
  expect(isTokenized('Hej')).toBe(false)
})

test('HTER is edits by words of the post-edit, and 1 at most', () => {
  expect(hterByAlignment(['a', 'b', 'c', 'd'], ['a', 'x', 'd'])).toBeCloseTo(2 / 3)
  expect(hterByAlignment(['a', 'b', 'c'], ['x'])).toBe(1)
})

describe('the files', () => {
  const flag = (given: Partial<ExportedFlag>): ExportedFlag => ({
    id: '', author: 'Åsa', layer: 'a', revision: 0, from: 0, to: 0, words: '', place: null, category: 'other/other', severity: 'major', comment: '', suggestion: '', at: 0, status: 'open', fixedBy: null, dismissedReason: '', ...given,
  }) // prettier-ignore
  const article = exported({
    title: 'Brand', system: 'S',
    sourceText: 'Das 🚒 kam.\n***\nEnde.',
    mtText: 'Den 🚒 kom, ja.\n***\nSlut.',
    text: 'En 🚒 kom.\n***\nSlut nu.',
    flags: [flag({ from: 4, to: 6 }), flag({ from: 7, to: 10, severity: 'minor' }), flag({ from: 25, to: 25, severity: 'critical' })],
  }) // prettier-ignore

  test('have a line for each segment with words', () => {
    const files = qeFiles([article])
    expect(files.get('corpus.src')).toBe('Das 🚒 kam.\nEnde.\n')
    expect(files.get('corpus.mt')).toBe('Den 🚒 kom , ja .\nSlut .\n')
    expect(files.get('corpus.pe')).toBe('En 🚒 kom .\nSlut nu .\n')
    expect(files.get('corpus.tags')).toBe('OK BAD OK OK OK OK OK BAD OK BAD OK OK OK\nOK OK BAD OK OK\n')
    expect(files.get('corpus.hter')).toBe('0.750000\n0.333333\n')
    expect(files.get('corpus.ids')).toBe('Brand\tS\t1\nBrand\tS\t3\n')
  })

  test('have what people marked, in characters', () => {
    expect(qeFiles([article]).get('corpus.spans.tsv')?.split('\n').slice(1)).toEqual([
      'S\tBrand\t1\tÅsa\tDas 🚒 kam.\tDen 🚒 kom, ja.\t4 6\t5 9\tmajor minor',
      'S\tBrand\t2\tÅsa\t***\t***\t-1\t-1\tno-error',
      'S\tBrand\t3\tÅsa\tEnde.\tSlut.\t5\t5\tmajor',
      '',
    ])
  })

  test('measure HTER as they are told', () => {
    expect(qeFiles([article], () => 0.25).get('corpus.hter')).toBe('0.250000\n0.250000\n')
  })

  test('are a zip', async () => {
    const files = await unzip(await writeAs(qe, article), { format: 'Zip', limits: usualLimits })
    expect([...files.keys()]).toEqual(['README', 'corpus.src', 'corpus.mt', 'corpus.pe', 'corpus.tags', 'corpus.hter', 'corpus.ids', 'corpus.spans.tsv']) // prettier-ignore
    expect(textOf(files.get('corpus.pe') ?? new Uint8Array())).toBe('En 🚒 kom .\nSlut nu .\n')
  })

  test('have as many lines each, and 2n + 1 tags, whatever the texts', () => {
    const text = fc.array(fc.constantFrom('ord', ' ', '\n', '\u2028', '.', 'å', '🚒', '\t'), { maxLength: 20 }).map(parts => parts.join('')) // prettier-ignore
    fc.assert(
      fc.property(text, text, text, (sourceText, mtText, corrected) => {
        const files = qeFiles([exported({ sourceText, mtText, text: corrected })])
        const lines = (name: string): string[] => (files.get(`corpus.${name}`) ?? '').split('\n').slice(0, -1)
        for (const name of ['src', 'pe', 'tags', 'hter', 'ids']) expect(lines(name)).toHaveLength(lines('mt').length)
        for (const [i, mt] of lines('mt').entries())
          expect(lines('tags')[i]?.split(' ')).toHaveLength(2 * mt.split(' ').length + 1)
      }),
      { numRuns: 1000, seed: 20250617 },
    )
  })
})
