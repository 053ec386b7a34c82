/** Sentences beside what they became. */
import fc from 'fast-check'
import { diffByLines, diffTexts, type TextDiff } from '../../src/text/diff/index.ts'
import { pairSentences, type Paired } from '../../src/text/paired-sentences.ts'
import { sentences } from '../../src/text/sentences.ts'
import { sliceOf } from '../../src/text/span.ts'
import { seed } from './histories.ts'

const shown = (a: string, b: string, diff: TextDiff = diffTexts(a, b)): string[] =>
  pairSentences(a, b, diff).flatMap(paragraph =>
    paragraph.sentences.map(pair => `${sliceOf(a, pair.a)} → ${sliceOf(b, pair.b)}`),
  )

describe('a sentence stands beside what it became', () => {
  it('where words of it were changed', () => {
    expect(shown('Polisen kom. Hon gick ut. Det regnade.', 'Polisen kom dit. Han gick in. Det regnade.')).toEqual([
      'Polisen kom. → Polisen kom dit.',
      'Hon gick ut. → Han gick in.',
      'Det regnade. → Det regnade.',
    ])
  })

  it('where sentences were joined, or one was split', () => {
    expect(
      shown('Det regnade. Alla gick hem. Sedan var det slut.', 'Det regnade, och alla gick hem. Sedan var det slut.'),
    ).toEqual([
      'Det regnade. Alla gick hem. → Det regnade, och alla gick hem.',
      'Sedan var det slut. → Sedan var det slut.',
    ])
    expect(shown('Det regnade och alla gick hem i går.', 'Det regnade. Alla gick hem i går.')).toEqual([
      'Det regnade och alla gick hem i går. → Det regnade. Alla gick hem i går.',
    ])
  })

  it('what was put in stands for nothing, and what was deleted became nothing', () => {
    expect(shown('Polisen kom. Det regnade.', 'Polisen kom. Alla var glada. Ingen log. Det regnade.')).toEqual([
      'Polisen kom. → Polisen kom.',
      ' → Alla var glada.',
      ' → Ingen log.',
      'Det regnade. → Det regnade.',
    ])
    expect(shown('Först detta. Polisen kom. Det regnade.', 'Polisen kom.')).toEqual([
      'Först detta. → ',
      'Polisen kom. → Polisen kom.',
      'Det regnade. → ',
    ])
  })

  it('so with whole paragraphs, of which a moved one stands where it went', () => {
    const [first, second, third] = [
      'Polisen i Lower Sachsen varnar för bedragare på nätet. Det sker ofta.',
      'Kommunen har beslutat att stänga badhuset i två veckor.',
      'I helgen spelas finalen på Nya Ullevi i Göteborg.',
    ]
    expect(
      shown(`${first}\n${second}\n${third}`, `${second}\n${third}\n${first.replace('Lower Sachsen', 'Niedersachsen')}`),
    ).toEqual([
      `${second} → ${second}`,
      `${third} → ${third}`,
      'Polisen i Lower Sachsen varnar för bedragare på nätet. → Polisen i Niedersachsen varnar för bedragare på nätet.',
      'Det sker ofta. → Det sker ofta.',
    ])
    expect(shown(`${first}\n\n${second}`, second)).toEqual([
      'Polisen i Lower Sachsen varnar för bedragare på nätet. → ',
      'Det sker ofta. → ',
      `${second} → ${second}`,
    ])
  })

  it('and a segment beside its own, whatever stands in the others', () => {
    const [a, b] = ['Ett hus.\nTvå bilar.', 'Två bilar.\n']
    expect(shown(a, b, diffByLines(a, b))).toEqual(['Ett hus. → Två bilar.', 'Två bilar. → '])
  })

  it('of texts without a word there are none', () => {
    expect(pairSentences('', '', diffTexts('', ''))).toEqual([])
    expect(shown(' \n', '\n\n')).toEqual([])
    expect(shown('👩‍🚒', '👩‍🚒')).toEqual(['👩‍🚒 → 👩‍🚒'])
  })
})

const sentence = fc
  .array(fc.constantFrom('polisen', 'Polisen', 'kom', 'i', 'går', 't.ex.', '12', '😀', 'hem'), {
    minLength: 1,
    maxLength: 6,
  })
  .map(words => words.join(' '))
const ended = fc.tuple(sentence, fc.constantFrom('.', '!', '?', '', ' .')).map(([words, end]) => words + end)
const paragraph = fc
  .array(ended, { maxLength: 5 })
  .chain(all => fc.constantFrom(' ', '  ').map(space => all.join(space)))
const text = fc.array(paragraph, { maxLength: 6 }).map(lines => lines.join('\n'))
/** a text and what an editor may make of it: pieces of it in another order, and others */
const edited = fc.tuple(text, text, fc.nat(200), fc.nat(200)).map(([a, other, from, length]) => {
  const at = Math.min(from, a.length)
  return [a, a.slice(0, at) + other + a.slice(at + length)] as const
})

describe('whatever becomes of a text', () => {
  const check = (a: string, b: string, diff: TextDiff) => {
    const paragraphs = pairSentences(a, b, diff)
    const all = paragraphs.flatMap(each => each.sentences)
    const cover = (whole: string, side: 'a' | 'b') => {
      const spans = all.map(pair => pair[side]).filter(({ from, to }) => from < to)
      const sorted = spans.toSorted((x, y) => x.from - y.from)
      let at = 0
      for (const { from, to } of sorted) {
        expect(whole.slice(at, from).trim()).toBe('')
        expect(from).toBeGreaterThanOrEqual(at)
        at = to
      }
      expect(whole.slice(at).trim()).toBe('')
    }
    cover(a, 'a')
    cover(b, 'b')
    for (const { sentences: pairs, ...within } of paragraphs)
      for (const [n, pair] of pairs.entries())
        for (const side of ['a', 'b'] as const) {
          expect(pair[side].from).toBeGreaterThanOrEqual(pairs[n - 1]?.[side].to ?? within[side].from)
          expect(pair[side].to).toBeLessThanOrEqual(within[side].to)
        }
    return all
  }

  it('each sentence of either is in exactly one pair, and pairs of a paragraph stand in order', () => {
    fc.assert(
      fc.property(fc.oneof(edited, fc.tuple(text, text)), ([a, b]) => {
        check(a, b, diffTexts(a, b))
        check(a, b, diffByLines(a, b))
      }),
      { numRuns: 600, seed },
    )
  })

  it('a text beside itself is its sentences, each beside itself', () => {
    fc.assert(
      fc.property(text, same => {
        const all: readonly Paired[] = check(same, same, diffTexts(same, same))
        expect(all.map(pair => pair.a)).toEqual(all.map(pair => pair.b))
        expect(all.length).toBe(same.split('\n').reduce((n, line) => n + sentences(line).length, 0))
      }),
      { numRuns: 200, seed },
    )
  })
})
