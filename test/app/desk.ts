import { createDeps } from '../../src/app/create-deps.ts'
import type { Deps, Person } from '../../src/app/deps.ts'
import { ensurePerson } from '../../src/app/ensure-person.ts'
import { importArticle } from '../../src/app/articles/import-article.ts'
import { openDesk } from '../../src/app/desk/open-desk.ts'
import { revise } from '../../src/app/revisions/revise.ts'
import type { Store } from '../../src/store/db/store.ts'
import { newId } from '../../src/store/id.ts'
import { changeBetween, changeJson } from '../../src/text/change.ts'
import type { Desk } from '../../src/wire/desk.ts'
import type { PendingFlag } from '../../src/wire/flag.ts'
import type { SaveRequest, SaveResponse } from '../../src/wire/save.ts'
import { textAt } from '../../src/app/revisions/read-revision.ts'
import { noChecks } from './checked.ts'

/** A desk with two editors at one article, and a clock that goes on by a second at every look. */
export interface TestDesk {
  readonly deps: Deps
  readonly anna: Person
  readonly bo: Person
  readonly articleId: string
  readonly translationId: string
  open(): Promise<Desk>
  text(): Promise<string>
  /** Saves the whole text `to` made from revision `base` (the head, if none is named). */
  save(person: Person, to: string, more?: Partial<SaveRequest> & { browser?: string }): Promise<SaveResponse>
}

export const started = 1_700_000_000_000

export async function testDesk(store: Store, text: string, { title = 'Prov' } = {}): Promise<TestDesk> {
  let clock = started
  const deps: Deps = { ...createDeps(store), checks: noChecks, now: () => (clock += 1000) }
  const anna = await ensurePerson(deps, 'Anna Ek')
  const bo = await ensurePerson(deps, 'Bo Ås')
  const { articleId, translationId } = await importArticle(deps, { person: anna, title, text })
  const open = () => openDesk(deps, { articleId })
  return {
    deps,
    anna,
    bo,
    articleId,
    translationId,
    open,
    text: async () => (await open()).head.text,
    async save(person, to, { browser, ...more } = {}) {
      const base = more.base ?? (await open()).head.number
      const from = await textAt(deps, translationId, base)
      const change = changeJson(changeBetween(from, to)) as SaveRequest['change']
      const request = { base, change, key: newKey(), summary: '', reasons: [], flags: [], ...more }
      return revise(deps, { person, translationId, browser }, request)
    },
  }
}

export const newKey = (): string => `key-${newId()}`

/** A flag on words of a text, at their first place. */
export function flagOn(text: string, words: string, more: Partial<PendingFlag> = {}): PendingFlag {
  const from = text.indexOf(words)
  if (from < 0) throw new Error(`“${words}” is not in “${text}”`)
  return {
    id: newId(),
    from,
    to: from + words.length,
    category: 'accuracy/mistranslation',
    severity: 'minor',
    comment: '',
    suggestion: '',
    ...more,
  }
}

/** The number of a save that was stored. */
export function numberOf(response: SaveResponse): number {
  if (response.status !== 'saved') throw new Error(`not saved but ${response.status}`)
  return response.number
}
