/** `EU -medlemsstaterna`, `Baden- Württemberg`, `18 -åringen`: a space beside the hyphen of a compound. */
import type { Check, Found } from './check.ts'
import { has, tag } from './lexicon/tags.ts'
import type { Reading, Token } from './reading.ts'
import { isVerbatim } from './verbatim.ts'
import { isYear } from './words/calendar.ts'

/** Where the hyphen stands for a part that another word has: `inköps- och försäljningsavdelningen`, `barnböcker och -filmer`. */
const joins = new Set(
  'och eller samt men respektive resp till som såväl snarare liksom utan även inte ej kontra plus minus mot vs än både und and og bis oder or eventuellt'.split(
    ' ',
  ),
)

const hyphens = new Set(['-', '‑', '‐'])
const acronym = /\p{Lu}[\p{Lu}\d]+$|^\p{Lu}\p{Ll}?\p{Lu}?$/u
const capital = /^\p{Lu}/u

const isOther = (reading: Reading, token: Token): boolean =>
  reading.word(token).analyses.some(({ tags }) => has(tags, tag.other) || has(tags, tag.verb))

const isNoun = (reading: Reading, token: Token): boolean =>
  reading.word(token).analyses.some(({ tags }) => has(tags, tag.noun))

/** The compound that the two make; null where they make none, and the hyphen is a dash. */
function compound(reading: Reading, first: Token, second: Token): string | null {
  const hyphened = `${first.text}-${second.text}`
  if (first.kind === 'number') {
    if (second.kind === 'number')
      return isYear(first.text) && isYear(second.text) ? `${first.text}–${second.text}` : null
    return /^(?:år|tal|dag|tim|minut|meter|kilo|procent|grad|krona|kron|mann|sid|tiden)/.test(second.lower)
      ? hyphened
      : null
  }
  if (second.kind !== 'word') return /^(?:covid|sars-cov|cov)$/i.test(first.text) ? hyphened : null
  // fotbolls- VM
  if (acronym.test(second.text) && second.text.length > 1 && isNoun(reading, first)) return hyphened
  if (capital.test(second.text)) {
    // Nord- Korea
    if (reading.lexicon.word(first.lower + second.lower).name) return first.text + second.lower
    return capital.test(first.text) && !isOther(reading, second) && !isOther(reading, first) ? hyphened : null
  }
  if (acronym.test(first.text) || /\d$/.test(first.text)) return isNoun(reading, second) ? hyphened : null
  if (capital.test(first.text) && reading.word(first).name && !reading.word(first).common)
    return isNoun(reading, second) && !isOther(reading, second) ? hyphened : null
  const joined = reading.lexicon.word(first.lower + second.lower)
  const known = joined.common || joined.zipf('sv') > 1.5
  return known && first.lower.length > 1 && second.lower.length > 2 && !isOther(reading, second)
    ? first.text + second.lower
    : null
}

export const hyphenSpace: Check = {
  id: 'hyphen-space',
  family: 'typography',
  category: 'linguistic-conventions/punctuation',
  severity: 'minor',
  confidence: 0.95,
  title: { sv: 'Mellanslag vid bindestreck', en: 'Space beside a hyphen' },
  why: {
    sv: 'Bindestrecket i en sammansättning har inget mellanslag omkring sig: EU-medlem, Sachsen-Anhalt, 18-åring. Bara när en gemensam del är utelämnad följs det av mellanslag: köp- och säljvillkor (Svenska skrivregler, kapitlet om bindestreck).',
    en: 'The hyphen of a compound has no space around it: EU-medlem, Sachsen-Anhalt, 18-åring. Only where a common part is left out does a space follow: köp- och säljvillkor (Svenska skrivregler).',
  },
  examples: [
    'Därmed är [EU -medlemsstaterna→EU-medlemsstaterna] bättre rustade.',
    'Namnet ändras till [Nord- Korea→Nordkorea], liksom [Baden- Württemberg→Baden-Württemberg].',
    'Den [18 -åringen→18-åringen] föll, som [polis- mannen→polismannen], mellan [2015 -2020→2015–2020].',
    'Företaget har en inköps- och försäljningsavdelning, 10- till 15-åringar, barnböcker och -filmer.',
    'Tre länder - Libanon, Marocko och Tyskland - deltog. Han kom- trots allt.',
    '- Det var bra -sade han.',
    'Temperaturen låg mellan 5 -10 och 3.',
  ],
  *find(reading): Iterable<Found> {
    const { tokens } = reading
    for (const token of tokens) {
      if (!hyphens.has(token.text)) continue
      const [first, second] = [tokens[token.index - 1], tokens[token.index + 1]]
      if (first === undefined || second === undefined || first.sentence !== second.sentence) continue
      if (first.kind === 'sign' || second.kind === 'sign' || token.spaced === second.spaced) continue
      if (second.from - first.to > 2 || isVerbatim(reading, first.from) || isVerbatim(reading, second.from)) continue
      if (joins.has(token.spaced ? first.lower : second.lower)) continue
      const fix = compound(reading, first, second)
      if (fix !== null)
        yield {
          from: first.from,
          to: second.to,
          fixes: [fix],
          message: {
            sv: `Skriv ”${fix}”: en sammansättning har inget mellanslag vid bindestrecket.`,
            en: `Write “${fix}”: a compound has no space beside its hyphen.`,
          },
        }
    }
  },
}
