import { prepareDocument } from '../../../src/app/imports/prepare-document.ts'
import { summariseReading } from '../../../src/app/imports/summarise-reading.ts'
import { emptyDocument } from '../../../src/formats/document.ts'

const swedish = 'Polisen varnar för bedragare som ringer till äldre och säger att de är från banken.'
const english = 'The police warn of fraudsters who call the elderly and say that they are from the bank.'

test.each([
  ['what the file says', 'sv-SE', swedish, 'sv-SE', 'sv'],
  ['Swedish, whatever a word processor was set up in', 'en-US', swedish, 'sv', 'sv'],
  ['what the file says of an MT that was never translated', 'sv', english, 'sv', 'sv'],
  ['what the text looks like, where the file says nothing', '', english, 'en', 'en'],
  ['what the file says of words that tell nothing', 'de', 'Hannover', 'de', 'de'],
  ['what nobody knows', '', 'Hannover', 'und', 'und'],
])('the language of a text is %s', (_why, language, text, tag, code) => {
  const document = { ...emptyDocument, language, text }
  const { documents, warnings } = summariseReading({ documents: [document], terms: [], warnings: [] })
  expect(documents.map(({ targetLanguage }) => targetLanguage)).toEqual([tag])
  const warned = tag === 'sv' && language !== 'sv' ? [{ code: 'said-otherwise', detail: language }] : []
  expect(warnings.filter(({ code }) => code === 'said-otherwise')).toEqual(warned)
  expect(prepareDocument(document, 0, 1000).language).toBe(code)
})
