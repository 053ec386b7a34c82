import fc from 'fast-check'
import { applyCorrections, correctedHunks } from '../../src/text/corrected.ts'
import { diffTexts } from '../../src/text/diff/index.ts'
import { anyText, seed, thousand } from './histories.ts'

const told = (a: string, b: string): string[] =>
  correctedHunks(diffTexts(a, b)).map(
    ({ fromA, toA, fromB, toB, moved }) =>
      `${moved ? 'moved ' : ''}${JSON.stringify(a.slice(fromA, toA))} → ${JSON.stringify(b.slice(fromB, toB))}`,
  )

const backAgain = (a: string, b: string): string =>
  applyCorrections(
    a,
    correctedHunks(diffTexts(a, b))
      .map(({ fromA, toA, fromB, toB }) => ({ from: fromA, to: toA, after: b.slice(fromB, toB) }))
      .reverse(),
  )

const [first, second, third] = [
  'Polisen i Lower Sachsen varnar för bedragare på nätet.',
  'Kommunen har beslutat att stänga badhuset i två veckor.',
  'I helgen spelas finalen på Nya Ullevi.',
]

describe('the corrections between two texts', () => {
  test('are its hunks', () => {
    expect(told('LKA Lower Sachsen varnar.', 'LKA Niedersachsen varnar.')).toEqual([
      '"Lower Sachsen" → "Niedersachsen"',
    ])
    expect(told('ett hus', 'ett hus')).toEqual([])
  })

  test('of a paragraph that was moved are its leaving and coming, and what was changed in it', () => {
    const moved = [second, third, first?.replace('Lower Sachsen', 'Niedersachsen')].join('\n')
    expect(told([first, second, third].join('\n'), moved)).toEqual([
      `moved ${JSON.stringify(`${first ?? ''}\n`)} → ""`,
      '"Lower Sachsen" → "Niedersachsen"',
      `moved "" → ${JSON.stringify(`\n${first?.replace('Lower Sachsen', 'Niedersachsen') ?? ''}`)}`,
    ])
  })

  test('at one point are one', () => {
    const hunk = { fromA: 3, toA: 3 }
    const hunks = [
      { ...hunk, fromB: 3, toB: 5 },
      { ...hunk, fromB: 5, toB: 6 },
    ]
    expect(correctedHunks({ rows: [], hunks })).toEqual([{ ...hunk, fromB: 3, toB: 6, moved: false }])
  })
})

const sentence = fc
  .array(
    fc.constantFrom(
      'polisen',
      'varnar',
      'för',
      'i',
      'Lower Sachsen',
      '😀',
      ...Array.from({ length: 40 }, (_, i) => `ord${i}`),
    ),
    {
      minLength: 3,
      maxLength: 12,
    },
  )
  .map(words => words.join(' '))

/** Paragraphs, and the same in another order, some gone, some new, some changed. */
const shuffled = fc.array(sentence, { minLength: 1, maxLength: 7 }).chain(a =>
  fc
    .tuple(fc.shuffledSubarray([...a.keys()]), fc.array(sentence, { maxLength: 2 }), fc.nat(), sentence)
    .map(([order, added, at, words]) => {
      const b = [...order.map(i => (i === at % a.length ? `${words} ${a[i] ?? ''}` : (a[i] ?? ''))), ...added]
      return [a.join('\n'), b.join('\n')] as const
    }),
)

describe(`laws of corrections, 1,000 cases each (seed ${seed})`, () => {
  test('applied to the first text they give the second, byte for byte, in whatever order they come', () => {
    fc.assert(
      fc.property(anyText(), anyText(), (a, b) => expect(backAgain(a, b)).toBe(b)),
      thousand,
    )
  })

  test('also where paragraphs were moved, and changed on the way', () => {
    let moves = 0
    fc.assert(
      fc.property(shuffled, ([a, b]) => {
        moves += Number(correctedHunks(diffTexts(a, b)).some(({ moved }) => moved))
        expect(backAgain(a, b)).toBe(b)
      }),
      thousand,
    )
    expect(moves).toBeGreaterThan(100)
  })
})
