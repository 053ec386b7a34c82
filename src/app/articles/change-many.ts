import { Problem } from '../../errors.ts'
import { articleById } from '../../store/articles.ts'
import type { Db } from '../../store/schema.ts'
import type { State } from '../../wire/common.ts'
import { fileArticle } from './archive-article.ts'
import type { Deps, Person } from '../deps.ts'
import { findBareHead } from '../find-head.ts'
import { openFindings, type OpenFindings } from '../gate/open-findings.ts'
import { setStateIn } from './set-state.ts'

export type ManyAction =
  | {
      readonly kind: 'state'
      readonly state: 'approved'
      /** of each translation that was before the person: the revision that it was at */
      readonly bases: ReadonlyMap<string, number>
      readonly reason?: string
    }
  | { readonly kind: 'state'; readonly state: Exclude<State, 'approved'> }
  | { readonly kind: 'archive' }
  | { readonly kind: 'unarchive' }

type Approval = Extract<ManyAction, { readonly state: 'approved' }>

/** What became of one article: done, or refused and why. */
export interface OneResult {
  readonly articleId: string
  /** of one that was refused; '' where there is no such article, and where it was done */
  readonly title: string
  readonly problem: Problem | null
}

/** More than a person chooses on pages of 50. */
const most = 1000

/**
 * Does the same to each of the articles chosen, in one transaction; what is refused for one keeps none of the others back.
 * Throws the Problem `nothing-chosen`, or `field-invalid` for more than 1,000.
 */
export async function changeMany(
  deps: Deps,
  input: { readonly person: Person; readonly articleIds: readonly string[]; readonly action: ManyAction },
): Promise<readonly OneResult[]> {
  const ids = [...new Set(input.articleIds)]
  if (ids.length === 0) throw new Problem('nothing-chosen')
  if (ids.length > most) throw new Problem('field-invalid', { field: 'articles', most })
  const { person, action } = input
  // before the transaction, which must not wait for a check
  const found = new Map<string, OpenFindings | null>()
  if (action.kind === 'state' && action.state === 'approved')
    for (const articleId of ids) found.set(articleId, await openFindings(deps, { articleId }))
  return deps.store.transaction(async tx => {
    const at = deps.now()
    const results: OneResult[] = []
    for (const articleId of ids) {
      const problem = await refused(() => act(tx, articleId, at))
      const title = problem === null ? '' : ((await articleById(tx, articleId))?.title ?? '')
      results.push({ articleId, title, problem })
    }
    return results
  })

  function act(tx: Db, articleId: string, at: number): Promise<unknown> {
    if (action.kind !== 'state') return fileArticle(tx, { person, articleId, archived: action.kind === 'archive', at })
    if (action.state !== 'approved') return setStateIn(tx, deps, { person, articleId, state: action.state }, at, null)
    return approve(tx, articleId, action, at)
  }

  async function approve(tx: Db, articleId: string, { bases, reason }: Approval, at: number): Promise<unknown> {
    const { id: translationId, head_number } = await findBareHead(tx, { articleId })
    const base = bases.get(translationId)
    // another translation is the one last worked on by now, and nobody has seen it
    if (base === undefined) throw new Problem('approval-behind', { head: head_number })
    const change = { person, articleId, translationId, state: 'approved', base, reason } as const
    return setStateIn(tx, deps, change, at, found.get(articleId) ?? null)
  }
}

/** A verb refuses before it writes; so the transaction can go on. */
const refused = async (work: () => Promise<unknown>): Promise<Problem | null> => {
  try {
    await work()
    return null
  } catch (error) {
    if (error instanceof Problem && error.status < 500) return error
    throw error
  }
}
