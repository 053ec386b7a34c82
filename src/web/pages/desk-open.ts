import { openDesk } from '../../app/desk/open-desk.ts'
import type { Page } from '../page.ts'
import { patience } from '../patience.ts'
import { which } from '../which.ts'

/** All the review page's script needs, as JSON (`wire/desk.ts`). */
export const deskOpen: Page = async ask => ({
  kind: 'data',
  data: await openDesk(ask.deps, { ...which(ask), browser: ask.browser, person: ask.person, patience }),
})
