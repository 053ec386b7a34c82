import { flagsOfTranslation, type Flag } from '../../store/flags.ts'
import type { FlagView } from '../../wire/flag.ts'
import { disclosedFlags } from '../annotate/disclosed.ts'
import type { Deps } from '../deps.ts'
import { withSteadyHead, type Head } from '../find-head.ts'
import { flagView } from './flag-views.ts'

/** The flags of a translation but those withdrawn, in the order of the text; those whose words are gone come last. */
export const flagsOf = (deps: Deps, translationId: string): Promise<FlagView[]> =>
  withSteadyHead(deps.store.db, { translationId }, head => flagViews(deps, head))

function inOrder(flags: readonly Flag[], head: Head): FlagView[] {
  const at = (view: FlagView): number => view.place?.from ?? Infinity
  const views = flags.map(flag => flagView(flag, head.head_text))
  return views.sort((a, b) => (at(a) === at(b) ? 0 : at(a) - at(b)))
}

export const flagViews = async (deps: Deps, head: Head): Promise<FlagView[]> =>
  inOrder(await flagsOfTranslation(deps.store.db, head.id), head)

/** With those of annotations apart that are disclosed: what is given out. */
export const disclosedFlagViews = async (deps: Deps, head: Head): Promise<FlagView[]> =>
  inOrder(await disclosedFlags(deps.store.db, head.id), head)
