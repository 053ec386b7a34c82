import type { Check, Found } from './check.ts'
import { isFinite } from './grammar/context.ts'
import { isA } from './grammar/function-words.ts'
import { mayEndClause, verbAfter, verbForm } from './grammar/verbs.ts'
import { tag } from './lexicon/tags.ts'
import type { Reading, Token } from './reading.ts'

export const infinitiveAfterModal: Check = {
  id: 'infinitive-after-modal',
  family: 'grammar',
  category: 'linguistic-conventions/grammar',
  severity: 'major',
  confidence: 0.9,
  title: { sv: 'Böjd verbform efter hjälpverb', en: 'Finite form after an auxiliary' },
  why: {
    sv: 'Efter hjälpverb som ska, kan, vill, måste står verbet i infinitiv (kan bli), efter har och hade i supinum (har blivit) (Svenska Akademiens grammatik).',
    en: 'After auxiliaries such as ska, kan, vill, måste the verb is an infinitive (kan bli), after har and hade a supine (har blivit) (Svenska Akademiens grammatik).',
  },
  examples: [
    'De som flyttar in i de här lägenheterna vill [blir→bli] medlemmar.',
    'Kommunen kan inte [gör→göra] mer än så.',
    'Mötet ska [äger→äga] rum på torsdag.',
    'Polisen har [gör→gjort] en husrannsakan.',
    'Efter mötet kunde han [gick→gå] hem.',
    'De måste [väljer→välja] en ny ordförande.',
    'Om du vill får du följa med. Den som vill kommer. De som kan går.',
    'Det enda han har är en gammal bil, och det man kan är viktigt.',
    'Han har varit här och skulle gjort det. Hon kan ha sett något.',
    'Så fort vi kan åker vi. Allt jag vill är att sova.',
  ],
  *find(reading) {
    for (const token of reading.tokens) {
      const has = /^(?:har|hade)$/u.test(token.lower)
      if (!has && !isA('modal', token.lower)) continue
      const found = findAt(reading, token, has ? tag.supine : tag.infinitive)
      if (found !== null) yield found
    }
  },
}

/** Those that are full verbs as well. */
const alsoFull = /^(?:lär|önskar|önskade|behöver|behövde)$/u

function findAt(reading: Reading, auxiliary: Token, wanted: number): Found | null {
  if (alsoFull.test(auxiliary.lower)) return null
  const verb = verbAfter(reading, auxiliary, true)
  if (verb === undefined || !isFinite(reading, verb) || !/^\p{Ll}/u.test(verb.text) || isA('modal', verb.lower)) return null
  if (mayEndClause(reading, auxiliary)) return null
  const fix = verbForm(reading, verb, wanted)
  if (fix === undefined || fix === verb.lower) return null
  const name = wanted === tag.supine ? { sv: 'supinum', en: 'a supine' } : { sv: 'infinitiv', en: 'an infinitive' }
  return {
    from: verb.from,
    to: verb.to,
    fixes: [fix],
    message: {
      sv: `Efter ”${auxiliary.lower}” står verbet i ${name.sv}: ”${fix}”, inte ”${verb.lower}”.`,
      en: `After “${auxiliary.lower}” the verb is ${name.en}: “${fix}”, not “${verb.lower}”.`,
    },
  }
} // prettier-ignore
