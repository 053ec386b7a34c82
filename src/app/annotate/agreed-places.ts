import { pairAnnotations, type Marked } from '../../metrics/agreement/pairing.ts'
import type { Severity } from '../../mqm/annotation.ts'
import type { CategoryId } from '../../mqm/typology.ts'
import { adjudicationsOf, type Adjudication } from '../../store/annotations.ts'
import type { Flag } from '../../store/flags.ts'
import type { Db } from '../../store/schema.ts'
import { comparableFlags } from './comparable-layers.ts'

/** How far it has been decided what is right of what annotators have marked. */
export interface AgreedPlaces {
  /** of all places that anybody has marked, what several have marked of one error being one */
  readonly decided: number
  readonly all: number
}

/** What is measured of a flag, with the flag. */
export const markedOf = (flag: Flag) => ({
  id: flag.id,
  from: flag.span_from,
  to: flag.span_to,
  category: flag.category as CategoryId,
  severity: flag.severity as Severity,
  flag,
})
export type MarkedFlag = ReturnType<typeof markedOf>

/** A flag by its id. */
type Known = Marked & { readonly id: string }

/** The flags that are about the same error by any two layers' pairing. */
function partnersOf(layers: readonly (readonly Known[])[]): ReadonlyMap<string, readonly string[]> {
  const partners = new Map(layers.flat().map(({ id }) => [id, [] as string[]]))
  for (const [i, a] of layers.entries())
    for (const b of layers.slice(i + 1))
      for (const pair of pairAnnotations(a, b).pairs) {
        partners.get(pair.a.id)?.push(pair.b.id)
        partners.get(pair.b.id)?.push(pair.a.id)
      }
  return partners
}

/** All that hangs together with a flag, each once. */
function placeOf(id: string, partners: ReadonlyMap<string, readonly string[]>, seen: Set<string>): string[] {
  const place: string[] = []
  const waiting = [id]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    place.push(next)
    waiting.push(...(partners.get(next) ?? []))
  }
  return place
}

/**
 * The places of two or more layers, and how many of them are decided: those in which about each flag, or one that is paired with it, something
 * was. With two layers these are the pairs of their comparison.
 */
export function agreedPlaces(
  layers: readonly (readonly Known[])[],
  decisions: readonly Pick<Adjudication, 'a_flag_id' | 'b_flag_id'>[],
): AgreedPlaces {
  const partners = partnersOf(layers)
  const about = new Set(decisions.flatMap(({ a_flag_id, b_flag_id }) => [a_flag_id, b_flag_id]))
  const isDecided = (id: string): boolean => about.has(id) || (partners.get(id) ?? []).some(other => about.has(other))
  const seen = new Set<string>()
  let [decided, all] = [0, 0]
  for (const id of partners.keys()) {
    const place = placeOf(id, partners, seen)
    if (place.length === 0) continue
    all += 1
    if (place.every(isDecided)) decided += 1
  }
  return { decided, all }
}

/** Whether the version agreed on is whole. */
export const isAgreed = (places: AgreedPlaces | null): boolean =>
  places !== null && places.all > 0 && places.decided === places.all

/** How far the annotators of a translation have come to agree; null where there are no two, or nothing was decided yet. */
export async function agreedPlacesOf(db: Db, translationId: string, layers: number): Promise<AgreedPlaces | null> {
  if (layers < 2) return null
  const decisions = await adjudicationsOf(db, translationId)
  if (decisions.length === 0) return null
  const flags = await comparableFlags(db, translationId)
  return agreedPlaces(
    [...flags.values()].map(of => of.map(markedOf)),
    decisions,
  )
}
