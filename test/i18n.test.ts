import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { problems, type ProblemCode } from '../src/errors.ts'
import {
  fill,
  formatDecimal,
  formatShare,
  formatTime,
  languageName,
  languages,
  messages,
  pickLanguage,
  plural,
  problemSentence,
} from '../src/i18n/index.ts'

/** Every sentence of a tree, by its path. */
const flat = (tree: object, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : flat(value as object, `${path}${key}.`),
  )
const braces = (sentence: string): string[] => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort()

test('both languages have the same keys, each with words, and the same names in braces', () => {
  const [sv, en] = [flat(messages('sv')), flat(messages('en'))]
  expect(en.map(([key]) => key)).toEqual(sv.map(([key]) => key))
  const english = new Map(en)
  for (const [key, sentence] of sv) {
    expect([key, sentence.trim() !== '', english.get(key)?.trim() !== '']).toEqual([key, true, true])
    // A plural's `one` may say "one" in words.
    if (!key.endsWith('.one')) expect([key, braces(english.get(key) ?? '')]).toEqual([key, braces(sentence)])
  }
})

test('every problem has its sentence in both languages, and a sentence ends as one', () => {
  for (const language of languages)
    for (const code of Object.keys(problems) as ProblemCode[]) {
      const sentence = problemSentence(language, { code })
      expect([code, sentence.length > 8, /[.?!]$/.test(sentence)]).toEqual([code, true, true])
      expect([code, sentence.includes('{')]).toEqual([code, false])
    }
})

test('no view has words of its own', () => {
  const folder = join(import.meta.dirname, '../views')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ejs'))
  expect(files.length).toBeGreaterThan(15)
  for (const file of files) {
    const source = readFileSync(join(folder, file), 'utf8').replace(/<%[^]*?%>/g, '')
    const text = source.replace(/<[^>]*>/g, ' ').match(/\p{L}{2,}[^<]*/gu) ?? []
    const attributes = [...source.matchAll(/\b(?:title|alt|placeholder|aria-label)="([^"]*\p{L}{2,}[^"]*)"/gu)].map(
      match => match[0],
    )
    expect([file, text, attributes]).toEqual([file, [], []])
  }
})

test.each([
  [undefined, 'sv'], ['', 'sv'], ['en', 'en'], ['en-US,en;q=0.9', 'en'], ['de,en;q=0.5,sv;q=0.7', 'sv'], ['sv;q=0,en;q=0.1', 'en'],
  ['fr', 'sv'], ['*', 'sv'], [';;;,,q=', 'sv'], ['en;q=abc', 'en'],
])('Accept-Language %j asks for %s', (header, language) => expect(pickLanguage(header)).toBe(language)) // prettier-ignore

test('numbers, shares, plurals and times as each language writes them', () => {
  expect(fill('sv', '{n} ord av {who} {unknown}', { n: 12345, who: 'Åsa' })).toBe('12\u00a0345 ord av Åsa {unknown}')
  expect([formatShare('sv', 0.999), formatShare('en', 0.001), formatShare('en', 0), formatShare('en', 1)]).toEqual([
    '99\u00a0%',
    '1%',
    '0%',
    '100%',
  ])
  expect([1, 2, 0].map(n => plural('en', { one: '{n} word', other: '{n} words' }, n))).toEqual([
    '1 word',
    '2 words',
    '0 words',
  ])
  const now = new Date(2026, 5, 15, 14, 2).getTime()
  expect(formatTime('sv', now, now)).toBe('14:02')
  expect(formatTime('sv', new Date(2026, 2, 3, 9, 5).getTime(), now)).toBe('3 mars 09:05')
  expect(formatTime('en', new Date(2025, 2, 3, 9, 5).getTime(), now)).toMatch(/3 Mar 2025 09:05/)
  expect([languageName('sv', 'de'), languageName('en', 'und'), languageName('en', 'not a code')]).toEqual([
    'tyska',
    'unknown language',
    'not a code',
  ])
})

test('numbers of a column have their thousands apart, whatever their length, and a minus before them', () => {
  expect([7062.7, 14_340, -0.54, -0.004].map(n => formatDecimal('sv', n, 2))).toEqual([
    '7\u00a0062,70',
    '14\u00a0340,00',
    '−0,54',
    '0,00',
  ])
  expect(formatDecimal('en', -7062.7, 1)).toBe('−7,062.7')
})
