import fc from 'fast-check'
import { Problem } from '../../src/errors.ts'
import type { ExportedArticle, Format } from '../../src/formats/format.ts'

/** An article of which nothing matters but what a test gives. */
export const exported = (given: Partial<ExportedArticle>): ExportedArticle => ({
  title: 'LKA Niedersachsen',
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
  ...given,
})

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Letters, and all that some format could take for its own: signs of Markdown, of HTML, spaces, line ends. */
const signs = [
  'a',
  'Ö',
  '1',
  '.',
  ')',
  ' ',
  ' ',
  '\n',
  '\n',
  '\u2028',
  '#',
  '-',
  '+',
  '*',
  '_',
  '~',
  '`',
  '>',
  '<b>',
  '</p>',
  '&',
  '&amp;',
]
const more = [
  '[',
  ']',
  '(x)',
  '!',
  '\\',
  '|',
  '=',
  '---',
  '```',
  '"',
  "'",
  ':',
  '\t',
  '\u00a0',
  '🚒',
  '<!--',
  '-->',
  'http://x.se',
]
export const text = fc.array(fc.constantFrom(...signs, ...more), { maxLength: 30 }).map(parts => parts.join(''))
const title = text.map(raw => `Å${raw}`.replace(/[\n\u2028\t]/g, ' ').trim())

const runs = { numRuns: 1000, seed: 20250617 }

/** What every format keeps to. `exact`: its files give the very text back. */
export const keepsTheContract = (format: Format, { exact = false } = {}): void => {
  const { read, write } = format

  describe(`as every format, ${format.id}`, () => {
    test('has names that a file and a header can bear', () => {
      expect(format.id).toMatch(/^[a-z0-9]+$/)
      expect(format.extensions[0]).toMatch(/^[a-z0-9]+$/)
      expect(format.mediaType).toMatch(/^[a-z]+\/[a-z.+-]+$/)
    })

    if (write) {
      test('writes any article, as well-formed text without NUL', () => {
        fc.assert(
          fc.property(text, text, title, (mtText, corrected, name) => {
            const written = write(exported({ title: name, mtText, text: corrected }))
            expect(written.isWellFormed() && !written.includes('\0')).toBe(true)
          }),
          runs,
        )
      })
    }

    if (read) {
      test('makes of any rubbish a text that may enter, or a Problem', () => {
        const rubbish = fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc.string({ unit: 'binary' }).map(bytesOf),
          text.map(bytesOf),
        )
        fc.assert(
          fc.property(rubbish, bytes => {
            try {
              const imported = read(bytes)
              expect(imported.text.isWellFormed() && !/[\0\r]/.test(imported.text)).toBe(true)
              expect(imported.title).not.toMatch(/[\n\r]/)
            } catch (error) {
              expect(error).toBeInstanceOf(Problem)
            }
          }),
          runs,
        )
      })
    }

    if (read && write) {
      const again = (given: Partial<ExportedArticle>) => read(bytesOf(write(exported(given))))

      test('what was read, written and read again, is what was read', () => {
        fc.assert(
          fc.property(text, raw => {
            const once = read(bytesOf(raw))
            expect(again({ text: once.text }).text).toBe(once.text)
          }),
          runs,
        )
      })

      if (exact)
        test('gives every text and title back to the letter', () => {
          fc.assert(
            fc.property(text, title, (raw, name) => {
              const read = again({ text: raw, title: name })
              expect(read.text).toBe(raw)
              if (read.title !== '') expect(read.title).toBe(name)
            }),
            runs,
          )
        })
    }
  })
}
