/** `ndr`, `eu-medlem`, `Cdu`: initials in small letters. */
import type { Check, Found } from './check.ts'
import { isVerbatim } from './verbatim.ts'
import { acronyms } from './words/acronyms.ts'

/** With an ending or the rest of a compound. */
const first = /^([\p{L}\d]+)(?:[-:’'].+)?$/u

export const acronymCapital: Check = {
  id: 'acronym-capital',
  family: 'typography',
  category: 'linguistic-conventions/spelling',
  severity: 'minor',
  confidence: 0.95,
  title: { sv: 'Initialförkortning med små bokstäver', en: 'Initials in small letters' },
  why: {
    sv: 'Namn på organisationer, myndigheter och partier som läses bokstav för bokstav skrivs med stora bokstäver: EU, NDR, CDU. De som läses som ord får stor begynnelsebokstav: Nato (Svenska skrivregler, kapitlet om förkortningar).',
    en: 'Names of organisations, authorities and parties that are read letter by letter have capitals throughout: EU, NDR, CDU. Those read as words begin with one: Nato (Svenska skrivregler).',
  },
  examples: [
    'Det rapporterade [ndr→NDR] i går, enligt [Cdu→CDU] och [afd→AfD].',
    'Flera [eu→EU]-länder i [nato→Nato], och [usa→USA]:s president.',
    'Läs mer på ndr.de, info@eu.int eller #eu.',
    'NATO och Nato, EU-länder, tv, vd, bnp och ett spö.',
  ],
  *find(reading): Iterable<Found> {
    for (const token of reading.tokens) {
      if (token.kind !== 'word' || token.text.length < 2) continue
      const written = first.exec(token.text)?.[1] ?? ''
      const known = acronyms.get(written.toLowerCase())
      if (known === undefined || written === known.form || written === written.toUpperCase()) continue
      // of those that are read as words, only small letters throughout are wrong
      if (!known.letters && written !== written.toLowerCase()) continue
      if (reading.lexicon.word(written.toLowerCase()).common || isVerbatim(reading, token.from)) continue
      yield {
        from: token.from,
        to: token.from + written.length,
        fixes: [known.form],
        message: {
          sv: `”${written}” är en förkortning och skrivs ”${known.form}”.`,
          en: `“${written}” is an abbreviation and is written “${known.form}”.`,
        },
      }
    }
  },
}
