import type { Severity } from '../../mqm/annotation.ts'
import { checkSettings, houseStamp } from '../../store/check-settings.ts'
import { dismissalsForAll, type Dismissal } from '../../store/dismissals.ts'
import type { KeptTerms } from './check-job.ts'
import type { Deps } from '../deps.ts'
import { readHouseTerms } from '../terms/house-terms.ts'

/** What holds for the findings of every article. */
export interface House {
  /** another text after each change */
  readonly stamp: string
  /** ids of the checks switched off, in order */
  readonly off: readonly string[]
  /** severities set otherwise than the check says */
  readonly severities: ReadonlyMap<string, Severity>
  readonly dismissals: readonly Dismissal[]
  /** the approved ones */
  readonly terms: KeptTerms
}

const kept = new WeakMap<Deps['store'], House>()

/** As it stands; read anew only where it has changed. */
export async function readHouse({ store }: Pick<Deps, 'store'>): Promise<House> {
  const { db } = store
  // read first: what changes meanwhile is then read again the next time
  const stamp = await houseStamp(db)
  const known = kept.get(store)
  if (known?.stamp === stamp) return known
  const [settings, dismissals, terms] = await Promise.all([
    checkSettings(db),
    dismissalsForAll(db),
    readHouseTerms({ store }),
  ])
  const house = {
    stamp,
    off: settings
      .filter(setting => setting.enabled === 0)
      .map(setting => setting.check_id)
      .sort(),
    severities: new Map(settings.flatMap(s => (s.severity === '' ? [] : [[s.check_id, s.severity as Severity]]))),
    dismissals,
    terms,
  }
  kept.set(store, house)
  return house
}
