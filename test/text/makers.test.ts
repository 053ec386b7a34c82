import fc from 'fast-check'
import { diffTexts } from '../../src/text/diff/index.ts'
import { makersOf } from '../../src/text/makers.ts'
import { pathTo } from '../../src/text/path.ts'
import { takenAway } from '../../src/text/blame.ts'
import { applyChange, changeBetween } from '../../src/text/change.ts'
import { anyText, seed, thousand } from './histories.ts'
import { life, signed } from './notation.ts'

type Notation = string | { readonly restores?: number; readonly undoes?: number; readonly is: string }

/** `Lower Sachsen → Niedersachsen: 2` */
function made(...notations: Notation[]): string[] {
  const { steps, texts } = life(...notations)
  const [a = '', b = ''] = [texts[0], texts.at(-1)]
  const { hunks } = diffTexts(a, b)
  const makers = makersOf(pathTo(steps, steps.length), hunks, { a: a.length, b: b.length })
  return hunks.map(
    ({ fromA, toA, fromB, toB }, i) => `${a.slice(fromA, toA)} → ${b.slice(fromB, toB)}: ${makers[i]?.join(' ') ?? ''}`,
  )
}

describe('a hunk is made by', () => {
  test('whom its words come from', () => {
    expect(made('LKA [Lower Sachsen/Niedersachsen] varnar i Juni', 'LKA Niedersachsen varnar i [Juni/juni]')).toEqual([
      'Lower Sachsen → Niedersachsen: 1',
      'Juni → juni: 2',
    ])
  })

  test('who took its words away, where none came', () => {
    expect(made('en [stor /]bil som kör', 'en bil som [kör/går]')).toEqual(['stor  → : 1', 'kör → går: 2'])
  })

  test('all who wrote it, the latest first', () => {
    expect(made('[anbud/ansökningar] i dag', '[ansökningar/registreringar] i dag')).toEqual([
      'anbud → registreringar: 2 1',
    ])
  })

  test('its first author, where it was restored', () => {
    expect(
      made(
        'en [stor/liten] bil',
        { restores: 0, is: 'en [liten/stor] bil' },
        { restores: 1, is: 'en [stor/liten] bil' },
      ),
    ).toEqual(['stor → liten: 1'])
  })

  test('the nearest change, where a comparison puts it where nobody wrote', () => {
    const { steps, texts } = life('[a /]b a c', 'b a [c/d]')
    const elsewhere = [{ fromA: 3, toA: 5, fromB: 2, toB: 2 }]
    const lengths = { a: texts[0]?.length ?? 0, b: texts.at(-1)?.length ?? 0 }
    expect(makersOf(pathTo(steps, 2), elsewhere, lengths).every(([maker]) => (maker ?? 0) > 0)).toBe(true)
  })
})

test('what was taken away is told by the revision that took it', () => {
  const { steps, texts } = life('[en /]stor röd bil', 'stor [röd /gul]bil')
  expect(signed(texts[0] ?? '', takenAway(steps, texts.at(-1)?.length ?? 0))).toBe('1:en |0:stor |2:röd |0:bil')
})

test(`every hunk has a maker that there is (1,000 lives, seed ${seed})`, () => {
  fc.assert(
    fc.property(fc.array(anyText(), { minLength: 2, maxLength: 6 }), texts => {
      const steps = texts.slice(1).map((text, i) => ({
        number: i + 1,
        change: changeBetween(texts[i] ?? '', text),
        restores: null,
        undoes: null,
      }))
      const [a = '', b = ''] = [texts[0], texts.at(-1)]
      expect(steps.reduce((text, { change }) => applyChange(text, change), a)).toBe(b)
      const { hunks } = diffTexts(a, b)
      for (const makers of makersOf(pathTo(steps, steps.length), hunks, { a: a.length, b: b.length })) {
        expect(makers.length).toBeGreaterThan(0)
        for (const maker of makers) expect(maker).toBeGreaterThan(0)
        expect(Math.max(...makers)).toBeLessThanOrEqual(steps.length)
      }
    }),
    thousand,
  )
})
