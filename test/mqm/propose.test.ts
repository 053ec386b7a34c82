import fc from 'fast-check'
import { severities } from '../../src/mqm/annotation.ts'
import { proposalRules, propose } from '../../src/mqm/propose.ts'
import { isCategory } from '../../src/mqm/typology.ts'
import { anyText, thousand } from '../text/histories.ts'

/** A rule with its category, and corrections of which it holds; what stands before the words in the MT is parted from them by a bar. */
const table = `
layout               design-and-markup/layout
  slut.\\nNästa → slut. Nästa
  en rad\\u2028två → en rad två

number-format        locale-conventions/number-format
  1,000 → 1 000
  3 → tre
  12.30 → 12:30
  12 % → tolv %

joined               linguistic-conventions/spelling
  polis bil → polisbil
  ochsedan → och sedan
  webb-sida → webbsida

spacing              linguistic-conventions/punctuation
  två  ord → två ord
  EU: s → EU:s
  EU -medlemmarna → EU-medlemmarna
  50% → 50 %

punctuation          linguistic-conventions/punctuation
  " → ”
  slut → slut.
  , → ∅
  ∅ → ,
  WMP-er → WMP:er
  1990-2000 → 1990–2000

case                 linguistic-conventions/spelling
  Juni → juni
  ndr Informerade → NDR informerade
  "ja" → ”Ja”

number               accuracy/mistranslation
  15 → 50
  17 000 euro → 1 700 euro
  tre → 4
  den 3 juni 2019 → den 3 juni 2020

function-word        linguistic-conventions/grammar
  av → till
  ∅ → att
  att → ∅
  på → i
  de → dem
  hela dagen → hela dagen om

deletion             accuracy/addition
  : inuti → ∅
  mycket stora → stora

insertion            accuracy/omission
  ∅ → nästan
  polisen → den danska polisen

order                linguistic-conventions/grammar
  är nu → nu är
  inte alltid är → är inte alltid

grammar              linguistic-conventions/grammar
  Internationell → Internationellt
  sexuell → sexuella
  en bil → ett bilar
  är → var
  någon kände → några kända

spelling             linguistic-conventions/spelling
  Parlaiment → Parliament
  polsien → polisen
  kommisarie → kommissarie

untranslated         accuracy/untranslated
  latterliggjøring → förlöjligande
  Police Crime Statistics → polisens brottsstatistik
  with regard → med avseende
  nicht möglich → omöjligt

name                 terminology/wrong-term
  Lower Sachsen → Niedersachsen
  i |Hannover → Bremen

wording              accuracy/mistranslation
  anbud → registreringar
  Slut. |Anbud → Ansökningar
  Hannover → Bremen
`

const unescaped = (side: string): string =>
  side === '∅' ? '' : side.replaceAll('\\n', '\n').replaceAll('\\u2028', '\u2028')

const cases = table
  .trim()
  .split('\n\n')
  .flatMap(block => {
    const [head = '', ...lines] = block.split('\n')
    const [rule = '', category = ''] = head.split(/\s+/)
    return lines.map(line => {
      const [left = '', after = ''] = line.trim().split(' → ')
      const [before = '', context] = left.includes('|') ? left.split('|').reverse() : [left]
      return { line: line.trim(), rule, category, before, context, after }
    })
  })

describe('what a correction mends is proposed', () => {
  test.each(cases)('$line: $rule', ({ rule, category, before, context, after }) => {
    const proposal = propose({ before: unescaped(before), after: unescaped(after), beforeContext: context })
    expect(proposal.rule).toBe(rule)
    expect(proposal.category).toBe(category)
  })

  test('by every rule there is an example', () => {
    expect([...new Set(cases.map(({ rule }) => rule))].sort()).toEqual([...proposalRules].sort())
  })

  test('more than a few words put in or taken out are major', () => {
    expect(propose({ before: '', after: 'nästan' }).severity).toBe('minor')
    expect(propose({ before: 'enligt en talesperson vid myndigheten', after: '' }).severity).toBe('major')
  })

  test('of whatever words, in a category and severity that there are', () => {
    fc.assert(
      fc.property(anyText(), anyText(), anyText(), (before, after, beforeContext) => {
        const { category, severity, rule } = propose({ before, after, beforeContext })
        expect(isCategory(category)).toBe(true)
        expect(severities).toContain(severity)
        expect(proposalRules).toContain(rule)
      }),
      thousand,
    )
  })
})
