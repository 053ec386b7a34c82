import { Problem } from '../../errors.ts'
import type { Span } from '../../text/span.ts'
import { findAgain } from '../../text/found.ts'
import type { FlagView } from '../../wire/flag.ts'
import { changeFlag, notWithdrawn, type FlagDeed } from './change-flag.ts'
import type { Deps } from '../deps.ts'
import { placeOf } from './flag-views.ts'
import { anchorOf, openAt } from './place-flags.ts'

/** Places looked through for the one that was confirmed. */
const mostFound = 1000

/**
 * A person confirms that an orphaned flag's words, found again in the head, are the ones meant: the flag is anchored there anew.
 * Found but for case, spaces, quotes or dashes, its words are from then on those that stand there; its story keeps the old ones.
 * @throws Problem flag-misfit where its words do not stand there, or the flag is not orphaned; as `changeFlag`
 */
export const confirmFlagPlace = (deps: Deps, deed: FlagDeed & Span): Promise<FlagView> =>
  changeFlag(deps, deed, 'confirm-place', (flag, head) => {
    const { from, to } = deed
    const before = { ...anchorOf(notWithdrawn(flag)) }
    const after = { revision: head.head_number, from, to, words: head.head_text.slice(from, to) }
    const again = before.revision === after.revision && before.from === from && before.to === to
    if (again) return null
    const found = findAgain(flag.words, head.head_text, mostFound)
    const orphaned = placeOf(flag).state === 'orphaned'
    if (!orphaned || !found.some(span => span.from === from && span.to === to)) throw new Problem('flag-misfit')
    return {
      values: {
        revision: after.revision,
        span_from: from,
        span_to: to,
        words: after.words,
        place: JSON.stringify(openAt(after)),
      },
      detail: { before, after },
    }
  })
