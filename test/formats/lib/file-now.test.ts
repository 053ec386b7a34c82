import { editsNow, linesNow, warningsNow } from '../../../src/formats/lib/file-now.ts'
import { exported } from '../../contracts/formats.ts'

const told = [{ code: 'unlike' }]

describe('a file that reads as it was imported', () => {
  test('has each line where it was, and nothing is told', () => {
    const article = exported({ mtText: 'ett\nett\ntvå', text: 'ett\nen\ntvå' })
    expect(linesNow('ett\nett\ntvå', article)).toEqual({ partners: [0, 1, 2], warnings: [] })
    expect(warningsNow('ett\nett\ntvå', article)).toEqual([])
  })

  test('gets the edits and the marks as they are given', () => {
    const [edits, placed] = [[{ from: 0, to: 3, insert: 'tre' }], new Map([['1', { from: 0, to: 1 }]])]
    const article = exported({ mtText: 'ett', text: 'tre' })
    expect(editsNow('ett', { number: 0, article, edits, placed })).toEqual({ edits, placed })
  })
})

describe('a file that reads otherwise than it was imported, which is told', () => {
  test.each([
    ['with as many lines: those that read so in their place', 'ett\n2\ntre', 'ett\ntvå\ntre', [0, undefined, 2]],
    ['with more lines: those that read so and are the only ones', 'ny\nett\ntvå', 'ett\ntvå', [1, 2]],
    ['with fewer lines, of which some are alike: none of these', 'ett\ntvå', 'ett\nett\ntvå', [undefined, undefined, 1]],
  ])('%s', (_, now, mtText, partners) =>
    expect(linesNow(now, exported({ mtText, text: mtText.replace('två', 'tva') }))).toEqual({ partners, warnings: told }),
  ) // prettier-ignore

  test('no line is known where the corrected text has not as many as the MT', () =>
    expect(linesNow('ett\ntvå', exported({ mtText: 'ett\ntvå', text: 'ett' }))).toEqual({
      partners: [],
      warnings: told,
    }))

  test('its paragraphs are corrected by comparison, and marks stand where their words do', () => {
    const article = exported({ mtText: 'ett', text: 'Ny ett' })
    const placed = new Map([['1', { from: 0, to: 1 }]])
    expect(editsNow('Ny en', { number: 0, article, edits: [], placed })).toEqual({
      edits: [{ from: 3, to: 5, insert: 'ett' }],
      placed: new Map(),
    })
    expect(warningsNow('Ny en', article)).toEqual(told)
  })
})
