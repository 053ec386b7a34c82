import { told } from '../../src/client/review/told.ts'
import { messages } from '../../src/i18n/index.ts'

test('words in the rail show what is invisible, and are cut between characters', () => {
  const { desk } = messages('sv')
  expect(told(desk, 'Hej a\u202eb\u200bc')).toBe('Hej a‹U+202E›b‹U+200B›c')
  expect(told(desk, `${'x'.repeat(88)}😀${'y'.repeat(9)}`).isWellFormed()).toBe(true)
})

test('a hunk of nothing but spaces is named, for it could not be seen', () => {
  const { desk } = messages('sv')
  expect(told(desk, ' ')).toBe('(blanksteg)')
  expect(told(desk, 'a b')).toBe('a b')
})
