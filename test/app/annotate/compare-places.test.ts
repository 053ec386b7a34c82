import { compareAnnotations } from '../../../src/app/annotate/compare-annotations.ts'
import type { Store } from '../../../src/store/db/store.ts'
import type { NewMark } from '../../../src/wire/annotation.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { testDesk } from '../desk.ts'
import { annotator } from './annotated.ts'

type Given = readonly [from: number, to: number, severity?: NewMark['severity'], category?: string]

/** What two annotators have marked in a text, compared: each pair as A's span, B's span, kind. */
async function comparison(store: Store, text: string, a: readonly Given[], b: readonly Given[]) {
  const { deps, anna, bo, translationId } = await testDesk(store, text)
  for (const [person, marks] of [[anna, a], [bo, b]] as const) {
    const one = await annotator(deps, text, { person, translationId })
    for (const [from, to, severity = 'minor', category = 'style/awkward'] of marks)
      await one.mark('', { from, to, severity, category: category })
    await one.move('finish')
  } // prettier-ignore
  const { compared } = await compareAnnotations(deps, { translationId, person: null, a: null, b: null })
  if (!compared) throw new Error('two layers are compared')
  const { pairs, figures } = compared
  const span = (flag: { readonly from: number; readonly to: number } | null) => flag && [flag.from, flag.to]
  return { places: pairs.map(pair => [span(pair.a), span(pair.b), pair.kind]), figures }
}

/** α of two annotators on units of a nominal label, by the coincidences (Krippendorff 2011), written out. */
function alphaOf(pairs: readonly (readonly [string, string])[]): number {
  const values = pairs.flat()
  const n = values.length
  const differ = (all: readonly string[]): number => all.reduce((sum, one) => sum + all.filter(other => other !== one).length, 0) // prettier-ignore
  const observed = pairs.filter(([one, other]) => one !== other).length * 2
  return 1 - ((n - 1) * observed) / differ(values)
}

forEachStore('agreement, against figures reckoned by hand', open => {
  // 'Ett två tre fyra.' has its words at 0–3, 4–7, 8–11, 12–16
  const four = 'Ett två tre fyra.'

  test('marks at the same place, one of them twice: each is met once', async () => {
    const { places, figures } = await comparison(await open(), four, [[0, 3], [0, 3], [4, 7]], [[0, 3], [8, 11]]) // prettier-ignore
    expect(places).toEqual([[[0, 3], [0, 3], 'same'], [[0, 3], null, 'a'], [[4, 7], null, 'a'], [null, [8, 11], 'b']]) // prettier-ignore
    // one in common of three and two; three characters of six and of six
    expect([figures.exact.f1, figures.characters.f1]).toEqual([2 / 5, (2 * 3) / 12])
    // the rows say the same, of how much, and that it is too little
    const alone = { exact: figures.exact.f1, characters: figures.characters.f1, categoryOfWords: figures.onWords.category, severityOfWords: figures.onWords.severity, categoryOfPairs: figures.onPairs.category, severityOfPairs: figures.onPairs.severity } // prettier-ignore
    expect(Object.fromEntries(figures.rows.map(({ id, value }) => [id, value]))).toEqual(alone)
    expect(figures.rows.every(({ isFew }) => isFew)).toBe(true)
    const words = [['s', 's'], ['s', '-'], ['-', 's'], ['-', '-']] as const // prettier-ignore
    expect(figures.onWords.category).toBeCloseTo(alphaOf(words), 9)
  })

  test('marks that nest: the wide one and the one within it are two errors, and a character has its gravest', async () => {
    const { places, figures } = await comparison(await open(), four, [[0, 11], [4, 7, 'major']], [[4, 7, 'major']]) // prettier-ignore
    expect(places).toEqual([[[0, 11], null, 'a'], [[4, 7], [4, 7], 'same']]) // prettier-ignore
    expect(figures.exact).toEqual({ f1: 2 / 3, ofA: 1 / 2, ofB: 1 })
    // eleven characters by A, three by B, all of them as grave
    expect(figures.characters).toEqual({ f1: 6 / 14, ofA: 3 / 11, ofB: 1 })
    const severities = [['minor', '-'], ['major', 'major'], ['minor', '-'], ['-', '-']] as const // prettier-ignore
    expect(figures.onWords.error).toBeCloseTo(alphaOf(severities.map(([one, other]) => [String(one !== '-'), String(other !== '-')])), 9) // prettier-ignore
  })

  test('points, for what is missing: exact places count, and they have no characters and no words', async () => {
    const omission = 'accuracy/omission'
    const { places, figures } = await comparison(await open(), four, [[3, 3, 'major', omission], [16, 16, 'minor', omission]], [[3, 3, 'minor', omission], [12, 16]]) // prettier-ignore
    expect(places).toEqual([[[3, 3], [3, 3], 'same'], [[16, 16], [12, 16], 'overlapping']]) // prettier-ignore
    expect(figures.exact.f1).toBe(2 / 4)
    expect(figures.characters).toEqual({ f1: 0, ofA: null, ofB: 0 })
    expect(figures.onPairs.category).toBeCloseTo(alphaOf([['o', 'o'], ['o', 's']]), 9) // prettier-ignore
  })

  test('marks over the end of a paragraph', async () => {
    const { places, figures } = await comparison(await open(), 'Ett två.\nTre fyra.', [[4, 12]], [[4, 7], [9, 12]]) // prettier-ignore
    expect(places).toEqual([[[4, 12], [4, 7], 'overlapping'], [null, [9, 12], 'b']]) // prettier-ignore
    // eight characters by A, the stop and the line end too; six by B
    expect(figures.characters.f1).toBe((2 * 6) / 14)
    expect(figures.onWords.category).toBe(1)
  })

  test('an emoji is one character, whatever it takes', async () => {
    const { places, figures } = await comparison(await open(), 'Hej 🚒🚒 nu', [[4, 8]], [[4, 6]])
    expect(places).toEqual([[[4, 8], [4, 6], 'overlapping']])
    expect(figures.characters).toEqual({ f1: 2 / 3, ofA: 1 / 2, ofB: 1 })
    const mixed = await comparison(await open(), 'å🚒b cd', [[0, 3]], [[1, 4]])
    // å and the engine by A, the engine and b by B
    expect(mixed.figures.characters.f1).toBe(1 / 2)
  })

  test('a thousand marks in a text of two thousand paragraphs are compared', async () => {
    const text = Array.from({ length: 2000 }, (_, i) => `Stycke ${i} med några ord.`).join('\n')
    const starts = [...text.matchAll(/några/g)].map(({ index }) => index)
    const [a, b] = [0, 2].map(by => starts.filter((_, i) => i % 4 === by || i % 8 === 1).slice(0, 500).map(at => [at, at + 5] as const)) // prettier-ignore
    const { places, figures } = await comparison(await open(), text, a ?? [], b ?? [])
    const [ofA, ofB] = [new Set(a?.map(([at]) => at)), new Set(b?.map(([at]) => at))]
    const common = [...ofA].filter(at => ofB.has(at)).length
    expect(places).toHaveLength(ofA.size + ofB.size - common)
    expect(figures.exact.f1).toBeCloseTo((2 * common) / (ofA.size + ofB.size), 12)
  })
})
