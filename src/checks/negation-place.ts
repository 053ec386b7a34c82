import type { Check, Found } from './check.ts'
import { after, before, isFinite } from './grammar/context.ts'
import { subjectAt } from './grammar/clause.ts'
import { isA } from './grammar/function-words.ts'
import { isInfinitive } from './grammar/verbs.ts'
import type { Reading, Token } from './reading.ts'

export const negationPlace: Check = {
  id: 'negation-place',
  family: 'grammar',
  category: 'linguistic-conventions/grammar',
  severity: 'minor',
  confidence: 0.85,
  title: { sv: 'inte står efter verbet i en bisats', en: 'inte after the verb of a subordinate clause' },
  why: {
    sv: 'I en bisats står inte före det böjda verbet: problem som inte är lösta, om han inte kommer (Svenska Akademiens grammatik, den så kallade biff-regeln).',
    en: 'In a subordinate clause inte comes before the finite verb: problem som inte är lösta, om han inte kommer (Svenska Akademiens grammatik).',
  },
  examples: [
    'Det finns problem som [är inte→inte är] lösta.',
    'Om han [kommer inte→inte kommer] i tid, börjar vi.',
    'Hon stannar eftersom hon [vill inte→inte vill] åka.',
    'Mötet ställs in när ministern [kan inte→inte kan] komma.',
    'Det finns problem som är inte bara svåra utan farliga.',
    'Han sade att det var inte hans fel. Frågan är om det inte blir regn.',
    'Så länge vi lever dör vi inte. När han kom var han inte arg.',
    'Det som är inte minst viktigt är tiden.',
  ],
  *find(reading) {
    for (const token of reading.tokens) {
      const found = token.lower === 'inte' ? findAt(reading, token) : null
      if (found !== null) yield found
    }
  },
}

/** After these no main clause stands: not `att`, `så att`, whose clauses may be in the order of one. */
const strict = /^(?:om|eftersom|när|medan|innan|ifall|såvida|där|tills|emedan)$/u

function findAt(reading: Reading, negation: Token): Found | null {
  const verb = before(reading, negation)
  const next = after(reading, negation)
  // `inte bara`, `inte minst`: said of what follows
  if (
    verb === undefined ||
    /^(?:bara|minst|ens|heller|endast|enbart|utan|så|alls|mindre|mer|fler|färre|en|ett|särskilt|helt)$/u.test(
      next?.lower ?? '',
    )
  )
    return null
  // `får de medel som används inte placeras`: said of another verb
  if (!isFinite(reading, verb) || (isInfinitive(reading, next) && !isA('modal', verb.lower))) return null
  const previous = before(reading, verb)
  // `som synes inte`
  if (previous?.lower === 'som' && /^(?:synes|framgår|sägs|heter|nämnts|sagts|hörs|märks)$/u.test(verb.lower))
    return null
  const clause =
    previous?.lower === 'som' ? isRelative(reading, previous) : previous !== undefined && begun(reading, verb)
  return clause
    ? {
        from: verb.from,
        to: negation.to,
        fixes: [`${negation.text} ${verb.text}`],
        message: {
          sv: `I bisatsen står ”inte” före verbet: ”inte ${verb.lower}”.`,
          en: `In the subordinate clause “inte” comes before the verb: “inte ${verb.lower}”.`,
        },
      }
    : null
}

/** `som` after a noun; as `like` it has no verb of its own. */
const isRelative = (reading: Reading, som: Token): boolean => {
  const previous = before(reading, som)
  return previous?.kind === 'word' && !/^(?:så|precis|sådan|samma|lika)$/u.test(previous.lower)
}

/** Does a conjunction, with a subject right after it, end at this verb? */
function begun(reading: Reading, verb: Token): boolean {
  for (let back = 2; back <= 5; back++) {
    const token = reading.tokens[verb.index - back]
    if (token?.sentence !== verb.sentence || token.kind === 'sign') return false
    if (!isA('subordinator', token.lower)) continue
    if (!strict.test(token.lower)) return false
    const subject = subjectAt(reading, token.index + 1)
    if (subject === null || subject.kind === 'name' || token.index + 1 + subject.length !== verb.index) return false
    // `frågan om polisen kommer inte`, `i staden där`: a noun may be what the preposition governs
    return subject.kind === 'pronoun' || !/^(?:om|innan)$/u.test(token.lower) || token.opens
  }
  return false
}
