import { unsettleSome, unsettledTranslations } from '../store/corrections.ts'
import { correctionsVersion } from './checks-version.ts'
import type { Deps } from './deps.ts'
import { keepDoing, type Kept } from './keep-doing.ts'
import { markAnew } from './mark-anew.ts'
import { settleTranslation } from './settle-corrections.ts'
import { spreadTerms } from './spread-terms.ts'

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
  const failed: string[] = []
  return keepDoing(
    async stopped => {
      const [id] = await unsettledTranslations(deps.store.db, 1, failed)
      if (id === undefined)
        return (await markAnew(deps, 'corrections', await correctionsVersion(), unsettleSome)) || spreadTerms(deps)
      try {
        await settleTranslation(deps, id)
      } catch (error) {
        if (stopped.aborted) return false
        // a database that is away fails this too, and then the whole loop waits
        await unsettledTranslations(deps.store.db, 1)
        failed.push(id)
        log(
          `the corrections of translation ${id} were not derived: ${error instanceof Error ? error.message : String(error)}`,
        )
      }
      return true
    },
    { pause, what: 'the corrections were not derived', log },
  )
}
