import type { Check, Found } from './check.ts'
import { after, before, isFiniteAfter } from './grammar/context.ts'
import { subjectAt } from './grammar/clause.ts'
import { determiners } from './grammar/function-words.ts'
import { adjectiveStands } from './grammar/cells.ts'
import type { Reading, Token } from './reading.ts'

export const missingAtt: Check = {
  id: 'missing-att',
  family: 'grammar',
  category: 'linguistic-conventions/grammar',
  severity: 'minor',
  confidence: 0.87,
  title: { sv: '”att” saknas', en: '“att” is missing' },
  why: {
    sv: 'Efter verb som förklara, meddela, uppge inleds en bisats med att: förklarade att gruppen var nöjd. Att det utelämnas efter säga, tro, tycka hör till talspråket och anmärks inte (Svenska Akademiens grammatik).',
    en: 'After verbs such as förklara, meddela, uppge a clause begins with att: förklarade att gruppen var nöjd. To leave it out after säga, tro, tycka is informal and not reported (Svenska Akademiens grammatik).',
  },
  examples: [
    'En representant [förklarade hans grupp→förklarade att hans grupp] var bekymrad.',
    'Polisen [meddelar mannen→meddelar att mannen] har gripits.',
    'Kommunen [hävdar det→hävdar att det] finns plats.',
    'Polisen meddelar att mannen har gripits. Hon tror han kommer.',
    '”Det är bra”, förklarade ministern. I går förklarade ministern varför.',
    'Den uppskattade tiden är fel. Området som visar de öppna bilderna saknas.',
    'Han uppgav var bomben låg. Det bekräftar polisen.',
  ],
  *find(reading) {
    for (const token of reading.tokens) {
      const found = reporting.test(token.lower) ? findAt(reading, token) : null
      if (found !== null) yield found
    }
  },
}

/** Verbs of written reports, whose clause has its conjunction. */
const reporting =
  /^(?:förklarar|förklarade|meddelar|meddelade|uppger|uppgav|hävdar|hävdade|betonar|betonade|påpekar|påpekade|konstaterar|konstaterade|understryker|underströk|bekräftar|bekräftade|varnar|varnade|uppskattar|uppskattade|framhåller|framhöll|rapporterar|rapporterade|avslöjar|avslöjade|visar|visade|beräknar|beräknade)$/u

function findAt(reading: Reading, verb: Token): Found | null {
  const previous = before(reading, verb)
  // what follows an adverbial or a quotation is the verb's own subject
  if (previous?.kind !== 'word' || determiners.has(previous.lower) || !standsAfterSubject(reading, verb)) return null
  const first = after(reading, verb)
  const subject = first === undefined ? null : subjectAt(reading, first.index)
  if (first === undefined || subject === null || subject.kind === 'name') return null
  const last = reading.tokens[first.index + subject.length - 1]
  const finite = last === undefined ? undefined : after(reading, last)
  if (last === undefined || finite === undefined || !isFiniteAfter(reading, finite, subject.kind === 'pronoun'))
    return null
  // `var bomben låg`: where
  const next = after(reading, finite)
  if (finite.lower === 'var' && (next === undefined || adjectiveStands(reading.word(next).analyses) === 0)) return null
  return {
    from: verb.from,
    to: last.to,
    fixes: [`${verb.text} att ${reading.text.slice(first.from, last.to)}`],
    message: {
      sv: `Efter ”${verb.lower}” inleds bisatsen med ”att”.`,
      en: `After “${verb.lower}” the clause begins with “att”.`,
    },
  }
}

/** Does the sentence begin with a subject, and this verb come next or after attributes of it? */
function standsAfterSubject(reading: Reading, verb: Token): boolean {
  const { first } = reading.sentences[verb.sentence] ?? { first: verb.index }
  const start = reading.tokens[first]
  if (start === undefined || start.kind !== 'word' || verb.index - first > 8) return false
  const subject = subjectAt(reading, first) ?? (/^(?:en|ett)$/u.test(start.lower) ? { length: 2 } : null)
  if (subject === null) return false
  for (let i = first + subject.length; i < verb.index; i++) {
    const token = reading.tokens[i]
    if (token?.kind !== 'word' || token.lower === 'som' || isFiniteAfter(reading, token, false)) return false
  }
  return true
}
