import { Problem } from '../../errors.ts'
import { flagById } from '../../store/flags.ts'
import { newId } from '../../store/id.ts'
import type { Tx } from '../../store/schema.ts'
import type { FlagView, NewFlag } from '../../wire/flag.ts'
import { checkSpan } from './anchor-flags.ts'
import type { Deps, Person } from '../deps.ts'
import { findHead, needPerson, type Which } from '../find-head.ts'
import { flagView } from './flag-views.ts'
import { onSteadyHead } from '../on-steady-head.ts'
import { placeAlong } from './place-flags.ts'
import { textAt } from '../revisions/read-revision.ts'
import { sumUpFlags } from '../queue/sum-up.ts'
import { beginReview } from '../queue/summarise.ts'
import { insertFlags } from './write-flag.ts'

/**
 * Sets a flag on words of a stored revision (0 is the machine's text) and follows it to the head at once. A flag of the same id, made by
 * the caller, is set once however often it is sent. The first one on a new translation puts it in review.
 * @throws Problem name-missing, flag-misfit, revision-unknown, field-invalid (the id is another's), article-unknown, …
 */
export async function setFlag(
  deps: Deps,
  author: Which & { readonly person: Person | null },
  flag: NewFlag,
): Promise<FlagView> {
  const person = needPerson(author.person)
  const id = flag.id ?? newId()
  return onSteadyHead(deps, async () => {
    const head = await findHead(deps.store.db, author)
    if (flag.revision > head.head_number) throw new Problem('revision-unknown')
    const text = flag.revision === head.head_number ? head.head_text : await textAt(deps, head.id, flag.revision)
    checkSpan(flag, text)
    const words = text.slice(flag.from, flag.to)
    const place = await placeAlong(deps, head.id, { ...flag, words }, head.head_number)
    const placed = { ...flag, id, words, place }
    const at = deps.now()
    const write = async (tx: Tx): Promise<FlagView | null> => {
      await insertFlags(tx, { translationId: head.id, person, at, flags: [placed] })
      await beginReview(tx, head, person, at)
      await sumUpFlags(tx, deps, { head, person, at })
      const set = await flagById(tx, id)
      return set ? flagView(set, head.head_text) : null
    }
    return { head, write }
  })
}
