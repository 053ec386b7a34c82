/** `1,234,567`, `10,000`, `10'000`, and `10.000` beside `10 000`: thousands parted as in English, German or Swiss. */
import type { Check, Found } from './check.ts'
import { has, tag } from './lexicon/tags.ts'
import type { Reading, Token } from './reading.ts'
import { isVerbatim } from './verbatim.ts'
import { sceneOf } from './words/scene.ts'

const several = /^\d{1,3}(?:,\d{3}){2,}$|^\d{1,3}(?:\.\d{3}){2,}$/
/** With decimals: German and English. */
const german = /^\d{1,3}(?:\.\d{3})+,\d{1,2}$/
const english = /^\d{1,3}(?:,\d{3})+\.\d{1,2}$/
const once = /^[1-9]\d{0,2}([.,])\d{3}$/
const swiss = /(?<![\p{L}\d.,'’])[1-9]\d{0,2}(?:['’]\d{3})+(?![\p{L}\d'’])/gu
/** In the same paragraph: newspapers that always write a point have a right to their style. */
const spaced = /(?<![\d.,])[1-9]\d{0,2}[ \u00a0\u202f]\d{3}(?!\d)/

/** Longer paragraphs are none. */
const longest = 5000

/** Measured to a thousandth: here the comma may part decimals, as Swedish has it. */
const precise = new Set(
  'procent promille kilo kg ton gram g liter l meter m kilometer km sekunder sek minuter grader poäng volt watt euro dollar pund kronor kr franc yen'.split(
    ' ',
  ),
)

const isAddress = (number: string): boolean => /^(?:[12]?\d?\d\.){3}[12]?\d?\d$/.test(number)

/** Does the comma part thousands? `10,000 personer` can be nothing else; 2,195 can. */
function countsThings({ tokens, word }: Pick<Reading, 'tokens' | 'word'>, token: Token): boolean {
  const next = tokens[token.index + 1]
  if (next?.kind !== 'word' || next.sentence !== token.sentence) return /00$/.test(token.text)
  const plural = word(next).analyses.some(({ tags }) => has(tags, tag.noun) && has(tags, tag.plural))
  return /00$/.test(token.text) || (plural && !precise.has(next.lower))
}

export const thousandsSeparator: Check = {
  id: 'thousands-separator',
  family: 'typography',
  category: 'locale-conventions/number-format',
  severity: 'minor',
  confidence: 0.92,
  title: { sv: 'Tusental skilda med komma eller punkt', en: 'Thousands parted by a comma or point' },
  why: {
    sv: 'På svenska skiljs tusental med mellanslag, 10 000, och komma skiljer decimaler (Svenska skrivregler, kapitlet om siffror). En punkt ensam anmärks bara där samma stycke också har mellanslag, och i texter från tyskt håll.',
    en: 'Swedish parts thousands by a space, 10 000, and the comma parts decimals (Svenska skrivregler). A single point is only remarked on where the same paragraph has spaces too, and in texts about German-speaking countries.',
  },
  examples: [
    'Skulden är [1,234,567→1 234 567] kronor och [10,000→10 000] personer drabbades.',
    'Det kostade [2.500.000→2 500 000] euro, [12.500,50→12 500,50] kronor eller [12’000→12 000] franc.',
    'De hade [10.000→10 000] anställda, nu 12 000.',
    'Skadan i Lüneburg uppskattas till [350.000→350 000] euro.',
    'Poängen blev 2,195 och vikten 1,234 kilo, med version 1.0.0 på 192.168.100.200.',
    'År 2003 omkom 31.000 människor.\nÅr 2004 omkom 2 000 människor.',
    'Det ligger 10 000 meter bort, klockan 10.30.',
  ],
  *find(reading): Iterable<Found> {
    const { text, tokens, paragraphs, sentences } = reading
    const found = Array.from(text.matchAll(swiss), (match): Found => ({
      from: match.index,
      to: match.index + match[0].length,
      fixes: [match[0].replace(/['’]/g, ' ')],
    }))
    const isMixed = (token: Token): boolean => {
      const { from, to } = paragraphs[sentences[token.sentence]?.paragraph ?? -1] ?? token
      return to - from < longest && spaced.test(text.slice(from, to))
    }
    for (const token of tokens) {
      if (token.kind !== 'number' || token.text.length < 5) continue
      const sign = once.exec(token.text)?.[1]
      const wrong =
        german.test(token.text) ||
        english.test(token.text) ||
        (several.test(token.text) && !isAddress(token.text)) ||
        (sign === ',' && countsThings(reading, token)) ||
        (sign === '.' && (isMixed(token) || (sceneOf(reading) === 'german' && countsThings(reading, token))))
      if (!wrong || isVerbatim(reading, token.from)) continue
      const fix = token.text.replace(/[.,](?=\d{3})/g, ' ').replace('.', ',')
      found.push({
        from: token.from,
        to: token.to,
        fixes: [fix],
        message: {
          sv: `Skriv ”${fix}”: tusental skiljs med mellanslag på svenska, och decimaler med komma.`,
          en: `Write “${fix}”: Swedish parts thousands by a space, and decimals by a comma.`,
        },
      })
    }
    yield* found.sort((a, b) => a.from - b.from)
  },
}
