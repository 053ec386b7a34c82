import { loadLexicon } from '../../src/checks/lexicon/load.ts'
import { readText } from '../../src/checks/reading.ts'
import { isVerbatim } from '../../src/checks/verbatim.ts'

const verbatim = (text: string): readonly string[] => {
  const reading = readText(text, loadLexicon())
  return Array.from(text.matchAll(/\S+/g))
    .filter(match => isVerbatim(reading, match.index))
    .map(match => match[0])
}

test('addresses, names of files, handles, tags and code are no prose', () => {
  expect(verbatim('Se ndr.de, www.svt.se/nyheter, a@b.se, @polisen, #metoo, C:\\temp, bild.jpg, order_id och {{namn}}.')).toEqual([
    'ndr.de,', 'www.svt.se/nyheter,', 'a@b.se,', '@polisen,', '#metoo,', 'C:\\temp,', 'bild.jpg,', 'order_id', '{{namn}}.',
  ]) // prettier-ignore
})

test('a sentence that begins without a space, a date and a suspended hyphen are', () => {
  expect(verbatim('Det tog slut.De gick 17/6 2025 med barnböcker och -filmer, och/eller m.m. och 5 < 6.')).toEqual([])
})
