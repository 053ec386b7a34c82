import type { Check, Found } from './check.ts'
import { after, before, isPreposition, mayBeFinite } from './grammar/context.ts'
import { pronouns } from './grammar/function-words.ts'
import { capitalLike } from './grammar/inflect.ts'
import type { Reading, Token } from './reading.ts'

export const pronounCase: Check = {
  id: 'pronoun-case',
  family: 'grammar',
  category: 'linguistic-conventions/grammar',
  severity: 'minor',
  confidence: 0.88,
  title: { sv: 'Pronomenet har fel form', en: 'The pronoun is in the wrong case' },
  why: {
    sv: 'Efter preposition står personliga pronomen i objektsform (till henne, av honom), som subjekt i subjektsform (fruktar han att …). De efter preposition före som (av de som) godtas och anmärks inte (Språkriktighetsboken).',
    en: 'After a preposition personal pronouns are in the object form (till henne, av honom), as subjects in the subject form (fruktar han att …). De after a preposition and before som (av de som) is accepted and not reported (Språkriktighetsboken).',
  },
  examples: [
    'Polisen tog pengarna från [han→honom].',
    'Presidenten talade med [hon→henne] om avtalet.',
    'Beslutet fattades av [vi→oss] i styrelsen.',
    'Om framtiden tror [honom→han] att det blir bättre.',
    'Till hon kom var det tyst. För han visste det. Av de som kom var tio barn.',
    'Han kom före henne, och med det menar hon att allt är bra.',
    'I går bad honom ingen att stanna. De tvingade honom att gå.',
    'Ju mer vi arbetar med vi-känslan, desto bättre.',
  ],
  *find(reading) {
    for (const token of reading.tokens) {
      const found = afterPreposition(reading, token) ?? asSubject(reading, token)
      if (found !== null) yield found
    }
  },
}

/** Prepositions that begin no clause. */
const governing = /^(?:med|av|från|hos|mot|vid|bakom|bland|inför|bredvid|gentemot|angående)$/u

function afterPreposition(reading: Reading, token: Token): Found | null {
  if (!/^(?:jag|han|hon|vi|du)$/u.test(token.lower) || /^\p{Lu}/u.test(token.text)) return null
  const preposition = before(reading, token)
  if (preposition === undefined || !isPreposition(preposition) || !governing.test(preposition.lower)) return null
  // `det hus av vilket han …`, `han som`; what begins a clause has a verb soon
  for (let i = token.index + 1; i < token.index + 4; i++) {
    const next = reading.tokens[i]
    if (next?.sentence !== token.sentence || next.kind === 'sign') break
    if (next.lower === 'som' || mayBeFinite(reading, next)) return null
  }
  const object = pronouns.get(token.lower)
  return object === undefined
    ? null
    : {
        from: token.from,
        to: token.to,
        fixes: [capitalLike(token.text, object)],
        message: {
          sv: `Efter ”${preposition.lower}” står pronomenet i objektsform: ”${object}”.`,
          en: `After “${preposition.lower}” the pronoun is in the object form: “${object}”.`,
        },
      }
}

/** Verbs that have a clause, and no person, as their object. */
const saying =
  /^(?:tror|trodde|fruktar|fruktade|menar|menade|anser|ansåg|tycker|tyckte|hoppas|hoppades|hävdar|hävdade|uppger|uppgav|påpekar|påpekade|betonar|betonade|konstaterar|konstaterade|förklarar|säger|sade|sa|vet|visste|förmodar|antar)$/u
const subjects: ReadonlyMap<string, string> = new Map([
  ['honom', 'han'],
  ['henne', 'hon'],
  ['dem', 'de'],
  ['oss', 'vi'],
])

/** `fruktar honom att …`: no object, but the subject after its verb */
function asSubject(reading: Reading, token: Token): Found | null {
  const subject = subjects.get(token.lower)
  const verb = subject === undefined ? undefined : before(reading, token)
  if (subject === undefined || verb === undefined || !saying.test(verb.lower)) return null
  const next = after(reading, token)
  if (next?.lower !== 'att') return null
  // with a subject before the verb it is the object after all: `hon sade honom att`
  const start = reading.sentences[token.sentence]?.first ?? 0
  const previous = before(reading, verb)
  if (previous === undefined || previous.index - start > 12 || pronouns.has(previous.lower)) return null
  return {
    from: token.from,
    to: token.to,
    fixes: [subject],
    message: {
      sv: `”${token.lower}” är subjekt till ”${verb.lower}” och ska stå i subjektsform: ”${subject}”.`,
      en: `“${token.lower}” is the subject of “${verb.lower}” and is in the subject form: “${subject}”.`,
    },
  }
}
