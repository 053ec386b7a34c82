import fc from 'fast-check'
import { sentences } from '../../src/text/sentences.ts'
import { sliceOf } from '../../src/text/span.ts'

/** A bar stands where a sentence ends. */
const bars = (paragraph: string): string => sentences(paragraph).map(span => sliceOf(paragraph, span)).join(' | ') // prettier-ignore

describe('the sentences of a paragraph', () => {
  test.each([
    'Polisen kom. | Den gick igen.',
    'Är det sant? | Ja! | Kanske… | Vem vet.',
    // abbreviations, Svenska skrivregler
    'Hon köper t.ex. Volvo och bl.a. Saab. | Sedan går hon.',
    'Mötet börjar kl. 12.30 och slutar ca 14. | Då är det slut.',
    'Enligt dr. Berg och prof. Ek finns nr. 17 kvar.',
    'Det gäller d.v.s. EU, s.k. Schengen m.m. | Polisen håller med.',
    'Ministrar, poliser m.fl. deltog.',
    'Bo, Eva m.fl. 12 personer deltog.',
    'Se s. 12 och kap. 3 i J. R. Bergs bok.',
    // words that only look like abbreviations
    'Han satt i en bil. | Den var röd.',
    'Det var i sista stund och i fel fil. | Han var min. | Glaset var tomt.',
    // ordinals and figures
    'Den 17. Juni 2025 kom de. | Det var kl. 9.',
    'Det hände 2024. | Polisen ryckte ut.',
    'Det kostade 4.200 euro. | Sedan steg priset.',
    '1. Inledning till ämnet. | Så fortsätter det.',
    // quotation marks and brackets
    '”Nej!” sade hon. | ”Kom hit.” | Han kom.',
    'De kom (från Tyskland.) | Sedan gick de.',
    '– Vi har inget val. | – Jo, sade Karin.',
    // leftovers of machine translation
    'EU: s byrå och medborgarnas säkerhet: inuti. | När det har varit klart.',
  ])('%s', text => expect(bars(text.replaceAll(' | ', ' '))).toBe(text))

  test('a line break inside the paragraph ends one', () =>
    expect(bars('Rad ett\u2028rad två')).toBe('Rad ett | rad två'))
  test('space alone has none', () => expect(sentences(' \u00a0 ')).toEqual([]))

  test('they hold all that is not space, in order, without touching', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aBcÅ1 .!?…”–()\u2028') }), text => {
        let at = 0
        for (const { from, to } of sentences(text)) {
          expect(text.slice(at, from)).toMatch(/^\s*$/)
          expect(to).toBeGreaterThan(from)
          at = to
        }
        expect(text.slice(at)).toMatch(/^\s*$/)
      }),
      { numRuns: 1000, seed: 20250617 },
    )
  })

  test.each(['!', 'a', '. ', 'dr. A', ' ', '”!'])('a megabyte of %j is read to its end', part => {
    const text = part.repeat(1_000_000 / part.length)
    expect(sentences(text).at(-1)?.to ?? 0).toBe(text.trimEnd().length)
  })
})
