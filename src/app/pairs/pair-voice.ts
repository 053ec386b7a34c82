/** A pair's voice kept up: written whenever anything that it follows from is. */
import type { Row } from '../../store/schema.ts'
import { dismissalsAbout, holdPair, pairById, stampMemory, updatePair, type PairChange } from '../../store/memory.ts'
import type { Db } from '../../store/schema.ts'
import { anchorOf } from '../../text/anchor.ts'
import { ruleOf, voiceOf, type Facts } from './voice.ts'

export const factsOf = (pair: Row<'pair'>): Facts => ({
  before: pair.before_text,
  after: pair.after_text,
  status: pair.status,
  corrections: pair.corrections,
  articles: pair.articles,
  declined: pair.declined,
  kept: pair.kept,
  system: pair.system,
  near: JSON.parse(pair.near) as readonly string[],
})

/** What a person has made a rule of is found by its words, even where it would be none by itself. */
export const anchorFor = ({ status, before_text: before, after_text: after }: Row<'pair'>): string =>
  status === 'pinned' ? anchorOf(before) : ruleOf(before, after).anchor

/** Writes a change of a pair, with the voice that follows from it. The pair's row must be held. */
export async function changePair(tx: Db, pair: Row<'pair'>, change: PairChange): Promise<Row<'pair'>> {
  const changed = { ...pair, ...change }
  const voiced = { ...changed, anchor: anchorFor(changed), voice: voiceOf(factsOf(changed)) }
  await updatePair(tx, pair.id, { ...change, anchor: voiced.anchor, voice: voiced.voice })
  if (pair.voice > 0 || voiced.voice > 0) await stampMemory(tx)
  return voiced
}

/** Counts anew how many findings about a pair stand dismissed. What is no pair's id is a term's, and nothing happens. */
export async function countDeclines(tx: Db, about: string): Promise<void> {
  if (about === '' || !(await holdPair(tx, about))) return
  const pair = await pairById(tx, about)
  const declined = await dismissalsAbout(tx, about)
  if (pair && pair.declined !== declined) await changePair(tx, pair, { declined })
}
