import { flagsOfTranslation } from '../store/flags.ts'
import type { FlagView } from '../wire/flag.ts'
import type { Deps } from './deps.ts'
import { withSteadyHead, type Head } from './find-head.ts'
import { flagView } from './flag-views.ts'

/** The flags of a translation but those withdrawn, in the order of the text; those whose words are gone come last. */
export const flagsOf = (deps: Deps, translationId: string): Promise<FlagView[]> =>
  withSteadyHead(deps.store.db, { translationId }, head => flagViews(deps, head))

export async function flagViews(deps: Deps, head: Head): Promise<FlagView[]> {
  const views = (await flagsOfTranslation(deps.store.db, head.id)).map(flag => flagView(flag, head.head_text))
  const at = (view: FlagView): number => view.place?.from ?? Infinity
  return views.sort((a, b) => (at(a) === at(b) ? 0 : at(a) - at(b)))
}
