import { pairById } from '../../store/memory.ts'
import { termById } from '../../store/terms.ts'
import type { Deps } from '../deps.ts'

/** What a pair or a term would correct, and to what (of a pair what a person has written instead, if anybody has), as a batch's form has it; null where there is none (any longer). */
export async function wordsAbout(
  { store }: Deps,
  kind: string,
  about: string,
): Promise<{ readonly before: string; readonly after: string } | null> {
  if (!/^[0-9a-z]{16}$/.test(about)) return null
  if (kind === 'term') {
    const term = await termById(store.db, about)
    return term ? { before: (JSON.parse(term.variants) as string[]).join(' | '), after: term.preferred } : null
  }
  const pair = await pairById(store.db, about)
  return pair ? { before: pair.before_text, after: pair.instead ?? pair.after_text } : null
}
