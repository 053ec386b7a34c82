import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDeps } from '../../src/app/create-deps.ts'
import type { Deps } from '../../src/app/deps.ts'
import { ensurePerson } from '../../src/app/ensure-person.ts'
import { sha256 } from '../../src/app/hash.ts'
import { importArticle } from '../../src/app/articles/import-article.ts'
import { openDatabase } from '../../src/store/db/open.ts'
import { newId } from '../../src/store/id.ts'
import { insertRevision, insertSnapshot } from '../../src/store/revisions.ts'
import type { LongLife } from './long-life.ts'

export interface StoredLife {
  readonly deps: Deps
  readonly translationId: string
  close(): Promise<void>
}

/** The same life in an embedded store of its own, row for row as saving it would leave it; removed on closing. */
export async function storeLife({ texts, stored, steps }: LongLife, every: number): Promise<StoredLife> {
  const dataDir = mkdtempSync(join(tmpdir(), 'rodpenna-bench-'))
  const store = await openDatabase({ dataDir })
  const deps = createDeps(store)
  const person = await ensurePerson(deps, 'Bänk')
  const text = texts[0] as string
  const { translationId } = await importArticle(deps, { person, title: 'Lång', text })
  const head = texts.at(-1) as string
  await store.transaction(async tx => {
    for (const [index, { number, restores, undoes }] of steps.entries()) {
      const revision = {
        translation_id: translationId,
        number,
        author_id: person.id,
        created_at: number,
        summary: '',
        change: stored[index] as string,
        hash: sha256(texts[number] as string),
        words_added: 1,
        words_removed: 1,
        reasons: '[]',
        restores,
        undoes,
        merged_from: null,
        save_key: newId(),
      }
      await insertRevision(tx, revision)
      if (number % every === 0)
        await insertSnapshot(tx, { translation_id: translationId, number, text: texts[number] as string })
    }
    const news = { head_number: steps.length, head_hash: sha256(head), head_text: head }
    await tx.updateTable('translation').set(news).where('id', '=', translationId).execute()
  })
  const close = async () => {
    await store.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { deps, translationId, close }
}
