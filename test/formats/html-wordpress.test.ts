import { emptyDocument } from '../../src/formats/document.ts'
import { html } from '../../src/formats/html.ts'
import { bytesOf, patchAs, textOf } from '../contracts/formats.ts'

const read = (source: string) => html.read(bytesOf(source)).documents[0] ?? emptyDocument
const patch = async (source: string, correct: (text: string) => string) => {
  const { bytes, warnings } = await patchAs(html, bytesOf(source), { 0: correct(read(source).text) })
  return { written: textOf(bytes), warnings }
}

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
