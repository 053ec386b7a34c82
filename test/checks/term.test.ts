import type { Term } from '../../src/checks/wording.ts'
import { loadLexicon } from '../../src/checks/lexicon/load.ts'
import { readExample, writeExample } from '../../src/checks/notation.ts'
import { readTerms, TermsError } from '../../src/checks/phrases/terms.ts'
import { readText } from '../../src/checks/reading.ts'
import { term } from '../../src/checks/term.ts'

const lexicon = loadLexicon()

const terms: readonly Term[] = [
  { preferred: 'Niedersachsen', variants: ['Lower Sachsen', 'Nedre Sachsen', 'Lower Saxony'] },
  { preferred: 'inrikesminister', variants: ['interiörminister', 'minister för inre angelägenheter'] },
  { preferred: 'rycka ut', variants: ['flytta ut'] },
  { preferred: 'mörkertal', variants: ['mörkt fält'] },
  { preferred: 'polis', variants: ['snut'] },
  { preferred: 'vagn', variants: ['bil'] },
  { preferred: 'Bundestag', variants: ['förbundsdagen'] },
  { preferred: 'e-post', variants: ['E-post', 'mejl'] },
  { preferred: 'CDU', variants: ['kristdemokraterna'] },
  { preferred: 'polis och brandkår', variants: ['brandkår'] },
  { preferred: 'cannabisbrott', variants: ['cannabiskarnival'] },
]

const marked = (written: string): string => {
  const { text } = readExample(written)
  return writeExample(text, [...term.find(readText(text, lexicon, { terms }))])
}

it.each([
  'I [Lower Sachsens→Niedersachsens] polis och [Nedre Sachsen→Niedersachsen].',
  'En [Lower Sachsen-baserad→Niedersachsen-baserad] firma.',
  '[Interiörministerns→Inrikesministerns] tal, [interiörministerposten→inrikesministerposten] och [ministrarna för inre angelägenheter→inrikesministrarna].',
  'De [flyttade ut→ryckte ut] och har [flyttat ut→ryckt ut].',
  'Ett [mörkt fält→mörkertal] och [det mörka fältet→mörkertalet].',
  '[Snuten→Polisen] och en [trafiksnut→trafikpolis].',
  'En bild av en [bil→vagn], en billig [bildörr→vagndörr] och [lastbilar→lastvagnar].',
  'I [förbundsdagens→Bundestags] sal.',
  'Skicka [E-post→e-post] eller [mejl→e-post].',
  '[Kristdemokraterna→CDU] kom.',
  'Både polis och brandkår kom, men ingen [brandkår→polis och brandkår] ensam.',
  'Inga [cannabiskarnival→cannabisbrott], enligt [cannabiskarnivalstatistiken→cannabisbrottsstatistiken] och [cannabiskarnivalsplatsen→cannabisbrottsplatsen].',
  'lower sachsen är inget namn, och Sachsen heter så.',
])('%s', example => {
  expect(marked(example)).toBe(example)
})

describe('forms of its own', () => {
  const own: readonly (Term & { readonly examples: readonly string[] })[] = [
    {
      preferred: 'podd',
      variants: ['ljudblogg'],
      partOfSpeech: 'noun',
      inflection: ['podd', 'podden', 'poddar', 'poddarna'],
      examples: [
        '[Ljudbloggar→Poddar] är populära, och [ljudbloggarnas→poddarnas] lyssnare fler.',
        'Hör [ljudbloggen→podden].',
        'Ett [ljudbloggavsnitt→poddavsnitt].',
      ],
    },
    {
      preferred: 'viral',
      variants: ['virusartad'],
      partOfSpeech: 'adjective',
      inflection: ['viral', 'viralt', 'virala'],
      examples: ['Ett [virusartat→viralt] klipp och [virusartade→virala] bilder.'],
    },
    {
      preferred: 'sms:a',
      variants: ['messa'],
      partOfSpeech: 'verb',
      inflection: ['sms:a', 'sms:ar', 'sms:ade', 'sms:at'],
      examples: ['Hon [messade→sms:ade] och har [messat→sms:at].'],
    },
    {
      preferred: 'googlifiera',
      variants: ['genomsöka'],
      partOfSpeech: 'verb',
      examples: ['Hon [genomsökte→googlifierade] nätet.'],
    },
    {
      preferred: 'Röda korset',
      variants: ['Roter Korset'],
      partOfSpeech: 'proper-noun',
      inflection: ['Röda korset', 'Röda korsets'],
      examples: ['[Roter Korset→Röda korset] kom, i [Roter Korsets→Röda korsets] bilar. Röda korsets bilar.'],
    },
    {
      preferred: 'landet runt',
      variants: ['runt om i landet'],
      partOfSpeech: 'other',
      examples: ['Det snöar [runt om i landet→landet runt].'],
    },
  ]
  it.each(own.flatMap(({ examples, ...term }) => examples.map(example => [example, term] as const)))(
    '%s',
    (example, one) => {
      const { text } = readExample(example)
      expect(writeExample(text, [...term.find(readText(text, lexicon, { terms: [one] }))])).toBe(example)
    },
  )

  it('a word that is several is meant as what it is said to be', () => {
    const text = 'Vi valde ett val.'
    const terms: readonly Term[] = [{ preferred: 'omröstning', variants: ['val'], partOfSpeech: 'noun' }]
    const found = [...term.find(readText(text, lexicon, { terms }))]
    expect(found.map(({ from, to }) => text.slice(from, to))).toEqual(['ett val'])
  })

  it('a finding tells the term it is about, its domain, category and severity', () => {
    const terms: readonly Term[] = [
      {
        id: '0123456789abcdef',
        preferred: 'vägren',
        variants: ['hård axel'],
        domain: 'trafik',
        category: 'terminology/wrong-term',
        severity: 'minor',
      },
    ]
    expect([...term.find(readText('På den hårda axeln.', lexicon, { terms }))]).toMatchObject([
      {
        about: '0123456789abcdef',
        category: 'terminology/wrong-term',
        severity: 'minor',
        fixes: ['vägrenen'],
        message: { sv: expect.stringContaining('(trafik)') as string },
      },
    ])
  })
})

describe('among thousands', () => {
  const padding = Array.from({ length: 3000 }, (_, i) => ({ preferred: `qqa${i}`, variants: [`qqb${i} zz`, `zq${i}`] }))
  const texts = [
    'I Lower Sachsens polis och Nedre Sachsen.',
    'Interiörministerns tal, interiörministerposten och ministrarna för inre angelägenheter.',
    'De flyttade ut, har flyttat ut och gick fram; de stod på sig och blev större.',
    'Ett mörkt fält, det mörka fältet, snuten, en trafiksnut, lastbilar och bildörren.',
    'Männen och lastbilsmännens fötter, två händer, böcker och handböckerna; en ö och e-posten.',
  ]
  const irregular: readonly Term[] = [
    ['gå fram', 'träda fram'], ['stå på sig', 'hålla fast'], ['bli stor', 'växa'], ['man', 'karl'], ['fot', 'tass'], ['hand', 'näve'],
    ['bok', 'volym'], ['ö', 'holme'], ['e-post', 'mejl'],
  ].map(([variant = '', preferred = '']) => ({ preferred, variants: [variant] })) // prettier-ignore

  it.each(texts)('the few that may stand in a text are found as if they were alone: %s', text => {
    const few = [...terms, ...irregular]
    const found = (list: readonly Term[]) => [...term.find(readText(text, lexicon, { terms: list }))]
    expect(found([...padding, ...few])).toEqual(found(few))
    expect(found(few)).not.toEqual([])
  })

  it('of two that match the same words the first in the list is taken, whatever was read before', () => {
    const two = ['avfart', 'resa'].map(preferred => ({ preferred, variants: ['utfart'] }))
    const list = [...padding, ...two]
    const fixes = (text: string) =>
      [...term.find(readText(text, lexicon, { terms: list }))].map(({ fixes: [fix] }) => fix)
    expect([fixes('En resa.'), fixes('Utfarten.'), fixes('En avfart, en utfart.')]).toEqual([
      [],
      ['Avfarten'],
      ['avfart'],
    ])
  })
})

it('finds nothing without terms', () => {
  expect([...term.find(readText('Lower Sachsen', lexicon))]).toEqual([])
})

it('takes any sign in a term', () => {
  const odd = [{ preferred: 'a|b', variants: ['[x]', '(y', 'z~', '→', '…', '', '   '] }]
  expect(() => [...term.find(readText('[x] (y z~ → … abc', lexicon, { terms: odd }))]).not.toThrow()
})

describe('a file of terms', () => {
  it.each([
    ['with a header', 'preferred,variants\nNiedersachsen,Lower Sachsen|Nedre Sachsen'],
    ['without one', 'Niedersachsen,Lower Sachsen|Nedre Sachsen'],
    [
      'with columns the other way round, and more of them',
      'note,variants,preferred\nx,Lower Sachsen| Nedre Sachsen ,Niedersachsen',
    ],
    ['with semicolons', 'preferred;variants\nNiedersachsen;Lower Sachsen|Nedre Sachsen'],
    ['with tabs', 'preferred\tvariants\nNiedersachsen\tLower Sachsen|Nedre Sachsen'],
    [
      'with quotes, BOM, CRLF and blank lines',
      '\ufeff"preferred","variants"\r\n\r\n"Niedersachsen","Lower Sachsen|Nedre Sachsen"\r\n',
    ],
  ])('%s', (_how, csv) => {
    expect(readTerms(csv)).toEqual([{ preferred: 'Niedersachsen', variants: ['Lower Sachsen', 'Nedre Sachsen'] }])
  })

  it('keeps commas, quotes and line breaks that are quoted', () => {
    expect(readTerms('preferred,variants\n"a, ""b""","c\nd"')).toEqual([{ preferred: 'a, "b"', variants: ['c\nd'] }])
  })

  it('is empty where there is nothing', () => {
    expect(readTerms('')).toEqual([])
    expect(readTerms('preferred,variants\na,\n,\n')).toEqual([])
  })

  it.each([
    ['preferred,variants\na,b\n,c', 3, 'preferred term is missing'],
    ['preferred,notes\na,b', 1, 'preferred and variants'],
    ['a,b\n"c,d', 2, 'Quote'],
  ])('%j is refused with the line', (csv, line, sentence) => {
    const read = (): unknown => readTerms(csv)
    expect(read).toThrow(TermsError)
    expect(read).toThrow(sentence)
    expect(read).toThrow(`line ${line}`)
  })
})
