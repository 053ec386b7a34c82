import { placeRule } from '../../../src/app/batches/place-rule.ts'
import { readText } from '../../../src/checks/reading.ts'
import { loadLexicon } from '../../../src/checks/lexicon/load.ts'
import { wordingHits } from '../../../src/checks/phrases/wordings.ts'
import { searchText } from '../../../src/store/search.ts'

const replaced = (text: string, wording: Parameters<typeof placeRule>[0]): string => {
  let [result, at] = ['', 0]
  for (const { from, to, fix } of placeRule(wording).find(text)) {
    result += text.slice(at, from) + fix
    at = to
  }
  return result + text.slice(at)
}

describe('what is fixed everywhere', () => {
  test.each([
    ['LKA Lower Sachsen varnar.', 'Lower Sachsen', 'Niedersachsen', 'LKA Niedersachsen varnar.'],
    ['I Lower Sachsens polis.', 'Lower Sachsen', 'Niedersachsen', 'I Niedersachsens polis.'],
    ['Ett Lower Sachsen-baserat bolag.', 'Lower Sachsen', 'Niedersachsen', 'Ett Niedersachsen-baserat bolag.'],
    ['Lower\u00a0Sachsen och LOWER SACHSEN', 'Lower Sachsen', 'Niedersachsen', 'Niedersachsen och NIEDERSACHSEN'],
    [
      'Nedre Sachsen och Nedre Sachsens polis.',
      'Nedre Sachsens',
      'Niedersachsens',
      'Niedersachsen och Niedersachsens polis.',
    ],
    ['Mecklenburg-Vor och Paris.', 'Paris', 'Parises', 'Mecklenburg-Vor och Parises.'],
    ['Stadens medborgare svarade.', 'medborgare', 'invånare', 'Stadens invånare svarade.'],
    ['Medborgarna svarade. De är medborgarnas.', 'medborgare', 'invånare', 'Invånarna svarade. De är invånarnas.'],
    ['Daghem öppnar. Daghemmen är fulla.', 'daghem', 'förskola', 'Förskola öppnar. Förskolorna är fulla.'],
    ['Han läste boken, och böckerna var tunga.', 'bok', 'skrift', 'Han läste skriften, och skrifterna var tunga.'],
    ['Det ledde till bråk.', 'leda till', 'orsaka', 'Det orsakade bråk.'],
    ['De nya daghemmen är fulla.', 'nytt daghem', 'förskola', 'Förskolorna är fulla.'],
    ['Bilden av en bil på bilvägen.', 'bil', 'vagn', 'Bilden av en vagn på vagnvägen.'],
    ['EU: s regler', 'EU: s', 'EU:s', 'EU:s regler'],
    ['Inget av det här.', 'Lower Sachsen', 'Niedersachsen', 'Inget av det här.'],
  ])('in %j: %j → %j', (text, before, after, expected) => {
    expect(replaced(text, { kind: 'pair', before, after })).toBe(expected)
  })

  test('a term’s variants are looked for together', () => {
    const wording = { kind: 'term', before: 'Lower Sachsen | Lower Saxony', after: 'Niedersachsen' }
    expect(replaced('Lower Saxonys och Lower Sachsens polis.', wording)).toBe(
      'Niedersachsens och Niedersachsens polis.',
    )
  })

  test('finds just what reading all of the text finds, and where the search’s needles are', () => {
    const text = [
      'En storbil och två stora bilar.',
      'Polisen, medborgarna och medborgargarden; böcker, bokens och handboken.',
      'LOWER SACHSEN är Lower  Sachsen.',
      'Ingenting.',
      'Gick, gå, gående.',
    ].join('\n')
    const lexicon = loadLexicon()
    for (const [before, after] of [
      ['bok', 'skrift'],
      ['medborgare', 'invånare'],
      ['stor bil', 'lastbil'],
      ['Lower Sachsen', 'Niedersachsen'],
      ['gå', 'vandra'],
    ] as const) {
      const rule = placeRule({ kind: 'words', before, after })
      const all = wordingHits(readText(text, lexicon), [{ preferred: after, variants: [before] }])
      expect(rule.find(text).map(({ from, to }) => [from, to])).toEqual(all.map(({ from, to }) => [from, to]))
      expect(all.length).toBeGreaterThan(0)
      for (const { from, to } of all) {
        const searched = searchText([text.slice(from, to)])
        expect([searched, rule.needles.some(needle => searched.includes(needle))]).toEqual([searched, true])
      }
    }
  })
})
