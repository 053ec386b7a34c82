import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { csv } from '../../src/formats/csv.ts'
import { usualLimits } from '../../src/formats/limits.ts'
import { rowsOf } from '../../src/formats/table/records.ts'
import {
  bytesOf,
  exported,
  keepsTheContract,
  outgoing,
  patchAs,
  readAs,
  textOf,
  writeAs,
} from '../contracts/formats.ts'

const folder = new URL('fixtures/csv/', import.meta.url)
const fixtures = readdirSync(folder)
  .sort()
  .map(name => new Uint8Array(readFileSync(new URL(name, folder))))

keepsTheContract(csv, { exact: true, fixtures })

const read = (text: string, context = {}) => readAs(csv, bytesOf(text), context)

describe('records', () => {
  const dialect = { delimiter: ',', quoting: true, start: 0 }
  const values = (text: string): string[][] =>
    Array.from(rowsOf(text, dialect, 'CSV', usualLimits), ({ cells }) => cells.map(({ value }) => value))

  test('are those that csv-parse finds, whatever csv-stringify has written', () => {
    const field = fc.array(fc.constantFrom('a', 'å', ' ', ',', '"', '\n', '\r\n', ';', "'", '🚒'), { maxLength: 6 }).map(parts => parts.join('')) // prettier-ignore
    const table = fc.array(fc.array(field, { minLength: 2, maxLength: 5 }), { maxLength: 6 })
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), fc.boolean(), (rows, end, quoted) => {
        const text = stringify(rows, { record_delimiter: end, quoted, quoted_match: /[\r\n]/ })
        const options = { relax_column_count: true, record_delimiter: end }
        expect(values(text)).toEqual(parse(text, options))
        expect(values(text)).toEqual(rows)
      }),
      { numRuns: 1000, seed: 20250617 },
    )
  })

  test('stand where they say', () => {
    const text = 'a,"b ""c""\nd"\r\n\r\ne,f'
    const rows = [...rowsOf(text, dialect, 'CSV', usualLimits)]
    expect(rows.map(({ from, to, line }) => [text.slice(from, to), line])).toEqual([['a,"b ""c""\nd"', 1], ['e,f', 4]]) // prettier-ignore
    expect(rows[0]?.cells.map(({ from, to }) => text.slice(from, to))).toEqual(['a', '"b ""c""\nd"'])
  })
})

describe('faults', () => {
  const fault = (text: string, context = {}): Promise<unknown> => read(text, context).catch((error: unknown) => error)

  test('a quotation mark that is not closed, with the line on which it opens', async () => {
    expect(await fault('mt,pe\nett,två\n"tre,fyra\nfem,sex\n')).toMatchObject({ fault: 'quotes', values: { line: 3 } })
    expect(await fault('mt\nett\n"två\n')).toMatchObject({ fault: 'quotes', values: { line: 3 } })
    expect(await fault('mt,pe\n"ett" två,tre\n')).toMatchObject({ fault: 'quotes', values: { line: 2 } })
  })

  test('too many rows, too long a field, row by row', async () => {
    const rows = (n: number): string => `mt\n${'Hej på dig.\n'.repeat(n)}`
    const limits = { ...usualLimits, rows: 10, fieldLength: 20 }
    expect((await read(rows(9), { limits })).documents).toHaveLength(1)
    expect(await fault(rows(10), { limits })).toMatchObject({ fault: 'rows', values: { limit: 10, line: 11 } })
    expect(await fault(`mt\nkort\n${'x'.repeat(21)}\n"`, { limits })).toMatchObject({ fault: 'field', values: { limit: 20, line: 3 } }) // prettier-ignore
  })

  test('no column that is the machine translation, nothing but a heading, NUL', async () => {
    expect(await fault('1,2\n3,4\n')).toMatchObject({ fault: 'columns' })
    expect(await fault('mt,pe\na,b\n', { mapping: { heading: true, roles: ['source', 'skip'] } })).toMatchObject({ fault: 'columns' }) // prettier-ignore
    expect(await fault('source,mt\n')).toMatchObject({ fault: 'empty' })
    expect(await fault('mt,pe\na,"b\0"\n')).toMatchObject({ code: 'text-has-nul' })
  })

  test('ragged rows, and quotation marks within a field, are read with a warning', async () => {
    const { documents, warnings } = await read('source;mt;comment\none;ett "ettan" två;\ntwo;tre\nthree;fyra;;extra\n')
    expect(documents[0]?.text).toBe('ett "ettan" två\ntre\nfyra')
    expect(warnings).toEqual([{ code: 'ragged', n: 2 }, { code: 'bare-quotes', n: 2 }, { code: 'columns-guessed' }]) // prettier-ignore
  })
})

describe('the file again', () => {
  const again = async (text: string, texts: Record<number, string>, context = {}) => {
    const { bytes, warnings } = await patchAs(csv, bytesOf(text), texts, context)
    return { text: textOf(bytes), codes: warnings.map(({ code }) => code) }
  }

  test('differs in the corrected field alone: quoting, line ends and odd rows stay', async () => {
    const file = '\ufeffsource;mt;pe;x\r\n"one";ett;"ett";1\r\n\r\n two ;"tv""å";;"2"\r\nthree;tre'
    expect((await again(file, { 0: 'en\ntv"å\ntre, sa han' })).text).toBe(
      '\ufeffsource;mt;pe;x\r\n"one";ett;"en";1\r\n\r\n two ;"tv""å";;"2"\r\nthree;tre;tre, sa han',
    )
  })

  test('gets a column `corrected` where it had none, with the text of every row', async () => {
    expect((await again('source,mt\none,ett\ntwo\nthree,tre', { 0: 'en\n\ntre' })).text).toBe(
      'source,mt,corrected\none,ett,en\ntwo,,\nthree,tre,tre',
    )
  })

  test('keeps the breaks of a field as they were', async () => {
    expect((await again('mt,pe\r\n"a\r\nb","a\r\nb"\r\n', { 0: 'a\u2028c' })).text).toBe(
      'mt,pe\r\n"a\r\nb","a\r\nc"\r\n',
    )
  })

  test('becomes UTF-8 where its encoding has not the characters', async () => {
    const western = Uint8Array.from(Buffer.from('mt,pe\nv\xe4nta,v\xe4nta\n', 'latin1'))
    const same = await patchAs(csv, western, { 0: 'vänte' })
    expect(Buffer.from(same.bytes).toString('latin1')).toBe('mt,pe\nv\xe4nta,v\xe4nte\n')
    const { bytes, warnings } = await patchAs(csv, western, { 0: 'vänta 🚒' })
    expect(textOf(bytes)).toBe('\ufeffmt,pe\nvänta,vänta 🚒\n')
    expect(warnings).toEqual([{ code: 'became-utf-8', detail: 'windows-1252' }])
  })

  test('reads otherwise than when it was imported: rows that are the same are corrected', async () => {
    const file = bytesOf('mt,pe\nett,\ntvå,\n')
    const { documents } = await readAs(csv, file)
    const out = outgoing(documents[0]!, 0, 'en\ntvåan')
    const then = { ...out, article: { ...out.article, mtText: 'ett\n2' } }
    const { bytes, warnings } = csv.patch.make({ bytes: file, name: '', mapping: undefined }, [then])
    expect(textOf(bytes)).toBe('mt,pe\nett,en\ntvå,\n')
    expect(warnings).toEqual([{ code: 'unlike' }])
  })
})

describe('formulas', () => {
  const dangerous = ['=1+1', '+46', '-2+3', '@SUM(1)', '\t=1', "'=1", "''@a"]

  test('are guarded in what is written, and are the same text when it is read', async () => {
    for (const raw of dangerous) {
      const bytes = await writeAs(csv, exported({ title: raw, mtText: raw, text: `${raw}0`, sourceText: raw }))
      for (const record of parse(textOf(bytes), { bom: true }))
        for (const field of record) expect(field).not.toMatch(/^[=+\-@\t\r]/)
      const { documents } = await readAs(csv, bytes)
      expect(documents[0]).toMatchObject({
        title: raw.trim(),
        text: raw,
        sourceText: raw,
        revisions: [{ text: `${raw}0` }],
      })
    }
  })

  test('are guarded in a file that came in too, whoever wrote them; numbers are left alone', async () => {
    const file = bytesOf('mt,pe,score\n=1+1,"=1+2",-0.5\nett,ett,=cmd()\n')
    const { bytes, warnings } = await patchAs(csv, file, { 0: '=1+3\nett' })
    expect(textOf(bytes)).toBe(`mt,pe,score\n'=1+1,"'=1+3",-0.5\nett,ett,'=cmd()\n`)
    expect(warnings).toEqual([{ code: 'formulas', n: 2 }])
    expect((await readAs(csv, bytes)).documents[0]).toMatchObject({
      text: '=1+1\nett',
      revisions: [{ text: '=1+3\nett' }],
    })
  })
})

describe('written', () => {
  test('a paragraph a row, joined ones together, each source beside its own', async () => {
    const article = exported({
      title: 'Brand',
      sourceText: 'One.\nTwo.\nThree.',
      mtText: 'Det första stycket.\nDet andra stycket.\nDet tredje.',
      text: 'Det första stycket. Det andra stycket.\nDet tredje!',
      system: 'A',
    })
    const rows = parse<Record<string, string>>(textOf(await writeAs(csv, article)), { bom: true, columns: true })
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatchObject({ article: '1', title: 'Brand', system: 'A', source: 'One.\nTwo.', corrected: 'Det första stycket. Det andra stycket.' }) // prettier-ignore
    expect(rows[1]).toMatchObject({ source: 'Three.', mt: 'Det tredje.', corrected: 'Det tredje!' })
  })

  test('flags come back as they were', async () => {
    const flag = {
      id: 'f', author: 'Maja', layer: 'shared', revision: 0, from: 4, to: 7, words: 'två', place: null, category: 'terminology/wrong-term',
      severity: 'major', comment: 'Fel ord', suggestion: '', at: 0, status: 'open', fixedBy: null, dismissedReason: '',
    } as const // prettier-ignore
    const other = { ...flag, category: 'style/awkward', severity: 'minor', comment: '' } as const
    const bytes = await writeAs(
      csv,
      exported({ mtText: 'ett\ntvå', text: 'ett\ntvå', flags: [flag, other], fixed: true }),
    )
    const at = { from: 4, to: 7, author: 'Maja', layer: 'shared', revision: 0 }
    expect((await readAs(csv, bytes)).documents[0]?.flags).toMatchObject([
      { ...at, category: 'terminology/wrong-term', severity: 'major', comment: 'Fel ord' },
      { ...at, category: 'style/awkward', severity: 'minor', comment: '' },
    ])
  })

  test('translations of one article have one number, and come back with one key', async () => {
    const one = exported({ title: 'A', mtText: 'ett', text: 'ett' })
    const bytes = await writeAs(
      csv,
      { ...one, system: 'x' },
      { ...one, system: 'y' },
      exported({ title: 'B', mtText: 'två', text: 'två' }),
    )
    const { documents } = await readAs(csv, bytes)
    expect(documents.map(({ key, system, title }) => [key, system, title])).toEqual([['1', 'x', 'A'], ['1', 'y', 'A'], ['3', '', 'B']]) // prettier-ignore
  })
})
