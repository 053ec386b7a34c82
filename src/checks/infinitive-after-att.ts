import type { Check, Found } from './check.ts'
import { after, before, isFinite } from './grammar/context.ts'
import { pronouns } from './grammar/function-words.ts'
import { verbForm } from './grammar/verbs.ts'
import { has, tag } from './lexicon/tags.ts'
import type { Reading, Token } from './reading.ts'

export const infinitiveAfterAtt: Check = {
  id: 'infinitive-after-att',
  family: 'grammar',
  category: 'linguistic-conventions/grammar',
  severity: 'major',
  confidence: 0.9,
  title: { sv: 'Böjd verbform efter att', en: 'Finite form after att' },
  why: {
    sv: 'Efter infinitivmärket att står verbet i infinitiv: för att göra, inte för att gör. En att-sats med böjt verb måste ha ett subjekt: att han gör (Svenska Akademiens grammatik).',
    en: 'After the infinitive marker att the verb is an infinitive: för att göra, not för att gör. A clause with att and a finite verb has a subject: att han gör (Svenska Akademiens grammatik).',
  },
  examples: [
    'Polisen arbetar för att [gör→göra] staden säkrare.',
    'Det är viktigt att [kommer→komma] i tid.',
    'Regeringen planerar att [höjer→höja] skatten.',
    'De började att inte [äter→äta] kött.',
    'Han sade att kommunen gör vad den kan, och att det är bra.',
    'En man som jag tror att är skyldig. Vem tror du att kommer?',
    'För att komma dit måste man åka buss, i och med att vägen är avstängd.',
    'Att skadade djur får hjälp är viktigt.',
  ],
  *find(reading) {
    for (const token of reading.tokens) {
      const found = token.lower === 'att' ? findAt(reading, token) : null
      if (found !== null) yield found
    }
  },
}

/** So far before is looked for what may be taken out of the clause: `som jag tror att är skyldig`. */
const reach = 10

function findAt(reading: Reading, att: Token): Found | null {
  const next = after(reading, att)
  // `att nu är det slut`: other adverbs may begin a main clause
  const verb = /^(?:inte|ej|aldrig|alltid|ofta)$/u.test(next?.lower ?? '') && next ? after(reading, next) : next
  if (verb === undefined || !isFinite(reading, verb) || !/^\p{Ll}/u.test(verb.text)) return null
  if (reading.word(verb).analyses.some(({ tags }) => has(tags, tag.verb | tag.passive | tag.infinitive))) return null
  if (isTakenOut(reading, att) || pronouns.has(after(reading, verb)?.lower ?? '')) return null
  const fix = verbForm(reading, verb, tag.infinitive)
  if (fix === undefined || fix === verb.lower) return null
  return {
    from: verb.from,
    to: verb.to,
    fixes: [fix],
    message: {
      sv: `Efter ”att” utan subjekt står verbet i infinitiv: ”${fix}”, inte ”${verb.lower}”.`,
      en: `After “att” without a subject the verb is an infinitive: “${fix}”, not “${verb.lower}”.`,
    },
  }
}

function isTakenOut(reading: Reading, att: Token): boolean {
  if (/^(?:för|genom|utan|av|till|med|om|på|än)$/u.test(before(reading, att)?.lower ?? '')) return false
  for (let i = att.index - 1; i >= att.index - reach; i--) {
    const token = reading.tokens[i]
    if (token?.sentence !== att.sentence) return false
    if (/^(?:som|vem|vad|vilka|vilken|vilket|vilkas|hur)$/u.test(token.lower)) return true
  }
  return false
}
