/** `WMP-er`, `EU's`, `USAs`: an abbreviation inflected as in Norwegian, English or German. */
import type { Check, Found } from './check.ts'
import { isVerbatim } from './verbatim.ts'
import { spelledOut } from './words/acronyms.ts'

const ending = /^((?:[\p{L}-]*-)?\p{Lu}[\p{Lu}\d]+)[-‑’'](s|n|en|er|erna|ernas|et|ets|ens|ene|ar|arna|ne|a)$/u
const genitive = /^(\p{Lu}{2,})s$/u

/** English plurals that are met in news. */
const plural = /^(?:NGO|CEO|CFO|SUV|ATM|PC|CD|DVD|VIP|PDF|URL|GPU|CPU|LED|MEP|MVP|UFO)$/

/** Norwegian and Danish have other endings. */
const swedish: Readonly<Record<string, string>> = { ene: 'erna', ne: 'erna', et: 't', ets: 'ts' }

export const acronymInflection: Check = {
  id: 'acronym-inflection',
  family: 'typography',
  category: 'linguistic-conventions/punctuation',
  severity: 'minor',
  confidence: 0.95,
  title: { sv: 'Förkortning böjd utan kolon', en: 'Abbreviation inflected without a colon' },
  why: {
    sv: 'Förkortningar som läses bokstav för bokstav böjs med kolon: EU:s, tv:n, NGO:er (Svenska skrivregler, kapitlet om kolon).',
    en: 'Abbreviations read letter by letter are inflected with a colon: EU:s, tv:n, NGO:er (Svenska skrivregler).',
  },
  examples: [
    'Kommissionen stödde [WMP-er→WMP:er], och [EU’s→EU:s] länder röstade.',
    '[USAs→USA:s] president mötte flera [NGOs→NGO:er].',
    'Tre [SUV-er→SUV:er] och ett [SMS-et→SMS:t] från [LKA-s→LKA:s] chef.',
    'IKEAs och Natos varor, EU-stöd, IT-en-gros, CD-skivor, SAS personal.',
    'TV:ns och LKA:s ledning.',
  ],
  *find(reading): Iterable<Found> {
    for (const { kind, text, from, to } of reading.tokens) {
      if (kind !== 'word' || text.length < 3) continue
      const [, word, end] = ending.exec(text) ?? []
      const [, whole] = genitive.exec(text) ?? []
      const fix =
        word !== undefined && end !== undefined
          ? `${word}:${swedish[end] ?? end}`
          : whole === undefined
            ? null
            : plural.test(whole)
              ? `${whole}:er`
              : spelledOut.has(whole)
                ? `${whole}:s`
                : null
      if (fix !== null && !isVerbatim(reading, from))
        yield {
          from,
          to,
          fixes: [fix],
          message: {
            sv: `”${text}” är inte svensk böjning: förkortningar som läses bokstav för bokstav böjs med kolon, ”${fix}”.`,
            en: `“${text}” is no Swedish inflection: abbreviations read letter by letter take a colon, “${fix}”.`,
          },
        }
    }
  },
}
