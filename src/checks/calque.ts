import type { Check } from './check.ts'
import { phraseList } from './phrases/list.ts'
import type { Row } from './phrases/rows.ts'
import { sceneOf } from './words/scene.ts'

/** The rows of these are what is found; the first holds the lists that they share. */
export const calques = phraseList(
  'calques-lists.tsv',
  'calques-police.tsv',
  'calques-rescue.tsv',
  'calques-traffic.tsv',
  'calques-politics.tsv',
  'calques-economy.tsv',
  'calques-culture.tsv',
  'calques-weather-sport.tsv',
  'calques-sport.tsv',
  'calques-leisure.tsv',
  'calques-idioms.tsv',
  'calques-general.tsv',
  'calques-phrases.tsv',
  'calques-syntax.tsv',
  'calques-council.tsv',
  'calques-business.tsv',
  'calques-court.tsv',
  'calques-care-school.tsv',
  'calques-bluelight.tsv',
  'calques-transport.tsv',
  'calques-verbs.tsv',
  'calques-nouns.tsv',
)

const dependsOnSubject = ({ contexts }: Row): boolean =>
  contexts.some(({ reach, wanted }) => wanted && reach === 'text')

export const calque: Check = {
  id: 'calque',
  family: 'calques',
  category: 'accuracy/mistranslation',
  severity: 'major',
  confidence: 0.85,
  title: { sv: 'Översatt ord för ord', en: 'Translated word for word' },
  why: {
    sv: 'Tyska ord som har gått genom engelskan blir svenska ord, men inte svenska uttryck: ”ausrücken” och ”move out” blev ”flytta ut” i stället för ”rycka ut”. Varje sådant ord hålls som en rad med det svenska uttrycket och de sammanhang där raden gäller: ”anbud” är fel om efterlysningar i Schengens register, men inte i en upphandling.',
    en: 'German words that passed through English become Swedish words, but not Swedish expressions: “ausrücken” and “move out” became “flytta ut” for “rycka ut”. Each is kept as a row with the Swedish expression and the contexts in which it holds: “anbud” is wrong of alerts in the Schengen register, but not of tenders.',
  },
  examples: [
    'Polisen fick [flytta ut→rycka ut] 30 gånger.',
    'Nordrhein-Westfalens [interiörministers→inrikesministers] förslag fick kritik.',
    'Undersökningen ska också fånga [det mörka fältet→mörkertalet] av brott.',
    '[Den hårda axeln→Vägrenen] var avstängd efter olyckan.',
    'Räkna med [funktionsnedsättningar→störningar] i trafiken.',
    'Han är misstänkt för [farlig kroppsskada→grov misshandel].',
    'I [andra hälften→andra halvlek] gjorde laget två mål.',
    'Alla [medborgare och medborgare→medborgare] är välkomna.',
    '[På tisdag kväll→På tisdagskvällen] kolliderade två bilar.',
    'Hyresgästen flyttade ut, och polisen fick byta lås.',
    'Polisen har fått in tre anbud i upphandlingen.',
    'Personer med funktionsnedsättning reser gratis med tåg.',
    'Nu har tiden kommit att tacka.',
  ],
  find: reading => {
    const scene = sceneOf(reading)
    // what German makes of English is no error where English is at home
    if (scene === 'english') return []
    // a subject that is told from words anywhere in the text tells nothing where the text is not of German-speaking countries
    return calques.find(reading, undefined, hit => scene === 'german' || !dependsOnSubject(hit.row))
  },
}
