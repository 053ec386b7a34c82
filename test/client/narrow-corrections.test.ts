import { correctionsByField } from '../../src/client/review/narrow-corrections.ts'
import type { CorrectionView } from '../../src/wire/correction.ts'

/** A correction that the server has told, by its words. */
const told = (mt: string, before: string, after: string, at = mt.indexOf(before)): CorrectionView => ({
  ...{ id: `${before}→${after}`, fromA: at, toA: at + before.length, before, after },
  ...{ category: 'terminology/wrong-term', severity: 'major', origin: 'name' },
  ...{ flag: '', check: '', batch: '', person: 'Maja', revision: 1, at: 0, saidBy: '' },
  pair: { id: '0123456789abcdef', corrections: 1, articles: 1 },
})
const fields = (text: string): string[] => {
  let at = 0
  return text.split('\n').map(line => `p${at}-${(at += line.length + 1) - 1}`)
}
const byField = (mt: string, text: string, corrections: readonly CorrectionView[]) =>
  [
    ...correctionsByField(
      { mtText: mt, head: { number: 1, text, hash: '', author: '', at: 0 }, corrections: [...corrections] },
      fields(text),
    ),
  ].map(([name, own]) => [name, ...own.map(({ id }) => id)])

const mt = 'Mötet hölls i Malmö i går.\nFå kom.\nDet gällde 15 personer.'

test('saved changes stand under the paragraph they are in, in the corrected text', () => {
  const text = mt.replace('Malmö', 'Lund').replace('15', '50')
  const all = [told(mt, 'Malmö', 'Lund'), told(mt, '15', '50')]
  const [first, , third] = fields(text)
  expect(byField(mt, text, all)).toEqual([
    [first, 'Malmö→Lund'],
    [third, '15→50'],
  ])
})

test('what the server has not told, or reads otherwise by now, stands nowhere', () => {
  const text = mt.replace('Malmö', 'Lund')
  expect(byField(mt, text, [])).toEqual([])
  expect(byField(mt, text, [told(mt, 'Malmö', 'Ystad')])).toEqual([])
})

test('a paragraph that came whole stands under itself, though its line break came with it', () => {
  const text = `${mt}\nEn helt ny rad om annat.`
  const added = told(mt, '', '\nEn helt ny rad om annat.', mt.length)
  expect(byField(mt, text, [added])).toEqual([[fields(text).at(-1), added.id]])
})
