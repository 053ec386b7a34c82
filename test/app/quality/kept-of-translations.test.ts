import { frequentCorrections } from '../../../src/app/quality/frequent-corrections.ts'
import { readMeasures } from '../../../src/app/quality/measured.ts'
import { summaryOf } from '../../../src/app/quality/summary.ts'
import { mqmCore } from '../../../src/mqm/weights.ts'
import type { Store } from '../../../src/store/db/store.ts'
import { randomBy } from '../../../bench/lib/diff-text.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { correctedTranslations } from './corrected-translations.ts'
import { storeMeasure } from './measure-rows.ts'

/** All that is reckoned of some measures. */
async function reckoned(store: Store, filter: object): Promise<object> {
  const { stamp, ...set } = await readMeasures(store, filter, mqmCore)
  return { ...set, summary: summaryOf({ ...set, stamp }), corrections: await frequentCorrections({ store }, { ...set, stamp }) } // prettier-ignore
}

forEachStore('what is kept of translations', open => {
  it('is what is read anew, after whatever was measured, corrected or deleted, in every filter', async () => {
    const store = await open()
    await correctedTranslations(store, 260)
    const all = await store.db.selectFrom('translation').select(['id', 'article_id']).orderBy('id').execute()
    const random = randomBy(7)
    const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
    const measure = ({ id, article_id }: (typeof all)[number]): Promise<void> =>
      storeMeasure(store, {
        translationId: id,
        articleId: article_id,
        system: any(['Alfa', 'Beta']),
        state: any(['approved', 'corrected', 'in-review']),
        words: 50 + Math.floor(random() * 100),
        errors: [[any(['accuracy/omission', 'style/register', "Someone's"]), any(['minor', 'major']), 1 + random()]],
        texts: ['Ett hus brann.', any(['Huset brann.', 'Ett hus brann ned.'])],
      })
    for (const one of all) await measure(one)
    for (let round = 0; round < 4; round += 1) {
      for (const filter of [{}, { systems: ['Alfa'] }, { states: ['approved'] }])
        expect(await reckoned(store, filter)).toEqual(await reckoned({ ...store }, filter))
      for (let n = 0; n < 5; n += 1) {
        const [one, other] = [any(all), any(all)]
        await store.db.deleteFrom('measure').where('translation_id', '=', other.id).execute()
        await store.db.deleteFrom('correction').where('translation_id', '=', one.id).where('mt_from', '<', 2).execute()
        await measure(one)
      }
    }
  })
})
