import { authorsOf } from '../../store/revisions.ts'
import { blame } from '../../text/blame.ts'
import { pathTo } from '../../text/path.ts'
import { words } from '../../text/words.ts'
import type { Deps } from '../deps.ts'
import { findBareHead, type Which } from '../find-head.ts'
import { allSteps } from '../flags/place-flags.ts'
import { textAt } from './read-revision.ts'

export interface Authorship {
  readonly articleId: string
  readonly translationId: string
  /** the revision whose text this is */
  readonly revision: number
  readonly head: number
  readonly text: string
  /** every passage of the text once, in order; `author` is null where the machine wrote it (revision 0) */
  readonly origins: readonly Written[]
  /** share of the text's words that stem whole from the machine's, 0 to 1 */
  readonly survivingMt: number
}

export interface Written {
  readonly from: number
  readonly to: number
  readonly revision: number
  readonly author: string | null
}

/** Share of the words that lie in passages of revision 0. */
function shareOfMt(text: string, origins: readonly Written[]): number {
  const all = words(text)
  if (all.length === 0) return 1
  let at = 0
  let whole = 0
  for (const word of all) {
    while ((origins[at]?.to ?? Infinity) <= word.from) at += 1
    const origin = origins[at]
    if (origin?.revision === 0 && word.to <= origin.to) whole += 1
  }
  return whole / all.length
}

/** Who wrote each word of a revision (the head, if none is named). What was restored is its first author's again. */
export async function authorship(
  deps: Deps,
  input: Which & { readonly revision?: number | undefined },
): Promise<Authorship> {
  const head = await findBareHead(deps.store.db, input)
  const revision = input.revision ?? head.head_number
  const text = await textAt(deps, head.id, revision)
  const [mt, steps, authors] = await Promise.all([
    textAt(deps, head.id, 0),
    allSteps(deps, head.id, revision),
    authorsOf(deps.store.db, head.id),
  ])
  const origins = blame(pathTo(steps, revision), mt.length).map(origin => ({
    ...origin,
    author: origin.revision === 0 ? null : (authors.get(origin.revision) ?? ''),
  }))
  return {
    articleId: head.article_id,
    translationId: head.id,
    revision,
    head: head.head_number,
    text,
    origins,
    survivingMt: shareOfMt(text, origins),
  }
}
