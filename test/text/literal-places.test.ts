import fc from 'fast-check'
import { isPlainWording, literalPlaces } from '../../src/text/literal-places.ts'
import { anyText, thousand } from './histories.ts'

/** The text with its places replaced. */
const replaced = (text: string, before: string, after: string): string => {
  let [result, at] = ['', 0]
  for (const { from, to, fix } of literalPlaces(text, before, after)) {
    result += text.slice(at, from) + fix
    at = to
  }
  return result + text.slice(at)
}

describe('a wording to the letter', () => {
  test.each([
    ['EU: s stad, inte EU: sa.', 'EU: s', 'EU:s', 'EU:s stad, inte EU: sa.'],
    ['Neu: s och EU: s.', 'EU: s', 'EU:s', 'Neu: s och EU:s.'],
    ['Den 17 Juni. Juni var kall. ”Juni är bäst.”', 'Juni', 'juni', 'Den 17 juni. Juni var kall. ”Juni är bäst.”'],
    ['Den 17 Juni\nJuni och Juni', 'Juni', 'juni', 'Den 17 juni\nJuni och juni'],
    ['Ett , två ,tre', ' ,', ',', 'Ett, två,tre'],
    ['hon kom också hem', 'också', '', 'hon kom hem'],
    ['Också hon kom.', 'också', '', 'Hon kom.'],
    ['sagt: också', 'också', '', 'sagt:'],
    ['t.ex. nu. T.ex. då.', 't.ex.', 'till exempel', 'till exempel nu. Till exempel då.'],
    ['ndr säger, indrag, NDR', 'ndr', 'NDR', 'NDR säger, indrag, NDR'],
    ['bl.a nu, bl.a. då', 'bl.a', 'bl.a.', 'bl.a. nu, bl.a. då'],
    ['Bl.a nu. Bl.a. då', 'bl.a', 'bl.a.', 'Bl.a. nu. Bl.a. då'],
    ['”Bild”, Bild', 'Bild', '”Bild”', '”Bild”, ”Bild”'],
  ])('in %j: %j → %j', (text, before, after, expected) => {
    expect(replaced(text, before, after)).toBe(expected)
  })

  test.each([
    ['Lower Sachsen', 'Niedersachsen', true],
    ['60-årig', 'sextioårig', true],
    ['EU: s', 'EU:s', false],
    ['Juni', 'juni', false],
    ['också', '', false],
    ['t.ex.', 'till exempel', false],
    ['polis bil', 'polisbil', false],
  ])('%j → %j is plain words: %j', (before, after, plain) => {
    expect(isPlainWording(before, after)).toBe(plain)
  })

  test('that stands in what is written for it is written once', () => {
    fc.assert(
      fc.property(
        anyText(40),
        fc.constantFrom('hus', 'å', 'EU'),
        fc.constantFrom('”hus”', '(å)', 'EU.'),
        (text, before, after) => {
          const once = replaced(text, before, after)
          expect(replaced(once, before, after)).toBe(once)
        },
      ),
      thousand,
    )
  })

  test('is found in a paragraph of any length in a time linear in it', () => {
    const n = 50_000
    expect(literalPlaces('xqz '.repeat(n), 'xqz', 'XQZ')).toHaveLength(n)
  })

  test('has places in order, apart, of whole words, that are no more when they are replaced', () => {
    fc.assert(
      fc.property(anyText(40), fc.constantFrom('hus', 'EU:s', 'å', '”ja”', '😀'), (text, before) => {
        const places = literalPlaces(text, before, 'x')
        let at = 0
        for (const { from, to } of places) {
          expect(from).toBeGreaterThanOrEqual(at)
          expect(text.slice(from, to).toLowerCase()).toBe(before.toLowerCase())
          at = to
        }
        expect(literalPlaces(replaced(text, before, 'x'), before, 'x')).toEqual([])
      }),
      thousand,
    )
  })
})
