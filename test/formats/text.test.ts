import { readFileSync } from 'node:fs'
import { text } from '../../src/formats/text.ts'
import { bytesOf, exported, keepsTheContract, patchAs, textOf } from '../contracts/formats.ts'

const fixture = (name: string): Uint8Array => readFileSync(new URL(`fixtures/txt/${name}.txt`, import.meta.url))
const latin = (source: string): Uint8Array => Uint8Array.from(source, char => char.charCodeAt(0))

keepsTheContract(text, { exact: true, fixtures: ['windows', 'western'].map(fixture) })

test('a text file is its text: marks of the encoding and line ends of the system go', () => {
  expect(text.read(bytesOf('\ufeffRubrik\r\n\r\nText.\r\n')).documents).toMatchObject([
    { title: '', text: 'Rubrik\n\nText.\n' },
  ])
})

test('it is written to the letter, without a title', () => {
  expect(text.write(exported({ title: 'Rubrik', text: 'Ett\n\nTvå' }))).toBe('Ett\n\nTvå')
})

describe('the file that came, corrected', () => {
  test.each([
    ['keeps its byte order mark and line ends, in what comes too', '\ufeffEtt\r\nTva\r\n', 'Ett\nTvå\nTre\n', '\ufeffEtt\r\nTvå\r\nTre\r\n'],
    ['keeps a stray line end as it is', 'Ett\r\nTva\nTre\r\n', 'Ett\nTvå\nTre\n', 'Ett\r\nTvå\nTre\r\n'],
    ['loses a paragraph with its own line end', 'Ett\r\nTvå\r\nTre', 'Ett\nTre', 'Ett\r\nTre'],
    ['knows the line ends of old Macintoshes', 'Ett\rTva\r', 'Ett\nTvå\n', 'Ett\rTvå\r'],
  ])('%s', async (_, original, corrected, expected) => {
    const { bytes, warnings } = await patchAs(text, bytesOf(original), { 0: corrected })
    expect(textOf(bytes)).toBe(expected)
    expect(warnings).toEqual([])
  }) // prettier-ignore

  test('keeps its encoding, if that has the letters', async () => {
    const { bytes } = await patchAs(text, latin('Sma \xe4ndringar'), { 0: 'Små ändringar' })
    expect(bytes).toEqual(Buffer.from(latin('Sm\xe5 \xe4ndringar')))
  })
  test('becomes UTF-8 if not, and says so', async () => {
    const { bytes, warnings } = await patchAs(text, latin('Sm\xe5 pilar'), { 0: 'Små → pilar' })
    expect(textOf(bytes)).toBe('Små → pilar')
    expect(warnings).toEqual([{ code: 'became-utf-8', detail: 'windows-1252' }])
  })
  test('in UTF-16 stays so', async () => {
    const utf16 = (words: string) => Buffer.from(`\ufeff${words}`, 'utf16le')
    const { bytes } = await patchAs(text, utf16('Tva\r\nord'), { 0: 'Två\nord' })
    expect(bytes).toEqual(utf16('Två\r\nord'))
  })
  test('that reads otherwise than when it was imported, has the corrected text all the same', () => {
    const article = exported({ mtText: 'Två ord', text: 'Tre ord' })
    const out = { number: 0, article, edits: [{ from: 0, to: 3, insert: 'Tre' }], placed: new Map() }
    const written = text.patch.make({ bytes: bytesOf('Nu två ord'), name: 'a.txt', mapping: undefined }, [out])
    expect(textOf(written.bytes)).toBe('Tre ord')
    expect(written.warnings).toEqual([{ code: 'unlike' }])
  })
})
