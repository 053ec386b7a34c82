import { readdirSync, readFileSync } from 'node:fs'
import { tsv } from '../../src/formats/tsv.ts'
import { bytesOf, exported, keepsTheContract, patchAs, readAs, textOf, writeAs } from '../contracts/formats.ts'

const folder = new URL('fixtures/tsv/', import.meta.url)
const fixtures = readdirSync(folder)
  .sort()
  .map(name => new Uint8Array(readFileSync(new URL(name, folder))))

keepsTheContract(tsv, { exact: true, fixtures })

const read = (text: string) => readAs(tsv, bytesOf(text))

test('quotation marks are the text’s own where fields are not quoted by them', async () => {
  const { documents, warnings } = await read('source\tmt\n"No" he said.\t"Nej" sa han.\nHe "left".\tHan "gick".\n')
  expect(documents[0]?.text).toBe('"Nej" sa han.\nHan "gick".')
  expect(warnings).toEqual([{ code: 'columns-guessed' }])
})

test('a quotation that goes on in a later row is none: rows would lose their fields', async () => {
  const { documents } = await read('source\tmt\none\t"Det började\ntwo\toch slutade"\nthree\ttre\n')
  expect(documents[0]?.text).toBe('"Det började\noch slutade"\ntre')
})

test('quoted fields, as Excel writes them, hold tabs and line ends', async () => {
  const { documents } = await read('source\tmt\none\t"ett\toch\nhalvt"\ntwo\ttvå\n')
  expect(documents[0]?.text).toBe('ett\toch\u2028halvt\ntvå')
})

test('translations by several systems have one key', async () => {
  const { documents } = await readAs(tsv, fixtures[1] as Uint8Array)
  expect(documents.map(({ key, system }) => [key, system])).toEqual([['nyhet-1', 'A'], ['nyhet-1', 'B']]) // prettier-ignore
})

test('without quoting, what is corrected is written without it', async () => {
  const { bytes } = await patchAs(tsv, bytesOf('source\tmt\tref\n"No" he said.\t"Nej" sa han.\t\n'), { 0: '”Nej”,\tsa\u2028han.' }) // prettier-ignore
  expect(textOf(bytes)).toBe('source\tmt\tref\n"No" he said.\t"Nej" sa han.\t”Nej”, sa\u2028han.\n')
})

test('is written without a byte order mark; what would be a formula is guarded', async () => {
  const written = textOf(await writeAs(tsv, exported({ mtText: '=1', text: '-1', title: 'A' })))
  expect(written).toBe(
    'article\ttitle\taddress\tsystem\tsource\tmt\tcorrected\tauthor\tcategory\tseverity\tcomment\n' +
      "1\tA\t\t\t\t'=1\t'-1\t\t\t\t\n",
  )
})
