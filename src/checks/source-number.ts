import type { Check } from './check.ts'
import { ofKind, reportOf } from './source/report.ts'

export const sourceNumber: Check = {
  id: 'source-number',
  family: 'source',
  category: 'accuracy/mistranslation',
  severity: 'major',
  confidence: 0.85,
  title: { sv: 'Tal som inte är källans', en: 'A number that is not the source’s' },
  why: {
    sv: 'Talen i en nyhet ska vara källans. De jämförs mening för mening, i siffror och bokstäver, och läses som vart språk skriver dem: 1,234.5 på engelska, 1.234,5 på tyska och 1 234,5 på svenska är samma tal.',
    en: 'The numbers of a news text must be those of its source. They are compared sentence by sentence, in figures and in words, each read as its language writes it: English 1,234.5, German 1.234,5 and Swedish 1 234,5 are one number.',
  },
  examples: [
    {
      text: 'Brandkåren ryckte ut med [53→35] man. Ingen skadades.',
      source: 'Die Feuerwehr rückte mit 35 Kräften aus. Niemand wurde verletzt.',
      sourceLanguage: 'de',
    },
    {
      text: 'Två bilar brann på A7 i natt, och [fyra→fem] personer fördes till sjukhus.',
      source: 'Zwei Autos brannten in der Nacht auf der A7, fünf Menschen kamen ins Krankenhaus.',
      sourceLanguage: 'de',
    },
    {
      text: 'Polisen grep en 31-årig man på måndagen. Han misstänks för inbrott i elva [lägenheter].',
      source: 'Police arrested a 31-year-old man on Monday. He is suspected of burgling eleven flats in 4 towns.',
      sourceLanguage: 'en',
    },
    {
      text: 'Staden har 276 000 invånare, varav 1 234,5 per kvadratkilometer i centrum.',
      source: 'Die Stadt hat 276.000 Einwohner, davon 1.234,5 je Quadratkilometer im Zentrum.',
      sourceLanguage: 'de',
    },
    {
      text: 'Ett dussin hus förstördes, och tvåhundrafemtio familjer är hemlösa sedan 1990-talet.',
      source: 'A dozen houses were destroyed, and two hundred and fifty families have been homeless since the 1990s.',
      sourceLanguage: 'en',
    },
    {
      text: 'De båda männen greps på B75. Domen blev fyra och ett halvt års fängelse.',
      source: 'Die zwei Männer wurden auf der B75 gefasst. Das Urteil lautet auf viereinhalb Jahre Haft.',
      sourceLanguage: 'de',
    },
  ],
  find: reading => reportOf(reading, ofKind('number')),
}
