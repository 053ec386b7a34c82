import type { CheckPool } from '../../src/app/findings/check-pool.ts'
import { createDeps } from '../../src/app/create-deps.ts'
import type { Deps, Person } from '../../src/app/deps.ts'
import { ensurePerson } from '../../src/app/ensure-person.ts'
import { importArticle, type ImportedArticle, type NewArticle } from '../../src/app/articles/import-article.ts'
import { createReadThread } from '../../src/app/imports/read-thread.ts'
import { textAt } from '../../src/app/revisions/read-revision.ts'
import { revise } from '../../src/app/revisions/revise.ts'
import { setState, type StateSet } from '../../src/app/articles/set-state.ts'
import { Problem } from '../../src/errors.ts'
import type { Store } from '../../src/store/db/store.ts'
import { headOf, type Which } from '../../src/store/heads.ts'
import { newId } from '../../src/store/id.ts'
import { changeBetween, changeJson } from '../../src/text/change.ts'
import type { SaveRequest, SaveResponse } from '../../src/wire/save.ts'
import { noChecks } from './checked.ts'

/** A newsroom with two editors, and a clock that goes on by a second at every look. */
export interface Newsroom {
  readonly deps: Deps
  readonly anna: Person
  readonly bo: Person
  /** Brings an article in, by Anna; its text is the title where none is given. */
  readonly bring: (article: Partial<Omit<NewArticle, 'person'>>) => Promise<ImportedArticle>
  /** Saves the whole corrected text of a translation. */
  readonly save: (
    person: Person,
    translationId: string,
    text: string,
    more?: Partial<SaveRequest>,
  ) => Promise<SaveResponse>
}

/** One for all tests of a file: a thread takes a second to start. */
const reader = createReadThread()

export const opened = Date.UTC(2026, 0, 15, 8)

export async function newsroom(
  store: Store,
  limits?: Partial<Deps['limits']>,
  checks: CheckPool = noChecks,
): Promise<Newsroom> {
  let clock = opened
  const deps: Deps = { ...createDeps(store, limits), reader, checks, now: () => (clock += 1000) }
  const anna = await ensurePerson(deps, 'Anna Ek')
  const bo = await ensurePerson(deps, 'Bo Ås')
  return {
    deps,
    anna,
    bo,
    bring: article => importArticle(deps, { person: anna, text: article.title ?? 'Text.', ...article }),
    async save(person, translationId, text, more = {}) {
      const base = (await headOf(store.db, { translationId }))?.head_number ?? 0
      const change = changeJson(changeBetween(await textAt(deps, translationId, base), text)) as SaveRequest['change']
      const request = { base, change, key: `key-${newId()}`, summary: '', reasons: [], flags: [], ...more }
      return revise(deps, { person, translationId }, request)
    },
  }
}

/** Approves a text as it stands: the person has it before them. */
export async function approve(
  deps: Deps,
  { articleId, translationId, ...decided }: Which & { readonly person: Person; readonly reason?: string | undefined },
): Promise<StateSet> {
  const head = await headOf(deps.store.db, { articleId, translationId })
  if (!head) throw new Problem('translation-unknown')
  return setState(deps, { ...decided, translationId: head.id, state: 'approved', base: head.head_number })
}

/** The Problem that work ends with; fails where it ends well. */
export async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const end: unknown = await work.catch((error: unknown) => error)
  if (end instanceof Problem) return end
  throw end instanceof Error ? end : new Error(`no Problem, but ${JSON.stringify(end)}`)
}
