import { Problem } from '../../errors.ts'
import { eventsOfFlag, flagById } from '../../store/flags.ts'
import { bareHeadOf } from '../../store/heads.ts'
import { revisionLine } from '../../store/revisions.ts'
import type { FlagView } from '../../wire/flag.ts'
import type { Deps } from '../deps.ts'
import { findHead } from '../find-head.ts'
import { flagView, placeOf } from './flag-views.ts'

export interface FlagStory {
  readonly flag: FlagView
  readonly articleId: string
  readonly translationId: string
  readonly withdrawn: boolean
  /** oldest first; `detail` is what was set, `{before, after}`, or `{reason}`, by the kind */
  readonly events: readonly {
    readonly kind: string
    readonly person: string
    readonly at: number
    readonly detail: unknown
  }[]
  /** the revision that changed the flagged words (or removed them), as the text stands now, and who saved it */
  readonly fixedBy: {
    readonly number: number
    readonly author: string
    readonly at: number
    readonly summary: string
  } | null
}

/** The article that a flag is of; null where there is no such flag. */
export async function articleOfFlag({ store: { db } }: Pick<Deps, 'store'>, flagId: string): Promise<string | null> {
  const flag = await flagById(db, flagId)
  return (flag && (await bareHeadOf(db, { translationId: flag.translation_id })))?.article_id ?? null
}

/** All that happened to a flag. @throws Problem flag-unknown */
export async function flagStory(deps: Deps, flagId: string): Promise<FlagStory> {
  const { db } = deps.store
  const flag = await flagById(db, flagId)
  if (flag === undefined) throw new Problem('flag-unknown')
  const head = await findHead(db, { translationId: flag.translation_id })
  const place = placeOf(flag)
  const fixing = place.state === 'open' ? undefined : await revisionLine(db, head.id, place.by)
  const events = await eventsOfFlag(db, flagId)
  return {
    flag: flagView(flag, head.head_text),
    articleId: head.article_id,
    translationId: head.id,
    withdrawn: flag.withdrawn_at !== null,
    events: events.map(({ kind, person, at, detail }) => ({ kind, person, at, detail: JSON.parse(detail) as unknown })),
    fixedBy: fixing
      ? { number: fixing.number, author: fixing.author, at: fixing.created_at, summary: fixing.summary }
      : null,
  }
}
