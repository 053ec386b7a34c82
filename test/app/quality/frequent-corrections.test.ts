import { frequentCorrections } from '../../../src/app/quality/frequent-corrections.ts'
import { readMeasures } from '../../../src/app/quality/measured.ts'
import { mqmCore } from '../../../src/mqm/weights.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { correctedTranslations } from './corrected-translations.ts'

forEachStore('the most frequent corrections of many translations', open => {
  it('are those that counting all of them gives, whichever way they are found', async () => {
    const store = await open()
    const corrections = await correctedTranslations(store, 260)
    const foundOf = async (system: string) => {
      const set = await readMeasures(store, { systems: [system] }, mqmCore)
      const among = new Set(set.translations.map(({ translationId }) => translationId))
      const byPair = Map.groupBy(
        corrections.filter(({ translation_id }) => among.has(translation_id)),
        ({ pair_id }) => pair_id,
      )
      const counted = Array.from(byPair, ([pair, own]) => [
        pair, own.length, new Set(own.map(({ article_id }) => article_id)).size,
      ] as const) // prettier-ignore
      const most = counted.toSorted(([a, n], [b, m]) => m - n || (a < b ? 1 : -1)).slice(0, 10)
      const found = await frequentCorrections({ store }, set)
      expect(found.map(({ pair, corrections: n, articles }) => [pair, n, articles])).toEqual(most)
      return { translations: among.size, found: found.length }
    }
    // of more than 200 they are counted from what is kept of each, of fewer by the database
    expect(await foundOf('Alfa')).toEqual({ translations: 208, found: 10 })
    expect(await foundOf('Beta')).toEqual({ translations: 52, found: 10 })
  })
})
