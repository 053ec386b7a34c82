import { readdirSync, readFileSync } from 'node:fs'
import { detect } from '../../src/formats/detect.ts'
import { jsonl } from '../../src/formats/jsonl.ts'
import { usualLimits } from '../../src/formats/limits.ts'
import { bytesOf, exported, keepsTheContract, patchAs, readAs, textOf, writeAs } from '../contracts/formats.ts'

const folder = new URL('fixtures/jsonl/', import.meta.url)
const fixtures = readdirSync(folder)
  .sort()
  .map(name => new Uint8Array(readFileSync(new URL(name, folder))))

keepsTheContract(jsonl, { exact: true, fixtures })

const read = (text: string, context = {}) => readAs(jsonl, bytesOf(text), context)
const fault = (text: string, context = {}): Promise<unknown> => read(text, context).catch((error: unknown) => error)

test('fields are columns in the order of their coming; objects in objects by their path', async () => {
  const { columns, documents } = await readAs(jsonl, fixtures[1] as Uint8Array)
  expect(columns).toMatchObject({
    names: ['id', 'translation.en', 'translation.sv'],
    roles: ['skip', 'source', 'mt'],
    heading: true,
  })
  expect(documents[0]).toMatchObject({
    sourceLanguage: 'en',
    language: 'sv',
    text: 'Ministern avgick i går kväll.\nIngen var förvånad över det.',
  })
})

test('lines of lists are a table without a heading', async () => {
  const { columns } = await readAs(jsonl, fixtures[0] as Uint8Array)
  expect(columns).toMatchObject({ names: ['', ''], roles: ['source', 'mt'], heading: false })
})

test('a field may be missing, null, a number; what is deeper is JSON', async () => {
  const { columns } = await read('{"mt":"Hej på dig","n":1}\n{"mt":null,"x":{"y":{"z":[1]}},"ok":true}\n')
  expect(columns?.names).toEqual(['mt', 'n', 'x.y', 'ok'])
  expect(columns?.sample).toEqual([['Hej på dig', '1', '', ''], ['', '', '{"z":[1]}', 'true']]) // prettier-ignore
})

test('faults say the line', async () => {
  expect(await fault('{"mt":"a"}\n\n{"mt": "ej avslutad\n')).toMatchObject({ fault: 'json', values: { line: 3 } })
  expect(await fault('{"mt":"a"}\n"b"\n')).toMatchObject({ fault: 'json', values: { line: 2, detail: '"b"' } })
  expect(await fault(`{"mt":"a"}\n${'['.repeat(100_000)}\n`)).toMatchObject({ fault: 'depth', values: { line: 2 } })
  const limits = { ...usualLimits, rows: 1, fieldLength: 3 }
  expect(await fault('{"mt":"a"}\n{"mt":"b"}', { limits })).toMatchObject({ fault: 'rows', values: { line: 2 } })
  expect(await fault('{"mt":"abcd"}', { limits })).toMatchObject({ fault: 'field', values: { line: 1 } })
  expect(await fault('{"mt":"\\ud800"}')).toMatchObject({ code: 'text-has-lone-surrogate' })
})

test('keys like those of prototypes are columns like others', async () => {
  const { columns } = await read('{"mt":"a b","__proto__":{"polluted":"x"},"constructor":{"prototype":{"y":1}}}')
  expect(columns?.names).toEqual(['mt', '__proto__.polluted', 'constructor.prototype'])
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})

describe('the file again', () => {
  const again = async (text: string, corrected: string): Promise<string> =>
    textOf((await patchAs(jsonl, bytesOf(text), { 0: corrected })).bytes)

  test('has the value in the place of the old one; other lines are the same to the letter', async () => {
    const file =
      ' {"pe" :  "ett \\u00e5",\t"mt":"ett å", "n":1.0}\r\n\n{"mt":"tv\\u00e5 { \\" }","pe":null}\n{"mt":"tre","pe":"tre"}'
    expect(await again(file, 'en å\ntvå "2"\ntre')).toBe(
      ' {"pe" :  "en å",\t"mt":"ett å", "n":1.0}\r\n\n{"mt":"tv\\u00e5 { \\" }","pe":"två \\"2\\""}\n{"mt":"tre","pe":"tre"}',
    )
  })

  test('gets a field `corrected` where it had none', async () => {
    expect(await again('{"mt": "ett", "n": 1 }\n{"mt":"två"}\n', 'en\ntvå')).toBe('{"mt": "ett", "n": 1, "corrected": "en" }\n{"mt":"två"}\n') // prettier-ignore
  })

  test('nothing is escaped but what JSON escapes', async () => {
    expect(await again('{"mt":"=1","pe":"=1"}', '=2\u2028"')).toBe('{"mt":"=1","pe":"=2\\n\\""}')
  })

  test('has its value in an object in the object', async () => {
    expect(await again('{"t":{"mt":"ett","pe":"ett"},"mt.x":1}', 'en')).toBe('{"t":{"mt":"ett","pe":"en"},"mt.x":1}')
  })
})

test('is written with a line a segment, formulas and all', async () => {
  const written = textOf(await writeAs(jsonl, exported({ title: 'T', mtText: '=1\ntvå', text: '=1\n2', system: 'S' })))
  const lines = written
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Record<string, string>)
  expect(lines).toMatchObject([
    { article: '1', title: 'T', system: 'S', mt: '=1', corrected: '=1' },
    { mt: 'två', corrected: '2' },
  ])
})

test('is known by its lines, whatever its name', () => {
  expect(detect(bytesOf('{"mt":"ett"}\n{"mt":"två"}\n'), 'x.txt').id).toBe('jsonl')
  expect(detect(bytesOf('{\n"mt":"ett"}\n'), 'x.txt').id).not.toBe('jsonl')
})
