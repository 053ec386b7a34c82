import { adjudicate } from '../../src/app/annotate/adjudicate.ts'
import { judge } from '../../src/app/annotate/judge.ts'
import { createDeps } from '../../src/app/create-deps.ts'
import { keepEffort } from '../../src/app/effort/keep-effort.ts'
import { textAt } from '../../src/app/revisions/read-revision.ts'
import { noteLooks } from '../../src/store/annotations.ts'
import type { Store } from '../../src/store/db/store.ts'
import { newId } from '../../src/store/id.ts'
import { writeSetting } from '../../src/store/settings.ts'
import { annotator } from './annotate/annotated.ts'
import { noChecks } from './checked.ts'

/** A row in every table of quality. */
export async function keepQuality(
  store: Store,
  { articleId, translationId, personId }: Readonly<Record<'articleId' | 'translationId' | 'personId', string>>,
): Promise<void> {
  const { db } = store
  const deps = { ...createDeps(store), checks: noChecks }
  await db
    .insertInto('measure')
    .values({
      translation_id: translationId,
      article_id: articleId,
      system: '',
      language: 'sv',
      state: 'in-review',
      at: 1,
      words: 9,
      head_words: 9,
      segments: 3,
      annotators: 0,
      judgement: -1,
      sums: '{}',
      errors: '[["terminology/wrong-term","major",1]]',
      open: '[]',
      worst: '[]',
    })
    .execute()
  const person = { id: personId, name: 'Anna Ek' }
  await writeSetting(db, 'quality', JSON.stringify({ judgements: true }))
  const annas = await annotator(deps, await textAt(deps, translationId, 0), { person, translationId })
  const { id: a } = await annas.mark('LKA')
  await judge(deps, annas, { paragraph: 0, score: 66 })
  // as files have them
  await db.updateTable('judgement').set({ score: 66.5 }).execute()
  await annas.move('finish')
  await noteLooks(db, [annas.annotationId], personId, 1)
  await adjudicate(deps, { translationId, person }, [{ a, b: '', choice: 'none', comment: '' }])
  await keepEffort(
    deps,
    { translationId, person: null },
    { sitting: newId(), activeMs: 1, openMs: 1, keystrokes: 3, elapsedMs: 2 },
  )
}
