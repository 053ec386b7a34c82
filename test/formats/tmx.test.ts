import fc from 'fast-check'
import type { ExportedArticle } from '../../src/formats/format.ts'
import { usualLimits } from '../../src/formats/limits.ts'
import { tmx } from '../../src/formats/tmx.ts'
import { bytesOf, exported, keepsTheContract, patchAs, readAs, text, textOf, writeAs } from '../contracts/formats.ts'
import { fixturesOf } from '../contracts/fixtures.ts'

const fixture = fixturesOf('tmx')
const bilingual = fixture('bilingual.tmx')

keepsTheContract(tmx, { fixtures: [bilingual, fixture('old-utf16.tmx')] })

const memory = (units: string, srclang = 'de'): Uint8Array =>
  bytesOf(`<?xml version="1.0"?><tmx version="1.4"><header srclang="${srclang}"/><body>${units}</body></tmx>`)
const unit = (texts: Readonly<Record<string, string>>): string =>
  `<tu>${Object.entries(texts).map(([language, seg]) => `<tuv xml:lang="${language}"><seg>${seg}</seg></tuv>`).join('')}</tu>` // prettier-ignore
const read = async (bytes: Uint8Array) => {
  const reading = await readAs(tmx, bytes, { name: 'mapp/minne.tmx' })
  return { ...reading, first: reading.documents[0]! }
}

describe('a memory of another program', () => {
  test('is its translations, line by line beside their sources', async () => {
    const { first, warnings } = await read(bilingual)
    expect(first).toMatchObject({ title: 'minne', sourceLanguage: 'de-DE', language: 'sv-SE', fixed: true })
    expect(first.text.split('\n')).toEqual([
      'Den statliga kriminalpolisen varnar för "barnbarnstricket".',
      'Bild : Lower Sachsen år 2025 ny rad\u2028också här',
      '',
      'a < b är korsade par',
    ])
    expect(first.sourceText.split('\n')[0]).toBe('Das Landeskriminalamt warnt vor "Enkeltrick".')
    expect(warnings).toEqual([
      { code: 'doctype' },
      { code: 'untranslated', n: 2 },
      { code: 'skipped', n: 1, detail: '<tu>' },
    ])
  })

  test('has its codes as marks; two that cross are points', async () => {
    const { first } = await read(bilingual)
    const seen = first.marks.filter(mark => mark.kind !== 'raw')
    expect(seen.map(({ kind, from, to, label }) => [kind, first.text.slice(from, to), label])).toEqual([
      ['pair', 'statliga kriminalpolisen', '<b>'],
      ['point', '', '<img src="a.png"/>'],
      ['pair', 'Lower Sachsen', 'name'],
      ['pair', 'Sachsen', '<hi>'],
      ['point', '', '<i>'],
      ['pair', 'korsade', '{\\b'],
      ['point', '', '{\\i'],
      ['point', '', '}'],
    ])
  })

  test('has its notes as comments on the segment, by whom the unit was changed', async () => {
    const { first } = await read(bilingual)
    expect(first.flags.map(({ comment, author, at, severity }) => [comment, author, at, severity])).toEqual([
      ['ur Staatsanzeiger', 'eva', Date.UTC(2025, 5, 17, 8, 15), 'neutral'],
      ['namnet?', 'eva', Date.UTC(2025, 5, 17, 8, 15), 'neutral'],
    ])
  })

  test.each([
    ['Swedish', unit({ de: 'a', en: 'b', 'SV-se': 'c' }), 'de', 'a', 'c', 'sv-SE'],
    ['else the first that is not the source', unit({ fi: 'f', de: 'a', en: 'b' }), 'de', 'a', 'f', 'fi'],
    ['of any source, the first that is not Swedish', unit({ sv: 'c', fi: 'f' }), '*all*', 'f', 'c', 'sv'],
    ['of a source that no unit has, likewise', unit({ sv: 'c', fi: 'f' }), 'pt', 'f', 'c', 'sv'],
    ['the source by its first subtag', unit({ 'DE-AT': 'a', sv: 'c' }), 'de-DE', 'a', 'c', 'sv'],
    ['out of Swedish', unit({ sv: 'c', en: 'b' }), 'sv', 'c', 'b', 'en'],
  ])('the translation is %s', async (_, units, srclang, source, translation, language) => {
    const { first } = await read(memory(units, srclang))
    expect([first.sourceText, first.text, first.language]).toEqual([source, translation, language])
  })

  test('Swedish may come late', async () => {
    const { first, warnings } = await read(memory(unit({ de: 'a', en: 'b' }) + unit({ de: 'c', en: 'd', sv: 'e' })))
    expect([first.sourceText, first.text]).toEqual(['c', 'e'])
    expect(warnings).toEqual([{ code: 'untranslated', n: 1 }])
  })

  test('in one language is that text', async () => {
    const { first, warnings } = await read(memory(unit({ sv: 'a' }) + unit({ sv: 'b' }), 'sv'))
    expect([first.sourceText, first.text, first.language]).toEqual(['', 'a\nb', 'sv'])
    expect(warnings).toEqual([{ code: 'no-translations' }])
  })

  test('comes a thousand units at a time', async () => {
    const { documents } = await read(memory(Array.from({ length: 2001 }, (_, i) => unit({ de: `${i}`, sv: `${i}` })).join(''))) // prettier-ignore
    expect(documents.map(({ title, text }) => [title, text.split('\n').length])).toEqual([
      ['minne (1/3)', 1000],
      ['minne (2/3)', 1000],
      ['minne (3/3)', 1],
    ])
  })

  test('leaves out what is too long, and has no more units than the limit', async () => {
    const units = unit({ de: 'a', sv: 'b' }) + unit({ de: 'lång', sv: 'c' })
    const limits = { ...usualLimits, fieldLength: 3 }
    expect(await readAs(tmx, memory(units), { limits })).toMatchObject({ warnings: [{ code: 'too-long', n: 1 }] })
    const few = readAs(tmx, memory(units), { limits: { ...usualLimits, rows: 1 } })
    await expect(few).rejects.toMatchObject({ fault: 'rows' })
  })

  test.each([
    ['xml', '<tmx><header/><body>'],
    ['root', '<tbx/>'],
    ['missing', '<tmx version="1.4"/>'],
    ['entities', '<!DOCTYPE tmx [<!ENTITY a "b">]><tmx><header/><body/></tmx>'],
  ])('is refused for %s', async (fault, file) => {
    await expect(readAs(tmx, bytesOf(file))).rejects.toMatchObject({ fault })
  })
})

describe('an imported memory, corrected', () => {
  test('differs in the words that were corrected', async () => {
    const lines = (await read(bilingual)).first.text.split('\n')
    lines[0] = lines[0]!.replace('statliga kriminalpolisen', 'delstatskriminalpolisen')
    lines[2] = 'Tomt & klart'
    const { bytes, warnings } = await patchAs(tmx, bilingual, { 0: lines.join('\n') })
    expect(warnings).toEqual([])
    expect(textOf(bytes)).toBe(
      textOf(bilingual)
        .replace('statliga kriminalpolisen', 'delstatskriminalpolisen')
        .replace('<seg/>', '<seg>Tomt &amp; klart</seg>'),
    )
  })

  test('keeps its encoding, byte order mark and line ends', async () => {
    const bytes = fixture('old-utf16.tmx')
    const patched = await patchAs(tmx, bytes, { 0: 'Skövde är en 🏙' })
    const before = new TextDecoder('utf-16le').decode(bytes)
    expect(new TextDecoder('utf-16le').decode(patched.bytes)).toBe(before.replace('en stad', 'en 🏙'))
  })
})

describe('a memory of ours', () => {
  const article: Partial<ExportedArticle> = {
    title: 'LKA & "Enkel"',
    address: 'https://example.org/a?b=1&c',
    system: 'deepl <2>',
    sourceLanguage: 'de',
    sourceText: 'Eins.\nZwei.',
    mtText: 'Ett <b>.\nTvå,\u2028ny rad.',
    text: 'Ett.\nTvå,\u2028ny rad.',
    fixed: true,
    corrections: [{ from: 3, to: 7, fromB: 3, toB: 3, before: ' <b>', after: '', author: 'eva', at: Date.UTC(2025, 5, 18, 9), category: 'accuracy/addition', severity: 'minor' }], // prettier-ignore
    flags: [{ id: '1', author: 'bo', layer: 'shared', revision: 0, from: 4, to: 7, words: '<b>', place: null, category: 'design-and-markup/markup-tag', severity: 'major', comment: 'bort', suggestion: '', at: 5, status: 'orphaned', fixedBy: 1, dismissedReason: '' }], // prettier-ignore
  }

  test('reads back as what it was', async () => {
    const { documents } = await read(await writeAs(tmx, exported(article), exported({ ...article, title: 'Två' })))
    const { title, address, system, sourceLanguage, sourceText, mtText } = article
    expect(documents).toHaveLength(2)
    expect(documents[0]).toMatchObject({
      title,
      address,
      system,
      sourceLanguage,
      sourceText,
      text: mtText,
      fixed: true,
    })
    const revision = { author: 'eva', at: Date.UTC(2025, 5, 18, 9), summary: '', text: article.text }
    expect(documents[0]!.revisions).toEqual([revision])
    expect(documents[0]!.flags).toMatchObject([{ author: 'bo', revision: 0, from: 4, to: 7, comment: 'bort', at: 5 }])
    expect(documents[1]!.title).toBe('Två')
  })

  test('has source, MT and corrected text as three variants, by whom and when it was changed', async () => {
    const written = textOf(await writeAs(tmx, exported(article)))
    expect([...written.matchAll(/<tuv [^>]*>/g)].slice(0, 3).map(String)).toEqual([
      '<tuv xml:lang="de">',
      '<tuv xml:lang="sv-x-mt" creationdate="20250617T000000Z">',
      '<tuv xml:lang="sv" changedate="20250618T090000Z" changeid="eva">',
    ])
  })

  test('gives paragraphs back that came, went and were joined', async () => {
    const mtText = 'Den första meningen står här.\nDen andra står där borta.\nDen tredje finns inte kvar längre.'
    const after = 'Den första meningen står här. Den andra står där borta.\nAlldeles nya ord om något annat.'
    const { first } = await read(await writeAs(tmx, exported({ mtText, text: after })))
    expect([first.text, first.revisions[0]?.text, first.fixed]).toEqual([mtText, after, false])
  })

  test('corrected further, has the new text in the place of the corrected one', async () => {
    const bytes = await writeAs(tmx, exported(article))
    const patched = await patchAs(tmx, bytes, { 0: 'Ett.\nTvå, samma rad.' })
    expect((await read(patched.bytes)).first).toMatchObject({
      text: article.mtText,
      revisions: [{ text: 'Ett.\nTvå, samma rad.' }],
    })
  })

  test('any texts whose paragraphs are segments come back, but for blank ones', async () => {
    const line = text.map(raw => `å${raw.replaceAll('\n', '')}`)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(line, line), { minLength: 1, maxLength: 5 }), async pairs => {
        const [mtText, after] = [pairs.map(([a]) => a).join('\n'), pairs.map(([, b]) => b).join('\n')]
        const { first } = await read(await writeAs(tmx, exported({ mtText, text: after, fixed: true })))
        expect([first.text, first.revisions[0]?.text ?? first.text]).toEqual([mtText, after])
      }),
      { numRuns: 300, seed: 20250617 },
    )
  })
})
