/** Many translations that were corrected and measured, their rows written past the work that makes them. */
import type { Store } from '../../../src/store/db/store.ts'
import { newId } from '../../../src/store/id.ts'
import { newArticle, newPerson, newTranslation } from '../../store/rows.ts'
import { storeMeasure } from './measure-rows.ts'

const newPair = (word: string) => ({
  id: newId(), hash: word, before_key: word, after_key: word, corrections: 0, articles: 0, first_at: 1, last_at: 1,
  category: 'terminology/wrong-term', severity: 'minor', anchor: '', status: 'learned', declined: 0, kept: 0, voice: 0, system: '',
  person_id: null, decided_at: null, before_text: word, after_text: `${word}er`, text_folded: word, instead: null, near: '[]', note: '',
}) // prettier-ignore

/**
 * Articles of two translations each. The n-th translation has the p-th pair where p + 2 divides n; the first two pairs wherever it has the
 * third. @param translations an even number
 */
export async function correctedTranslations(store: Store, translations: number) {
  const person = newPerson('Anna Ek')
  const pairs = Array.from({ length: 13 }, (_, p) => newPair(`ord ${p}`))
  const articles = Array.from({ length: translations / 2 }, (_, n) => newArticle(`Artikel ${n}`))
  const texts = Array.from({ length: translations }, (_, n) => newTranslation(articles[n >> 1]!.id, 'Text.'))
  const corrections = texts.flatMap(({ id: translation_id, article_id }, n) =>
    pairs
      .filter((_, p) => n % (Math.max(p, 2) + 2) === 0)
      .map(({ id: pair_id }, p) => ({
        id: newId(), pair_id, article_id, translation_id, mt_from: p, mt_to: p + 1, revision: 1, person_id: person.id, at: 1,
        category: 'terminology/wrong-term', severity: 'minor', origin: 'rule', system: '', check_id: '', flag_id: '', batch_id: '',
        mt_before: '', mt_after: '',
      })),
  ) // prettier-ignore
  const { db } = store
  await db.insertInto('person').values(person).execute()
  await db.insertInto('pair').values(pairs).execute()
  await db.insertInto('article').values(articles).execute()
  await db.insertInto('translation').values(texts).execute()
  await db.insertInto('correction').values(corrections).execute()
  for (const [n, { id: translationId, article_id: articleId }] of texts.entries())
    await storeMeasure(store, { translationId, articleId, system: n % 5 === 0 ? 'Beta' : 'Alfa' })
  return corrections
}
