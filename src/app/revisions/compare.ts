import type { TextDiff } from '../../text/diff/index.ts'
import type { Deps } from '../deps.ts'
import { findBareHead, type Which } from '../find-head.ts'
import { revisionView, textAt, type RevisionView } from './read-revision.ts'

export interface Comparison {
  readonly articleId: string
  readonly translationId: string
  readonly head: number
  readonly from: RevisionView
  readonly to: RevisionView
  /** the text of `from` */
  readonly a: string
  /** the text of `to` */
  readonly b: string
  readonly diff: TextDiff
}

/** Two revisions and the diff of their texts: never a composition of changes, which would show what came and went between. */
export async function compareRevisions(
  deps: Deps,
  input: Which & { readonly from: number; readonly to: number },
): Promise<Comparison> {
  const head = await findBareHead(deps.store.db, input)
  const [from, to] = await Promise.all([revisionView(deps, head, input.from), revisionView(deps, head, input.to)])
  const [a, b] = await Promise.all([textAt(deps, head.id, input.from), textAt(deps, head.id, input.to)])
  const diff = deps.hunks.diff({ hash: from.hash, text: a }, { hash: to.hash, text: b }, head.fixed === 1)
  return { articleId: head.article_id, translationId: head.id, head: head.head_number, from, to, a, b, diff }
}
