/** XLIFF 1.x as programs write it: with namespaces of their own, of older versions, and against the standard. */
import { detect } from '../../src/formats/detect.ts'
import type { Document } from '../../src/formats/document.ts'
import { xliff1 } from '../../src/formats/xliff1.ts'
import { bytesOf, keepsTheContract, patchAs, readAs, textOf } from '../contracts/formats.ts'
import { fixturesOf } from '../contracts/fixtures.ts'

const fixture = fixturesOf('xliff1')
const [studio, memoq, phrase, old] = ['studio.sdlxliff', 'memoq.mqxliff', 'phrase.mxliff', 'old.xlf'].map(fixture) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array] // prettier-ignore

keepsTheContract(xliff1, { exact: true, fixtures: [studio, memoq, phrase, old] })

const wrap = (body: string): Uint8Array =>
  bytesOf(
    `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="de" target-language="sv" datatype="x"><body>${body}</body></file></xliff>`,
  )
const first = async (bytes: Uint8Array): Promise<Document> => {
  const [document] = (await readAs(xliff1, bytes)).documents
  if (!document) throw new Error('nothing was read')
  return document
}
const patched = async (bytes: Uint8Array, text: string): Promise<string> =>
  textOf((await patchAs(xliff1, bytes, { 0: text })).bytes)

describe('XLIFF of translation programs', () => {
  test.each([
    ['studio.sdlxliff', studio],
    ['memoq.mqxliff', memoq],
    ['phrase.mxliff', phrase],
    ['old.xlf', old],
  ])('%s is known by what it is, whatever it is called', (name, bytes) => {
    expect([name, 'a.xml', 'a'].map(called => detect(bytes, called).id)).toEqual(Array(3).fill('xliff1'))
  })

  test('Studio: segments by mid, tracked deletions are no text, and the state of segments stays as it was', async () => {
    const { text, sourceText, marks } = await first(studio)
    expect(sourceText.split('\n')).toEqual(['The fire started at night.', 'Nobody was hurt.', 'Read more'])
    expect(text.split('\n')).toEqual(['Branden började på natten.', 'Ingen kom till skada.', ''])
    expect(marks.filter(({ kind }) => kind !== 'raw').map(({ label }) => label)).toEqual([
      '{4}',
      'x-sdl-deleted',
      'x-sdl-added',
    ])
    const written = await patched(
      studio,
      text.replace('började', 'startade').replace('Ingen kom', 'Ingen människa kom'),
    )
    expect(written).toContain('<mrk mtype="seg" mid="1"><g id="4">Branden</g> startade på natten.</mrk> <mrk mtype="seg" mid="2">Ingen <mrk mtype="x-sdl-deleted" sdl:revid="r2">gamla</mrk>människa ') // prettier-ignore
    expect(written.slice(written.indexOf('<sdl:seg-defs>'))).toBe(textOf(studio).slice(textOf(studio).indexOf('<sdl:seg-defs>'))) // prettier-ignore
  })

  test('memoQ: halves of codes are paired by rid', async () => {
    const { text, marks } = await first(memoq)
    expect(text).toBe('Elden kom\u2028på natten.')
    expect(marks.filter(({ kind }) => kind === 'pair').map(({ from, to }) => text.slice(from, to))).toEqual(['Elden'])
    expect(await patched(memoq, 'Branden kom\u2028på natten.')).toBe(
      textOf(memoq).replace('Elden', 'Branden').replace('<target xml', '<target state="translated" xml').replace('<target state="translated" xml:space="preserve">', '<target xml:space="preserve" state="translated">'),
    ) // prettier-ignore
  }) // prettier-ignore

  test('Phrase: suggestions are no translations, and what is confirmed stays as it was', async () => {
    const { text, sourceText } = await first(phrase)
    expect([text, sourceText]).toEqual(['Elden kom {1}nu{2}.\n', 'The fire came {1}now{2}.\nNot yet'])
  })

  test('1.0 with its DTD, which is not fetched', async () => {
    const { documents, warnings } = await readAs(xliff1, old)
    expect(documents).toMatchObject([{ text: 'Öppna', sourceText: 'Open', language: 'sv' }])
    expect(warnings).toEqual([{ code: 'doctype' }])
  })
})

describe('XLIFF 1.2 against the standard', () => {
  const attributes = 'original="a" source-language="de" datatype="x"'
  test.each([
    ['no source', `<file ${attributes}><body><trans-unit id="1"><target>a</target></trans-unit></body></file>`, ['<trans-unit> has no <source>, line 1'], ['a']],
    ['a unit of nothing', `<file ${attributes}><body><trans-unit id="1"/></body></file>`, ['<trans-unit> has no <source>, line 1'], []],
    ['no ids', `<file><body><trans-unit><source>b</source><target>a</target></trans-unit></body></file>`, ['attribute original of <file> is missing, line 1', 'attribute source-language of <file> is missing, line 1', 'attribute datatype of <file> is missing, line 1', 'attribute id of <trans-unit> is missing, line 1'], ['a']],
    ['no body', `<file ${attributes}><trans-unit id="1"><source>b</source><target>a</target></trans-unit></file>`, ['<file> has no <body>, line 1'], ['a']],
    ['two targets', `<file ${attributes}><body><trans-unit id="1"><source>b</source><target>a</target><target>c</target></trans-unit></body></file>`, ['<trans-unit> has more than one <target>, and only the first is read, line 1'], ['a']],
  ])('%s is told, and harms nobody', async (_, source, told, texts) => {
    const { documents, warnings } = await readAs(xliff1, bytesOf(`<xliff version="1.2">${source}</xliff>`))
    expect(warnings.filter(({ code }) => code === 'standard').map(({ detail }) => detail)).toEqual(told)
    expect(documents.map(({ text }) => text)).toEqual(texts)
  }) // prettier-ignore

  test.each(['1', '1.2.1', 'one'])('version %s is told', async version => {
    const source = textOf(wrap('<trans-unit id="1"><source>b</source><target>a</target></trans-unit>')).replace('"1.2"', `"${version}"`)
    const { warnings } = await readAs(xliff1, bytesOf(source))
    expect(warnings).toEqual([{ code: 'standard', detail: `version="${version}" of <xliff> is none of 1.0, 1.1, 1.2, line 1` }]) // prettier-ignore
    expect(detect(bytesOf(source), 'a.xlf').id).toBe('xliff1')
  }) // prettier-ignore

  test('units of the same id are corrected each in its place', async () => {
    const alike = '<trans-unit id="1"><source>A</source><target>a</target></trans-unit>'
    const written = await patched(wrap(alike.repeat(3)), 'a\nb\na')
    expect([...written.matchAll(/<target[^>]*>(.*?)<\/target>/g)].map(([, target]) => target)).toEqual(['a', 'b', 'a'])
  })
})
