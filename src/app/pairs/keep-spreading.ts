import type { Deps } from '../deps.ts'
import { keepDoing, type Kept } from '../keep-doing.ts'
import { revoiceNext } from './revoice-pairs.ts'
import { spreadNext } from './spread-pair.ts'

/** How often is looked for pairs whose voice has changed, ms: a look at an index. */
const usualPause = 1000

/** Tells the articles in the background what the memory has learned, and hears all pairs anew where the rules are others, until it is stopped. */
export const keepSpreading = (
  deps: Deps,
  { pause = usualPause, log }: { readonly pause?: number; readonly log: (line: string) => void },
): Kept =>
  keepDoing(async () => (await spreadNext(deps)) || revoiceNext(deps), {
    pause,
    what: 'what the memory has learned was not spread',
    log,
  })
