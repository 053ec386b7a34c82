import fc from 'fast-check'
import { Problem } from '../../src/errors.ts'
import { emptyDocument, type Document, type Reading } from '../../src/formats/document.ts'
import type { ExportedArticle, Format, Outgoing, ReadContext } from '../../src/formats/format.ts'
import { usualLimits } from '../../src/formats/limits.ts'
import { changeBetween, changeByLines, editsOf } from '../../src/text/change.ts'
import { isEnterable } from '../../src/text/entry.ts'

/** An article of which nothing matters but what a test gives. */
export const exported = (given: Partial<ExportedArticle>): ExportedArticle => ({
  title: 'LKA Niedersachsen',
  titleIsFirstLine: false,
  address: '',
  sourceLanguage: '',
  sourceText: '',
  createdAt: Date.UTC(2025, 5, 17),
  exportedAt: Date.UTC(2025, 5, 19),
  system: '',
  language: 'sv',
  state: 'corrected',
  mtText: '',
  text: '',
  revisions: [],
  flags: [],
  annotators: [],
  judgements: [],
  decisions: [],
  corrections: [],
  fixed: false,
  ...given,
})

export const bytesOf = (written: string | Uint8Array): Uint8Array =>
  typeof written === 'string' ? new TextEncoder().encode(written) : written
export const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

export const readAs = async (
  format: Format,
  bytes: Uint8Array,
  context: Partial<ReadContext> = {},
): Promise<Reading> => {
  if (!format.read) throw new Error(`${format.id} is not read`)
  return format.read(bytes, { name: `test.${format.extensions[0]}`, limits: usualLimits, ...context })
}

export const writeAs = async (format: Format, ...articles: ExportedArticle[]): Promise<Uint8Array> => {
  const [article] = articles
  if (format.write && article) return bytesOf(await format.write(article))
  if (format.writeAll) return bytesOf(await format.writeAll(articles))
  throw new Error(`${format.id} is not written`)
}

/** What a document reads like in the end: corrected, where its file holds corrections. */
export const latest = ({ text, revisions }: Document): string => revisions.at(-1)?.text ?? text

/** What has become of a document whose text now reads `text`. */
export const outgoing = (
  document: Document,
  number: number,
  text: string,
  given: Partial<Outgoing> = {},
): Outgoing => ({
  number,
  article: exported({ ...document, mtText: document.text, text, state: 'in-review', revisions: [], flags: [], decisions: [] }), // prettier-ignore
  edits: editsOf((document.fixed ? changeByLines : changeBetween)(document.text, text)),
  placed: new Map(),
  ...given,
})

/** The file again, with the texts of its documents as they are given; those not given stay as they are. */
export const patchAs = async (
  format: Format,
  bytes: Uint8Array,
  texts: Readonly<Record<number, string>>,
  context: Partial<ReadContext> = {},
) => {
  if (!format.patch) throw new Error(`${format.id} is not patched`)
  const { documents } = await readAs(format, bytes, context)
  const name = context.name ?? `test.${format.extensions[0]}`
  const out = documents.map((document, number) => outgoing(document, number, texts[number] ?? latest(document)))
  return format.patch.make({ bytes, name, mapping: context.mapping }, out)
}

/** What holds of everything that is read. */
export function expectValid({ documents, terms }: Reading): void {
  for (const document of documents) {
    const { text, sourceText, revisions, flags, marks, fixed, title } = document
    const texts = [text, sourceText, ...revisions.map(revision => revision.text)]
    for (const each of texts) expect(isEnterable(each) && !each.includes('\r')).toBe(true)
    expect(title).not.toMatch(/[\n\r\0\u2028]/)
    const lines = text.split('\n').length
    if (fixed) for (const each of texts) expect(each === '' || each.split('\n').length === lines).toBe(true)
    for (const [i, revision] of revisions.entries()) expect(revision.text).not.toBe(texts.slice(2)[i - 1] ?? text)
    const ids = new Set(marks.map(mark => mark.id))
    expect(ids.size).toBe(marks.length)
    // one expectation for all of them: there may be a hundred thousand
    const wrong = marks.filter(({ from, to, kind, within }, i) => {
      const isPlaced = from >= (marks[i - 1]?.from ?? 0) && from <= to && to <= text.length
      // no mark goes over the end of a line
      const isInLine = !text.slice(from, to).includes('\n')
      return !isPlaced || !isInLine || (kind === 'point' && from !== to) || !(within === '' || ids.has(within))
    })
    expect(wrong).toEqual([])
    for (const { from, to, revision } of flags) {
      const of = revision === 0 ? text : (revisions[revision - 1]?.text ?? '')
      expect(from >= 0 && from <= to && to <= of.length).toBe(true)
    }
  }
  for (const { preferred, variants } of terms)
    for (const words of [preferred, ...variants]) expect(words.trim() !== '' && isEnterable(words)).toBe(true)
}

/** Letters, and all that some format could take for its own: signs of Markdown, of HTML, of tables, spaces, line ends. */
const signs = [
  'a', 'Ö', '1', '.', ')', ' ', ' ', '\n', '\n', '\u2028', '#', '-', '+', '*', '_', '~', '`', '>', '<b>', '</p>', '&', '&amp;',
  '[', ']', '(x)', '!', '\\', '|', '=', '---', '```', '"', "'", ':', '\t', '\u00a0', '🚒', '<!--', '-->', 'http://x.se', ';', ',', '{0}', '%s', '<v>', ']]>',
] // prettier-ignore
export const text = fc.array(fc.constantFrom(...signs), { maxLength: 30 }).map(parts => parts.join(''))
/** Any character. fast-check's own `binary` first makes a table of all of them, for a second in every file of tests. */
const character = fc.nat({ max: 0x10ffff }).map(point => String.fromCodePoint(point))
const title = text.map(raw => `Å${raw}`.replace(/[\n\u2028\t]/g, ' ').trim())

const runs = { numRuns: 1000, seed: 20250617 }
/** of what takes long, as files that are zipped */
const fewer = { numRuns: 40, seed: 20250617 }

export interface Contract {
  /** its files give the very text back */
  readonly exact?: boolean
  /** files of the format, of our own writing */
  readonly fixtures?: readonly Uint8Array[]
  /** each run is slow: fewer of them */
  readonly slow?: boolean
  /** how many runs, where files of its own kind are made up at random in another test too */
  readonly numRuns?: number
  /** how a file that nothing was corrected in is compared with what it was; byte by byte where it is not given */
  readonly same?: (patched: Uint8Array, original: Uint8Array) => Promise<void>
  /** the words that a text keeps, where the format cannot keep all of it (spaces at the ends, say) */
  readonly kept?: (text: string) => string
}

const sameBytes = (patched: Uint8Array, original: Uint8Array): Promise<void> => {
  if (!Buffer.from(patched).equals(Buffer.from(original))) expect(textOf(patched)).toBe(textOf(original))
  return Promise.resolve()
}

/** What every format keeps to. */
export const keepsTheContract = (
  format: Format,
  {
    exact = false,
    fixtures = [],
    slow = false,
    numRuns = runs.numRuns,
    same = sameBytes,
    kept = text => text,
  }: Contract = {},
): void => {
  const settings = slow ? fewer : { ...runs, numRuns }
  const isText = /^text\/|json|[/+]xml/.test(format.mediaType)

  describe(`as every format, ${format.id}`, () => {
    test('has names that a file and a header can bear', () => {
      expect(format.id).toMatch(/^[a-z0-9]+$/)
      expect(format.extensions[0]).toMatch(/^[a-z0-9]+$/)
      expect(format.mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/)
      expect(format.write && format.writeAll).toBeUndefined()
    })

    if (format.write ?? format.writeAll) {
      test('writes any article; text is well-formed and has no NUL', async () => {
        await fc.assert(
          fc.asyncProperty(text, text, title, async (mtText, corrected, name) => {
            const written = await writeAs(format, exported({ title: name, mtText, text: corrected }))
            if (isText) expect(textOf(written).isWellFormed() && !textOf(written).includes('\0')).toBe(true)
          }),
          settings,
        )
      })
    }

    if (format.read) {
      test('makes of any rubbish a valid reading, or a Problem', async () => {
        const rubbish = fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc.string({ unit: character }).map(bytesOf),
          text.map(bytesOf),
        )
        // few get past the first characters; files that are broken are for `fuzz.test.ts`
        const some = { ...settings, numRuns: Math.min(settings.numRuns, 300) }
        await fc.assert(
          fc.asyncProperty(rubbish, async bytes => {
            const read = await readAs(format, bytes).catch((error: unknown) => error)
            if (read instanceof Error) expect(read).toBeInstanceOf(Problem)
            else expectValid(read as Reading)
          }),
          some,
        )
      })

      test.each(fixtures.map((bytes, i) => [i, bytes] as const))('reads its file %i', async (_, bytes) => {
        const read = await readAs(format, bytes)
        expectValid(read)
        expect(read.documents.length + read.terms.length).toBeGreaterThan(0)
      })
    }

    if (format.read && (format.write ?? format.writeAll)) {
      const again = async (given: Partial<ExportedArticle>): Promise<Document> =>
        (await readAs(format, await writeAs(format, exported(given)))).documents[0] ?? emptyDocument

      test('what was written, read, written and read again, is what was read', async () => {
        await fc.assert(
          fc.asyncProperty(text, async raw => {
            const once = await again({ text: raw, mtText: raw })
            expect((await again({ text: once.text, mtText: once.text })).text).toBe(once.text)
          }),
          settings,
        )
      })

      if (exact)
        test('gives every text and title back to the letter', async () => {
          await fc.assert(
            fc.asyncProperty(text, title, async (raw, name) => {
              const read = await again({ text: raw, mtText: raw, title: name })
              expect(read.text).toBe(kept(raw))
              if (read.title !== '') expect(read.title).toBe(name)
            }),
            settings,
          )
        })
    }

    if (format.patch && format.read) {
      test.each(fixtures.map((bytes, i) => [i, bytes] as const))(
        'gives back file %i as it was, where nothing was corrected',
        async (_, bytes) => {
          const { bytes: patched } = await patchAs(format, bytes, {})
          await same(patched, bytes)
          // what is told nothing of is left alone
          const untold = await format.patch?.make(
            { bytes, name: `test.${format.extensions[0]}`, mapping: undefined },
            [],
          )
          if (untold) await same(untold.bytes, bytes)
        },
      )

      test.each(fixtures.map((bytes, i) => [i, bytes] as const))(
        'file %i with any words corrected reads so, and keeps what must be kept',
        async (_, bytes) => {
          const { documents } = await readAs(format, bytes)
          const seeds = fc.array(fc.record({ at: fc.nat(), length: fc.nat({ max: 12 }), insert: fc.constantFrom('', ' ', 'ord', 'två ord', '&<"', 'ö') }), { maxLength: 6 }) // prettier-ignore
          await fc.assert(
            fc.asyncProperty(seeds, async edits => {
              const texts = documents.map(document =>
                edits.reduce((text, { at, length, insert }) => changed(text, at, length, insert), latest(document)),
              )
              const { bytes: patched } = await patchAs(format, bytes, texts)
              const read = await readAs(format, patched)
              expectValid(read)
              expect(read.documents.map(document => kept(latest(document)))).toEqual(texts.map(kept))
              for (const [i, document] of documents.entries()) {
                const opens = new Set(read.documents[i]?.marks.map(mark => mark.open))
                expect(document.marks.filter(mark => mark.kept && !opens.has(mark.open))).toEqual([])
              }
            }),
            { ...settings, numRuns: Math.max(10, settings.numRuns / 10) },
          )
        },
      )
    }
  })
}

/** Edits of any text, of whatever length: at most three. @param inserts what may be put in */
export const anyEdits = (...inserts: readonly string[]) =>
  fc.array(fc.record({ at: fc.nat(), length: fc.nat({ max: 9 }), insert: fc.constantFrom(...inserts) }), {
    minLength: 1,
    maxLength: 3,
  })
type AnyEdits = ReturnType<typeof anyEdits> extends fc.Arbitrary<infer T> ? T : never

/** A text with edits done, one after the other; lines may come and go. */
export const edited = (text: string, edits: AnyEdits): string =>
  edits.reduce((now, { at, length, insert }) => {
    const from = at % (now.length + 1)
    return now.slice(0, from) + insert + now.slice(from + length)
  }, text)

/** Some characters of one line replaced: the lines stay as many as they are. */
function changed(text: string, at: number, length: number, insert: string): string {
  if (text === '') return text
  const from = at % text.length
  const end = text.indexOf('\n', from)
  const to = Math.min(from + length, end < 0 ? text.length : end)
  const result = text.slice(0, from) + insert + text.slice(to)
  return result.isWellFormed() ? result : text
}
