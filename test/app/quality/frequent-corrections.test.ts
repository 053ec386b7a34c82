import { frequentCorrections } from '../../../src/app/quality/frequent-corrections.ts'
import { readMeasures } from '../../../src/app/quality/measured.ts'
import { mqmCore } from '../../../src/mqm/weights.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { fillCorrections } from '../../../bench/lib/many-corrections.ts'
import { newsroom } from '../newsroom.ts'
import { storeMeasure } from './measure-rows.ts'

forEachStore('the most frequent corrections of many translations', open => {
  it('are those that counting all of them gives, whichever way they are found', async () => {
    const store = await open()
    const { deps } = await newsroom(store)
    const sizes = { corrections: 6000, pairs: 900, articles: 400, paragraphsPerArticle: 2, seed: 3 }
    await fillCorrections(store, { ...sizes, checksVersion: 'x' })
    const rows = await store.db.selectFrom('translation').select(['id', 'article_id']).orderBy('id').execute()
    for (const [n, { id: translationId, article_id: articleId }] of rows.entries())
      await storeMeasure(store, { translationId, articleId, system: n % 3 === 0 ? 'Beta' : 'Alfa' })
    for (const systems of [['Alfa'], ['Beta']]) {
      const set = await readMeasures(store, { systems }, mqmCore)
      const among = new Set(set.translations.map(({ translationId }) => translationId))
      const all = await store.db.selectFrom('correction').select(['pair_id', 'translation_id']).execute()
      const counts = new Map<string, number>()
      for (const { pair_id, translation_id } of all)
        if (among.has(translation_id)) counts.set(pair_id, (counts.get(pair_id) ?? 0) + 1)
      const most = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? 1 : -1)).slice(0, 10)
      const found = await frequentCorrections(deps, set)
      expect(found.map(({ pair, corrections }) => [pair, corrections])).toEqual(most)
    }
  })
})
