import fc from 'fast-check'
import { anchored, anchorOf } from '../../src/text/anchor.ts'

/** Is a wording looked at for a text: found by its anchor, and not ruled out by its words? */
const found = (wording: string, text: string): boolean => {
  const ready = anchored(text)
  return ready.anchors.has(anchorOf(wording)) && ready.mayHave(wording, true)
}

describe('a text finds a wording', () => {
  it.each([
    ['Lower Sachsen', 'i Lower Sachsens polis'],
    ['Lower Sachsen', 'en Lower Sachsen-baserad firma'],
    ['registreringar', 'en registrering'],
    ['bil', 'en röd bilväg'],
    ['anbud', 'ANBUDEN'],
    ['fick en delegation', 'Igår fick en delegation besök'],
    ['EU', 'i EU:s namn'],
    ['ö', 'på en ö här'],
  ])('%j in %j', (wording, text) => {
    expect(found(wording, text)).toBe(true)
  })

  it.each([
    ['Lower Sachsen', 'Sachsen är inte Lower'],
    ['bil', 'en bok'],
    ['ö', 'en öring'],
    ['anbud', 'anborra'],
    ['', 'något'],
  ])('not %j in %j', (wording, text) => {
    expect(found(wording, text)).toBe(false)
  })

  const word = fc.string({ unit: fc.constantFrom(...'abcåäöñé𐐨1'), minLength: 1, maxLength: 12 })
  it('whatever its words, where they stand in it as they are', () => {
    fc.assert(
      fc.property(
        fc.array(word),
        fc.array(word, { minLength: 1, maxLength: 6 }),
        fc.array(word),
        (before, words, after) => {
          const sign = fc.sample(fc.constantFrom(' ', ', ', '-', ' – '), 1)[0] ?? ' '
          expect(found(words.join(' '), [...before, ...words, ...after].join(sign))).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  })
})
