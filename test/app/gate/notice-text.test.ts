import { quote } from '../../../src/app/gate/notice-quote.ts'
import { noticeText } from '../../../src/app/gate/notice-text.ts'
import { diffTexts } from '../../../src/text/diff/index.ts'

const at = new Date(2026, 10, 27, 12).getTime()
const told = (before: string, after: string, places = 1) => ({ before, after, places })
const made = 'Rättelsen gjordes den 27 november 2026.'

describe('a correction notice', () => {
  test.each([
    [[told('Lower Sachsen', 'Niedersachsen')], 0, `Rättelse: I en tidigare version av artikeln stod det ”Lower Sachsen”. Rätt är ”Niedersachsen”. ${made}`],
    [[told('A', 'B', 3)], 1, `Rättelse: I en tidigare version av artikeln stod det ”A” på tre ställen. Rätt är ”B”. Dessutom har ett språkfel rättats. ${made}`],
    [[told('A', 'B'), told('C', 'D')], 2, `Rättelse: I en tidigare version av artikeln stod det ”A”. Rätt är ”B”. Det stod också ”C”. Rätt är ”D”. Dessutom har språkfel rättats. ${made}`],
    [[told('A', 'B'), told('C', ''), told('', 'E.')], 0, `Rättelse: En tidigare version av artikeln innehöll flera fel.\n– Det stod ”A”. Rätt är ”B”.\n– Det stod ”C”. Det har tagits bort.\n– Det saknades: ”E”.\n${made}`],
    [[told('', 'Ingen skadades.')], 0, `Rättelse: I en tidigare version av artikeln saknades detta: ”Ingen skadades”. ${made}`],
    [[], 1, `Rättelse: I en tidigare version av artikeln fanns ett språkfel, som nu är rättat. ${made}`],
    [[], 7, `Rättelse: I en tidigare version av artikeln fanns språkfel, som nu är rättade. ${made}`],
    [[], 0, ''],
  ])('of %j and %i slips reads %s', (corrections, slips, text) => {
    expect(noticeText({ told: corrections, slips, at })).toBe(text)
  }) // prettier-ignore

  test('quotes nothing that is not seen, nor what reads alike when it is quoted: that is a slip', () => {
    expect(noticeText({ told: [told('25\u202e p\u00adersoner\u200b', '52 personer')], slips: 0, at })).toContain('stod det ”25 personer”. Rätt är ”52 personer”.')
    expect(noticeText({ told: [told('25  personer.', '25 personer', 2)], slips: 0, at })).toBe(
      `Rättelse: I en tidigare version av artikeln fanns språkfel, som nu är rättade. ${made}`,
    )
    expect(noticeText({ told: [told('A', 'B'), told('vän\u00adner', 'vänner')], slips: 0, at })).toContain('Rätt är ”B”. Dessutom har ett språkfel rättats.')
    expect(noticeText({ told: [told('👩‍🚒', '👩‍🚀')], slips: 0, at })).toContain('”👩‍🚒”. Rätt är ”👩‍🚀”')
  }) // prettier-ignore

  test('is plain text, whatever stands in the words', () => {
    const text = noticeText({ told: [told('<b onclick="x">25</b>\n{{7*7}}', '- <i>52</i>')], slips: 0, at })
    expect(text).toContain('stod det ”<b onclick=’x’>25</b> {{7*7}}”. Rätt är ”<i>52</i>”.')
    expect(text.split('\n')).toHaveLength(1)
  })

  test('has single marks within its quotations, and cuts a passage that is too long at a word', () => {
    expect(noticeText({ told: [told('sa "nej"', 'sa ”ja”')], slips: 0, at })).toContain(
      '”sa ’nej’”. Rätt är ”sa ’ja’”.',
    )
    const long = noticeText({ told: [told('', 'ord '.repeat(200))], slips: 0, at })
    expect(long).toMatch(/ord …”\. Rättelsen/)
    expect(long.length).toBeLessThan(450)
  })
})

describe('what a notice quotes', () => {
  const quotes = (a: string, b: string) => diffTexts(a, b).hunks.map(hunk => Object.values(quote(a, b, hunk)))

  test.each([
    ['Det var 25 procent av dem.', 'Det var 52 procent av dem.', [['25 procent', '52 procent']]],
    ['Polisen grep honom.', 'Polisen grep inte honom.', [['grep honom', 'grep inte honom']]],
    ['I Lower Sachsen bor de.', 'I Niedersachsen bor de.', [['Lower Sachsen', 'Niedersachsen']]],
    ['Experter från sex olika länder kom.', 'Experter från sju olika länder kom.', [['sex olika länder', 'sju olika länder']]],
    ['LKA fick en delegation.', 'LKA tog emot en delegation.', [['fick en delegation', 'tog emot en delegation']]],
    ['Han är där.', 'Han är här.', [['Han är där', 'Han är här']]],
    ['Den 17 juni var det.', 'Den 16 juni var det.', [['17 juni', '16 juni']]],
    ['Den varar fem veckor och har fokus på rån.', 'Den varar fem veckor.', [['och har fokus på rån', '']]],
    ['Skolan (CEPAL) finns kvar.', 'Skolan (CEPOL) finns kvar.', [['CEPAL', 'CEPOL']]],
    ['Ett.\nTvå.', 'Ett.\nHär saknades en hel uppgift som är mycket lång nu.\nTvå.', [['', 'Här saknades en hel uppgift som är mycket lång nu.']]],
  ])('of %j and %j is enough to be understood', (a, b, expected) => {
    expect(quotes(a, b)).toEqual(expected)
  }) // prettier-ignore

  test.each([
    // particle verbs, reflexive verbs
    ['De vill flytta nästa år.', 'De vill flytta ut nästa år.', 'flytta', 'flytta ut'],
    ['De följer upp beslutet.', 'De följer beslutet.', 'följer upp', 'följer'],
    ['Någon slog ut rutan.', 'Någon slog in rutan.', 'slog ut', 'slog in'],
    ['Mannen flyttade in i huset.', 'Mannen flydde in i huset.', 'flyttade in', 'flydde in'],
    ['De begav till staden.', 'De begav sig till staden.', 'begav', 'begav sig'],
    ['Paret gifte sig i juni.', 'Paret skilde sig i juni.', 'gifte sig', 'skilde sig'],
    ['De försvarade sig i rätten.', 'De försvarade honom i rätten.', 'försvarade sig', 'försvarade honom'],
    ['Han vände sig bort från dem.', 'Han drog sig bort från dem.', 'vände sig bort', 'drog sig bort'],
    // times and fixed phrases with their prepositions
    ['Det hände i fjol, sade han.', 'Det hände i år, sade han.', 'i fjol', 'i år'],
    ['Mötet hålls på tisdag i Bonn.', 'Mötet hålls på onsdag i Bonn.', 'på tisdag', 'på onsdag'],
    ['Det sker i samband med valet.', 'Det sker i enlighet med valet.', 'i samband med', 'i enlighet med'],
    ['Vägen är stängd på grund av bygget.', 'Vägen är stängd till följd av bygget.', 'på grund av', 'till följd av'],
    // names in full
    ['I går sade Peter Müller nej.', 'I går sade Petra Müller nej.', 'Peter Müller', 'Petra Müller'],
    ['Enligt Anna Schmidt är det så.', 'Enligt Anna Schmitt är det så.', 'Anna Schmidt', 'Anna Schmitt'],
    ['Där talade Ursula von der Leyen.', 'Där talade Heiko von der Leyen.', 'Ursula von der Leyen', 'Heiko von der Leyen'],
    ['SPD-politikern gick.', 'CDU-politikern gick.', 'SPD-politikern', 'CDU-politikern'],
    // figures with what they count, or are read with
    ['Det kostar 2,5 miljoner euro i år.', 'Det kostar 2,5 miljarder euro i år.', '2,5 miljoner euro', '2,5 miljarder euro'],
    ['Det kostar 2,5 miljoner euro.', 'Det kostar 3,5 miljoner euro.', '2,5 miljoner', '3,5 miljoner'],
    ['Det börjar klockan 15 i dag.', 'Det börjar klockan 17 i dag.', 'klockan 15', 'klockan 17'],
    ['Partiet fick 25 % av rösterna.', 'Partiet fick 52 % av rösterna.', '25 %', '52 %'],
    ['Den 17 juni möts de.', 'Den 17 juli möts de.', '17 juni', '17 juli'],
    // what tells which
    ['Det regnar i norra Tyskland nu.', 'Det regnar i södra Tyskland nu.', 'norra Tyskland', 'södra Tyskland'],
    ['Hans äldre bror greps.', 'Hans yngre bror greps.', 'äldre bror', 'yngre bror'],
    // what belongs to no phrase stands alone
    ['Rånaren greps.', 'Tjuven greps.', 'Rånaren', 'Tjuven'],
  ])('of %j and %j is the phrase as a copy editor quotes it', (a, b, before, after) => {
    expect(quotes(a, b)).toEqual([[before, after]])
  }) // prettier-ignore
})
