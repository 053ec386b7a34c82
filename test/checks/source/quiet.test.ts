/** What says the same in both languages is not reported, however each writes it. */
import { checks as all } from '../../../src/checks/index.ts'
import { loadLexicon } from '../../../src/checks/lexicon/load.ts'
import { runChecks } from '../../../src/checks/run.ts'

const lexicon = loadLexicon()
const checks = all.filter(({ family }) => family === 'source')

const pairs: readonly (readonly [string, string, string])[] = [
  ['en', 'The meeting at 18.30 lasted until 9.15 on 3 March.', 'Mötet klockan 18.30 varade till 21.15 den 3 mars.'],
  [
    'fr',
    'La réunion du 17 juin 2025 à 18h30 a coûté 1,5 million d’euros, soit 12,5 %.',
    'Mötet den 17 juni 2025 klockan 18.30 kostade 1,5 miljoner euro, alltså 12,5 procent.',
  ],
  ['nl', 'Op 4 maart om 18.30 uur kwamen 1.250 mensen.', 'Den 4 mars klockan 18.30 kom 1 250 människor.'],
  ['de', 'Das Spiel endete 3:1 (2:0), im zweiten Satz 25:21.', 'Matchen slutade 3–1 (2–0), i andra set 25–21.'],
  [
    'de',
    'Der 24-Jährige fuhr mit 1,8 Promille auf der A 7, Höhe Kilometer 112,5.',
    '24-åringen körde med 1,8 promille på A7, i höjd med kilometer 112,5.',
  ],
  [
    'de',
    'Am Freitag werden Höchstwerte von 28 bis 31 Grad erwartet, in der Nacht 17 °C.',
    'På fredag väntas högsta temperaturer på 28–31 grader, på natten 17 °C.',
  ],
  [
    'de',
    'Die Windböen erreichten 110 km/h, es fielen 40 Liter Regen pro Quadratmeter.',
    'Vindbyarna nådde 110 km/h, det föll 40 liter regn per kvadratmeter.',
  ],
  [
    'de',
    'Die Vorstellung beginnt um halb acht und dauert anderthalb Stunden, Eintritt 12,50 €.',
    'Föreställningen börjar halv åtta och varar i en och en halv timme, inträde 12,50 euro.',
  ],
  [
    'de',
    'Rund 20.000 Menschen kamen, darunter etwa zwei Dutzend Kinder und hunderte Helfer.',
    'Omkring 20 000 människor kom, däribland ett par dussin barn och hundratals hjälpare.',
  ],
  ['de', 'Er wurde zu 90 Tagessätzen à 30 Euro verurteilt.', 'Han dömdes till 90 dagsböter om 30 euro.'],
  [
    'de',
    'Zwischen 8 und 12 Uhr sowie von 14 bis 16.30 Uhr ist geöffnet.',
    'Öppet mellan klockan 8 och 12 samt 14–16.30.',
  ],
  [
    'de',
    'Die CDU kam auf 31,4 Prozent (-2,3), die SPD auf 27,8 Prozent.',
    'CDU fick 31,4 procent (−2,3), SPD 27,8 procent.',
  ],
  [
    'de',
    'Der Umsatz stieg um 12 Prozent auf 1,45 Mrd. Euro, der Gewinn auf 230 Mio. Euro.',
    'Omsättningen steg med 12 procent till 1,45 miljarder euro, vinsten till 230 miljoner euro.',
  ],
  [
    'de',
    'In den 90er-Jahren, genauer 1997/98, lebten hier 1.250 Familien.',
    'På 90-talet, närmare bestämt 1997/98, bodde här 1 250 familjer.',
  ],
  ['de', 'Am 1. Mai und am 3.10. bleibt das Amt geschlossen.', 'Den 1 maj och den 3 oktober är myndigheten stängd.'],
  [
    'de',
    'Hinweise nimmt die Polizei unter 04131/8306-2215 entgegen.',
    'Tips tas emot av polisen på 04131-83 06 22 15.',
  ],
  [
    'de',
    'Der Täter ist etwa 1,80 Meter groß, 25 bis 30 Jahre alt.',
    'Gärningsmannen är cirka 180 cm lång och 25–30 år.',
  ],
  [
    'de',
    'Ein Drittel der Betriebe, drei Viertel der Schulen und die Hälfte der Ämter machten mit.',
    'En tredjedel av företagen, tre fjärdedelar av skolorna och hälften av myndigheterna deltog.',
  ],
  [
    'de',
    'Die zweijährige Tochter und ihr dreizehnjähriger Bruder blieben unverletzt.',
    'Den tvååriga dottern och hennes trettonårige bror klarade sig oskadda.',
  ],
  [
    'de',
    'Der Prozess wird am kommenden Dienstag um 9 Uhr fortgesetzt (Az. 12 KLs 4/25).',
    'Rättegången fortsätter nästa tisdag klockan 9 (mål 12 KLs 4/25).',
  ],
  [
    'de',
    'Im ersten Halbjahr 2024 registrierte die Polizei 1.021 Fälle, ein Plus von 4,5 %.',
    'Under första halvåret 2024 registrerade polisen 1 021 fall, en ökning med 4,5 procent.',
  ],
  [
    'de',
    'Die Strecke ist 42,195 Kilometer lang; Sieger wurde er in 2:08:44 Stunden.',
    'Sträckan är 42,195 kilometer lång; han vann på 2:08:44 timmar.',
  ],
  [
    'de',
    'Die Inflation lag bei 2,2 Prozent, der Leitzins bei 4,25 Prozent.',
    'Inflationen låg på 2,2 procent och styrräntan på 4,25 procent.',
  ],
  ['de', 'Seit Ende des 18. Jahrhunderts steht hier eine Kirche.', 'Sedan slutet av 1700-talet står här en kyrka.'],
  ['de', 'Der Dax schloss bei 18.235,45 Punkten.', 'Dax stängde på 18 235,45 punkter.'],
  [
    'de',
    'Zehntausende demonstrierten, nach Angaben der Polizei 35.000.',
    'Tiotusentals demonstrerade, enligt polisen 35 000.',
  ],
  [
    'de',
    'Vierzehn Tage später, gegen 0.15 Uhr, brannte es erneut.',
    'Två veckor senare, vid kvart över tolv på natten, brann det igen.',
  ],
  [
    'de',
    'Das Haus mit 120 m² Wohnfläche kostet 450.000 Euro, also 3.750 Euro pro Quadratmeter.',
    'Huset med 120 kvm boyta kostar 450 000 euro, alltså 3 750 euro per kvadratmeter.',
  ],
  ['de', 'Platz zwei belegte Anna, Platz drei Lena.', 'Tvåa kom Anna, trea Lena.'],
  ['de', 'Die Zweitligisten trennten sich 0:0.', 'Andradivisionslagen spelade 0–0.'],
  [
    'de',
    'Es ist der dritte Sieg in Folge und der 12. in dieser Saison.',
    'Det är tredje segern i rad och den tolfte denna säsong.',
  ],
  [
    'de',
    'Die EU fördert das Projekt mit 3,2 Millionen Euro bis 2027.',
    'EU stöder projektet med 3,2 miljoner euro till 2027.',
  ],
  [
    'de',
    'Eine halbe Million Menschen, eine Viertelmillion Autos, eine halbe Stunde.',
    'En halv miljon människor, 250 000 bilar, en halvtimme.',
  ],
  [
    'en',
    'The match ended 3-1, the Dow fell 1,234.56 points to 38,000.',
    'Matchen slutade 3–1, Dow Jones föll 1 234,56 punkter till 38 000.',
  ],
  [
    'en',
    'At 6pm on Friday, 7 March, some 1.5m people lost power for two-and-a-half hours.',
    'Klockan 18 fredagen den 7 mars blev omkring 1,5 miljoner människor strömlösa i två och en halv timme.',
  ],
  [
    'en',
    'The deal is worth $1.2tn, or roughly €1.1 trillion.',
    'Affären är värd 1 200 miljarder dollar, eller ungefär 1,1 biljoner euro.',
  ],
  ['en', 'He was born on Dec. 5, 1964, and died aged 59.', 'Han föddes den 5 december 1964 och dog vid 59 års ålder.'],
  [
    'en',
    'Temperatures hit 104°F (40°C) and winds of 75 mph were recorded.',
    'Temperaturen nådde 40 °C och vindar på 120 km/h uppmättes.',
  ],
  [
    'en',
    'A third of the 300-page report deals with the mid-1980s.',
    'En tredjedel av den 300 sidor långa rapporten handlar om mitten av 1980-talet.',
  ],
  ['en', 'Between 9 a.m. and 5 p.m. from Monday to Friday.', 'Mellan klockan 9 och 17 måndag till fredag.'],
  ['en', 'She won her second gold in 1 minute 45.3 seconds.', 'Hon tog sitt andra guld på 1 minut och 45,3 sekunder.'],
  [
    'en',
    'Shares rose 3.5% to £12.40, valuing the firm at £5.6bn.',
    'Aktien steg 3,5 procent till 12,40 pund, vilket värderar bolaget till 5,6 miljarder pund.',
  ],
  [
    'en',
    'About 60 percent of the 2,000-odd voters, or three in five, said yes.',
    'Omkring 60 procent av de drygt 2 000 väljarna, eller tre av fem, sade ja.',
  ],
  [
    'en',
    'It weighs 2.2 pounds, is 12 inches long and holds half a gallon.',
    'Den väger ett kilo, är 30 centimeter lång och rymmer knappt två liter.',
  ],
  [
    'en',
    'The 10-member board met for the first time since 9/11.',
    'Den tio man starka styrelsen möttes för första gången sedan 11 september.',
  ],
  [
    'en',
    'Hundreds of thousands marched; police put the number at a quarter of a million.',
    'Hundratusentals marscherade; polisen uppskattade antalet till 250 000.',
  ],
  ['en', 'The 2024-25 season starts on 8/17.', 'Säsongen 2024/25 börjar den 17 augusti.'],
  [
    'en',
    'Just before midnight, at 11:58 p.m., a 4.7-magnitude quake struck.',
    'Strax före midnatt, klockan 23.58, inträffade ett skalv med magnituden 4,7.',
  ],
  [
    'en',
    'Half a million people and a quarter of a million cars; half a dozen died.',
    'En halv miljon människor och 250 000 bilar; ett halvdussin dog.',
  ],
  [
    'nb',
    'Politiet fikk melding klokken 07.20 om en ulykke på E18, der to biler kolliderte i 80-sonen.',
    'Polisen fick larm klockan 07.20 om en olycka på E18, där två bilar kolliderade på 80-sträckan.',
  ],
  [
    'nb',
    'Prisen er 1.250.000 kroner, opp 3,5 prosentpoeng siden 1990-tallet.',
    'Priset är 1 250 000 kronor, upp 3,5 procentenheter sedan 1990-talet.',
  ],
  ['nb', '17. mai kommer det 20 000 mennesker og fem korps.', 'Den 17 maj kommer 20 000 människor och fem orkestrar.'],
  [
    'nb',
    'Han er to mil fra toppen og har gått i fire og en halv time siden kvart på åtte.',
    'Han är två mil från toppen och har gått i fyra och en halv timme sedan kvart i åtta.',
  ],
  [
    'da',
    'Halvdelen af de 5,8 millioner danskere og femogtyve procent af svenskerne svarede kl. 19.30.',
    'Hälften av de 5,8 miljonerna danskar och tjugofem procent av svenskarna svarade klockan 19.30.',
  ],
  [
    'da',
    'Regeringen bruger 2,5 mia. kr. den 1. januar 2026.',
    'Regeringen använder 2,5 miljarder kronor den 1 januari 2026.',
  ],
  [
    'da',
    'Den 38-årige mand fik halvandet års fængsel og en bøde på 10.000 kr.',
    'Den 38-årige mannen fick ett och ett halvt års fängelse och 10 000 kronor i böter.',
  ],
  [
    'da',
    "Firs mennesker og halvtreds børn var med i 1980'erne.",
    'Åttio människor och femtio barn var med på 1980-talet.',
  ],
]

it.each(pairs)('%s: %s', (language, source, text) => {
  const found = runChecks(text, lexicon, { checks, source: { text: source, language } })
  expect(found.map(finding => [finding.check, finding.text, finding.message.en])).toEqual([])
})

it('the language of a source need not be told', () => {
  const source = 'Die Feuerwehr rückte am 4. März um 7.20 Uhr mit 35 Kräften aus. Der Schaden beträgt 45.000 Euro.'
  const text = 'Brandkåren ryckte ut den 4 mars klockan 7.20 med 35 man. Skadan uppgår till 45 000 euro.'
  for (const language of ['', 'und', 'de', 'de-AT'])
    expect(runChecks(text, lexicon, { checks, source: { text: source, language } })).toEqual([])
})

it('the source of another article is not compared', () => {
  const source = pairs.filter(([language]) => language === 'de').map(([, one]) => one)
  const text = pairs.filter(([language]) => language === 'en').map(([, , one]) => one)
  const against = { text: source.join('\n'), language: 'de' }
  expect(runChecks(text.join('\n'), lexicon, { checks, source: against })).toEqual([])
})
