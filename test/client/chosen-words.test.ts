import { chosenAt, spanOf, stepped, trimmed, wordsOf } from '../../src/client/annotate/chosen-words.ts'

const text = '”Ett, två” tre.'
const words = wordsOf(text)
const said = (chosen: ReturnType<typeof stepped>): string => {
  const span = chosen && spanOf(words, chosen)
  return span ? text.slice(span.from, span.to) : ''
}

test('the arrows go word by word from either end, and stop at the last', () => {
  const first = stepped(words, null, 1, false)
  expect(said(first)).toBe('Ett')
  expect(said(stepped(words, null, -1, false))).toBe('tre')
  expect(said(stepped(words, first, 1, false))).toBe('två')
  expect(said(stepped(words, first, -1, false))).toBe('Ett')
  expect(said(stepped(words, first, 9, false))).toBe('tre')
  expect(stepped([], null, 1, false)).toBeNull()
})

test('with Shift the choice grows and shrinks from the word it began at', () => {
  const two = stepped(words, stepped(words, null, 1, false), 1, true)
  expect(said(two)).toBe('Ett, två')
  expect(said(stepped(words, two, -1, true))).toBe('Ett')
  expect(said(stepped(words, two, 1, false))).toBe('tre')
})

test('a caret chooses the word it stands in or at, a selection all that it touches; spaces at its ends are none of it', () => {
  expect(said(chosenAt(words, { from: 2, to: 2 }))).toBe('Ett')
  expect(said(chosenAt(words, { from: 4, to: 4 }))).toBe('Ett')
  expect(said(chosenAt(words, { from: 3, to: 7 }))).toBe('Ett, två')
  expect(chosenAt(words, { from: 15, to: 15 })).toBeNull()
  expect(trimmed(text, { from: 5, to: 11 })).toEqual({ from: 6, to: 10 })
  expect(trimmed(text, { from: 5, to: 6 })).toBeNull()
})
