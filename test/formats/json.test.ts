import { ChangeSet, Text } from '@codemirror/state'
import type { ExportedFlag } from '../../src/formats/format.ts'
import { json } from '../../src/formats/json.ts'
import { exported, keepsTheContract } from '../contracts/formats.ts'

keepsTheContract(json)

test('texts, revisions, changes and flags, so that a program can replay them', () => {
  const [mtText, text] = ['Polisen i Lower Sachsen', 'Polisen i Niedersachsen']
  const at = Date.UTC(2025, 5, 18, 7, 12)
  const change = ChangeSet.of({ from: 10, to: 23, insert: 'Niedersachsen' }, mtText.length).toJSON() as unknown
  const numbers = { wordsAdded: 1, wordsRemoved: 2, restores: null, undoes: null, mergedFrom: null }
  const revision = { number: 1, author: 'Maja', at, summary: 'Namn', change, hash: 'ab', reasons: [], ...numbers }
  const where = {
    revision: 0,
    from: 10,
    to: 23,
    words: 'Lower Sachsen',
    place: null,
    comment: '',
    suggestion: 'Niedersachsen',
  }
  const flag: ExportedFlag = {
    ...where,
    id: 'f',
    author: 'Maja',
    layer: 'shared',
    category: 'terminology/wrong-term',
    severity: 'major',
    at,
    status: 'fixed',
    fixedBy: 1,
    dismissedReason: '',
  }
  const read = JSON.parse(json.write(exported({ mtText, text, revisions: [revision], flags: [flag] })))

  expect(Object.keys(read)).toEqual([
    'rodpenna',
    'title',
    'address',
    'createdAt',
    'exportedAt',
    'source',
    'translation',
    'texts',
    'revisions',
    'flags',
  ])
  expect(read).toMatchObject({
    rodpenna: 1,
    createdAt: '2025-06-17T00:00:00.000Z',
    translation: { system: '', language: 'sv', state: 'corrected' },
    revisions: [{ number: 1, author: 'Maja', at: '2025-06-18T07:12:00.000Z', summary: 'Namn' }],
    flags: [{ words: 'Lower Sachsen', status: 'fixed', fixedBy: 1 }],
  })
  expect(
    ChangeSet.fromJSON(read.revisions[0].change)
      .apply(Text.of([read.texts.mt]))
      .toString(),
  ).toBe(read.texts.corrected)
})
