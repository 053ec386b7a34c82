import { emptyDocument } from '../../src/formats/document.ts'
import { html } from '../../src/formats/html.ts'
import { bytesOf, exported, keepsTheContract, patchAs, textOf } from '../contracts/formats.ts'
import { fixturesOf } from '../contracts/fixtures.ts'
import { settled } from '../contracts/pages.ts'

const readBytes = (bytes: Uint8Array) => html.read(bytes).documents[0] ?? emptyDocument
const read = (source: string) => readBytes(bytesOf(source))
const lines = (source: string): string[] => read(source).text.split('\n')
const latin = (source: string): Uint8Array => Uint8Array.from(source, char => char.charCodeAt(0))

const fixture = (name: string): Uint8Array => fixturesOf('html')(`${name}.html`)
const fixtures = ['article', 'latin1', 'fragment'].map(fixture)

keepsTheContract(html, { fixtures, kept: settled, numRuns: 300 })

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

describe('writing HTML of what came as Markdown', () => {
  const written = (text: string, isMarkdown: boolean): string =>
    html.write(exported({ title: 'Branden', text, isMarkdown })).replace(/\n */g, '').replace(/^.*<\/h1>|<\/article>.*$/g, '') // prettier-ignore

  it('makes headings, lists, quotations and rules of their signs', () => {
    const text = 'Det brann.\n## Läget\n- en <bil>\n- två hus\n3. tredje\n4. fjärde\n> Allt är borta.\n---\n# Slut'
    expect(written(text, true)).toBe(
      '<p>Det brann.</p><h2>Läget</h2><ul><li>en &lt;bil&gt;</li><li>två hus</li></ul><ol start="3"><li>tredje</li><li>fjärde</li></ol><blockquote><p>Allt är borta.</p></blockquote><hr><h2>Slut</h2>',
    )
  })

  it('leaves signs of any other text as they are: a dash begins what somebody says', () => {
    expect(written('- Allt är borta, säger han.', false)).toBe('<p>- Allt är borta, säger han.</p>')
  })
})

describe('the page that came, corrected', () => {
  const patch = async (correct: (text: string) => string, source = textOf(fixture('article'))) => {
    const { bytes, warnings } = await patchAs(html, bytesOf(source), { 0: correct(read(source).text) })
    return { page: textOf(bytes), warnings }
  }

  test.each([
    ['a word in emphasis', 'vid två-tiden', 'vid tre-tiden', '<b>tre-tiden</b>'],
    ['a word in a link', 'lagerbyggnad i', 'lada i', `<a href="/hamn?a=1&amp;b=2" title='Hamnen > kajen'>lada i hamnen</a>`],
    ['a paragraph that was split, its emphasis in both', 'inlett en utredning', 'inlett\nen utredning', '<strong>inlett</strong></p>\n    <p><strong><em>en</em> utredning</strong>'],
    ['items that were joined', '1934\nDen', '1934. Den', '<li>Byggnaden är från 1934. Den ägs av <b>kommunen</b>\n'],
    ['a new item', '1934\nDen', '1934\nNy\nDen', '<li>Byggnaden är från 1934\n      <li>Ny</li>\n      <li>Den'],
    ['a paragraph behind a heading', 'Bakgrund\n', 'Bakgrund\nNytt\n', '<h2>Bakgrund</h2>\n    <p>Nytt</p>'],
    ['a paragraph that is gone, with its element', 'Bakgrund\n', '', 'säger <span lang="en">John</span> <img src="x.png">.</p>\n    <ul>'],
    ['signs that came, as references', 'eld\n', '<eld> & "rök"\n', 'Vi såg rök &amp; &lt;eld&gt; &amp; "rök"<p>'],
    ['emphasis whose words are gone goes with them', 'vid två-tiden till', 'till', 'l&auml;rmades till'],
  ])('%s', async (_, before, after, expected) => {
    const { page } = await patch(text => text.replace(before, after))
    expect(page).toContain(expected)
  }) // prettier-ignore

  test('a link whose words are gone stays, and is told of', async () => {
    const { page, warnings } = await patch(text => text.replace('lagerbyggnad i hamnen', ''))
    expect(page).toContain(`title='Hamnen > kajen'></a>`)
    expect(warnings).toEqual([{ code: 'codes-gone', n: 1 }])
  })
  test('a new title stands in the heading and in the title of the page', () => {
    const source = textOf(fixture('article'))
    const document = read(source)
    const article = exported({
      ...document,
      title: 'Elden i hamnen',
      mtText: document.text,
      revisions: [],
      flags: [],
      decisions: [],
    })
    const original = { bytes: bytesOf(source), name: 'a.html', mapping: undefined }
    const written = textOf(html.patch.make(original, [{ number: 0, article, edits: [], placed: new Map() }]).bytes)
    expect(written).toBe(
      source
        .replace('<title>Branden i hamnen –', '<title>Elden i hamnen –')
        .replace('Branden <em>i hamnen</em></h1>', 'Elden <em>i hamnen</em></h1>'),
    )
  })
  test('the encoding of the page is kept, what it has not becomes a reference', async () => {
    const { bytes } = await patchAs(html, fixture('latin1'), { 0: 'Små ändringar, stora → följder.\nEtt till\nSist' })
    const written = Buffer.from(bytes).toString('latin1')
    expect(written).toContain('<p>Små ändringar,\r\n<font color="#ff0000">stora</font> &#8594; följder.<p>Ett till\r\n')
  })
})
