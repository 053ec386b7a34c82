/** `Hamburger polisen`, `Münchner mässan`: German adjectives of towns before a Swedish word. */
import type { Check, Found } from './check.ts'
import { readRows } from './data/read.ts'
import { tag } from './lexicon/tags.ts'
import { germanTowns } from './names/towns.ts'
import type { Reading, Token } from './reading.ts'
import { capitalised } from './words/capital.ts'
import { genitiveOf } from './words/genitive.ts'

/** Dishes and dances that are called so in Swedish too, and what stands in the names of newspapers. */
const alsoSwedish =
  /(?:schnitzel|korv|korvar|vals|valser|valsen|skinka|sås|modell|modellen|kex|bröd|tårta|melange|mässing|klassicism)$/

/** Those of several words have no adjective */
const regular = (town: string): readonly string[] => (/[\s-]|e$|en$/.test(town) ? [] : [`${town}er`])

function read(): ReadonlyMap<string, string> {
  const irregular = new Map(
    readRows('names-town-adjectives.tsv').map(([town = '', list = '']) => [town, list.split('|')]),
  )
  const adjectives = new Map<string, string>()
  for (const town of germanTowns())
    for (const adjective of irregular.get(town) ?? regular(town)) adjectives.set(adjective, town)
  return adjectives
}

let adjectives: ReadonlyMap<string, string> | null = null

/** What a Swedish noun is by its form: 'definite' where every reading of it is, null where it may be no noun. */
function nounOf(reading: Reading, token: Token | undefined): 'definite' | 'indefinite' | null {
  if (token?.kind !== 'word' || !token.spaced || !/^\p{Ll}/u.test(token.text) || alsoSwedish.test(token.lower))
    return null
  const { analyses, common, compound } = reading.word(token)
  if (!common && compound === null) return null
  const nouns = analyses.filter(({ tags }) => (tags & tag.noun) !== 0 && (tags & tag.genitive) === 0)
  if (nouns.length === 0 || nouns.length < analyses.length) return null
  return nouns.every(({ tags }) => (tags & tag.definite) !== 0) ? 'definite' : 'indefinite'
}

export const townAdjective: Check = {
  id: 'town-adjective',
  family: 'names',
  category: 'accuracy/untranslated',
  severity: 'minor',
  confidence: 0.85,
  title: { sv: 'Tyskt adjektiv av ett ortnamn', en: 'German adjective of a town' },
  why: {
    sv: 'Tyskan bildar adjektiv av orter med -er (Hamburger Hafen). Svenskan skriver genitiv, sammansättning eller en preposition: Hamburgs hamn, Hamburgpolisen, polisen i Hamburg.',
    en: 'German makes adjectives of towns with -er (Hamburger Hafen). Swedish writes a genitive, a compound or a preposition: Hamburgs hamn, Hamburgpolisen, polisen i Hamburg.',
  },
  examples: [
    '[Hamburger polisen→Polisen i Hamburg] grep två män vid [Münchner mässan→mässan i München].',
    'De mötte [Leipziger borgmästare→Leipzigs borgmästare] i går.',
    'En wiener schnitzel och en Berliner Zeitung, tack. Wiener schnitzel är gott.',
    'Han är Berliner och äter hamburgare.',
  ],
  *find(reading): Iterable<Found> {
    adjectives ??= read()
    for (const token of reading.tokens) {
      const town = token.kind === 'word' ? adjectives.get(token.text.normalize('NFC')) : undefined
      if (town === undefined) continue
      const noun = reading.tokens[token.index + 1]
      const form = noun?.sentence === token.sentence ? nounOf(reading, noun) : null
      if (noun === undefined || form === null) continue
      const definite = `${noun.text} i ${town}`
      const upper = token.opens ? capitalised(definite) : definite
      yield {
        from: token.from,
        to: noun.to,
        fixes: [form === 'definite' ? upper : `${genitiveOf(town)} ${noun.text}`],
        message: {
          sv: `”${token.text}” är tyska: skriv ${genitiveOf(town)} eller ”i ${town}”.`,
          en: `“${token.text}” is German: write ${genitiveOf(town)} or “i ${town}”.`,
        },
      }
    }
  },
}
