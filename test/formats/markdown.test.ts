import { readFileSync } from 'node:fs'
import { emptyDocument } from '../../src/formats/document.ts'
import { markdown } from '../../src/formats/markdown.ts'
import { bytesOf, exported, keepsTheContract } from '../contracts/formats.ts'

const read = (source: string) => markdown.read(bytesOf(source)).documents[0] ?? emptyDocument
const lines = (source: string): string[] => read(source).text.split('\n')

const fixture = (name: string): Uint8Array => readFileSync(new URL(`fixtures/md/${name}.md`, import.meta.url))
const fixtures = ['article', 'windows', 'list'].map(fixture)

keepsTheContract(markdown, { exact: true, fixtures, numRuns: 300 })

test('a title with a control character, as pastes have them, is written', () =>
  expect(markdown.write(exported({ title: 'En \u0001\u001b rubrik', text: 'Text.' }))).toBe(
    '# En \u0001\u001b rubrik\n\nText.\n',
  ))

describe('reading Markdown', () => {
  test('the first heading is the title, and not in the text', () =>
    expect(read('# En *rubrik* #\n\nText.\n')).toMatchObject({ title: 'En rubrik', text: 'Text.', language: '' }))
  test('a heading underlined is one too', () =>
    expect(read('Rubrik\n======\nText')).toMatchObject({ title: 'Rubrik', text: 'Text' }))
  test('a subheading after text is not the title', () =>
    expect(read('Text\n\n## Under\n\nMer')).toMatchObject({ title: '', text: 'Text\n## Under\nMer' }))
  test('front matter is no text; its title and language are known', () =>
    expect(read('---\ntitle: "Rubrik"\nlang: de\ntags: [a]\n---\nText')).toMatchObject({
      title: 'Rubrik',
      text: 'Text',
      language: 'de',
    }))

  test.each([
    ['wrapped lines are one paragraph', 'Ett\nstycke\n\nTvå', ['Ett stycke', 'Två']],
    ['two spaces, or a backslash, break the line inside it', 'Ett  \nbrott\\\ntill', ['Ett\u2028brott\u2028till']],
    ['items of lists are paragraphs with their sign', '- ett\n  mer\n- två\n1. tre', ['- ett mer', '- två', '1. tre']],
    ['a quotation is a paragraph with its sign', '> sade\n> hon', ['> sade hon']],
    [
      'emphasis and code leave their words',
      'En **fet** och _kursiv_ `a * b` ~~struken~~',
      ['En fet och kursiv a * b struken'],
    ],
    [
      'links leave their label, images nothing',
      '[NDR](https://ndr.de "t") ![bild](x.png)<https://a.b>',
      ['NDR https://a.b'],
    ],
    ['stars and underlines within words stay', 'Bürger*innen snake_case 2 * 3', ['Bürger*innen snake_case 2 * 3']],
    ['escapes and entities are what they mean', '\\*x\\* &auml;&#8211;&lt;b>', ['*x* ä–<b>']],
    ['HTML goes, its words stay', 'a <b>fet</b><br>rad <!-- nej -->', ['a fet\u2028rad ']],
    ['a fence keeps its lines', '```js\na  *b*\n\nc\n```', ['a  *b*', '', 'c']],
    ['a rule and a table stay as they are', 'a\n\n---\n\n| x | y |\n| - | - |', ['a', '---', '| x | y |', '| - | - |']],
    ['one empty line parts paragraphs, three are an empty line', 'a\n\nb\n\n\n\nc', ['a', 'b', '', 'c']],
  ])('%s', (_, source, expected) => expect(lines(source)).toEqual(expected))
})

describe('writing Markdown', () => {
  const write = (text: string): string =>
    markdown.write(exported({ title: 'Rubrik', text })).replace('# Rubrik\n\n', '')

  test.each([
    ['a paragraph a paragraph', 'Ett\nTvå', 'Ett\n\nTvå\n'],
    ['subheadings and items stay what they are', '## Under\n- ett', '## Under\n\n- ett\n'],
    ['ordinary text is not disturbed', 'EU: s (3–4 %), ”ja!” – C&A, a_b', 'EU: s (3–4 %), ”ja!” – C&A, a_b\n'],
    [
      'the gender star of German does not become emphasis',
      'Bürger*innen und Polizist*innen',
      'Bürger\\*innen und Polizist\\*innen\n',
    ],
    ['HTML is shown, not run', '<script>x</script>', '\\<script>x\\</script>\n'],
    ['a line break in a paragraph', 'a\u2028b', 'a\\\nb\n'],
    ['a line break before what would be a sign', 'a\u2028# b', 'a&#8232;\\# b\n'],
  ])('%s', (_, text, expected) => expect(write(text)).toBe(expected))
})
