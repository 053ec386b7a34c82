import { Problem } from '../errors.ts'
import type { Span } from '../text/span.ts'
import type { FlagView } from '../wire/flag.ts'
import { checkSpan } from './anchor-flags.ts'
import { changeFlag, notWithdrawn, type FlagDeed } from './change-flag.ts'
import type { Deps } from './deps.ts'
import { openAt } from './place-flags.ts'

/**
 * A person confirms that an orphaned flag's words, found again in the head, are the ones meant: the flag is anchored there anew.
 * @throws Problem flag-misfit where other words stand there, or the flag is not orphaned; as `changeFlag`
 */
export const confirmFlagPlace = (deps: Deps, deed: FlagDeed & Span): Promise<FlagView> =>
  changeFlag(deps, deed, 'confirm-place', (flag, head) => {
    const { from, to } = deed
    checkSpan(deed, head.head_text)
    if (head.head_text.slice(from, to) !== notWithdrawn(flag).words || from === to) throw new Problem('flag-misfit')
    const before = { revision: flag.revision, from: flag.span_from, to: flag.span_to }
    const after = { revision: head.head_number, from, to }
    if (before.revision === after.revision && before.from === from && before.to === to) return null
    return {
      values: { revision: after.revision, span_from: from, span_to: to, place: JSON.stringify(openAt(after)) },
      detail: { before, after },
    }
  })
