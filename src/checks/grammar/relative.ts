/** Whether something tells which one is meant, so that `den bil` is right. */
import type { Reading, Token } from '../reading.ts'
import { after, mayBeFinite } from './context.ts'
import { determiners, isA, pronouns } from './function-words.ts'

/** Nouns that stand so in set phrases: `i den mån`, `av den typ`. */
const set =
  /^(?:mån|grad|typ|sort|slag|art|form|fall|händelse|utsträckning|omfattning|storleksordning|mening|skull|tid|dag|gång|stund|år|ände|jord|anda|grund|vikt|skillnad|förutsättning|sätt|slags|sorts|syfte|hänseende|avseende)$/u

export const isSetPhrase = (noun: string): boolean => set.test(noun)

/** So far is looked for a relative clause. */
const reach = 16

/** Does something follow that may tell which one: `som …`, a clause without `som`, `av …`? */
export function saysWhich(reading: Reading, head: Token): boolean {
  const next = after(reading, head)
  if (next === undefined) return false
  if (next.kind === 'number' || pronouns.has(next.lower) || determiners.has(next.lower)) return true
  if (/^(?:av|i|med|för|till|på|enligt)$/u.test(next.lower) && set.test(head.lower)) return true
  // `den grupp av personer`, but not `den sista minut av matchen`
  const before = reading.tokens[head.index - 1]
  const bare = before !== undefined && determiners.has(before.lower)
  if (next.lower === 'av' && (bare || isSetPhrase(head.lower))) return true
  // `det intresse och den förståelse som …`, `de platser och människor de möter`
  if (isA('conjunction', next.lower))
    for (let i = next.index + 1; i < next.index + 5; i++) {
      const token = reading.tokens[i]
      if (token?.sentence !== head.sentence) break
      if (pronouns.has(token.lower) || determiners.get(token.lower)?.noun === 'definite') return true
    }
  if (next.kind === 'word' && !isA('preposition', next.lower) && !isA('conjunction', next.lower) && !mayBeFinite(reading, next)) return true
  for (let i = next.index; i < next.index + reach; i++) {
    const token = reading.tokens[i]
    if (token?.sentence !== head.sentence) return false
    if (isA('relative', token.lower)) return true
  }
  return false
} // prettier-ignore
