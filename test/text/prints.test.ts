import fc from 'fast-check'
import { factsOf } from '../../src/text/facts.ts'
import { featuresOf, likeness, printsOf, recognised, unlike } from '../../src/text/prints.ts'
import { pageOf } from '../../src/text/published.ts'
import { words } from '../../src/text/words.ts'
import { council, crash, fire, oneSite, retold } from '../app/again-texts.ts'

const compared = (a: string, b: string) => {
  const [one, other] = [featuresOf(a), featuresOf(b)]
  const alike = likeness(one, other)
  return { by: recognised(one, other, alike), other: unlike(one, other, alike) }
}
const sharesPrints = (a: string, b: string): boolean => {
  const prints = new Set(printsOf(featuresOf(a)))
  return printsOf(featuresOf(b)).some(print => prints.has(print))
}

/** Replaces, deletes or doubles every word whose number is in `chosen`. */
const edited = (text: string, chosen: ReadonlySet<number>, how: number): string => {
  let [out, at] = ['', 0]
  words(text).forEach(({ from, to }, index) => {
    const word = text.slice(from, to)
    out += text.slice(at, from)
    out += !chosen.has(index) ? word : (['rödbetor', '', `${word} ${word}`][(index + how) % 3] ?? '')
    at = to
  })
  return out + text.slice(at)
}

describe('the facts of a text', () => {
  it.each([
    ['Polisen i Lüneburg grep 3 män.', 'lüneburg 3'],
    ['Lüneburgs polis och polisen i Lüneburg.', 'lüneburg lüneburg'],
    ['Det kostade 60 000 euro, eller 60.000, kl. 15.30 eller 15:30.', '60000 60000 15,30 15,30'],
    ['LKA varnar. B75 är stängd. 1,5 procent, 04131 10.', 'lka b75 1,5 04131 10'],
    ['inget här. Ingenting alls.', ''],
  ])('%s', (text, facts) => expect(factsOf(text).join(' ')).toBe(facts))
})

describe('a long text', () => {
  it('is recognised by its beginning, so that nobody waits for its end', () => {
    const start = Array.from({ length: 20_000 }, (_, i) => `ord${i % 5000} Ort${i}`).join(' ')
    const features = featuresOf(start)
    expect(features.wording.size).toBeGreaterThan(1000)
    expect(featuresOf(start + ' Slutet Är Ett Annat'.repeat(10))).toEqual(features)
  })
})

describe('an article that comes again', () => {
  it('is found and recognised with up to a fifth of its words edited, whichever they are', () => {
    const texts = [council, crash, fire]
    fc.assert(
      fc.property(fc.nat(2), fc.nat(2), fc.array(fc.nat(), { minLength: 40, maxLength: 60 }), (which, how, numbers) => {
        const text = texts[which] ?? ''
        const count = words(text).length
        const chosen = new Set(numbers.slice(0, Math.floor(count / 5)).map(n => n % count))
        const other = edited(text, chosen, how)
        expect(compared(text, other).by).toBe('wording')
        expect(sharesPrints(text, other)).toBe(true)
      }),
      { seed: 20_261_126, numRuns: 300 },
    )
  })

  it.each(retold)('is found and recognised in the words of another system', (one, other) => {
    expect(compared(one, other)).toEqual({ by: expect.any(String) as string, other: false })
    expect(sharesPrints(one, other)).toBe(true)
  })

  it('is not taken for another one of the same site', () => {
    const taken = oneSite.flatMap((a, i) => oneSite.slice(0, i).map(b => [a, b, compared(a, b).by] as const))
    expect(taken.filter(([, , by]) => by !== null)).toEqual([])
  })

  it('has at most 40 prints, which both databases hold exactly', () => {
    const prints = printsOf(featuresOf(oneSite.join('\n')))
    expect(prints.length).toBe(40)
    expect(prints.every(print => Number.isSafeInteger(print) && print >= 0)).toBe(true)
    expect(printsOf(featuresOf(''))).toEqual([])
    expect(printsOf(featuresOf('Hej!'))).toHaveLength(1)
  })
})

describe('the address of a page', () => {
  it.each([
    ['https://www.ndr.de/nachrichten/ran,c100.html', 'ndr.de/nachrichten/ran,c100.html'],
    [
      'http://ndr.de/nachrichten/ran,c100.html/?utm_source=brev&fbclid=x#kommentarer',
      'ndr.de/nachrichten/ran,c100.html',
    ],
    ['NDR.de/nachrichten/', 'ndr.de/nachrichten'],
    ['https://exempel.se/?b=2&id=7&a=1', 'exempel.se?a=1&b=2&id=7'],
    ['https://exempel.se/index.html', null],
    ['https://www.exempel.se/', null],
    ['  ', null],
    ['Arkiv 12:4', 'arkiv 12:4'],
  ])('%s', (address, page) => expect(pageOf(address)).toBe(page))
})
