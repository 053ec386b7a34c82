/** When a term is approved, changed or declined, the corrections that follow it, or did, are told by it, or no longer. */
import { unsettlePairs } from '../../store/corrections.ts'
import { nextAct } from '../../store/house-acts.ts'
import { pairsBy } from '../../store/pairs.ts'
import type { Row } from '../../store/schema.ts'
import { rowsWith, shortestIndexed } from '../../store/search.ts'
import { readSetting, writeSetting } from '../../store/settings.ts'
import { termById, termsStamp } from '../../store/terms.ts'
import { foldForSearch } from '../../text/fold.ts'
import type { TermEntry } from '../../wire/term.ts'
import type { Deps } from '../deps.ts'
import { termFollower } from './follow-terms.ts'
import { entryOf } from './write-term.ts'

/** Of each variant so many pairs are looked at, and so many translations are marked at once. */
const [mostPairs, markedAtOnce] = [2000, 200]
/** What an inflected form may have otherwise at its end, and the shortest stem. */
const [ending, stem] = [2, 3]

const setting = 'terms-spread'

/** What all forms of a wording have in common that the index can find: the beginning of its longest word; null where that is too short. */
function needleOf(variant: string): string | null {
  const words = foldForSearch(variant).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a), '')
  const needle = longest.slice(0, Math.max(stem, longest.length - ending))
  return Array.from(needle).length < shortestIndexed ? null : needle
}

/** What the term said before an act, and what it says by now; nothing of either that was never approved. */
async function said({ store }: Deps, act: Row<'house_act'>): Promise<readonly TermEntry[]> {
  const { before, after } = JSON.parse(act.detail) as Record<'before' | 'after', Partial<TermEntry> | undefined>
  const row = await termById(store.db, act.subject_id)
  if (row === undefined) return []
  const now = entryOf(row)
  const isConcerned = [before, after, now].some(entry => entry?.status === 'approved')
  return isConcerned ? [now, { ...now, ...before }] : []
}

/** The pairs that follow one of the entries: few of those that have its words. */
async function following({ store }: Deps, entries: readonly TermEntry[]): Promise<readonly string[]> {
  const needles = new Set(entries.flatMap(({ variants }) => variants.map(needleOf)))
  const follows = termFollower(
    entries.map(({ preferred, variants, inflection }) => ({ preferred, variants, inflection })),
  )
  const found = new Set<string>()
  for (const needle of needles) {
    if (needle === null) continue
    const pairs = await pairsBy(store.db, 'id', await rowsWith(store.db, 'pair', 'id', needle, mostPairs))
    for (const { id, before_text, after_text } of pairs) if (follows(before_text, after_text)) found.add(id)
  }
  return [...found].sort()
}

/**
 * Has the corrections derived anew that the next change of the termbase concerns, some hundred at a time. How far it has come is
 * remembered: the stamp of the termbase when all is done, else the act, and the translation up to which its corrections are marked.
 * @returns false where there is nothing to do
 */
export async function spreadTerms(deps: Deps): Promise<boolean> {
  const { db } = deps.store
  const stamp = await termsStamp(db)
  const [known, after = '', act = '', upTo = ''] = ((await readSetting(db, setting)) ?? '').split(' ')
  if (known === stamp || (known === undefined && stamp === '0')) return false
  const next = await nextAct(db, 'term', after)
  const pairs = next === undefined ? [] : await following(deps, await said(deps, next))
  await deps.store.transaction(async tx => {
    const last = next && (await unsettlePairs(tx, pairs, next.id === act ? upTo : '', markedAtOnce))
    const place = next === undefined ? [stamp, after] : last ? ['', after, next.id, last] : ['', next.id]
    await writeSetting(tx, setting, place.join(' '))
  })
  return true
}
