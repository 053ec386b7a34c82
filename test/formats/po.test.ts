import fc from 'fast-check'
import { po as gettext } from 'gettext-parser'
import { usualLimits } from '../../src/formats/limits.ts'
import { po } from '../../src/formats/po.ts'
import type { ExportedArticle, Outgoing } from '../../src/formats/format.ts'
import {
  bytesOf,
  exported,
  keepsTheContract,
  outgoing,
  patchAs,
  readAs,
  text,
  textOf,
  writeAs,
} from '../contracts/formats.ts'
import { fixturesOf } from '../contracts/fixtures.ts'

const fixture = fixturesOf('po')
const messages = fixture('messages.po')
const names = fixture('names-latin1.po')

keepsTheContract(po, { fixtures: [messages, names], exact: true })

const read = async (bytes: Uint8Array) => {
  const reading = await readAs(po, bytes)
  return { ...reading, first: reading.documents[0]! }
}
const entries = (body: string, charset = 'UTF-8'): string =>
  `msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=${charset}\\n"\n\n${body}`

/** The file with one line corrected. */
const corrected = async (bytes: Uint8Array, line: number, words: string, given: Partial<ExportedArticle> = {}) => {
  const { first } = await read(bytes)
  const lines = first.text.split('\n')
  lines[line] = words
  const out = outgoing(first, 0, lines.join('\n'))
  const article = { ...out.article, ...given }
  return po.patch.make({ bytes, name: 'a.po', mapping: undefined }, [{ ...out, article } satisfies Outgoing])
}

describe('messages', () => {
  test('are lines beside their sources, of a plural each form', async () => {
    const { first, warnings } = await read(messages)
    expect(first).toMatchObject({ title: 'Nyhetsappen 2.1', sourceLanguage: 'en', language: 'sv-SE', fixed: true })
    expect(first.text.split('\n')).toEqual([
      'Länk till , 100 % säker',
      ' fil kvar i ""',
      ' filer kvar i ""',
      'Öppna <fil> {namn}',
      'En mycket lång mening som fortsätter över slutet av en rad, och sedan vidare på\u2028nästa.',
      '',
      'Tabb\toch å \\ slut\x07',
    ])
    expect(first.sourceText.split('\n')).toEqual([
      'Link to , 100 % sure',
      ' file left in ""',
      ' files left in ""',
      'Open <file> {name}',
      'A very long sentence that goes on and on over the end of a line, and then on\u2028the next one.',
      'No translation',
      'Tab\tand å \\ end',
    ])
    expect(warnings).toEqual([{ code: 'untranslated', n: 1 }])
  })

  test('read as gettext-parser reads them', async () => {
    const parsed = Object.values(gettext.parse(Buffer.from(messages)).translations).flatMap(Object.values)
    const theirs = parsed.filter(({ msgid }) => msgid !== '').flatMap(({ msgstr }) => msgstr)
    const { first } = await read(messages)
    // they resolve neither octal escapes nor \a, and know no codes
    const same = (line: string): string => line.replaceAll('\u2028', '\n').trim()
    expect(theirs.map(same)).toEqual(
      expect.arrayContaining([3, 4].map(line => same(first.text.split('\n')[line] ?? ''))),
    )
    expect(theirs).toHaveLength(first.text.split('\n').length)
  })

  test('have placeholders and tags of their source as codes; what the translation made up is text', async () => {
    const { first } = await read(messages)
    const seen = first.marks.filter(mark => mark.kind !== 'raw').map(({ kind, label, close }) => [kind, label, close])
    expect(seen).toEqual([
      ['point', '%s', ''],
      ['point', '%d', ''],
      ['pair', '<b>', '</b>'],
      ['point', '%s', ''],
      ['point', '%d', ''],
      ['pair', '<b>', '</b>'],
      ['point', '%s', ''],
    ])
  })

  test('that are fuzzy have a flag', async () => {
    const { first } = await read(messages)
    expect(
      first.flags.map(({ from, to, comment, severity }) => [first.text.slice(from, to), comment, severity]),
    ).toEqual([
      [' fil kvar i ""', 'fuzzy', 'neutral'],
      ['Tabb\toch å \\ slut\x07', 'fuzzy', 'neutral'],
    ])
  })

  test('that are named have no source, and no codes', async () => {
    const { first } = await read(names)
    expect([first.title, first.sourceText, first.text]).toEqual([
      '',
      '',
      'Sidan {0} finns inte på den här webbplatsen.\nFörsök igen.',
    ])
    expect(first.marks).toEqual([])
  })

  test('of obsolete entries only are none', async () => {
    expect(await readAs(po, bytesOf('#, fuzzy\n#~ msgid "a"\n#~ msgstr "b"\n'))).toMatchObject({
      documents: [],
      warnings: [{ code: 'no-translations' }],
    })
  })

  test('without a translation are lines to be filled, and are told of', async () => {
    const file =
      'msgid "One"\n\n#, fuzzy\n#| msgid "To"\nmsgid "Two"\nmsgstr "Två"\n\nmsgid "%d file"\nmsgid_plural "%d files"\n'
    const { first, warnings } = await read(bytesOf(file))
    expect([first.sourceText, first.text]).toEqual(['One\nTwo\n%d file', '\nTvå\n'])
    expect(first.flags).toMatchObject([{ from: 1, to: 4, comment: 'fuzzy' }])
    expect(warnings).toMatchObject([{ code: 'standard' }, { code: 'standard' }, { code: 'untranslated', n: 2 }])
    const { bytes } = await corrected(bytesOf(file.replaceAll('\n', '\r\n')), 2, '%d fil')
    expect(textOf(bytes)).toBe(`${file}`.replace('files"', 'files"\nmsgstr[0] "%d fil"').replaceAll('\n', '\r\n'))
    expect(textOf((await corrected(bytesOf(file), 0, 'Ett')).bytes)).toBe(file.replace('One"', 'One"\nmsgstr "Ett"'))
  })

  test('may have comments between their lines', async () => {
    const file = 'msgid "One"\n#. Note\n# Note\nmsgstr "Ett"\n'
    expect((await read(bytesOf(file))).first.text).toBe('Ett')
  })

  test('may follow a header that has lost its msgid', async () => {
    const file =
      '"Language: sv\\n"\n"Content-Type: text/plain; charset=ISO-8859-1\\n"\n\nmsgid "Egg"\nmsgstr "\xc4gg"\n'
    const bytes = Buffer.from(file, 'latin1')
    const { first, warnings } = await read(bytes)
    expect([first.sourceText, first.text, warnings[0]?.code]).toEqual(['Egg', 'Ägg', 'standard'])
    const { bytes: as } = await corrected(bytes, 0, 'Ägg 🥚')
    expect(textOf(as)).toBe(file.replace('ISO-8859-1', 'UTF-8').replace('Ägg', 'Ägg 🥚'))
  })

  test.each([
    ['quotes', 'msgid "a\nmsgstr "b"'],
    ['missing', 'msgid\nmsgid "b"\nmsgstr "c"'],
    ['missing', 'msgctxt "a"\nmsgctxt "b"\nmsgid "c"\nmsgstr "d"'],
    ['missing', 'msgstr "c"'],
    ['missing', 'no message at all'],
    ['missing', '"a"'],
    ['invalid', 'msgid "b"\nmsgstr "c"\ndomain d\n"a"'],
    ['invalid', entries('', 'no-such')],
  ])('are refused for %s', async (fault, file) => {
    await expect(readAs(po, bytesOf(file))).rejects.toMatchObject({ fault })
  })

  test('are no more and no longer than the limits', async () => {
    const bytes = bytesOf(entries('msgid "a"\nmsgstr "bc"\n\nmsgid "d"\nmsgstr "e"\n'))
    const refused = (limits: object): Promise<unknown> => readAs(po, bytes, { limits: { ...usualLimits, ...limits } })
    await expect(refused({ rows: 1 })).rejects.toMatchObject({ fault: 'rows' })
    await expect(refused({ fieldLength: 3 })).rejects.toMatchObject({ fault: 'field' })
  })
})

describe('a corrected file', () => {
  test('differs in that string, which stays on its line', async () => {
    const { bytes } = await corrected(messages, 0, 'Länken till , helt "säker"')
    const words = 'Länken till %s, helt \\"säker\\"'
    expect(textOf(bytes)).toBe(textOf(messages).replace('Länk till %s, 100 % säker', words))
  })

  test('wraps as gettext does what was wrapped, and keeps the line end of the message', async () => {
    const { bytes } = await corrected(messages, 4, `${'ord '.repeat(30)}slut`)
    expect(textOf(bytes)).toContain(`msgstr ""\n"${'ord '.repeat(19)}"\n"${'ord '.repeat(11)}slut\\n"\n\nmsgid "No`)
  })

  test('has a translation where there was none, with the line end of the message', async () => {
    const { bytes } = await corrected(messages, 5, 'Ingen översättning')
    expect(textOf(bytes)).toContain('msgid "No translation\\n"\nmsgstr "Ingen översättning\\n"\n')
  })

  test('keeps odd spellings of what was not touched', async () => {
    const { bytes } = await corrected(messages, 6, 'Tabb\toch å \\ klart')
    expect(textOf(bytes)).toContain('msgstr "Tabb	och \\303\\245 \\\\ klart"')
  })

  test('is no longer fuzzy there once the article is approved', async () => {
    const words = ['fler', { state: 'approved' }] as const
    expect(textOf((await corrected(messages, 1, ...words)).bytes)).toContain('# kontrollera\n#, c-format\n#| msgid')
    expect(textOf((await corrected(messages, 6, ...words)).bytes)).toContain('\n\nmsgid "Tab')
    expect(textOf((await corrected(messages, 1, 'fler')).bytes)).toContain('#, fuzzy, c-format')
    expect(textOf((await corrected(messages, 0, ...words)).bytes)).toContain('#, fuzzy, c-format')
  })

  test('keeps its encoding, line ends and indentation', async () => {
    const { bytes, warnings } = await corrected(names, 0, `Sidan {0} hör ${'inte '.repeat(15)}hemma här.`)
    const written = Buffer.from(bytes).toString('latin1')
    expect(written).toContain(`msgstr "Sidan {0} hör ${'inte '.repeat(11)}"\r\n       "${'inte '.repeat(4)}hemma här."`)
    expect(warnings).toEqual([])
  })

  test('becomes UTF-8, and says so, where its encoding lacks a character', async () => {
    const { bytes, warnings } = await corrected(names, 1, 'Försök igen ☺')
    expect(textOf(bytes)).toContain('charset=UTF-8')
    expect((await read(bytes)).first.text).toContain('Försök igen ☺')
    expect(warnings).toEqual([{ code: 'became-utf-8', detail: 'iso-8859-1' }])
  })

  test('reads in gettext-parser as it reads here, whatever was written', async () => {
    const bytes = bytesOf(entries('msgid "a"\nmsgstr ""\n"b"\n"c"\n'))
    const plain = text.map(raw => raw.replaceAll('\n', '').replaceAll('\u2028', '\u2028x'))
    await fc.assert(
      fc.asyncProperty(plain, async words => {
        const patched = await patchAs(po, bytes, { 0: words })
        const [theirs] = gettext.parse(Buffer.from(patched.bytes)).translations['']?.['a']?.msgstr ?? []
        expect(theirs).toBe(words.replaceAll('\u2028', '\n'))
        expect((await read(patched.bytes)).first.text).toBe(words)
      }),
      { numRuns: 300, seed: 20250617 },
    )
  })
})

describe('a new file', () => {
  const article: Partial<ExportedArticle> = {
    title: 'Polisen & "katten"',
    address: 'https://example.org/a',
    system: 'deepl',
    sourceLanguage: 'de-AT',
    sourceText: 'Eins.\n\nEins.',
    mtText: 'Ett.\n\nEtt till.',
    text: 'Ett.\n\nEtt till,\u2028här.',
    fixed: true,
  }

  test('has each segment with its source', async () => {
    const { first } = await read(await writeAs(po, exported(article)))
    const { title, address, system, sourceLanguage, sourceText } = article
    expect(first).toMatchObject({ title, address, system, sourceLanguage, sourceText, language: 'sv', text: article.text }) // prettier-ignore
  })

  test('tells entries with the same source from each other', async () => {
    const written = textOf(await writeAs(po, exported(article)))
    expect(written).toContain('msgctxt "3"\nmsgid "Eins."\nmsgstr ""\n"Ett till,\\n"\n"här."\n')
  })

  test('keeps flags as comments', async () => {
    const flag = { author: 'bo', layer: 'shared', category: 'style/register', severity: 'minor', comment: 'för "kort"', suggestion: 'x', at: 5 } as const // prettier-ignore
    const flags = [{ ...flag, id: '1', revision: 0, from: 0, to: 3, words: 'Ett', place: { from: 6, to: 9 }, status: 'open', fixedBy: null, dismissedReason: '' }] // prettier-ignore
    const { first } = await read(await writeAs(po, exported({ ...article, flags })))
    expect(first.flags).toEqual([{ ...flag, revision: 0, from: 6, to: 9 }])
  })
})
