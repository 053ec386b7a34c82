import { paragraphEdits } from '../../src/text/paragraph-edits.ts'
import { Problem } from '../../src/errors.ts'

const base = 'Ett.\nTvå.\n\nTre.'
/** The base after a form's fields. */
const after = (...fields: [string, string][]): string => {
  const change = paragraphEdits(base, fields)
  let out = ''
  let at = 0
  change.iterChanges((from, to, _fromB, _toB, insert) => {
    out += base.slice(at, from) + insert.toString()
    at = to
  })
  return out + base.slice(at)
}

test('only what differs is changed, and what has no field is never touched', () => {
  expect(paragraphEdits(base, [['p0-4', 'Ett.'], ['p5-9', 'Två.']]).empty).toBe(true) // prettier-ignore
  expect(after(['p5-9', 'Tvåan.'])).toBe('Ett.\nTvåan.\n\nTre.')
  expect(after(['p11-15', 'Trean.'], ['p0-4', 'Ettan.'])).toBe('Ettan.\nTvå.\n\nTrean.')
})

test('a field may hold several paragraphs, or become several', () => {
  expect(after(['p0-9', 'Ett två.'])).toBe('Ett två.\n\nTre.')
  expect(after(['p0-4', 'Ett\noch halvt.'])).toBe('Ett\noch halvt.\nTvå.\n\nTre.')
})

test('an emptied paragraph takes its line end along; so do neighbours, and all of them', () => {
  expect(after(['p0-4', ''])).toBe('Två.\n\nTre.')
  expect(after(['p11-15', ''])).toBe('Ett.\nTvå.\n')
  expect(after(['p0-4', ''], ['p5-9', ''])).toBe('\nTre.')
  expect(after(['p5-9', ''], ['p11-15', ''])).toBe('Ett.\n')
})

test('a paragraph put in where one was removed brings its own line end', () => {
  expect(after(['i5', 'Mitt.'])).toBe('Ett.\nMitt.\nTvå.\n\nTre.')
  expect(after(['i15', 'Sist.'])).toBe('Ett.\nTvå.\n\nTre.\nSist.')
  expect(after(['i5', ''])).toBe(base)
})

test.each([
  [['p0-99', 'x']],
  [['p9-5', 'x']],
  [['p0-9', 'x'], ['p5-9', 'y']],
  [['p0-4-5', 'x']],
  [['p99999999999999-1', 'x']],
] as [string, string][][])('fields that are none of the text’s are refused: %j', (...fields) => {
  expect(() => paragraphEdits(base, fields)).toThrow(Problem)
}) // prettier-ignore
