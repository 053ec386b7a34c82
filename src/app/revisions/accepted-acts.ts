import type { ChangeSet } from '@codemirror/state'
import type { CheckActKind } from '../../store/check-acts.ts'
import { newId } from '../../store/id.ts'
import type { Row } from '../../store/schema.ts'
import type { Reason } from '../../wire/save.ts'

/** Of the words before and after, so many characters are kept: an act is a line of a list. */
const longest = 300

const cut = (words: string): string => words.slice(0, longest).toWellFormed()

/**
 * The findings whose fixes a save takes: an act for each reason that names its check.
 * @param change of `before`, which makes `after`; the reasons' spans are of `after`
 */
export function acceptedActs(
  save: {
    readonly before: string
    readonly after: string
    readonly change: ChangeSet
    readonly reasons: readonly Reason[]
  },
  about: Pick<Row<'check_act'>, 'article_id' | 'translation_id' | 'revision' | 'person_id' | 'at'>,
): (Omit<Row<'check_act'>, 'kind'> & { readonly kind: CheckActKind })[] {
  const reasons = save.reasons.filter(reason => reason.check !== undefined)
  if (reasons.length === 0) return []
  const back = save.change.invertedDesc
  return reasons.map(({ check, from, to, category, severity, about: of }) => ({
    id: newId(),
    check_id: check ?? '',
    kind: 'accept',
    ...about,
    words: cut(save.before.slice(back.mapPos(from, -1), back.mapPos(to, 1))),
    fix: cut(save.after.slice(from, to)),
    detail: JSON.stringify({ category, severity }),
    about: of ?? '',
  }))
}
