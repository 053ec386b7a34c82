import { blame } from '../../src/text/blame.ts'
import { life, signed } from './notation.ts'

const authors = (...notations: string[]): string => {
  const { steps, texts } = life(...notations)
  return signed(texts.at(-1) as string, blame(steps, (texts[0] as string).length))
}

test('a text nobody touched is the machine’s', () => {
  expect(signed('ett hus', blame([], 7))).toBe('0:ett hus')
  expect(blame([], 0)).toEqual([])
})

test('a replaced word belongs to whom replaced it', () => {
  expect(authors('[en/ett] stor hus', 'ett [stor/stort] hus')).toBe('1:ett|0: |2:stort|0: hus')
})

test('a passage split by another’s words keeps its author on both sides', () => {
  expect(authors('en [/stor bil]', 'en stor [/röd ]bil')).toBe('0:en |1:stor |2:röd |1:bil')
})

test('what was deleted between leaves one passage', () => {
  expect(authors('en [/stor ]bil', 'en [stor /]bil')).toBe('0:en bil')
})

test('whoever types words again that were deleted is their author', () => {
  expect(authors('en [stor /]bil', 'en [/stor ]bil')).toBe('0:en |2:stor |0:bil')
})

test('a text emptied has no authors, and then its new one', () => {
  expect(authors('[allt/]')).toBe('')
  expect(authors('[allt/]', '[/nytt]')).toBe('2:nytt')
})
