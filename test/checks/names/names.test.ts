import { alternatives, choices } from '../../../src/checks/names/alternatives.ts'
import { fixOf } from '../../../src/checks/names/fix.ts'
import { mentionsIn } from '../../../src/checks/names/mentions.ts'
import { mixtures } from '../../../src/checks/names/mixtures.ts'
import { piecesIn, piecesOf } from '../../../src/checks/names/pieces.ts'
import { readForms } from '../../../src/checks/names/read-names.ts'
import { withoutUmlauts } from '../../../src/checks/names/umlauts.ts'
import { loadLexicon } from '../../../src/checks/lexicon/load.ts'
import { readText } from '../../../src/checks/reading.ts'
import { genitiveOf } from '../../../src/checks/words/genitive.ts'

const lexicon = loadLexicon()
const mentioned = (text: string) =>
  mentionsIn(readText(text, lexicon)).map(({ from, to, how, names }) => [
    text.slice(from, to),
    how,
    names[0]?.right[0].text,
  ])

describe('the pieces of a text', () => {
  const pieces = (text: string) => piecesIn(readText(text, lexicon)).map(({ text: piece, join }) => [piece, join])

  it('are cut at hyphens, and remember how they were joined', () => {
    expect(pieces('Nordrhein-Westfalen i dag')).toEqual([
      ['nordrhein', 'space'],
      ['westfalen', 'hyphen'],
      ['i', 'space'],
      ['dag', 'space'],
    ])
  })

  it('are joined by a hyphen with a space on one side, not by a dash', () => {
    expect(pieces('Nord- Macedonia')[1]).toEqual(['macedonia', 'hyphen'])
    expect(pieces('Tyskland - Den').map(([piece]) => piece)).toEqual(['tyskland', '-', 'den'])
  })

  it('are those of the data files', () => {
    for (const name of ["Côte d'Ivoire", 'Bündnis 90/Die Grünen', 'St. Petersburg', 'EU:s byrå'])
      expect(piecesOf(name)).toEqual(pieces(name).map(([piece]) => piece))
  })
})

describe('mixtures', () => {
  const made = [...mixtures('nieder sachsen')]
  const written = new Set(made.map(({ pieces }) => pieces.join('|')))

  it('join every part in every language by a gap or by nothing', () => {
    for (const form of ['lower|sachsen', 'nedre|sachsen', 'lowersaxony', 'lägre|sachs', 'nieder|saxony'])
      expect(written).toContain(form)
  })

  it('tell a wholly English one', () => {
    expect(made.find(({ pieces }) => pieces.join(' ') === 'lower saxony')?.foreign).toBe(true)
    expect(made.find(({ pieces }) => pieces.join(' ') === 'lower sachsen')?.foreign).toBe(false)
  })

  it('tell those that begin with a free word', () => {
    const loose = [...mixtures('(nord) korea')].filter(mixture => mixture.loose).map(({ pieces }) => pieces.join(' '))
    expect(loose).toContain('norra korea')
    expect(loose).not.toContain('nord korea')
  })
})

describe('patterns', () => {
  it('are read in every way', () => {
    expect(alternatives('federala (kriminal|) polis(en|byrån)')).toEqual([
      'federala kriminal polisen',
      'federala kriminal polisbyrån',
      'federala polisen',
      'federala polisbyrån',
    ])
    expect(choices('a (b|c)|d')).toEqual(['a (b|c)', 'd'])
  })
})

describe('names without umlauts', () => {
  it('are spelled, or stripped', () => {
    expect(withoutUmlauts(['düsseldorf'])).toEqual([['duesseldorf'], ['dusseldorf']])
    expect(withoutUmlauts(['berlin'])).toEqual([])
  })
})

describe('mentions', () => {
  it('take the longest name, with its genitive', () => {
    expect(mentioned('I North Rhine-Westphalias regering')).toEqual([
      ['North Rhine-Westphalias', 'foreign', 'Nordrhein-Westfalen'],
    ])
  })

  it('know what is right, and how it is joined', () => {
    expect(mentioned('Nordrhein-Westfalen och Nordrhein Westfalen')).toEqual([
      ['Nordrhein-Westfalen', 'right', 'Nordrhein-Westfalen'],
      ['Nordrhein Westfalen', 'joined', 'Nordrhein-Westfalen'],
    ])
  })

  it('leave addresses and tags alone', () => {
    expect(mentioned('Läs lueneburg.de, #munich och info@munich.com')).toEqual([])
  })

  it('are found in decomposed text too', () => {
    expect(mentioned('I Lu\u0308neburg'.normalize('NFD'))).toEqual([['Lu\u0308neburg', 'right', 'Lüneburg']])
  })
})

describe('fixes', () => {
  it('carry the genitive as Swedish writes it', () => {
    expect(['Niedersachsen', 'Paris', 'Graz', 'FN'].map(genitiveOf)).toEqual([
      'Niedersachsens',
      'Paris',
      'Graz',
      'FN:s',
    ])
  })

  it('take the brackets of an abbreviation along', () => {
    const text = 'Enligt Bundeskriminalamt (BKA) och Bundeskriminalamt (LKA).'
    const reading = readText(text, lexicon)
    const fixed = mentionsIn(reading).map(mention => fixOf(reading, mention))
    expect(fixed.map(({ from, to }) => text.slice(from, to))).toEqual(['Bundeskriminalamt (BKA)', 'Bundeskriminalamt'])
    expect(fixed[0]?.fixes).toEqual(['federala kriminalpolisen (BKA)'])
  })
})

describe('the data', () => {
  const forms = [...readForms()]

  it('has no empty form, and no row without a right one', () => {
    expect(forms.filter(({ pieces }) => pieces.length === 0 || pieces.includes(''))).toEqual([])
    expect(forms.filter(({ name }) => name.right[0].text === '')).toEqual([])
  })

  it('calls no right Swedish name wrong', () => {
    const right = new Map(
      forms.filter(({ how }) => how === 'right').map(({ pieces, name }) => [pieces.join(' '), name]),
    )
    const clash = forms
      .filter(({ how, pieces, name }) => how === 'foreign' && (right.get(pieces.join(' ')) ?? name) !== name)
      .map(({ pieces, name }) => `${pieces.join(' ')} → ${name.right[0].text}`)
    expect(clash).toEqual([])
    const genitives = forms
      .filter(({ how, pieces }) => how !== 'right' && right.has(pieces.join(' ').replace(/s$/, '')))
      .filter(({ pieces }) => pieces.at(-1)?.endsWith('s') === true)
      .map(({ pieces, name }) => `${pieces.join(' ')} → ${name.right[0].text}`)
    expect(genitives).toEqual([])
  })
})
