import { text } from '../../src/formats/text.ts'
import { bytesOf, exported, keepsTheContract } from '../contracts/formats.ts'

keepsTheContract(text, { exact: true })

test('a text file is its text: marks of the encoding and line ends of the system go', () => {
  expect(text.read(bytesOf('\ufeffRubrik\r\n\r\nText.\r\n')).documents).toMatchObject([
    { title: '', text: 'Rubrik\n\nText.\n' },
  ])
})

test('it is written to the letter, without a title', () => {
  expect(text.write(exported({ title: 'Rubrik', text: 'Ett\n\nTvå' }))).toBe('Ett\n\nTvå')
})
