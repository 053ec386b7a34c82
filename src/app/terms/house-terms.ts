/** The house's terms as everything but their own pages knows them: those that are approved. */
import type { Term } from '../../checks/wording.ts'
import type { Severity } from '../../mqm/annotation.ts'
import type { CategoryId } from '../../mqm/typology.ts'
import type { Row } from '../../store/schema.ts'
import { allTerms, termsStamp } from '../../store/terms.ts'
import type { PartOfSpeech } from '../../text/term.ts'
import type { KeptTerms } from '../findings/check-job.ts'
import type { Deps } from '../deps.ts'
import { termFollower, type Follower } from './follow-terms.ts'

/** An approved term, as the checks take it. */
export interface HouseTerm extends Term {
  readonly id: string
  readonly inflection: readonly string[]
  readonly domain: string
  readonly category: CategoryId
  readonly severity: Severity
}

export const houseTermOf = (row: Row<'term'>): HouseTerm => ({
  id: row.id,
  preferred: row.preferred,
  variants: JSON.parse(row.variants) as readonly string[],
  partOfSpeech: row.part_of_speech as PartOfSpeech,
  inflection: JSON.parse(row.inflection) as readonly string[],
  domain: row.domain,
  category: row.category as CategoryId,
  severity: row.severity as Severity,
})

interface Kept {
  /** sent to the checks' threads as it is: nothing but data */
  readonly terms: KeptTerms & { readonly list: readonly HouseTerm[] }
  follower?: Follower<HouseTerm>
}

const kept = new WeakMap<Deps['store'], Kept>()

/** The approved terms, those too that replace nothing: no part of a known name is found. Read anew only where the termbase has changed. */
export const readHouseTerms = async (deps: Pick<Deps, 'store'>): Promise<KeptTerms> => (await current(deps)).terms

async function current({ store }: Pick<Deps, 'store'>): Promise<Kept> {
  // read first: what changes meanwhile is then read again the next time
  const stamp = await termsStamp(store.db)
  const known = kept.get(store)
  if (known?.terms.stamp === stamp) return known
  const list = (await allTerms(store.db, 'approved')).map(houseTermOf)
  const now = { terms: { stamp, list } }
  kept.set(store, now)
  return now
}

/**
 * Tells which approved term a correction follows: one of its variants before, its preferred words after, in whatever form. Asked once
 * for any number of corrections; each then takes some microseconds.
 */
export async function followedTerms(deps: Pick<Deps, 'store'>): Promise<Follower<HouseTerm>> {
  const now = await current(deps)
  return (now.follower ??= termFollower(now.terms.list))
}
