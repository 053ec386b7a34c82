import fc from 'fast-check'
import { diffTexts } from '../../src/text/diff/index.ts'
import { Retelling, type Retold } from '../../src/text/retold.ts'
import { words } from '../../src/text/words.ts'
import { council, councilByAnother, oneSite, retold as pairs } from '../app/again-texts.ts'

const shown = (b: string, told: Retold): string => {
  const at = told.at === null ? '' : ` ${b.slice(told.at.from, told.at.to) || '∅'}`.trimEnd()
  return `${told.is}${at}${told.is === 'gone' && !told.exact ? ' …' : ''}`
}

/** `one <two> three`, `one <>three`: what became of the words, or of the point, in b. */
function retold(notation: string, b: string): string {
  const [from, to] = [notation.indexOf('<'), notation.indexOf('>') - 1]
  const a = notation.replace(/[<>]/g, '')
  return shown(b, new Retelling(a, b, diffTexts(a, b)).tell({ from, to }))
}

const long = 'Polisen i Lüneburg söker vittnen till en olycka som skedde i går kväll nära skolan.'

describe('words of a text, in another telling of it', () => {
  it.each([
    ['LKA <Lower Sachsen> varnar för bedrägerier.', 'LKA Lower Sachsen varnar för bedrägerier.', 'there Lower Sachsen'],
    ['LKA <Lower Sachsen> varnar för bedrägerier.', 'Sent i går: LKA Lower Sachsen varnar.', 'there Lower Sachsen'],
    ['LKA <Lower Sachsen> varnar för bedrägerier.', 'LKA Niedersachsen varnar för bedrägerier.', 'gone Niedersachsen'],
    ['LKA <Lower Sachsen> varnar för bedrägerier.', 'LKA Nedre Sachsen varnar för bedrägerier.', 'gone Nedre Sachsen'],
    ['Den <mycket> stora bilen stannade vid vägen.', 'Den stora bilen stannade vid vägen.', 'gone ∅'],
    ['Han kom i <Juni> med tåget hem.', 'Han kom i juni med tåget hem.', 'gone juni'],
    ['Det <hus> som de köpte är rött.', 'Det huset som de köpte är rött.', 'gone huset'],
    ['Det är <Lower> landet i norr.', 'Det är Lower-landet i norr.', 'gone Lower-landet'],
    // points: what was missing is missing yet, or is there
    ['Han sade <>han kom hem i går.', 'Han sade han kom hem i går.', 'there ∅'],
    ['Han sade <>han kom hem i går.', 'Han sade att han kom hem i går.', 'gone att'],
    // the paragraph came elsewhere
    [`<Första> raden är om något annat.\n${long}`, `${long}\nFörsta raden är om något annat.`, 'there Första'],
    // the paragraph is gone: its words stand nowhere, or who knows
    [`${long}\nEn kommentar av <Jan Eickhoff> sist.`, long, 'gone …'],
    [`${long}\nEn kommentar av polisen i <Lüneburg>.`, long, 'unsure Lüneburg'],
    // the words moved within the passage
    [
      'I går kväll sade <Petra Wohlers> till tidningen att det blir dyrare.',
      'Det blir dyrare, sade till tidningen i går kväll borgmästaren Petra Wohlers.',
      'there Petra Wohlers',
    ],
    // a sentence in other words: what stands for two of them cannot be told
    [
      'Den rutten hade det <varnats> för av haverikommissionen. Därför är det nu stängt där, säger polisen i Lüneburg.',
      'Redan i februari sades det att sträckan är farlig. Därför är det nu stängt där, säger polisen i Lüneburg.',
      expect.stringMatching(/^gone .* …$/),
    ],
  ])('%s → %s', (a, b, told) => expect(retold(a, b)).toEqual(told))

  it('are told to be there only where they are, to the letter', () => {
    const texts: readonly (readonly [string, string])[] = [
      ...pairs,
      [council, oneSite[1] ?? ''],
      [councilByAnother, council],
    ]
    for (const [a, b] of texts) {
      const telling = new Retelling(a, b, diffTexts(a, b))
      fc.assert(
        fc.property(fc.nat(), fc.integer({ min: 1, max: 4 }), (start, count) => {
          const all = words(a)
          const first = start % all.length
          const from = all[first]?.from ?? 0
          const to = all[Math.min(all.length, first + count) - 1]?.to ?? 0
          const told = telling.tell({ from, to })
          const there = told.at && b.slice(told.at.from, told.at.to)
          if (told.is === 'there') expect(there).toBe(a.slice(from, to))
          if (told.is === 'gone') expect(there).not.toBe(a.slice(from, to))
        }),
        { seed: 4, numRuns: 300 },
      )
    }
  })

  it('are all there in the same text, and each point too', () => {
    const telling = new Retelling(council, council, diffTexts(council, council))
    for (const span of words(council)) {
      expect(telling.tell(span)).toEqual({ is: 'there', at: span })
      expect(telling.tell({ from: span.to, to: span.to }).is).toBe('there')
    }
  })
})
