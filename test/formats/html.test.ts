import { readFileSync } from 'node:fs'
import { emptyDocument } from '../../src/formats/document.ts'
import { html } from '../../src/formats/html.ts'
import { bytesOf, exported, keepsTheContract } from '../contracts/formats.ts'

const readBytes = (bytes: Uint8Array) => html.read(bytes).documents[0] ?? emptyDocument
const read = (source: string) => readBytes(bytesOf(source))
const lines = (source: string): string[] => read(source).text.split('\n')
const latin = (source: string): Uint8Array => Uint8Array.from(source, char => char.charCodeAt(0))

const fixture = (name: string): Uint8Array => readFileSync(new URL(`fixtures/html/${name}.html`, import.meta.url))
const fixtures = ['article', 'latin1', 'fragment'].map(fixture)

/** Spaces are one, and none at the ends or beside a break. */
const kept = (text: string): string =>
  text
    .split('\n')
    .map(line =>
      line
        .replace(/[ \t]+/g, ' ')
        .replace(/ ?\u2028 ?/g, '\u2028')
        .replace(/^[ \u2028]+|[ \u2028]+$/g, ''),
    )
    .join('\n')

keepsTheContract(html, { fixtures, kept })

describe('reading HTML', () => {
  test('the heading is the title and leaves the text', () =>
    expect(read('<html lang="sv-SE"><title>Sajten – x</title><h1>En <b>rubrik</b></h1><p>Text.')).toMatchObject({
      title: 'En rubrik',
      text: 'Text.',
      language: 'sv',
    }))
  test('without a heading, the page’s title is', () =>
    expect(read('<title> Sidans\n titel </title><p>Text')).toMatchObject({ title: 'Sidans titel', text: 'Text' }))
  test('the article alone is read, where the page has one', () =>
    expect(lines('<header><h1>Sajten</h1></header><article><p>Text</p></article><p>Läs också')).toEqual(['Text']))

  test.each([
    [
      'blocks are paragraphs, spaces of the source are one',
      '<p>ett\n  två<div>tre <i>fyra</i></div>fem',
      ['ett två', 'tre fyra', 'fem'],
    ],
    ['items and cells are paragraphs', '<ul><li>a<li>b</ul><table><tr><td>c<td>d</table>', ['a', 'b', 'c', 'd']],
    ['a break is a line break inside its paragraph', '<p>a<br>b<br></p>', ['a\u2028b']],
    ['a paragraph of a break alone is an empty line', '<p>a</p><p><br></p><p>b</p>', ['a', '', 'b']],
    ['an empty one is nothing', '<p>a</p><p> </p><div></div><p>b</p>', ['a', 'b']],
    ['preformatted lines stay lines', '<pre>a\nb</pre>', ['a\u2028b']],
    [
      'scripts, styles, menus, forms and what is hidden are no text',
      '<script>a</script><style>b</style><nav>c</nav><form>d</form><p hidden>e</p><p>f',
      ['f'],
    ],
    ['entities', '<p>&Auml;r&nbsp;det &lt;b&gt; &#128658;', ['Är\u00a0det <b> 🚒']],
  ])('%s', (_, source, expected) => expect(lines(source)).toEqual(expected))

  test.each([
    ['the page’s own charset', latin('<meta charset="windows-1252"><p>\x93sm\xe5\x94'), '“små”'],
    [
      'an older way to say it',
      latin('<meta http-equiv=Content-Type content="text/html; charset=ISO-8859-1"><p>sm\xe5'),
      'små',
    ],
    [
      'an encoding that is not Western',
      latin('<meta charset="windows-1251"><p>\xcf\xee\xeb\xe8\xf6\xe8\xff'),
      'Полиция',
    ],
    ['one that nobody knows', latin('<meta charset="x-nope"><p>sm\xe5'), 'små'],
  ])('bytes are read by %s', (_, bytes, text) => expect(readBytes(bytes).text).toBe(text))

  test('a tree of a million levels is refused, not built', () =>
    expect(() => read('<div>'.repeat(1_000_000))).toThrow(
      expect.objectContaining({ code: 'file-unreadable' }) as Error,
    ))
  test('many paragraphs that nobody closed are not deep', () => expect(lines('<p>a'.repeat(5000))).toHaveLength(5000))
})

describe('writing HTML', () => {
  test('a page with its language, its title, and a paragraph a paragraph', () => {
    const page = html.write(exported({ title: 'Å & Ö', language: 'sv', text: 'Ett\n\nTvå\u2028rader' }))
    expect(page).toMatch(/^<!doctype html>\n<html lang="sv">/)
    expect(page).toContain('<title>Å &amp; Ö</title>')
    expect(page).toContain('<h1>Å &amp; Ö</h1>')
    expect(page).toContain('<p>Ett</p>\n      <p><br></p>\n      <p>Två<br>rader</p>')
  })

  test('what looks like code is shown, never run', () => {
    const page = html.write(
      exported({
        title: '</title><script>alert(1)</script>',
        text: '<img src=x onerror="alert(1)">',
        language: '"><b>',
      }),
    )
    expect(page).not.toMatch(/<script|<img|<b>/)
    expect(read(page)).toMatchObject({
      title: '</title><script>alert(1)</script>',
      text: '<img src=x onerror="alert(1)">',
    })
  })
})
