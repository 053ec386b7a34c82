import fc from 'fast-check'
import { languageOf, languageReport, wholeLanguage } from '../../src/text/language.ts'

const samples: Readonly<Record<string, readonly string[]>> = {
  sv: [
    'Polisen ryckte ut till en olycka på väg 40 under fredagskvällen. Två personer fördes till sjukhus, men ingen av dem är allvarligt skadad.',
    'Kommunstyrelsen har beslutat att höja avgifterna för förskolan från och med nästa år. Föräldrarna är missnöjda och många samlades utanför stadshuset.',
    'LKA Lower Sachsen fick en delegation från CEPOL. Denna händelse tjänade inte bara det tekniska utbytet, utan underströk också den centrala rollen.',
  ],
  nb: [
    'Politiet i Oslo melder at to personer er sendt til sykehus etter en ulykke på E18 fredag kveld. Ingen av dem skal være alvorlig skadd, men veien var stengt i over to timer.',
    'Kommunestyret har vedtatt å øke prisene for barnehage fra neste år. Foreldrene er ikke fornøyde, og mange møtte opp utenfor rådhuset for å protestere.',
  ],
  nn: [
    'Kommunestyret i Volda vedtok torsdag å stengje den gamle brua for tungtransport. Ordføraren seier at tryggleiken må gå føre, og at ein ny bru kan stå ferdig om tre år.',
  ],
  da: [
    'Byrådet i Aarhus har besluttet at hæve taksterne for daginstitutioner fra næste år. Forældrene er utilfredse, og mange mødte op foran rådhuset for at protestere.',
    'Politiet siger, at to personer blev kørt på sygehuset efter en ulykke fredag aften. Ingen af dem er i livsfare, men vejen var spærret i mere end to timer.',
  ],
  en: [
    'Two people were taken to hospital after an accident on Friday evening. The road was closed for more than two hours, and the police are asking witnesses to come forward.',
  ],
  de: [
    'Nach einem Unfall am Freitagabend sind zwei Menschen in eine Klinik gebracht worden. Die Straße war mehr als zwei Stunden gesperrt, und die Polizei bittet Zeugen, sich zu melden.',
  ],
  fi: [
    'Poliisi tiedotti maanantaina, että kaksi ihmistä loukkaantui liikenneonnettomuudessa Tampereen keskustassa. Tie oli suljettuna kaksi tuntia.',
  ],
  fr: [
    'La police a interpellé lundi deux hommes après un cambriolage dans une bijouterie de Lyon. Le butin a été retrouvé dans une voiture.',
  ],
}

describe('the language of a paragraph', () => {
  test.each(Object.entries(samples).flatMap(([code, texts]) => texts.map(text => [code, text] as const)))(
    '%s: %s',
    (code, text) => expect(languageOf(text)).toEqual({ code, certain: true }),
  )

  test.each([
    'LKA Niedersachsen',
    'Internationellt utbyte mot mer säkerhet',
    'Säkerhet i fokus',
    'Quellen',
    '2024',
    '',
  ])('of a few words nothing is said: %j', text => expect(languageOf(text)).toEqual({ code: 'und', certain: false }))

  test('names and addresses of the net are no words', () =>
    expect(
      languageOf('Läs mer på https://www.example.org/the/is/of/and/with/this/that och i appen, som är gratis för alla.')
        .code,
    ).toBe('sv'))
})

describe('the report on a text', () => {
  const [swedish = ''] = samples['sv'] ?? []
  const [german = ''] = samples['de'] ?? []
  const [norwegian = ''] = samples['nb'] ?? []

  test('a Swedish text with foreign names, headings and leftovers raises no alarm', () =>
    expect(languageReport(`Rubrik om Lower Sachsen\n\n${swedish}\nQuellen\nDetailsOrt Lüneburg, Deutschland`)).toEqual({
      whole: 'sv',
      paragraphs: [],
    }))

  test('a paragraph that was left in German is told, with its place', () =>
    expect(languageReport(`${swedish}\n${german}\n${swedish}`)).toEqual({
      whole: 'sv',
      paragraphs: [{ index: 1, from: swedish.length + 1, to: swedish.length + 1 + german.length, language: 'de' }],
    }))

  test('a Norwegian text is told once, as a whole', () =>
    expect(languageReport(`${norwegian}\n${norwegian}`)).toEqual({ whole: 'nb', paragraphs: [] }))

  test('what most of a text is in is told alike by the report and by itself', () => {
    const lines = [...Object.values(samples).flat(), 'Quellen', 'Säkerhet i fokus', 'Det er ikke sant.', '2024', '']
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...lines), { maxLength: 12 }), some => {
        const text = some.join('\n')
        expect(wholeLanguage(text)).toBe(languageReport(text).whole)
      }),
      { numRuns: 200, seed: 20250617 },
    )
  })
})
