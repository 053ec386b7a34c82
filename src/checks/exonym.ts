/** `Deutschland`, `Nuremberg`, `Macedonia-frågan`: a place by its name in another language, where Swedish has its own. */
import type { Check, Found } from './check.ts'
import { isAtHome } from './names/context.ts'
import { fixOf } from './names/fix.ts'
import { mentionsIn, type Mention } from './names/mentions.ts'
import { isPlace } from './names/name.ts'
import { say, told } from './names/said.ts'
import type { Reading } from './reading.ts'

/** A form that is a word of Swedish too, where its capital says nothing. */
function isWord(reading: Reading, mention: Mention): boolean {
  const alone = mention.end - mention.first === 1
  return alone && mention.opens && reading.lexicon.word(reading.text.slice(mention.from, mention.to)).common
}

export const exonym: Check = {
  id: 'exonym',
  family: 'names',
  category: 'accuracy/untranslated',
  severity: 'minor',
  confidence: 0.9,
  title: { sv: 'Utländsk form av ett ortnamn', en: 'Foreign form of a place name' },
  why: {
    sv: 'Platsen har ett eget svenskt namn, eller skrivs på svenska som på ortens eget språk. Svensk form enligt Nationalencyklopedin, TT-språket, Institutet för språk och folkminnen och, för stater, Utrikesdepartementets lista.',
    en: 'The place has a Swedish name, or is written in Swedish as in its own country. The Swedish form is that of Nationalencyklopedin, the style guide of TT, the Institute for Language and Folklore and, for states, the list of the Foreign Ministry.',
  },
  examples: [
    'Lüneburg, [Deutschland→Tyskland] – Den 17 juni var det dags.',
    'Söndag kan folket i [Macedonia→Makedonien] rösta om namnet.',
    '[Macedonia-frågan→Makedonien-frågan] och [Bavarias→Bayerns] regering.',
    'Polisen i [Lower Saxony→Niedersachsen] och [North Rhine-Westphalia→Nordrhein-Westfalen] söker vittnen.',
    'Tåget gick från [Munich→München] till [Cologne→Köln], över [Nuremberg→Nürnberg] och [Lake Constance→Bodensjön].',
    'I [Warschau→Warszawa] och [Østerrike→Österrike] var det kallt.',
    'Hon bor i [Florence→Florens].',
    'Florence Pugh och Victoria reste till Georgia.',
    'Bayern Munich mötte FC Cologne; Munich Re och Cologne Game Lab betalade.',
    'Deutschlandfunk och Deutsche Bahn i University of Munich, ”Made in Germany”.',
    'I Frankfurt am Main, Tyskland, Wien, Prag och Nice.',
  ],
  *find(reading): Iterable<Found> {
    for (const mention of mentionsIn(reading)) {
      const name = mention.names[0]
      if (mention.how !== 'foreign' || mention.small || name === undefined || !isPlace(name)) continue
      if (isWord(reading, mention) || isAtHome(reading, mention)) continue
      const { found, sv, en } = told(reading, mention)
      yield {
        ...fixOf(reading, mention),
        confidence: mention.doubtful ? 0.8 : mention.end - mention.first > 1 ? 0.95 : 0.9,
        severity: name.kind === 'region' && found.includes(' ') ? 'major' : 'minor',
        message: say(`”${found}” heter ${sv} på svenska.`, `“${found}” is ${en} in Swedish.`),
      }
    }
  },
}
