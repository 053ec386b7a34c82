import type { Check, Found } from './check.ts'
import { after } from './grammar/context.ts'
import { verbAfter } from './grammar/verbs.ts'
import { has, tag } from './lexicon/tags.ts'
import type { Reading, Token } from './reading.ts'

export const supineForm: Check = {
  id: 'supine-form',
  family: 'grammar',
  category: 'linguistic-conventions/grammar',
  severity: 'minor',
  confidence: 0.88,
  title: { sv: 'Particip efter ”har”', en: 'A participle after “har”' },
  why: {
    sv: 'Efter har och hade står supinum, som på starka verb slutar på -it: har skrivit. Participet slutar på -et: brevet är skrivet. Norskan och danskan har en form för båda (Svenska Akademiens grammatik).',
    en: 'After har and hade comes the supine, which ends in -it on strong verbs: har skrivit. The participle ends in -et: brevet är skrivet. Norwegian and Danish have one form for both (Svenska Akademiens grammatik).',
  },
  examples: [
    'Hon har [skrivet→skrivit] en bok.',
    'Polisen hade inte [funnet→funnit] mannen.',
    'Det har blivit sent, och brevet är skrivet. Han har skrivit brev.',
    'De har skrivet material. Det är målat i vitt.',
  ],
  *find(reading) {
    for (const token of reading.tokens) {
      const found = /^(?:har|hade)$/u.test(token.lower) ? findAt(reading, token) : null
      if (found !== null) yield found
    }
  },
}

/** `har skrivet`, with no noun after it that the participle may belong to */
function findAt(reading: Reading, have: Token): Found | null {
  const verb = verbAfter(reading, have, true)
  if (verb === undefined || !/^\p{Ll}+et$/u.test(verb.text)) return null
  const { analyses } = reading.word(verb)
  if (analyses.length === 0 || !analyses.every(({ tags }) => has(tags, tag.adjective | tag.neuter))) return null
  const fix = verb.lower.replace(/et$/u, 'it')
  if (!reading.lexicon.word(fix).analyses.some(({ tags }) => has(tags, tag.supine))) return null
  const next = after(reading, verb)
  const followed = next?.kind === 'word' ? reading.word(next).analyses : []
  if (followed.some(({ tags }) => has(tags, tag.noun | tag.neuter | tag.indefinite))) return null
  return {
    from: verb.from,
    to: verb.to,
    fixes: [fix],
    message: {
      sv: `Efter ”${have.lower}” står supinum: skriv ”${fix}”.`,
      en: `After “${have.lower}” comes the supine: write “${fix}”.`,
    },
  }
}
