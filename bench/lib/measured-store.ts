/** Measures on top of a filled store, as they would be after years of use: from its corrections, without the way through every text. */
import { newId } from '../../src/store/id.ts'
import type { Store } from '../../src/store/db/store.ts'
import type { NewRow } from '../../src/store/schema.ts'
import type { ErrorCounts } from '../../src/app/measure/find-errors.ts'
import { checks } from '../../src/checks/index.ts'
import { randomBy, type Random } from './diff-text.ts'

const paragraphs = 20
const segmentsOf = 25
const atOnce = 500

/** Sums as a text has them of which so many words were changed. */
function sumsOf(words: number, edits: number): string {
  const characters = words * 6
  const chrf = Array.from({ length: 6 }, (_, n) => {
    const ngrams = characters - n * segmentsOf
    return [ngrams, ngrams + 10, Math.max(0, ngrams - edits * (5 + 2 * n))]
  })
  return JSON.stringify({ ter: [edits, words], chrf: chrf.flat() })
}

function worstOf(errors: ErrorCounts, random: Random): string {
  const lines = Array.from({ length: 3 }, () => Math.floor(random() * paragraphs))
  return JSON.stringify(
    lines.map(line => ({
      line,
      edits: 2 + Math.floor(random() * 9),
      referenceWords: 40,
      errors: errors.slice(0, 1 + Math.floor(random() * 4)),
    })),
  )
}

/** Writes a measure for every translation, and marks it as measured. @returns how many errors were counted */
async function fillMeasures(store: Store, random: Random): Promise<number> {
  const translations = await store.db
    .selectFrom('translation')
    .innerJoin('article', 'article.id', 'translation.article_id')
    .select([
      'translation.id',
      'article_id',
      'translation.system',
      'translation.language',
      'translation.state',
      'translation.created_at',
      'article.words',
    ])
    .execute()
  const counted = await store.db
    .selectFrom('correction')
    .select(['translation_id', 'category', 'severity'])
    .select(e => e.fn.countAll<number>().as('n'))
    .groupBy(['translation_id', 'category', 'severity'])
    .execute()
  const errors = new Map<string, [string, string, number][]>()
  for (const { translation_id, category, severity, n } of counted) {
    const known = errors.get(translation_id)
    if (known) known.push([category, severity, Number(n)])
    else errors.set(translation_id, [[category, severity, Number(n)]])
  }
  const rows = translations.map(
    ({ id, article_id, system, language, state, created_at: at, words }): NewRow<'measure'> => {
      const own = errors.get(id) ?? []
      const found = own.reduce((sum, [, , n]) => sum + n, 0)
      return {
      translation_id: id, article_id, system, language, state, at, words, head_words: words, segments: segmentsOf, annotators: 0,
      judgement: -1, sums: sumsOf(words, Math.round(found * (0.6 + random()))), errors: JSON.stringify(own), open: '[]', worst: worstOf(own, random),
    } // prettier-ignore
    },
  )
  await store.transaction(async tx => {
    for (let at = 0; at < rows.length; at += atOnce)
      await tx
        .insertInto('measure')
        .values(rows.slice(at, at + atOnce))
        .execute()
    await tx.updateTable('translation').set({ measured: 1 }).execute()
  })
  return counted.reduce((sum, { n }) => sum + Number(n), 0)
}

/** What was done to findings, some in each article; and what stands open. */
async function fillActs(store: Store, random: Random, personId: string): Promise<void> {
  const translations = await store.db.selectFrom('translation').select(['id', 'article_id', 'created_at']).execute()
  const acts: NewRow<'check_act'>[] = []
  const counts: NewRow<'check_count'>[] = []
  for (const { id, article_id, created_at: at } of translations)
    for (let n = 0; n < 5; n++) {
      const check_id = checks[(n * 17 + Math.floor(random() * 9)) % checks.length]?.id ?? ''
      const kind = random() < 0.8 ? 'accept' : 'dismiss'
      acts.push({
        id: newId(), check_id, kind, article_id, translation_id: id, revision: 1, person_id: personId, at, words: '', fix: '', detail: '{}',
      }) // prettier-ignore
      if (n < 2 && counts.at(-1)?.check_id !== check_id) counts.push({ article_id, check_id, findings: 1 + n })
    }
  await store.transaction(async tx => {
    for (let at = 0; at < acts.length; at += atOnce)
      await tx
        .insertInto('check_act')
        .values(acts.slice(at, at + atOnce))
        .execute()
    for (let at = 0; at < counts.length; at += atOnce)
      await tx
        .insertInto('check_count')
        .values(counts.slice(at, at + atOnce))
        .onConflict(c => c.columns(['article_id', 'check_id']).doNothing())
        .execute()
  })
}

/** @returns how many errors the measures count */
export async function addMeasures(store: Store, personId: string): Promise<number> {
  const random = randomBy(7)
  const errors = await fillMeasures(store, random)
  await fillActs(store, random, personId)
  return errors
}
