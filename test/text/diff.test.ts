import { diffParagraph, diffTexts, type Hunk } from '../../src/text/diff/index.ts'

/** `one [two→three] four`: the words removed and those put in their place. */
const sides = (notation: string): [a: string, b: string] => [
  notation.replace(/\[([^\]→]*)→([^\]]*)\]/gu, '$1'),
  notation.replace(/\[([^\]→]*)→([^\]]*)\]/gu, '$2'),
]

const draw = (a: string, b: string, hunks: readonly Hunk[], from = 0, to = a.length): string => {
  let drawn = ''
  let at = from
  for (const hunk of hunks) {
    drawn += `${a.slice(at, hunk.fromA)}[${a.slice(hunk.fromA, hunk.toA)}→${b.slice(hunk.fromB, hunk.toB)}]`
    at = hunk.toA
  }
  return drawn + a.slice(at, to)
}

describe('a paragraph', () => {
  test.each([
    ['LKA [Lower Sachsen→Niedersachsen] stärker säkerheten'],
    // words keep inner colons and hyphens
    ['samarbetet mellan [EU: s→EU:s] polismyndigheter'],
    ['Med nya anbud är [EU -medlemsstaterna→EU-medlemsstaterna] bättre utrustade'],
    ['medborgares säkerhet[: inuti→]. När det är klart'],
    ['kl. [10.30→10.45] kostar det 3,50'],
    // a number is one with its thousands
    ['fick rycka ut [32 545→32 455] gånger under [2 024→2024] och 125 2024'],
    ['på sidan 1 [1234→1235] av [1 200 300→1 200 400] och 17 [200x→100x]'],
    // one word, one hunk: nothing is joined across a word that stays
    [
      '[Statens kriminella polisbyrå→Landeskriminalamt] i [Lower Sachsen→Niedersachsen] (LKA) [fick→tog emot] en delegation',
    ],
    ['fånga [det mörka fältet→mörkertalet] av [opåverkade→oanmälda] brott. [Interiörminister→Inrikesminister] Behrens'],
    // … unless a word was moved across it, or put in before it
    ['politiken [både är→finns både] nationellt och internationellt'],
    ['[lueneburg för närvarande rapporterar→Lüneburg rapporterar för närvarande] om mötet'],
    ['en delegation från [Collège Européen de Police (CEPOL→EU:s byrå (Cepol]) för första gången'],
    ['Naturligtvis [blir det→är det så] att experter deltar'],
    ['folket i [Macedonia→Makedonien] rösta [på →]om namnet'],
    ['Klockorna [mojnar→tystnar] – [krokarna→kyrkorna] kämpar'],
    ['har berättat [→för ]mig att [innan→förr] i tiden'],
    ['enligt [Police (PKS→polisens statistik (PS]) i år'],
    // a comma is not a word
    ['Han kom[→,] men [gick→for] sedan'],
    // white space counts
    ['ett [ →]mellanslag för mycket'],
    ['slutet av raden.[ →]'],
    ['[→ ]början'],
    ['hårt[\u00a0→ ]mellanslag'],
    // an insertion begins with its sentence
    ['[→Det var kul. ]Det är bra.'],
    ['Han kom. [→De satt. ]Hon gick.'],
    ['Han kom.[→ Han gick.]'],
    ['röd, [→gul, ]blå, grön'],
    ['ett ord[ till→]'],
    // no character is cut in two
    ['glad [👍🏽→👍🏿] idag'],
    ['flaggan [🇸🇪→🇳🇴] vajar'],
    ['familj [👩‍👩‍👧→👩‍👩‍👦] här'],
    ['e\u0301n [a\u030a→a\u0308] till'],
    ['[𝒜→ℬ] och 𝒞'],
    ['他说[你→我]好'],
    // a rewritten sentence is one hunk, whatever small words stay by chance
    [
      '[Det är viktigt att polisen och tullen får mer stöd i kampen mot brott→I Budapest möttes sex länder för att tala om nya metoder och regler].',
    ],
    ['[→allt nytt]'],
    ['[allt borta→]'],
  ])('%s', notation => {
    const [a, b] = sides(notation)
    expect(draw(a, b, diffParagraph(a, b))).toBe(notation)
    expect(draw(a, b, diffTexts(a, b).hunks)).toBe(notation)
  })

  test('split in two', () => {
    const notation = 'Fokus var på mötet.[ →\n]Sedan [kom→gick] deltagarna hem till sig.'
    expect(draw(...sides(notation), diffParagraph(...sides(notation)))).toBe(notation)
  })
})

const police = 'Polisen i Niedersachsen tvingades rycka ut oftare än året innan, visar statistiken.'
const budapest = 'Byrån har sitt säte i Budapest och stöder samarbetet mellan medlemsstaterna.'
const survey = 'Fyrtio tusen slumpmässigt utvalda invånare fick nyligen brev om en undersökning.'
const summary = 'Sammantaget syns att aktörerna finns både nationellt och internationellt.'
const surveyChanged = survey.replace('brev', 'post')

const signs = { same: '=', changed: '~', removed: '-', inserted: '+', moved: '>' }

/** A row a line: `=` same, `~` changed, `-` removed, `+` inserted, `>` moved; `¶` is a line break within a row. */
const rows = (linesA: readonly string[], linesB: readonly string[]): string[] => {
  const [a, b] = [linesA.join('\n'), linesB.join('\n')]
  const diff = diffTexts(a, b)
  return diff.rows.map(({ kind, fromA, toA, fromB, toB, hunks }) => {
    const inside = diff.hunks.filter(
      hunk => kind === 'changed' && hunk.fromA >= fromA && hunk.toA <= toA && hunk.fromB >= fromB && hunk.toB <= toB,
    )
    const drawn = kind === 'inserted' ? b.slice(fromB, toB) : draw(a, b, hunks ?? inside, fromA, toA)
    return `${signs[kind]} ${drawn.replaceAll('\n', '¶')}`
  })
}

describe('paragraphs', () => {
  test('the same', () => {
    expect(rows([police, '', budapest], [police, '', budapest])).toEqual([`= ${police}`, '= ', `= ${budapest}`])
  })

  test('removed and inserted', () => {
    expect(rows([police, budapest, survey], [police, survey])).toEqual([`= ${police}`, `- ${budapest}`, `= ${survey}`])
    expect(rows([police, survey], [police, budapest, survey])).toEqual([`= ${police}`, `+ ${budapest}`, `= ${survey}`])
    expect(rows([police], [police, budapest])).toEqual([`= ${police}`, `+ ${budapest}`])
    expect(rows([police, budapest], [budapest])).toEqual([`- ${police}`, `= ${budapest}`])
  })

  test('changed, beside what was inserted before it', () => {
    expect(rows([police, survey, summary], [police, budapest, surveyChanged, summary])).toEqual([
      `= ${police}`,
      `+ ${budapest}`,
      `~ ${survey.replace('brev', '[brev→post]')}`,
      `= ${summary}`,
    ])
  })

  test('split and joined', () => {
    const both = `${budapest} ${survey}`
    expect(rows([police, both, summary], [police, budapest, surveyChanged, summary])).toEqual([
      `= ${police}`,
      `~ ${budapest}[ →¶]${survey.replace('brev', '[brev→post]')}`,
      `= ${summary}`,
    ])
    expect(rows([police, budapest, survey, summary], [police, both, summary])).toEqual([
      `= ${police}`,
      `~ ${budapest}[¶→ ]${survey}`,
      `= ${summary}`,
    ])
  })

  test('joined across a blank line', () => {
    expect(rows([budapest, '', survey, '', summary], [`${budapest} ${survey}`, '', summary])).toEqual([
      `~ ${budapest}[¶¶→ ]${survey}`,
      '= ',
      `= ${summary}`,
    ])
  })

  test('moved, and moved with a change', () => {
    expect(rows([police, budapest, survey, summary], [budapest, survey, summary, police])).toEqual([
      `= ${budapest}`,
      `= ${survey}`,
      `= ${summary}`,
      `> ${police}`,
    ])
    expect(rows([survey, police, budapest, summary], [police, budapest, surveyChanged, summary])).toEqual([
      `= ${police}`,
      `= ${budapest}`,
      `> ${survey.replace('brev', '[brev→post]')}`,
      `= ${summary}`,
    ])
  })

  test('a moved paragraph is a removal and an insertion among the hunks', () => {
    const [a, b] = [`${police}\n${budapest}\n${survey}`, `${budapest}\n${survey}\n${police}`]
    expect(draw(a, b, diffTexts(a, b).hunks)).toBe(`[${police}\n→]${budapest}\n${survey}[→\n${police}]`)
  })

  test('one rewritten stands beside what it was', () => {
    expect(rows([police, 'Säkerhet i fokus', summary], [police, 'Trygghet först', summary])).toEqual([
      `= ${police}`,
      '~ [Säkerhet i fokus→Trygghet först]',
      `= ${summary}`,
    ])
    expect(rows([police, 'Säkerhet', 'Mer om det', summary], [police, 'Trygghet och mer därtill', summary])).toEqual([
      `= ${police}`,
      '~ [Säkerhet¶Mer om det→Trygghet och mer därtill]',
      `= ${summary}`,
    ])
  })

  test('blank lines do not part what belongs together', () => {
    expect(rows(['', police, '', survey], [police, '', '', surveyChanged, ''])).toEqual([
      '- ',
      `= ${police}`,
      '= ',
      '+ ',
      `~ ${survey.replace('brev', '[brev→post]')}`,
      '+ ',
    ])
  })

  test('identical ones in a long run', () => {
    const many = Array.from({ length: 30 }, () => [police, budapest]).flat()
    const fewer = many.toSpliced(31, 1)
    const kinds = rows(many, fewer).map(row => row[0])
    expect(kinds.filter(kind => kind === '-')).toHaveLength(1)
    expect(kinds.filter(kind => kind === '=')).toHaveLength(59)
  })

  test('empty texts', () => {
    expect(rows([''], [''])).toEqual(['= '])
    expect(rows([''], [police])).toEqual([`~ [→${police}]`])
    expect(rows([police, budapest], [''])).toEqual([`- ${police}`, `- ${budapest}`, '+ '])
  })
})

describe('made to be slow', () => {
  // of the processor, not of the clock: how long others keep the machine busy says nothing here
  const seconds = (run: () => void): number => {
    const begin = process.cpuUsage()
    run()
    return process.cpuUsage(begin).user / 1_000_000
  }
  const repeat = (unit: string, times: number): string => unit.repeat(times)
  test.each([
    ['one word against another order', repeat('a b ', 40_000), repeat('b b a ', 30_000)],
    ['nothing in common', repeat('a ', 60_000), repeat('b ', 60_000)],
    ['one line of one word', repeat('a', 1_000_000), repeat('a', 999_999) + 'b'],
    ['blank lines', repeat('\n', 60_000), repeat('\n \n', 20_000)],
    ['few short paragraphs', repeat('a\nb\n\n', 15_000), repeat('b\na\n\na\n', 12_000)],
    ['brackets', repeat('([', 50_000), repeat('[(', 50_000)],
    ['paragraphs all different', numbered('x', 10_000), numbered('y', 11_000)],
    [
      'paragraphs reversed',
      numbered('ord nummer', 8_000),
      numbered('ord nummer', 8_000).split('\n').reverse().join('\n'),
    ],
  ])('%s', (_, a, b) => {
    expect(seconds(() => diffTexts(a, b))).toBeLessThan(4)
    expect(seconds(() => diffParagraph(a, b))).toBeLessThan(4)
  })
})

function numbered(words: string, count: number): string {
  return Array.from({ length: count }, (_, at) => `${words} ${at} ${(at * 7919) % 1009} och så vidare`).join('\n')
}
