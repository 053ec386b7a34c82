/** Editors who go on saving while something else is done. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Deps, Person } from '../../src/app/deps.ts'
import { revise } from '../../src/app/revisions/revise.ts'
import { headOf } from '../../src/store/heads.ts'
import { newId } from '../../src/store/id.ts'

export interface Saving {
  /** ends them; gives how long each save took, ms */
  stop(): Promise<readonly number[]>
}

/** An editor for each article, who puts a word in front of it every `every` ms, or later where a save takes longer. */
export function keepSaving(
  deps: Deps,
  person: Person,
  { articleIds, every }: { readonly articleIds: readonly string[]; readonly every: number },
): Saving {
  const ended = new AbortController()
  const times: number[] = []
  const editor = async (articleId: string, n: number): Promise<void> => {
    await sleep((every * n) / articleIds.length)
    while (!ended.signal.aborted) {
      const due = performance.now() + every
      const head = await headOf(deps.store.db, { articleId })
      if (!head) throw new Error(`no article ${articleId}`)
      const request = { base: head.head_number, key: newId(), summary: '', reasons: [], flags: [] }
      const change: [[number, string], number] = [[0, 'Ord '], head.head_text.length]
      const begun = performance.now()
      await revise(deps, { person, translationId: head.id }, { ...request, change })
      times.push(performance.now() - begun)
      await sleep(Math.max(0, due - performance.now()), undefined, { signal: ended.signal }).catch(() => undefined)
    }
  }
  const editors = Promise.all(articleIds.map(editor))
  return {
    async stop() {
      ended.abort()
      await editors
      return times
    },
  }
}
