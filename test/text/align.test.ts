import fc from 'fast-check'
import { alignSource } from '../../src/text/align.ts'

const beside = (a: string, b: string): string[] =>
  alignSource(a, b).map(row => `${a.slice(row.fromA, row.toA)} = ${b.slice(row.fromB, row.toB)}`)

const long = (letter: string, length: number): string => letter.repeat(length)

describe('a source beside its translation', () => {
  test('as many paragraphs stand one by one, whatever their length', () =>
    expect(beside('Kurz\nEin langer Absatz', 'En mycket lång rad av text\nK')).toEqual([
      'Kurz = En mycket lång rad av text',
      'Ein langer Absatz = K',
    ]))

  test('empty lines belong to the paragraph before them', () =>
    expect(beside('\nRubrik\n\nEtt\n\n\nTvå', 'Überschrift\nEins\nZwei')).toEqual([
      '\nRubrik\n = Überschrift',
      'Ett\n\n = Eins',
      'Två = Zwei',
    ]))

  test('a paragraph that was split stands beside its two parts', () =>
    expect(
      beside(`${long('a', 80)}\n${long('b', 200)}`, `${long('A', 82)}\n${long('B', 110)}\n${long('C', 95)}`),
    ).toEqual([`${long('a', 80)} = ${long('A', 82)}`, `${long('b', 200)} = ${long('B', 110)}\n${long('C', 95)}`]))

  test('a paragraph that was left out stands alone', () =>
    expect(
      beside(`${long('a', 300)}\n${long('b', 300)}\n${long('c', 500)}`, `${long('A', 310)}\n${long('C', 505)}`),
    ).toEqual([
      `${long('a', 300)} = ${long('A', 310)}`,
      `${long('b', 300)} = `,
      `${long('c', 500)} = ${long('C', 505)}`,
    ]))

  test('no source at all', () => expect(beside('', 'a\nb')).toEqual([' = a', ' = b']))

  test('the rows cover both texts once and in order', () => {
    const text = fc
      .array(fc.string({ unit: fc.constantFrom(...'ab ') }), { maxLength: 8 })
      .map(lines => lines.join('\n'))
    fc.assert(
      fc.property(text, text, (a, b) => {
        for (const side of ['A', 'B'] as const) {
          const whole = side === 'A' ? a : b
          let at = 0
          for (const row of alignSource(a, b)) {
            const [from, to] = side === 'A' ? [row.fromA, row.toA] : [row.fromB, row.toB]
            if (to === from && from >= at - 1 && whole.slice(at - 1, at) !== '\n' && at > 0) continue
            expect(whole.slice(Math.min(at, from), from)).toMatch(/^\n?$/)
            expect(to).toBeGreaterThanOrEqual(from)
            at = to
          }
          expect(whole.slice(at)).toMatch(/^\n?$/)
        }
      }),
      { numRuns: 1000, seed: 20250617 },
    )
  })

  test('20,000 paragraphs beside 20,100 are aligned to the last', () => {
    const many = (count: number): string =>
      Array.from({ length: count }, (_, i) => long('x', 20 + ((i * 7919) % 300))).join('\n')
    expect(alignSource(many(20_000), many(20_100)).length).toBeGreaterThan(19_000)
  })
})
