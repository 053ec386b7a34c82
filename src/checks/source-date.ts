import type { Check } from './check.ts'
import { ofKind, reportOf } from './source/report.ts'

export const sourceDate: Check = {
  id: 'source-date',
  family: 'source',
  category: 'accuracy/mistranslation',
  severity: 'major',
  confidence: 0.85,
  title: { sv: 'Datum som inte är källans', en: 'A date that is not the source’s' },
  why: {
    sv: 'Dag, månad, år och veckodag ska vara källans, hur de än skrivs: June 17, 2025, 17.06.2025, 17/6 2025 och 2025-06-17 är samma dag. Amerikanska datum har månaden först.',
    en: 'Day, month, year and weekday must be those of the source, however they are written: June 17, 2025, 17.06.2025, 17/6 2025 and 2025-06-17 are one day. American dates have the month first.',
  },
  examples: [
    {
      text: 'Den 17 [juli→juni] 2025 kom en delegation till Lüneburg.',
      source: 'Am 17. Juni 2025 kam eine Delegation nach Lüneburg.',
      sourceLanguage: 'de',
    },
    {
      text: 'Rättegången börjar på [torsdag→tisdag] klockan 9.',
      source: 'Der Prozess beginnt am Dienstag um 9 Uhr.',
      sourceLanguage: 'de',
    },
    {
      text: 'Bron byggdes på [1970-talet→1960-talet] och revs den 4 mars.',
      source: 'The bridge was built in the 1960s and torn down on March 4.',
      sourceLanguage: 'en',
    },
    {
      text: 'Avtalet undertecknades den 4 mars 2025 och gäller till den 1 augusti.',
      source: 'The agreement was signed on 3/4/2025 and runs until Aug. 1st.',
      sourceLanguage: 'en',
    },
    {
      text: 'Huset är från 1800-talet och brann måndagskvällen den 4 mars 2025.',
      source: 'Das Haus aus dem 19. Jahrhundert brannte am Montagabend, 04.03.2025.',
      sourceLanguage: 'de',
    },
  ],
  find: reading => reportOf(reading, ofKind('date')),
}
