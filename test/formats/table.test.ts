/** Tables of any kind, by the simplest of them: what their columns are, and what documents their rows. */
import { readFileSync } from 'node:fs'
import { stringify } from 'csv-stringify/sync'
import { csv } from '../../src/formats/csv.ts'
import type { Role } from '../../src/formats/document.ts'
import { bytesOf, readAs } from '../contracts/formats.ts'

const read = (text: string, context = {}) => readAs(csv, bytesOf(text), context)
const rolesOf = async (text: string): Promise<readonly Role[]> => (await read(text)).columns?.roles ?? []

describe('columns', () => {
  test.each([
    ['source,mt,pe', ['source', 'mt', 'corrected']],
    ['src\thypothesis\treference', ['source', 'mt', 'corrected']],
    ['id;Källtext;Maskinöversättning;Granskad text;Granskad av', ['skip', 'source', 'mt', 'corrected', 'author']],
    ['Quelltext;Maschinelle Übersetzung;Korrigiert;Anmerkung', ['source', 'mt', 'corrected', 'comment']],
    ['msgid,msgstr,kommentar', ['source', 'mt', 'comment']],
    ['source_text,target_text,post_edited', ['source', 'mt', 'corrected']],
    ['Raw MT,Target', ['mt', 'corrected']],
    ['sourceText,machineTranslation,correctedText', ['source', 'mt', 'corrected']],
    ['en,sv', ['source', 'mt']],
    ['English (UK)|Swedish (Sweden)|Kategori|Allvarlighetsgrad', ['source', 'mt', 'category', 'severity']],
    ['doc,engine,URL,title,source,translation', ['article', 'system', 'address', 'title', 'source', 'mt']],
    ['original,översättning,rättad,rättad av,feltyp', ['source', 'mt', 'corrected', 'author', 'category']],
  ] as const)('%s', async (heading, roles) => {
    const delimiter = /[\t;|,]/.exec(heading)?.[0] ?? ','
    const row = heading.split(delimiter).map((_, i) => `Ord nummer ett ${i}`)
    expect(await rolesOf(`${heading}\n${row.join(delimiter)}\n`)).toEqual(roles)
  })

  test('without a heading, by the languages and by which are alike', async () => {
    const rows = [
      ['a1', 'The minister spoke on Monday about the budget.', 'Ministern talade om måndagen om budgeten.', 'Ministern talade på måndagen om budgeten.'],
      ['a1', 'Nobody had expected it to be so large.', 'Ingen hade väntat sig att den skulle vara så stor.', 'Ingen hade väntat sig att den skulle vara så stor.'],
      ['a2', 'The court was not convinced by the evidence.', 'Domstolen var inte övertygad av bevisen.', 'Domstolen övertygades inte av bevisen.'],
    ] // prettier-ignore
    const { columns, documents } = await read(stringify(rows))
    expect(columns).toMatchObject({ heading: false, roles: ['article', 'source', 'mt', 'corrected'] })
    expect(documents.map(({ key, revisions }) => [key, revisions.length])).toEqual([['a1', 1], ['a2', 1]]) // prettier-ignore
  })

  test('ids that differ in every row tell articles apart only where a row is a whole article', async () => {
    expect(await rolesOf('id,mt\n1,"Polisen söker vittnen."\n2,"Ingen skadades."\n')).toEqual(['skip', 'mt'])
    const long = 'Polisen söker vittnen efter branden i Celle. '.repeat(20)
    expect(await rolesOf(`id,mt\n1,"${long}"\n2,"${long}!"\n`)).toEqual(['article', 'mt'])
  })

  test('as a person says, whatever the names are', async () => {
    const mapping = { heading: false, roles: ['mt', 'source'] as const }
    const { columns, documents, warnings } = await read('source,mt,x\nett,one,1\n', { mapping })
    expect(columns).toMatchObject({ heading: false, roles: ['mt', 'source', 'skip'], names: ['', '', ''] })
    expect(documents[0]).toMatchObject({ text: 'source\nett', sourceText: 'mt\none' })
    expect(warnings).toEqual([])
  })

  test('are shown with their first five rows, long fields cut', async () => {
    const { columns } = await read(`mt,pe\n${`${'å'.repeat(300)},b\n`.repeat(7)}`)
    expect(columns?.names).toEqual(['mt', 'pe'])
    expect(columns?.sample).toHaveLength(5)
    expect(columns?.sample[0]).toEqual([`${'å'.repeat(199)}…`, 'b'])
  })
})

describe('documents', () => {
  test('rows of one article are one, by system; what differs is a revision; an error is a flag on the words that were corrected', async () => {
    const { documents } = await readAs(
      csv,
      new Uint8Array(readFileSync(new URL('fixtures/csv/excel.csv', import.meta.url))),
    )
    expect(documents).toHaveLength(2)
    expect(documents[0]).toMatchObject({
      key: '17',
      title: 'Polisen söker vittnen',
      fixed: true,
      sourceText: 'Die Polizei sucht Zeugen.\nSie bittet um Hinweise; auch anonym.',
      text: 'Polisen söker vättnen efter branden.\nDen ber om tips; "även" anonymt.',
      revisions: [{ author: 'Maja', text: 'Polisen söker vittnen efter branden.\nDen ber om tips; "även" anonymt.' }],
      flags: [
        {
          from: 14,
          to: 21,
          revision: 0,
          author: 'Maja',
          category: 'linguistic-conventions/spelling',
          severity: 'minor',
        },
      ],
    })
    expect(documents[1]).toMatchObject({
      text: 'Ett hus i Celle\u2028brann ned till grunden.',
      flags: [{ from: 0, to: 39, category: 'other/other', severity: 'neutral', comment: 'Kolla orten' }],
    })
  })

  test('a row that names no article goes on with the one above', async () => {
    const { documents } = await read('artikel;mt\n1;ett\n;två\n2;tre\n')
    expect(documents.map(({ key, text }) => [key, text])).toEqual([['1', 'ett\ntvå'], ['2', 'tre']]) // prettier-ignore
  })

  test('each author has a revision', async () => {
    const { documents } = await read('mt,pe,author\nett,1,Maja\ntvå,2,Olle\ntre,tre,\nfyra,4,Maja\n')
    expect(documents[0]?.revisions.map(({ author, text }) => [author, text])).toEqual([
      ['Maja', '1\ntvå\ntre\n4'],
      ['Olle', '1\n2\ntre\n4'],
    ])
  })

  test('without articles a table is cut into parts of a thousand rows', async () => {
    const { documents } = await read(`mt\n${'Hej.\n'.repeat(2001)}`, { name: 'stor.csv' })
    expect(documents.map(({ text, title }) => [text.split('\n').length, title])).toEqual([
      [1000, ''],
      [1000, 'stor 2'],
      [1, 'stor 3'],
    ])
  })

  test('and of long rows into parts of 100,000 characters, those of several systems at the same rows', async () => {
    const long = 'ord '.repeat(10_000)
    const { documents } = await read(`mt\n${`${long}\n`.repeat(5)}`)
    expect(documents.map(({ text }) => text.split('\n').length)).toEqual([2, 2, 1])
    const rows = [1, 2, 3].flatMap(n => [`A,${long}${n},Hej ${n}.`, `B,${long}${n},${long}`])
    const { documents: both } = await read(`system,source,mt\n${rows.join('\n')}\n`)
    expect(both.map(({ system, key, sourceText }) => [system, key, sourceText.split('\n').length])).toEqual([
      ['A', 'part 1', 2],
      ['B', 'part 1', 2],
      ['A', 'part 2', 1],
      ['B', 'part 2', 1],
    ])
  })

  test('an empty field is not corrected yet, one of spaces is a segment that was struck out', async () => {
    const { documents } = await read('mt;pe\nett;\ntvå;" "\n')
    expect(documents[0]?.revisions.map(({ text }) => text)).toEqual(['ett\n'])
  })
})
