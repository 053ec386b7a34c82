/** Facts as each language writes them, read as what they are. */
import type { Language } from '../../../src/checks/source/language.ts'
import { mentionsIn } from '../../../src/checks/source/mentions.ts'

/** What is read in a text: `4,2 Millionen Euro` → `4,2 Millionen = n:4200000 euro` */
const read = (language: Language, text: string): string[] =>
  mentionsIn(text, 0, language)
    .filter(({ strength }) => strength !== 'loose')
    .map(({ from, to, key, units }) => [text.slice(from, to), '=', key, ...units.map(({ id }) => id)].join(' '))

const cases: readonly (readonly [Language, string, readonly string[]])[] = [
  ['en', '1,234.5 and 1,234,567', ['1,234.5 = n:1234.5', '1,234,567 = n:1234567']],
  ['de', '1.234,5 und 1.234.567', ['1.234,5 = n:1234.5', '1.234.567 = n:1234567']],
  ['sv', '1 234,5 och 1 234 567', ['1 234,5 = n:1234.5', '1 234 567 = n:1234567']],
  ['en', '$5, £3.5bn, US$1m', ['5 = n:5 dollar', '3.5bn = n:3500000000 pound', '1m = n:1000000 dollar']],
  ['de', '4,2 Milliarden Euro, 2 Billionen', ['4,2 Milliarden = n:4200000000 euro', '2 Billionen = n:2000000000000']],
  [
    'sv',
    '500 mkr, 12 kr, 3 miljarder kronor',
    ['500 mkr = n:500000000 krona', '12 = n:12 krona', '3 miljarder = n:3000000000 krona'],
  ],
  [
    'de',
    'zweiunddreißig, dreihundertfünf, viereinhalb',
    ['zweiunddreißig = n:32', 'dreihundertfünf = n:305', 'viereinhalb = n:4.5'],
  ],
  ['en', 'two hundred and fifty-three thousand', ['two hundred and fifty-three thousand = n:253000']],
  ['en', 'two-and-a-half hours, half a million', ['two-and-a-half = n:2.5 hour', 'half a million = n:500000']],
  [
    'sv',
    'tjugofem, fyra och ett halvt år, två tredjedelar',
    ['tjugofem = n:25', 'fyra och ett halvt = n:4.5 year', 'två tredjedelar = n:0.666666666667'],
  ],
  ['da', 'femogtyve, halvtreds, halvandet', ['femogtyve = n:25', 'halvtreds = n:50', 'halvandet = n:1.5']],
  ['nb', 'tjuefem, fire og en halv', ['tjuefem = n:25', 'fire og en halv = n:4.5']],
  [
    'de',
    'am 17. Juni 2025, 17.06.2025, 17.6.',
    ['17. Juni 2025 = d:2025-6-17', '17.06.2025 = d:2025-6-17', '17.6. = d:-6-17'],
  ],
  [
    'en',
    'June 17, 2025; 17th of June; 6/17/2025',
    ['June 17, 2025 = d:2025-6-17', '17th of June = d:-6-17', '6/17/2025 = d:2025-6-17'],
  ],
  [
    'sv',
    'den 17:e juni, 17/6 2025, 2025-06-17',
    ['17:e juni = d:-6-17', '17/6 2025 = d:2025-6-17', '2025-06-17 = d:2025-6-17'],
  ],
  ['en', 'the 1990s, the 19th century', ['1990s = decade:1990', '19th century = century:19']],
  ['sv', '1990-talet, 1800-talet', ['1990-talet = decade:1990', '1800-talet = decade:1800']],
  ['en', 'at 6 p.m., half past six, 12 a.m.', ['6 = t:1080', 'half past six = t:390', '12 = t:0']],
  ['de', 'um 18 Uhr, halb sieben, 7.20 Uhr', ['18 = t:1080', 'halb sieben = t:390', '7.20 = t:440']],
  ['sv', 'klockan 18.00, halv sju, kvart i åtta', ['18.00 = t:1080', 'halv sju = t:390', 'kvart i åtta = t:465']],
  ['en', '5 miles per hour, 68°F, 12 square miles', ['5 = n:5 mph', '68 = n:68 fahrenheit', '12 = n:12 sqmile']],
  [
    'sv',
    '5 mil, 5 engelska mil, 20 °C, 3 procentenheter',
    ['5 = n:5 mil', '5 = n:5 mile', '20 = n:20 celsius', '3 = n:3 pp'],
  ],
  [
    'de',
    '04131/8306-2215 oder +49 4131 83062215',
    ['04131/8306-2215 = c:0413183062215', '+49 4131 83062215 = c:49413183062215'],
  ],
  ['en', 'version 2.4.7 at http://a.example/2025/06 &#39;', ['2.4.7 = c:2.4.7']],
  ['de', 'Das 3:1 auf der B75', ['3 = n:3', '1 = n:1', '75 = n:75']],
  ['other', '1.234 ja 5,5', ['1.234 = n:1234', '5,5 = n:5.5']],
]

it.each(cases)('%s: %s', (language, text, facts) => {
  expect(read(language, text)).toEqual(facts)
})

it('nothing of an empty text', () => {
  expect(mentionsIn('', 0, 'de')).toEqual([])
})
