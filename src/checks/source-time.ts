import type { Check } from './check.ts'
import { ofKind, reportOf } from './source/report.ts'

export const sourceTime: Check = {
  id: 'source-time',
  family: 'source',
  category: 'accuracy/mistranslation',
  severity: 'major',
  confidence: 0.85,
  title: { sv: 'Klockslag som inte är källans', en: 'A time that is not the source’s' },
  why: {
    sv: 'Klockslagen ska vara källans: 6 p.m., 18 Uhr och klockan 18.00 är samma tid, och tyskans ”halb sieben” är halv sju, engelskans ”half past six” likaså.',
    en: 'Times must be those of the source: 6 p.m., 18 Uhr and klockan 18.00 are one, and German “halb sieben” is half past six.',
  },
  examples: [
    {
      text: 'Olyckan inträffade klockan [07.20→19.20] på motorvägen.',
      source: 'The accident happened at 7.20 p.m. on the motorway.',
      sourceLanguage: 'en',
    },
    {
      text: 'Vägen var avstängd till klockan [12.50→12.30].',
      source: 'Die Straße war bis 12.30 Uhr gesperrt.',
      sourceLanguage: 'de',
    },
    {
      text: 'Butiken är öppen mellan 18 och 20 på måndagar och till halv sju på fredagar.',
      source: 'The shop is open between 6 and 8 p.m. on Mondays and until half past six on Fridays.',
      sourceLanguage: 'en',
    },
    {
      text: 'Konserten börjar klockan 19.30 och slutar vid midnatt.',
      source: 'Das Konzert beginnt um 19:30 Uhr und endet um Mitternacht.',
      sourceLanguage: 'de',
    },
  ],
  find: reading => reportOf(reading, ofKind('time')),
}
