import { wordsAround } from '../../src/text/around.ts'

const of = (text: string, words: string) => {
  const from = text.indexOf(words)
  return wordsAround(text, { from, to: from + words.length })
}

describe('what stands around a place', () => {
  test.each([
    ['Förra raden.\nHär är ordet nu.\nNästa rad.', 'Här är ', ' nu.'],
    ['ordet', '', ''],
    ['\nordet\n', '', ''],
    [`${'a'.repeat(63)} lång ordet ${'b'.repeat(69)}`, `…${'a'.repeat(63)} lång `, ` ${'b'.repeat(69)}`],
  ])('is of its paragraph: %j', (text, before, after) => {
    expect(of(text, 'ordet').after).toBe(after)
    expect(of(text, 'ordet').before.length).toBeLessThanOrEqual(before.length)
    expect(before.endsWith(of(text, 'ordet').before.replace('…', ''))).toBe(true)
  })

  test('is cut at a space where it is long, and no character is', () => {
    const { before, after } = of(`${'😀'.repeat(50)} först och ordet sedan ${'😀'.repeat(50)}`, 'ordet')
    expect([before.isWellFormed(), after.isWellFormed()]).toEqual([true, true])
    expect([before.slice(0, 1), after.slice(-1)]).toEqual(['…', '…'])
    expect(before.endsWith(' först och ')).toBe(true)
  })

  test('is looked for nearby only: a paragraph of millions of characters has a hit in every word', () => {
    const text = 'xqz ab '.repeat(700_000)
    for (let from = 0; from < text.length; from += 70)
      expect(wordsAround(text, { from, to: from + 3 }).before.length).toBeLessThan(80)
  })
})
