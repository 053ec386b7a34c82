import { findAgain } from '../../src/text/found.ts'

const found = (words: string, text: string, limit = 9): string[] =>
  findAgain(words, text, limit).map(({ from, to }) => `${from}:${text.slice(from, to)}`)

test('the words of an orphaned flag, wherever they stand as words', () => {
  expect(found('stor', 'stort, stor, storm och stor')).toEqual(['7:stor', '23:stor'])
  expect(found(': s', 'EU: s och FN: s')).toEqual([': s', ': s'].map((words, index) => `${[2, 12][index]}:${words}`))
})

test('at most so many, in order', () => expect(found('a', 'a a a', 2)).toEqual(['0:a', '2:a']))

test('in other case, quotes and spaces only where they nowhere stand to the letter', () => {
  expect(found('”Stor stad”', 'en "stor\u00a0stad" här')).toEqual(['3:"stor\u00a0stad"'])
  expect(found('Stor', 'stor Stor')).toEqual(['5:Stor'])
})

test('decomposed letters are found where they stand', () => expect(found('på', 'a pa\u030a b')).toEqual(['2:pa\u030a']))

test('overlapping ones', () => expect(found('ha ha', 'ha ha ha')).toEqual(['0:ha ha', '3:ha ha']))

test('nothing for a point or blanks, nor what is not there', () => {
  expect(found('', 'text')).toEqual([])
  expect(found('  ', 'a  b')).toEqual([])
  expect(found('x', 'text')).toEqual([])
  expect(found('x', 'x', 0)).toEqual([])
})
