import { unsettleSome, unsettledTranslations } from '../../store/corrections.ts'
import { correctionsVersion } from '../checks-version.ts'
import type { Deps } from '../deps.ts'
import { keepDeriving, type Kept } from '../keep-doing.ts'
import { markAnew } from './mark-anew.ts'
import { settleTranslation } from './settle-corrections.ts'
import { spreadTerms } from '../terms/spread-terms.ts'

/** How often is looked for translations that have changed, ms: a look at an index. */
const usualPause = 1000
/**
 * Derives corrections in the background until it is stopped, wherever a text, a flag or a ruling was changed, also in another process; and
 * all of them anew where the rules by which they are derived have changed with the program, and those that a changed term concerns. One that cannot be derived is told, and tried
 * again by the next start.
 */
export function keepLearning(
  deps: Deps,
  { pause = usualPause, log }: { readonly pause?: number; readonly log: (line: string) => void },
): Kept {
  return keepDeriving(
    {
      waiting: (limit, but) => unsettledTranslations(deps.store.db, limit, but),
      derive: async id => void (await settleTranslation(deps, id)),
      otherwise: async () =>
        (await markAnew(deps, 'corrections', await correctionsVersion(), unsettleSome)) || spreadTerms(deps),
      failed: id => `the corrections of translation ${id} were not derived`,
    },
    { pause, what: 'the corrections were not derived', log },
  )
}
