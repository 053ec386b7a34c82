import type { Check, Found } from './check.ts'
import { after } from './grammar/context.ts'
import { isA } from './grammar/function-words.ts'
import { isInfinitive, verbAfter } from './grammar/verbs.ts'
import type { Reading, Token } from './reading.ts'

export const superfluousAtt: Check = {
  id: 'superfluous-att',
  family: 'grammar',
  category: 'linguistic-conventions/grammar',
  severity: 'minor',
  confidence: 0.9,
  title: { sv: 'att efter hjälpverb', en: 'att after an auxiliary' },
  why: {
    sv: 'Hjälpverb och verb som önska, behöva, bruka, hinna, orka, slippa tar infinitiv utan att: vill göra, önskar framstå (Svenska Akademiens grammatik).',
    en: 'Auxiliaries, and verbs such as önska, behöva, bruka, hinna, orka, slippa, take an infinitive without att: vill göra, önskar framstå (Svenska Akademiens grammatik).',
  },
  examples: [
    'Ledamöterna [önskar inte att framstå→önskar inte framstå] som muppar.',
    'Kommunen [kan att bygga→kan bygga] fler bostäder.',
    'De [måste också att betala→måste också betala] böter.',
    'Hon vill att de kommer och önskar att han var här.',
    'Det är viktigt att komma, och de kommer att göra det.',
    'Han behöver mat för att leva. Jag kan tänka mig att resa.',
  ],
  *find(reading) {
    for (const token of reading.tokens) {
      const found = isA('modal', token.lower) ? findAt(reading, token) : null
      if (found !== null) yield found
    }
  },
}

function findAt(reading: Reading, auxiliary: Token): Found | null {
  if (auxiliary.lower === 'lär') return null
  const att = verbAfter(reading, auxiliary, false)
  const verb = att === undefined ? undefined : after(reading, att)
  if (att?.lower !== 'att' || verb === undefined || !isInfinitive(reading, verb)) return null
  const fix = reading.text.slice(auxiliary.from, att.from) + reading.text.slice(verb.from, verb.to)
  return {
    from: auxiliary.from,
    to: verb.to,
    fixes: [fix],
    message: {
      sv: `”${auxiliary.lower}” tar infinitiv utan ”att”.`,
      en: `“${auxiliary.lower}” takes an infinitive without “att”.`,
    },
  }
}
