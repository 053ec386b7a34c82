import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { detect } from '../../src/formats/detect.ts'
import { emptyDocument, type Document, type ReadFlag } from '../../src/formats/document.ts'
import { esa } from '../../src/formats/esa.ts'
import { usualLimits } from '../../src/formats/limits.ts'
import { categories } from '../../src/mqm/typology.ts'
import { bytesOf, keepsTheContract, readAs, text, textOf, writeAs } from '../contracts/formats.ts'
import { imported } from './annotations.ts'

const file = (name: string): Uint8Array => readFileSync(new URL(`fixtures/esa/${name}`, import.meta.url))
const names = ['campaign.json', 'output.jsonl', 'wmt24.jsonl', 'humeval.jsonl', 'appraise.json', 'one.json']

keepsTheContract(esa, { fixtures: names.map(file) })

const items = (...all: readonly object[]): Uint8Array => bytesOf(JSON.stringify(all))
const told = ({ text: mt, flags }: Document) =>
  flags.map(({ from, to, author, category, severity }) => [author, mt.slice(from, to), category, severity].join(' '))
test.each(names)('%s is told from other JSON', name => {
  expect(detect(file(name), name).id).toBe('esa')
})

test.each([
  ['a table', '[{"source": "a", "target": "b"}]'],
  ['spans of something else', '[{"text": "a", "start_i": 0}]'],
  ['text', 'start_i tgt'],
])('%s is not taken for it', (_, content) => {
  expect(esa.isIt({ bytes: bytesOf(content), extension: 'json', start: content, root: null })).toBe(false)
})

test('a campaign of Pearmut: each list of items a document, each model a translation', async () => {
  const { documents, warnings } = await readAs(esa, file('campaign.json'))
  expect(documents.map(({ key, system, text: mt }) => [key, system, mt])).toEqual([
    ['de-sv_#_news_#_nyhet.7', 'Nord', 'Stormen kommer på torsdag.\nRad ett.\u2028Rad två.'],
    ['de-sv_#_news_#_nyhet.7', 'Syd', 'Der Sturm kommer.\n'],
    ['prov 2 1', 'Nord', 'Bara detta.'],
  ])
  expect(documents[0]).toMatchObject({ sourceLanguage: 'de', language: 'sv', fixed: true, sourceText: 'Der Sturm kommt am Freitag.\nZeile eins.\u2028Zeile zwei.' }) // prettier-ignore
  expect(documents.map(told).slice(0, 2)).toEqual([
    [' torsdag other/other major'],
    [' Der Sturm accuracy/untranslated minor', '  accuracy/omission major'],
  ])
  expect(documents[1]?.flags[1]).toMatchObject({ from: 17, to: 17 })
  expect(warnings).toEqual([{ code: 'untranslated', n: 1 }])
})

test('what Pearmut gives out: annotators beside each other, scores, corrected segments', async () => {
  const { documents, warnings } = await readAs(esa, file('output.jsonl'))
  const [document] = documents
  expect(document?.flags.map(({ author, layer, comment, from, to }) => [author, layer, comment, from, to])).toEqual([
    ['alice', 'alice', '', 0, 5],
    ['bob', 'bob', '', 5, 7],
  ])
  expect(document?.judgements).toEqual([
    { layer: 'alice', paragraph: 0, score: 85 },
    { layer: 'bob', paragraph: 0, score: 60 },
    { layer: 'alice', paragraph: 1, score: 100 },
  ])
  expect(document?.revisions).toMatchObject([{ author: 'alice', text: '🚒🚒 En rad.\nTvå rader här.' }])
  expect(warnings).toEqual([{ code: 'skipped', n: 1, detail: 'attention checks, tutorials' }])
})

test('who has looked at what is known, also of those who found nothing; who has only corrected has not', async () => {
  const of = (name: string, segments: readonly number[] | null) => ({ author: name, layer: name, segments })
  const annotated = async (bytes: Uint8Array) => (await readAs(esa, bytes)).documents[0]?.annotators
  expect(await annotated(file('output.jsonl'))).toEqual([of('alice', null), of('bob', [0])])
  const item = { src: 'Ja.', tgt: 'Ja.', doc_id: 'd', system: 'S' }
  const some = items(
    { ...item, line_id: 1, annotator: 'a', error_spans: [] },
    { ...item, line_id: 1, annotator: 'b', score: 90 },
    { ...item, line_id: 2, annotator: 'c', textfield: 'Jo.' },
    { ...item, line_id: 2, annotator: 'a', error_spans: [] },
    { ...item, line_id: 3, annotator: null, error_spans: [] },
  )
  expect(await annotated(some)).toEqual([of('a', [0, 1]), of('b', [0])])
})

test('a score that is none of 0 to 100 is left out, and it is said', async () => {
  const item = { src: 'Ja.', tgt: 'Ja.', doc_id: 'd', system: 'S', annotator: 'a', error_spans: [] }
  const scores = [-1, 100.5, 0, 99].map((score, i) => ({ ...item, line_id: i, score }))
  const { documents, warnings } = await readAs(esa, items(...scores))
  expect(documents[0]?.judgements).toEqual([{ layer: 'a', paragraph: 2, score: 0 }, { layer: 'a', paragraph: 3, score: 99 }]) // prettier-ignore
  expect(warnings).toEqual([{ code: 'skipped', n: 2, detail: 'scores beyond 0–100' }])
})

test('WMT’s releases and Appraise’s batches', async () => {
  const [first, second] = (await readAs(esa, file('wmt24.jsonl'))).documents
  expect(first && told(first)).toEqual(['u1 Ett other/other minor', 'u1  accuracy/omission neutral']) // prettier-ignore
  expect(first?.judgements.map(({ score }) => score)).toEqual([77, 100])
  expect(second?.text).toBe('En.\n')
  const [one] = (await readAs(esa, file('humeval.jsonl'))).documents
  expect(one && told(one)).toEqual(['u1 Ett other/other major'])
  expect(one?.judgements.map(({ layer, score }) => [layer, score])).toEqual([['u1', 90.5], ['u2', 70]]) // prettier-ignore
  const appraise = await readAs(esa, file('appraise.json'))
  expect(appraise.documents.map(told)).toEqual([[' Katt accuracy/mistranslation critical']])
  expect(appraise.warnings).toEqual([{ code: 'skipped', n: 2, detail: 'attention checks, tutorials' }])
})

describe('indices', () => {
  const spans = async (tgt: string, ...error_spans: readonly object[]) => {
    const { documents, warnings } = await readAs(esa, items({ src: 'x', tgt, error_spans }))
    return { words: documents.flatMap(({ flags, text: mt }) => flags.map(({ from, to }) => mt.slice(from, to))), warnings }
  } // prettier-ignore
  const minor = { severity: 'minor' }

  test('count code points, and the last is in the span', async () => {
    expect((await spans('a🚒b', { start_i: 1, end_i: 1, ...minor }, { start_i: 2, end_i: 2, ...minor })).words).toEqual(['🚒', 'b']) // prettier-ignore
    expect((await spans('👩‍🚒 Åsa', { start_i: 0, end_i: 2, ...minor }, { start_i: 4, end_i: 6, ...minor })).words).toEqual(['👩‍🚒', 'Åsa']) // prettier-ignore
  })

  test('that only UTF-16 has are of UTF-16', async () => {
    expect((await spans('🚒🚒🚒 hus', { start_i: 7, end_i: 9, ...minor })).words).toEqual(['hus'])
  })

  test('after the last character are Pearmut’s [missing]; a span that goes beyond the end ends there', async () => {
    expect((await spans('hus', { start_i: 3, end_i: 3, ...minor }, { start_i: 1, end_i: 9, ...minor })).words).toEqual(['', 'us']) // prettier-ignore
  })

  test('that cannot be understood give the whole segment, and it is said', async () => {
    const wrong = [
      { start_i: 2, end_i: 1 },
      { start_i: -1, end_i: 2 },
      { start_i: 0.5, end_i: 2 },
      { start_i: null },
      {},
    ]
    const { words, warnings } = await spans('hus', ...wrong.map(each => ({ ...each, ...minor })))
    expect(words).toEqual(wrong.map(() => 'hus'))
    expect(warnings).toEqual([{ code: 'flags-unplaced', n: wrong.length }])
  })
})

test('items of one segment are told by their number, else by their source, which may come twice', async () => {
  const item = { src: 'Ja.', tgt: 'Ja.', system: 'S', doc_id: 'd' }
  const { documents } = await readAs(esa, items(item, item, { ...item, annotator: 'b', score: 5 }))
  expect(documents.map(({ text: mt }) => mt)).toEqual(['Ja.\nJa.'])
  const numbered = await readAs(esa, items({ ...item, line_id: 4 }, { ...item, line_id: 4, annotator: 'b' }))
  expect(numbered.documents.map(({ text: mt }) => mt)).toEqual(['Ja.'])
})

test('refused: more items, longer fields, deeper nesting than the limits; what is no JSON, or has no item', async () => {
  const limited = (limits: object) => ({ limits: { ...usualLimits, ...limits } })
  await expect(readAs(esa, file('campaign.json'), limited({ rows: 2 }))).rejects.toMatchObject({ fault: 'rows' })
  await expect(readAs(esa, file('campaign.json'), limited({ fieldLength: 9 }))).rejects.toMatchObject({
    fault: 'field',
  })
  await expect(readAs(esa, file('campaign.json'), limited({ bytes: 9 }))).rejects.toMatchObject({ fault: 'bytes' })
  await expect(readAs(esa, bytesOf('['.repeat(100_000)))).rejects.toMatchObject({ fault: 'depth' })
  await expect(readAs(esa, bytesOf('[{"tgt": "a"'))).rejects.toMatchObject({ fault: 'json' })
  await expect(readAs(esa, bytesOf('{}\n{"tgt"'))).rejects.toMatchObject({ fault: 'json', values: { line: 2 } })
  await expect(readAs(esa, bytesOf('[{"a": 1}]'))).rejects.toMatchObject({ fault: 'empty' })
})

describe('written', () => {
  test('what was read comes back', async () => {
    for (const name of names.filter(each => each !== 'one.json')) {
      const { documents } = await readAs(esa, file(name))
      const again = await readAs(esa, await writeAs(esa, ...documents.map(imported)))
      const timed = documents.map(document => ({
        ...document,
        flags: document.flags.map(flag => ({ ...flag, at: 0 })),
      }))
      expect(again.documents).toEqual(timed)
    }
  })

  test('an item for each segment and annotator, as WMT has them', async () => {
    const mtText = '🚒 Ett.\nTvå.'
    const flag = {
      author: 'Åsa',
      layer: 'a',
      at: 5,
      revision: 0,
      severity: 'major',
      comment: '',
      suggestion: '',
    } as const
    const flags = [{ ...flag, from: 3, to: 6, category: 'other/other' }, { ...flag, from: 12, to: 12, category: 'accuracy/omission' }] as const // prettier-ignore
    const document = { ...emptyDocument, title: 'T', system: 'S', language: 'sv', sourceText: 'One.\nTwo.', text: mtText, flags } // prettier-ignore
    const written = textOf(await writeAs(esa, imported(document)))
    const common = { doc_id: 'T', system: 'S', target_language: 'sv', annotator: 'Åsa', score: null }
    expect(JSON.parse(written)).toEqual([
      { ...common, line_id: 0, src: 'One.', tgt: '🚒 Ett.', error_spans: [{ start_i: 2, end_i: 4, category: null, severity: 'major', timestamp: 5 }] }, // prettier-ignore
      { ...common, line_id: 1, src: 'Two.', tgt: 'Två.', error_spans: [{ start_i: 'missing', end_i: 'missing', category: 'Accuracy/Omission', severity: 'major', timestamp: 5 }] }, // prettier-ignore
    ])
  })

  test('a correction stands in the item of who made it, or in one without annotator', async () => {
    const flag = { from: 0, to: 3, author: 'Åsa', layer: 'Åsa', at: 0, revision: 0, category: 'other/other', severity: 'minor', comment: '', suggestion: '' } as const // prettier-ignore
    const document = { ...emptyDocument, text: 'Ett.\nTvå.', fixed: true, flags: [flag], annotators: [{ author: 'Åsa', layer: 'Åsa', segments: [0] }] } // prettier-ignore
    const written = async (author: string) => {
      const revisions = [{ author, at: 0, summary: '', text: 'Ett!\nTvå!' }]
      const bytes = await writeAs(esa, imported({ ...document, revisions }))
      return { all: JSON.parse(textOf(bytes)) as Record<string, unknown>[], read: (await readAs(esa, bytes)).documents }
    }
    const own = await written('Åsa')
    expect(own.all.map(item => [item['line_id'], item['annotator'], item['textfield'], item['corrected_by']])).toEqual([
      [0, 'Åsa', 'Ett!', undefined],
      [1, null, 'Två!', 'Åsa'],
    ])
    const other = await written('Bo')
    expect(
      other.all.map(item => [item['line_id'], item['annotator'], item['textfield'], item['corrected_by']]),
    ).toEqual([
      [0, 'Åsa', undefined, undefined],
      [0, null, 'Ett!', 'Bo'],
      [1, null, 'Två!', 'Bo'],
    ])
    for (const [author, { read }] of [
      ['Åsa', own],
      ['Bo', other],
    ] as const)
      // prettier-ignore
      expect(read).toMatchObject([{ annotators: document.annotators, revisions: [{ author, text: 'Ett!\nTvå!' }] }])
  })

  test('any flags on any text come back', async () => {
    const line = text.map(raw => raw.replace(/\n/g, ' '))
    const flag = fc.record({ from: fc.nat(), length: fc.nat({ max: 9 }), category: fc.constantFrom(...categories), severity: fc.constantFrom('neutral', 'minor', 'major', 'critical'), author: fc.constantFrom('a', ''), comment: text, suggestion: text, at: fc.nat() } as const) // prettier-ignore
    /** between characters, not in one */
    const whole = (at: number, of: string): number => (of.slice(0, at).isWellFormed() ? at : at + 1)
    await fc.assert(
      fc.asyncProperty(line, fc.array(flag, { maxLength: 4 }), async (mtText, made) => {
        const flags = made.map(({ from: at, length, author, ...given }): ReadFlag => {
          const from = whole(at % (mtText.length + 1), mtText)
          const to = whole(Math.min(mtText.length, from + length), mtText)
          return { ...given, from, to, author, layer: author || 'shared', revision: 0 }
        })
        const article = imported({ ...emptyDocument, text: mtText, fixed: true, flags })
        const { documents } = await readAs(esa, await writeAs(esa, article))
        expect(documents[0]?.text).toBe(mtText)
        const [of, rest] = [flags[0]?.author, flags]
        expect(documents[0]?.flags).toEqual([...rest.filter(({ author }) => author === of), ...rest.filter(({ author }) => author !== of)]) // prettier-ignore
      }),
      { numRuns: 1000, seed: 20250617 },
    )
  })
})
