import { Problem } from '../../src/errors.ts'
import { enterText } from '../../src/text/entry.ts'

const refusal = (raw: string): unknown => {
  try {
    return enterText(raw)
  } catch (error) {
    return error instanceof Problem ? [error.code, error.values['at']] : error
  }
}

describe('the boundary where text enters', () => {
  test.each([
    ['a byte order mark goes', '\ufeffÅr', 'År'],
    ['but only in front', 'År\ufeff', 'År\ufeff'],
    ['Windows line ends become \\n', 'a\r\nb\r\n', 'a\nb\n'],
    ['and those of old Macs', 'a\rb', 'a\nb'],
    [
      'nothing else is touched',
      ' A\u030a\u00a0\u2028\u202e\t”x” \u{1f692}\n\n',
      ' A\u030a\u00a0\u2028\u202e\t”x” \u{1f692}\n\n',
    ],
    ['no text is a text', '', ''],
  ])('%s', (_, raw, text) => expect(enterText(raw)).toBe(text))

  test.each([
    ['NUL', 'ab\0c', ['text-has-nul', 2]],
    ['half a character, first half', 'a\ud83d', ['text-has-lone-surrogate', 1]],
    ['half a character, second half', 'ab\ude92c', ['text-has-lone-surrogate', 2]],
    ['halves in the wrong order, after a whole one', '\u{1f692}\ude92\ud83d', ['text-has-lone-surrogate', 2]],
  ])('%s is refused, with its place', (_, raw, expected) => expect(refusal(raw)).toEqual(expected))
})
