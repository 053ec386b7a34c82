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
})
