import fc from 'fast-check'
import { emptyDocument } from '../../src/formats/document.ts'
import { html } from '../../src/formats/html.ts'
import { anyEdits, bytesOf, edited, patchAs, textOf } from '../contracts/formats.ts'
import { settled } from '../contracts/pages.ts'

const read = (source: string) => html.read(bytesOf(source)).documents[0] ?? emptyDocument
const patch = async (source: string, correct: (text: string) => string) => {
  const { bytes, warnings } = await patchAs(html, bytesOf(source), { 0: correct(read(source).text) })
  return { written: textOf(bytes), warnings }
}
const inline = fc
  .array(
    fc.constantFrom(
      'ord', ' och ', '<b>fet</b>', '<i>kursiv <b>mer</b></i>', '<a href="/x?a=1&amp;b=2">länk</a>', '<img src=x alt="bild">', '&aring;', '&amp;', ' & ',
      '\n   ', '<br>', '<!-- k -->', '<span lang=en>word</span>', '<script>1 < 2</script>', '&nbsp;', '<b>x<i>y</b>z</i>', '</em>', 'å', '<input>', '.',
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map(parts => `A${parts.join('')}z`) // prettier-ignore
const block = fc.oneof(
  inline.map(words => `<p class="x">${words}</p>`),
  inline.map(words => `<p>${words}`),
  inline.map(words => `<h2 id=h>${words}</h2>`),
  inline.map(words => `<ul>\n  <li>${words}\n  <li>två</li>\n</ul>`),
  inline.map(words => `<div>${words}<p>${words}</p></div>`),
  inline.map(words => `<table><tr><td>${words}<td>två</table>`),
  inline.map(words => `<blockquote><p>${words}</p></blockquote><nav>meny</nav>`),
  inline,
  fc.constantFrom('<p><br></p>', '<hr>', '<pre>\na\n  b</pre>', '<figure><img src=y></figure>', '<style>p {}</style>', '<p hidden>dold</p>', '<p> </p>'),
) // prettier-ignore
const body = fc.array(block, { minLength: 1, maxLength: 4 }).map(blocks => blocks.join('\n'))
const page = body.map(
  words => `<!DOCTYPE html>\n<html lang='sv'><head><meta charset=utf-8><title>Rubrik | Sajt</title></head>\n<body><!-- x --><article><h1>Rubrik</h1>\n${words}\n</article><footer>fot</footer></body></html>\n`,
) // prettier-ignore
const file = fc.oneof(page, body)
const edits = anyEdits('', 'ord', ' ny ', '<b>', '\n', '\nnytt\n', '&amp;', '\u2028', '&')

describe('the blocks of WordPress, each in a pair of comments', () => {
  const block = (name: string, inside: string, given = ''): string =>
    `<!-- wp:${name}${given} -->\n${inside}\n<!-- /wp:${name} -->`
  const large = ' {"fontSize":"large"}'
  const blocks = [
    block('paragraph', '<p class="x">Ett stycke. Och mer.</p>', large),
    block('heading', '<h2 id="under">Under</h2>'),
    block('list', `<ul>${block('list-item', '<li>a</li>')}\n\n${block('list-item', '<li>b</li>')}</ul>`),
    block('paragraph', '<p>Sist.</p>'),
  ]
  const source = blocks.join('\n\n')
  const [first, heading, , last] = blocks as [string, string, string, string]

  test.each([
    ['a paragraph that is split is two blocks', 'stycke. Och', 'stycke.\nOch', first, `${block('paragraph', '<p class="x">Ett stycke.</p>', large)}\n\n${block('paragraph', '<p class="x">Och mer.</p>', large)}`],
    ['a paragraph that is gone takes its comments along', 'Ett stycke. Och mer.\n', '', `${first}\n\n`, '\n\n'],
    ['the last one too', '\nSist.', '', `\n\n${last}`, ''],
    ['a paragraph that is joined with the one before, too', 'Under\na', 'Under a', `${block('list-item', '<li>a</li>')}\n\n`, '\n\n'],
    ['a new paragraph behind a heading is one', 'Under\n', 'Under\nNytt\n', heading, `${heading}\n\n${block('paragraph', '<p>Nytt</p>')}`],
    ['a new item is one', 'a\nb', 'a\nNy\nb', '<li>a</li>\n<!-- /wp:list-item -->', `<li>a</li>\n<!-- /wp:list-item -->\n\n${block('list-item', '<li>Ny</li>')}`],
  ])('%s', async (_, before, after, old, expected) => {
    const { written } = await patch(source, text => text.replace(before, after))
    expect(read(source).text).toContain(before)
    const wanted = source.replace(old, expected)
    expect(written).toBe(before === 'Under\na' ? wanted.replace('>Under<', '>Under a<') : wanted)
  }) // prettier-ignore

  test('comments around more than the paragraph stay', async () => {
    const [before, after] = ['<!-- wp:html -->\n<p>a</p>', '\n<p>b</p>\n<!-- /wp:html -->']
    expect((await patch(before + after, text => text.replace('a\n', ''))).written).toBe(`<!-- wp:html -->${after}`)
  })
})

const runs = { numRuns: 300, seed: 20250617 }

describe('laws of a corrected page', () => {
  test('without corrections it has its very bytes', async () => {
    await fc.assert(fc.asyncProperty(file, async source => expect((await patch(source, text => text)).written).toBe(source)), runs) // prettier-ignore
  })

  test('with any it reads as the corrected text', async () => {
    await fc.assert(
      fc.asyncProperty(file, edits, async (source, list) => {
        const corrected = edited(read(source).text, list)
        const { written } = await patch(source, () => corrected)
        expect(settled(read(written).text)).toBe(settled(corrected))
      }),
      runs,
    )
  })

  test('with one word corrected, all around it is there byte by byte', async () => {
    await fc.assert(
      fc.asyncProperty(block, block, async (before, after) => {
        const [head, tail] = [`<main>${before}\n<p>`, `</p>\n${after}</main>`]
        const { written, warnings } = await patch(`${head}Ett <b>fel</b> ord.${tail}`, text => text.replace('Ett fel ord', 'Ett rätt ord'))
        expect(written).toBe(`${head}Ett <b>rätt</b> ord.${tail}`)
        expect(warnings).toEqual([])
      }),
      runs,
    ) // prettier-ignore
  })
})
