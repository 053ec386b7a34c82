import { parse, type ParserError } from 'parse5'
import { htmlChanges } from '../../src/formats/htmlchanges.ts'
import { exported, keepsTheContract } from '../contracts/formats.ts'

keepsTheContract(htmlChanges)

const correction = {
  from: 4, to: 7, fromB: 4, toB: 8, before: 'fel', after: 'rätt', author: 'Åsa "Ö" Berg', at: Date.UTC(2025, 5, 18, 9, 30),
  category: 'accuracy/mistranslation', severity: 'major',
} as const // prettier-ignore
const flag = {
  id: 'f', author: 'Bo', layer: 'shared', revision: 0, from: 8, to: 11, words: 'ord', place: { from: 9, to: 12 }, category: 'fluency/spelling',
  severity: 'minor', comment: 'Se <här>', suggestion: '', at: Date.UTC(2025, 5, 18), status: 'open', fixedBy: null, dismissedReason: '',
} as const // prettier-ignore
const page = htmlChanges.write(
  exported({ title: 'En <rubrik>', mtText: 'Ett fel ord\nTvå', text: 'Ett rätt ord\nTvå', corrections: [correction], flags: [flag as never] }),
) // prettier-ignore

test('what was removed and what came stand beside each other, with who, when and why', () => {
  const attributes =
    ' datetime="2025-06-18T09:30:00.000Z" title="Åsa &quot;Ö&quot; Berg, 2025-06-18 09:30, accuracy/mistranslation (major)"'
  expect(page).toContain(`<p>Ett <del${attributes}`)
  expect(page).toMatch(/<del[^>]*>fel<\/del><ins[^>]*>rätt<\/ins> ord/)
  expect(page).toContain('aria-description="Åsa &quot;Ö&quot; Berg')
})

test('a flag stands at its words by its number, and is told below', () => {
  expect(page).toContain('ord<a class="mark" id="at-1" href="#flag-1">[1]</a></p>')
  expect(page).toMatch(/<tr id="flag-1">.*Se &lt;här&gt;.*<time datetime="2025-06-18T00:00:00.000Z">/)
})

test('it is valid, runs nothing and fetches nothing', () => {
  const errors: ParserError[] = []
  parse(page, { onParseError: error => errors.push(error), sourceCodeLocationInfo: true })
  expect(errors).toEqual([])
  expect(page).not.toMatch(/<script|<link|<img|https?:|url\(|\son\w+=/)
})

test('it is made for light and dark, and for paper', () => {
  expect(page).toContain('color-scheme: light dark')
  expect(page).toContain('@media (prefers-color-scheme: dark)')
  expect(page).toContain('@media print')
})

test('paragraphs that came and went keep the page in paragraphs', () => {
  const split = htmlChanges.write(exported({ mtText: 'Ett två\nTre', text: 'Ett\ntvå tre' }))
  expect(split).not.toMatch(/<(?:ins|del)[^>]*>[^<]*<\/?p>/)
  expect(split.match(/<p>/g)).toHaveLength(2)
})

test('without corrections that are known, a comparison finds them', () =>
  expect(htmlChanges.write(exported({ mtText: 'Ett fel', text: 'Ett rätt' }))).toContain(
    '<del>fel</del><ins>rätt</ins>',
  ))
