import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { detect } from '../../src/formats/detect.ts'
import { emptyDocument, type Document, type ReadFlag } from '../../src/formats/document.ts'
import type { ExportedArticle } from '../../src/formats/format.ts'
import { usualLimits } from '../../src/formats/limits.ts'
import { mqmtsv } from '../../src/formats/mqmtsv.ts'
import { categories } from '../../src/mqm/typology.ts'
import { bytesOf, exported, keepsTheContract, readAs, text, textOf, writeAs } from '../contracts/formats.ts'
import { imported } from './annotations.ts'

const file = (name: string): Uint8Array => readFileSync(new URL(`fixtures/mqmtsv/${name}`, import.meta.url))
const [older, newer, bare] = [file('older.tsv'), file('newer.tsv'), file('bare.tsv')]

keepsTheContract(mqmtsv, { fixtures: [older, newer, bare, gzipSync(older)] })

const heading = 'system\tdoc\tdocSegId\tglobalSegId\trater\tsource\ttarget\tcategory\tseverity\tmetadata'
/** Rows of one segment of one document, as raters see it. */
const table = (...rows: readonly (readonly [rater: string, target: string, category: string, severity: string, metadata?: string])[]) =>
  bytesOf([heading, ...rows.map(([rater, target, category, severity, metadata = '']) => ['S', 'd', 1, 0, rater, 'Quelle', target, category, severity, metadata].join('\t'))].join('\n')) // prettier-ignore
const flagged = (document: Document | undefined) =>
  (document?.flags ?? []).map(({ from, to, author, severity }) => [author, severity, document?.text.slice(from, to)])

describe('what it takes for its own', () => {
  test.each([['older.tsv', older], ['newer.tsv', newer], ['bare.tsv', bare], ['older.tsv.gz', gzipSync(older)], ['without.ending', newer]] as const)('%s', (name, bytes) => {
    expect(detect(bytes, name).id).toBe('mqmtsv')
  }) // prettier-ignore

  test.each([
    ['a table with a heading of its own', 'system\tsource\ttarget\na\tb\tc\n'],
    ['a heading that lacks the rater', 'system\tdoc\tdocSegId\tsource\ttarget\tcategory\tseverity\n'],
    ['nine columns that are no annotation', 'a\tb\tc\td\te\tf\tg\th\ti\n'],
    ['text', 'system doc rater source target category severity\n'],
    ['nothing', ''],
  ])('not %s', (_, content) => {
    expect(mqmtsv.isIt({ bytes: bytesOf(content), extension: 'tsv', start: content, root: null })).toBe(false)
  })
})

test('each document is an article, each system a translation of it, segments by their numbers are its lines', async () => {
  const { documents, warnings } = await readAs(mqmtsv, older)
  expect(documents.map(({ key, system, text: mt }) => [key, system, mt])).toEqual([
    ['nyhet.1', 'Nord.12', 'Stormen kommer på torsdag.\n""Vi väntar"", sade hon.'],
    ['nyhet.1', 'Syd.0', 'Der Sturm kommt am Freitag.\n""Vi avvaktar"", sade hon.'],
    ['nyhet.2', 'Nord.12', 'Början.\nSlut &amp; gott.'],
  ])
  expect(documents.every(({ fixed }) => fixed)).toBe(true)
  expect(documents[0]?.sourceText).toBe('Der Sturm kommt am Freitag.\n""Wir warten"", sagte sie.')
  expect(documents[0]?.sourceText).toBe(documents[1]?.sourceText)
  expect(warnings).toEqual([])
})

test('what a rater marks is a flag in a layer of the rater; what is no error is none', async () => {
  const [nord, syd] = (await readAs(mqmtsv, older)).documents
  expect(flagged(nord)).toEqual([
    ['rater1', 'major', 'torsdag'],
    ['rater2', 'minor', 'på torsdag'],
    ['rater2', 'neutral', 'hon'],
  ])
  expect(nord?.flags.map(({ layer }) => layer)).toEqual(['rater1', 'rater2', 'rater2'])
  expect(syd?.flags).toMatchObject([
    { category: 'accuracy/mistranslation', severity: 'critical', comment: 'Category: Non-translation! (Major)' },
  ])
})

test('who has looked at what is known, also of those who found nothing; who was only tested has not', async () => {
  const annotated = async (bytes: Uint8Array) =>
    (await readAs(mqmtsv, bytes)).documents.map(({ annotators }) => annotators)
  const all = (name: string) => ({ author: name, layer: name, segments: null })
  expect(await annotated(older)).toEqual([[all('rater1'), all('rater2')], [all('rater1')], [all('rater1')]])
  expect(await annotated(newer)).toEqual([[all('projekt:anna'), all('projekt:bo')], []])
  const rows = (...raters: readonly [rater: string, segment: number, category: string, severity?: string][]) =>
    bytesOf([heading, ...raters.map(([rater, segment, category, severity = category]) => ['S', 'd', segment, 0, rater, 'Q', 't', category, severity].join('\t'))].join('\n')) // prettier-ignore
  const some = rows(['a', 1, 'no-error'], ['a', 2, 'no-error'], ['b', 2, 'No-error'], ['', 3, ''], ['c', 3, 'Found', 'HOTW-test']) // prettier-ignore
  expect(await annotated(some)).toEqual([
    [
      { author: 'a', layer: 'a', segments: [0, 1] },
      { author: 'b', layer: 'b', segments: [1] },
    ],
  ])
})

test('the newer form: times, notes, languages, what is marked in the source, what a rater would have it read', async () => {
  const { documents, warnings } = await readAs(mqmtsv, newer)
  const [nord, syd] = documents
  expect(nord).toMatchObject({ sourceLanguage: 'de', language: 'sv', title: 'artikel:German-Swedish' })
  expect(nord?.flags).toMatchObject([
    { from: 0, to: 11, at: 1718611200000, category: 'accuracy/omission', comment: 'Source: “erneut”\njfr rad 3' },
    { from: 4, to: 10, category: 'style/awkward', comment: 'Category: Style/Bad sentence structure (Minor)' },
    { author: 'projekt:bo', category: 'accuracy/untranslated', at: null },
  ])
  expect(nord?.revisions).toEqual([
    { author: 'projekt:bo', at: 1718611300000, summary: '', text: 'LKA varnar igen.\nTvå 😀 män flydde.' },
  ])
  expect(syd?.text).toBe('LKA varnar på nytt.\n')
  expect(warnings).toEqual([
    { code: 'skipped', n: 1, detail: 'HOTW-test' },
    { code: 'untranslated', n: 1 },
    { code: 'flags-unplaced', n: 1 },
  ])
})

describe('raters who have other texts before them', () => {
  const minor = ['Fluency/Grammar', 'Minor'] as const
  const target = 'Hon sprang hem och han sprang bort.'
  test.each([
    ['the marked words stand there twice', 'Hon <v>sprang hem</v>sprang hem och han sprang bort.', 'sprang hem'],
    ['what stands before them stands there twice', 'Hon sprang hem och han Hon sprang hem och han <v>sprang</v> bort.', 'sprang'],
    ['the marked words are gone, and the marks with them', 'Hon sprang hem och  sprang bort.', 'han'],
    ['the marked words were altered', 'Hon sprang hem och han <v>sprangg</v> bort.', 'sprang'],
    ['nothing is marked', target, target],
  ])('%s', async (_, damaged, words) => {
    const { documents } = await readAs(mqmtsv, table(['a', target, 'no-error', 'no-error'], ['b', damaged, ...minor]))
    expect(documents[0]?.text).toBe(target)
    expect(flagged(documents[0])).toEqual([['b', 'minor', words]])
    expect(documents[0]?.flags[0]?.from).toBe(words === 'sprang' ? 23 : target.indexOf(words))
  }) // prettier-ignore

  test('the text of most of them is taken', async () => {
    const { documents } = await readAs(mqmtsv, table(['a', 'Ett <v>hus</v>.', ...minor], ['b', 'Ett  hus.', ...minor], ['c', '<v>Ett</v> hus.', ...minor])) // prettier-ignore
    expect(documents[0]?.text).toBe('Ett hus.')
  })
})

describe('refused or told', () => {
  test('a heading that lacks a column', async () => {
    await expect(readAs(mqmtsv, bytesOf('system\tdoc\tdocSegId\tsource\ttarget\ncategory'))).rejects.toMatchObject({ fault: 'missing', values: { detail: 'rater' } }) // prettier-ignore
  })

  test('more rows, longer fields and larger archives than the limits', async () => {
    const limited = (limits: object) => ({ limits: { ...usualLimits, ...limits } })
    await expect(readAs(mqmtsv, older, limited({ rows: 3 }))).rejects.toMatchObject({ fault: 'rows' })
    await expect(readAs(mqmtsv, older, limited({ fieldLength: 10 }))).rejects.toMatchObject({ fault: 'field' })
    await expect(readAs(mqmtsv, older, limited({ bytes: 10 }))).rejects.toMatchObject({ fault: 'bytes' })
    const bomb = gzipSync(Buffer.alloc(20_000_000, 'a'))
    await expect(readAs(mqmtsv, bomb)).rejects.toMatchObject({ fault: 'ratio' })
    await expect(readAs(mqmtsv, bomb, limited({ unpackedBytes: 100_000 }))).rejects.toMatchObject({ fault: 'unpacked' })
    await expect(readAs(mqmtsv, gzipSync(older).subarray(0, 100))).rejects.toMatchObject({ fault: 'gzip' })
  })

  test('systems that have translated a segment each, of so many that all of them would be more than the limit', async () => {
    const sparse = Array.from({ length: 60 }, (_, i) => `S${i}\td\t${i}\t0\tr\tq\tt\tno-error\tno-error`).join('\n')
    await expect(readAs(mqmtsv, bytesOf(sparse))).resolves.toBeDefined()
    const limits = { ...usualLimits, rows: 100 }
    await expect(readAs(mqmtsv, bytesOf(sparse), { limits })).rejects.toMatchObject({ fault: 'rows' })
  })

  test('rows with too few fields are left out, and it is said', async () => {
    const { warnings } = await readAs(mqmtsv, Buffer.concat([older, bytesOf('Nord.12\tnyhet.1\n')]))
    expect(warnings).toMatchObject([{ code: 'skipped', n: 1 }])
  })

  test('metadata that is no JSON is a note', async () => {
    const { documents } = await readAs(mqmtsv, table(['a', '<v>x</v>', 'Other', 'Minor', '{hm'], ['a', '<v>x</v>', 'Other', 'Minor', 'ett ord'])) // prettier-ignore
    expect(documents[0]?.flags.map(({ comment }) => comment)).toEqual(['{hm', 'ett ord'])
  })
})

describe('written', () => {
  const rows = async (...articles: ExportedArticle[]): Promise<string[][]> =>
    textOf(await writeAs(mqmtsv, ...articles)).trimEnd().split('\n').slice(1).map(line => line.split('\t')) // prettier-ignore

  test('what was read comes back: flags, layers, comments, texts, languages', async () => {
    for (const bytes of [older, newer, bare]) {
      const { documents } = await readAs(mqmtsv, bytes)
      const again = await readAs(mqmtsv, await writeAs(mqmtsv, ...documents.map(imported)))
      const timed = documents.map(document => ({ ...document, flags: document.flags.map(flag => ({ ...flag, at: flag.at ?? 0 })) })) // prettier-ignore
      expect(again.documents).toEqual(timed)
    }
  })

  test('an annotator has a row in every segment, and every segment a row', async () => {
    const { documents } = await readAs(mqmtsv, older)
    const written = await rows(...documents.map(imported))
    expect(written.map(([system, doc, segment, global, rater, , , category]) => [system, doc, segment, global, rater, category].join(' '))).toEqual([
      'Nord.12 nyhet.1 1 1 rater1 Accuracy/Mistranslation',
      'Nord.12 nyhet.1 1 1 rater2 Accuracy/Mistranslation',
      'Nord.12 nyhet.1 2 2 rater2 Style/Awkward',
      'Nord.12 nyhet.1 2 2 rater1 no-error',
      'Syd.0 nyhet.1 1 1 rater1 Non-translation!',
      'Syd.0 nyhet.1 2 2 rater1 no-error',
      'Nord.12 nyhet.2 1 3 rater1 no-error',
      'Nord.12 nyhet.2 2 4 rater1 Fluency/Character encoding',
    ]) // prettier-ignore
    const unread = await rows(exported({ mtText: 'Ett.\nTvå.', text: 'Ett.\nTvå.' }))
    expect(unread.map(row => row.slice(0, 9))).toEqual([
      ['', 'LKA Niedersachsen', '1', '1', '', '', 'Ett.', '', ''],
      ['', 'LKA Niedersachsen', '2', '2', '', '', 'Två.', '', ''],
    ])
  })

  test('spans are counted in tokens, which stand in the first row of the segment', async () => {
    const flags = [{ from: 4, to: 13, author: 'Åsa', layer: 'shared', at: 7, revision: 0, category: 'accuracy/addition', severity: 'major', comment: 'nej', suggestion: 'X' } as const] // prettier-ignore
    const [row] = await rows(imported({ ...emptyDocument, text: 'En, två tre!', flags }))
    expect(row?.slice(4, 9)).toEqual(['Åsa', '', 'En, <v>två tre!</v>', 'Accuracy/Addition', 'Major'])
    const metadata = JSON.parse(row?.[9] ?? '') as Record<string, unknown>
    expect(metadata).toMatchObject({ timestamp: 7, note: 'nej', suggestion: 'X', marked_text: 'två tre!', target_spans: [[3, 6]] }) // prettier-ignore
    expect(metadata['segment']).toMatchObject({ target_tokens: ['En', ',', ' ', 'två', ' ', 'tre', '!'] })
  })

  test('a corrected segment goes with a row of who corrected it, or with one of its own', async () => {
    const correction = { from: 0, to: 4, fromB: 0, toB: 5, before: 'Ett.', after: 'Ett!.', author: 'Bo', at: 9, category: 'other/other', severity: 'minor' } as const // prettier-ignore
    const [row, other] = await rows(exported({ mtText: 'Ett.\nTvå.', text: 'Ett!.\nTvå.', corrections: [correction] }))
    expect(JSON.parse(row?.[9] ?? '')).toMatchObject({
      corrected_translation: 'Ett!.',
      corrected_by: 'Bo',
      timestamp: 9,
    })
    expect(JSON.parse(other?.[9] ?? '')).not.toHaveProperty('corrected_translation')
  })

  test('a flag on a later revision stands on the words of the MT that it is about', async () => {
    const [mtText, later] = ['Hon gick hem.', 'Då gick hon hem till sig.']
    const flags = [{ from: 12, to: 15, author: 'a', layer: 'a', at: 1, revision: 1, category: 'other/other', severity: 'minor', comment: '', suggestion: '' } as const] // prettier-ignore
    const revisions = [{ author: 'a', at: 1, summary: '', text: later }]
    const [row] = await rows(imported({ ...emptyDocument, text: mtText, revisions, flags }))
    expect(row?.[6]).toBe('Hon gick <v>hem</v>.')
  })

  test('articles and systems of the same name stay apart', async () => {
    const one = { title: 'T', system: 'S', mtText: 'a', text: 'a' }
    const written = await rows(exported({ ...one, sourceText: 'x' }), exported({ ...one, sourceText: 'x' }), exported({ ...one, sourceText: 'y' })) // prettier-ignore
    expect(written.map(row => row.slice(0, 2))).toEqual([['S', 'T'], ['S (2)', 'T'], ['S', 'T (2)']]) // prettier-ignore
  })

  test('tabs, line ends and marks in texts and names part no row', async () => {
    const mtText = 'a\tb <v>c</v>\u2028d'
    const { documents } = await readAs(mqmtsv, await writeAs(mqmtsv, exported({ title: 'T\t', system: 'S\n', mtText, text: mtText }))) // prettier-ignore
    expect(documents).toMatchObject([{ title: 'T ', system: 'S ', text: 'a b <v>c</v>\u2028d' }])
  })

  test('any flags on any text come back', async () => {
    const line = text.map(raw => raw.replace(/[\n\t]/g, ' '))
    /** between characters, not in one */
    const whole = (at: number, of: string): number => (of.slice(0, at).isWellFormed() ? at : at + 1)
    const flag = fc.record({ from: fc.nat(), length: fc.nat({ max: 9 }), category: fc.constantFrom(...categories), severity: fc.constantFrom('neutral', 'minor', 'major', 'critical'), author: fc.constantFrom('a', 'b'), comment: text, suggestion: text, at: fc.nat() } as const) // prettier-ignore
    await fc.assert(
      fc.asyncProperty(line, fc.array(flag, { maxLength: 4 }), async (mtText, made) => {
        const flags = made.map(({ from: at, length, author, ...given }): ReadFlag => {
          const from = whole(at % (mtText.length + 1), mtText)
          const to = whole(Math.min(mtText.length, from + length), mtText)
          return { ...given, from, to, author, layer: author, revision: 0 }
        })
        const article = imported({ ...emptyDocument, text: mtText, fixed: true, flags })
        const { documents } = await readAs(mqmtsv, await writeAs(mqmtsv, article))
        expect(documents[0]?.text).toBe(mtText)
        expect(documents[0]?.flags).toEqual(flags)
      }),
      { numRuns: 1000, seed: 20250617 },
    )
  })
})
