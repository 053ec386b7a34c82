import { ChangeSet, Text } from '@codemirror/state'
import { readdirSync, readFileSync } from 'node:fs'
import type { ExportedFlag } from '../../src/formats/format.ts'
import { json } from '../../src/formats/json.ts'
import { usualLimits } from '../../src/formats/limits.ts'
import { bytesOf, exported, keepsTheContract, readAs, writeAs } from '../contracts/formats.ts'

const folder = new URL('fixtures/json/', import.meta.url)
const fixtures = readdirSync(folder)
  .sort()
  .map(name => new Uint8Array(readFileSync(new URL(name, folder))))

keepsTheContract(json, { exact: true, fixtures })

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
    'annotators',
    'judgements',
    'decisions',
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

describe('read back', () => {
  const [mtText, middle, text] = [
    'Polisen i Lower Sachsen\nsöker',
    'Polisen i Niedersachsen\nsöker',
    'Polisen i Niedersachsen\nletar',
  ]
  const step = (number: number, before: string, from: number, to: number, insert: string) => ({
    number, author: 'Maja', at: 1000 * number, summary: `nr ${number}`, change: ChangeSet.of({ from, to, insert }, before.length).toJSON() as unknown,
    hash: '', wordsAdded: 0, wordsRemoved: 0, restores: null, undoes: null, mergedFrom: null, reasons: [],
  }) // prettier-ignore
  const revisions = [step(1, mtText, 10, 23, 'Niedersachsen'), step(2, middle, 24, 29, 'letar')]
  const flag = {
    id: 'f', author: 'Olle', layer: 'Olle', revision: 1, from: 10, to: 23, words: 'Niedersachsen', place: null, category: 'style/awkward',
    severity: 'minor', comment: 'Hm\nhm', suggestion: 'x', at: 5000, status: 'open', fixedBy: null, dismissedReason: '',
  } as const // prettier-ignore
  const article = exported({ mtText, text, revisions, flags: [flag], title: 'T', address: 'https://x.se', sourceText: 'S\ns', sourceLanguage: 'de', system: 'D', fixed: true }) // prettier-ignore

  test('an export is the document that it was, with its revisions and flags', async () => {
    const { documents, warnings } = await readAs(json, await writeAs(json, article))
    expect(warnings).toEqual([])
    expect(documents).toMatchObject([
      {
        title: 'T', address: 'https://x.se', system: 'D', sourceLanguage: 'de', language: 'sv', sourceText: 'S\ns', text: mtText, fixed: true,
        revisions: [{ author: 'Maja', at: 1000, summary: 'nr 1', text: middle }, { author: 'Maja', at: 2000, summary: 'nr 2', text }],
        flags: [{ author: 'Olle', layer: 'Olle', at: 5000, revision: 1, from: 10, to: 23, category: 'style/awkward', severity: 'minor', comment: 'Hm\nhm', suggestion: 'x' }],
      },
    ]) // prettier-ignore
  })

  test.each([
    ['another version', { rodpenna: 2 }, { fault: 'version', values: { detail: '2' } }],
    ['no export at all', { rodpenna: undefined, a: 1 }, { fault: 'missing' }],
    [
      'a category of no name',
      { flags: [{ from: 0, to: 1, category: 'x', severity: 'minor' }] },
      { fault: 'invalid', values: { part: undefined } },
    ],
    [
      'a flag outside of the text',
      { flags: [{ from: 0, to: 99, category: 'style/awkward', severity: 'minor' }] },
      { fault: 'invalid', values: { part: 'flags.0' } },
    ],
    [
      'a change of another text',
      { revisions: [{ change: [1, [1]] }] },
      { fault: 'invalid', values: { part: 'revisions.0.change' } },
    ],
    [
      'a corrected text that the changes do not give',
      { texts: { mt: mtText, corrected: 'x' } },
      { fault: 'invalid', values: { part: 'texts.corrected' } },
    ],
  ] as const)('%s is refused', async (_, given, expected) => {
    const { part, ...values } = { part: '', ...('values' in expected ? expected.values : {}) } as Record<
      string,
      unknown
    >
    const exportedJson = { ...(JSON.parse(json.write(article)) as object), ...given }
    const error = await readAs(json, bytesOf(JSON.stringify(exportedJson))).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ fault: expected.fault, values: { ...values, ...(part ? { part } : {}) } })
  })

  test('changes that would make texts without end are refused', async () => {
    const mt = 'å'.repeat(90_000)
    const many = Array.from({ length: 1000 }, (_, i) => ({ change: [[0, 'x'], mt.length + i] }))
    const error = await readAs(json, bytesOf(JSON.stringify({ rodpenna: 1, texts: { mt }, revisions: many }))).catch(
      (reason: unknown) => reason,
    )
    expect(error).toMatchObject({ fault: 'unpacked' })
  })
})

test('who annotated apart, whose marks they could have seen, and what was decided come back; of flags that are not there nothing was', async () => {
  const [document] = (await readAs(json, fixtures[2] as Uint8Array)).documents
  expect(document?.annotators.map(({ layer, saw }) => [layer, saw])).toEqual([['Anna Ek', []], ['Bo Ås', ['Anna Ek']], ['Eva', undefined]]) // prettier-ignore
  // what an earlier decision had made was taken back by the later, and is not given out
  expect(document?.decisions).toMatchObject([
    { a: 0, b: 1, choice: 'b', flag: null, author: 'Cia Öst', comment: 'Hm.' },
    { a: 0, b: 1, choice: 'a', flag: 3 },
    { a: null, b: 2, choice: 'none', flag: null, author: 'Dan', at: Date.UTC(2026, 2, 4, 8, 1) },
  ])
  const asked = { rodpenna: 1, texts: { mt: 'Ja' }, decisions: [{ a: 'x', b: '', choice: 'a', flag: '', person: 'P' }] }
  const refused = (given: object) => readAs(json, bytesOf(JSON.stringify({ ...asked, ...given }))).catch((reason: unknown) => reason) // prettier-ignore
  expect(await refused({})).toMatchObject({ fault: 'invalid', values: { part: 'decisions.0', detail: 'x' } })
  expect(await refused({ decisions: [{ ...asked.decisions[0], a: '' }] })).toMatchObject({ fault: 'invalid' })
})

test('a list of objects is a table', async () => {
  const { columns, documents } = await readAs(json, fixtures[1] as Uint8Array)
  expect(columns).toMatchObject({ names: ['source', 'mt', 'pe'], roles: ['source', 'mt', 'corrected'] })
  expect(documents[0]).toMatchObject({
    text: 'Domstolen styrde på fredagen.\nDomen står.',
    sourceText: 'The court ruled on Friday.\nThe verdict stands.',
  })
  const limits = { ...usualLimits, depth: 2 }
  expect(await readAs(json, bytesOf('[[[1]]]'), { limits }).catch((reason: unknown) => reason)).toMatchObject({
    fault: 'depth',
  })
})
