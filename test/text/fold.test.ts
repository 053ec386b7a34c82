import fc from 'fast-check'
import { fold, foldForSearch, sortKey } from '../../src/text/fold.ts'

const same = { numRuns: 1000, seed: 20250617 }
const any = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'aÅå\u030aÖ\u0308İiΣς “”’–\u2011\u00a0J\u030c가\u1100\u1161🚒') }),
)

describe('folding', () => {
  test.each([
    ['case', 'LKA Ärlig', 'lka ärlig'],
    ['composed and decomposed', 'A\u030angstro\u0308m', 'ångström'],
    ['å is never a', 'åäö', 'åäö'],
    ['spaces keep their number', 'a\u00a0\u2009b\tc', 'a  b c'],
    ['quotation marks', '”a” „b“ «c»', '"a" "b" "c"'],
    ['apostrophes', 'Parents ’Council‘ d´or', "parents 'council' d'or"],
    ['dashes', 'a – b — c\u2011d \u22125', 'a - b - c-d -5'],
    ['line ends stay', 'a\nb\u2028c', 'a\nb\u2028c'],
    ['what a lower case decomposes', 'J\u030c', '\u01f0'],
  ])('%s', (_, text, folded) => expect(fold(text).text).toBe(folded))

  test('a place in the folded text is a place in the original', () => {
    const text = 'i Sa\u0308llskapets “hus”'
    const folded = fold(text)
    const at = folded.text.indexOf('"hus"')
    expect(text.slice(folded.toOriginal(at), folded.toOriginal(at + 5))).toBe('“hus”')
  })

  test('the way back rises from 0 to the end, and each piece folds to its own', () => {
    fc.assert(
      fc.property(any, text => {
        const folded = fold(text)
        expect(folded.toOriginal(0)).toBe(0)
        expect(folded.toOriginal(folded.text.length)).toBe(text.length)
        let before = 0
        for (let at = 1; at <= folded.text.length; at++) {
          const here = folded.toOriginal(at)
          expect(here).toBeGreaterThanOrEqual(before)
          before = here
        }
      }),
      same,
    )
  })

  test('what is found folded, is what folds to it', () => {
    fc.assert(
      fc.property(any, any, (left, right) => {
        const text = `${left}.Lüneburg.${right}`
        const folded = fold(text)
        const at = folded.text.indexOf('.lüneburg.')
        const found = text.slice(folded.toOriginal(at), folded.toOriginal(at + 10))
        expect(fold(found).text.startsWith('.lüneburg.')).toBe(true)
      }),
      same,
    )
  })

  test('the short way and the long way fold alike, and folding twice is folding once', () => {
    fc.assert(
      fc.property(any, text => {
        const once = fold(text).text
        expect(fold(once).text).toBe(once)
        // an İ makes the text take the long way
        if (!/^\p{M}/u.test(text)) expect(fold(`İ.${text}`).text.slice(3)).toBe(once)
      }),
      same,
    )
  })

  test('search does not see what the eye does not see, nor how many spaces', () => {
    expect(foldForSearch('säker\u00adhet:\u200b  inuti\n\nEU:\u00a0s')).toBe('säkerhet: inuti eu: s')
  })
})

describe('Swedish order', () => {
  const sorted = (words: readonly string[]): string[] =>
    [...words].map(word => [sortKey(word), word] as const).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, word]) => word) // prettier-ignore

  test.each([
    ['å, ä and ö after z', ['a', 'ö', 'z', 'ä', 'å'], ['a', 'z', 'å', 'ä', 'ö']],
    ['é as e', ['idf', 'idé', 'ide', 'idag'], ['idag', 'ide', 'idé', 'idf']],
    ['v and w apart, as SAOL since 2006', ['wok', 'vy', 'web', 'va'], ['va', 'vy', 'web', 'wok']],
    [
      'ü as y, æ as ä, ø as ö',
      ['øre', 'zon', 'müsli', 'mz', 'mx', 'ära', 'æble'],
      ['mx', 'müsli', 'mz', 'zon', 'æble', 'ära', 'øre'],
    ],
    ['case counts last', ['Berg', 'berg', 'Berga'], ['Berg', 'berg', 'Berga']],
    ['numbers by value', ['Del 10', 'Del 9', 'Del 09b', 'Del 2'], ['Del 2', 'Del 9', 'Del 09b', 'Del 10']],
    ['word by word', ['Nya Åsa', 'Nyare', 'Ny väg', 'Nya'], ['Ny väg', 'Nya', 'Nya Åsa', 'Nyare']],
    ['signs are spaces, in front nothing', ['”Östen”', 'Östan', '– Östra'], ['Östan', '”Östen”', '– Östra']],
  ])('%s', (_, words, expected) => expect(sorted(words)).toEqual(expected))

  test('the order by code unit is the order by byte', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abzåäöéüæøÅÄÖ09 -”.ßł') }),
        fc.string({ unit: fc.constantFrom(...'abzåäöéüæøÅÄÖ09 -”.ßł') }),
        (a, b) => {
          const [x, y] = [sortKey(a), sortKey(b)]
          expect(Math.sign(Buffer.compare(Buffer.from(x), Buffer.from(y)))).toBe(x < y ? -1 : x > y ? 1 : 0)
        },
      ),
      same,
    )
  })

  test('letters alone sort as the collation of Unicode for Swedish', () => {
    const collator = new Intl.Collator('sv', { sensitivity: 'base' })
    const letters = fc.string({ unit: fc.constantFrom(...'abcdevwxyzåäö') })
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        const [x, y] = [sortKey(a), sortKey(b)]
        expect(x < y ? -1 : x > y ? 1 : 0).toBe(collator.compare(a, b))
      }),
      same,
    )
  })

  test('a key fits an index, whatever the title', () =>
    expect(Buffer.byteLength(sortKey('漢'.repeat(5000)))).toBeLessThan(2000))
})
