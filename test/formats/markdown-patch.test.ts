import fc from 'fast-check'
import { markdown } from '../../src/formats/markdown.ts'
import { emptyDocument } from '../../src/formats/document.ts'
import { anyEdits, bytesOf, edited, outgoing, patchAs, textOf } from '../contracts/formats.ts'

const read = (source: string) => markdown.read(bytesOf(source)).documents[0] ?? emptyDocument
const patch = async (source: string, correct: (text: string) => string) => {
  const { bytes, warnings } = await patchAs(markdown, bytesOf(source), { 0: correct(read(source).text) })
  return { written: textOf(bytes), warnings }
}

const inline = fc.array(
  fc.constantFrom(
    'ord', ' och ', ' 2 * 3 ', '**fet**', '*kursiv **mer***', '[länk](http://x.se/a_b "t")', '[till *k*][k]', '[k]', '![bild](x.png)', '`kod *a*`',
    '&amp;', '\\*', '\n', '  \n', '\\\n', '<b class="x">fet</b>', '<!-- k -->', '<http://a.b>', 'snake_case', '~~struket~~', '.', ' [sic] ', '<br>', 'å',
  ),
  { minLength: 1, maxLength: 6 },
).map(parts => `A${parts.join('')}z`) // prettier-ignore
const block = fc.oneof(
  inline,
  inline.map(words => `## ${words.replace(/\s*\\?\n/g, ' ')} ##`),
  inline.map(words => `- ${words.replaceAll('\n', '\n  ')}\n- två\n    - tre`),
  inline.map(words => `> ${words.replaceAll('\n', '\n> ')}\n>\n> till`),
  inline.map(words => `${words.replace(/\s*\\?\n/g, ' ')}\n------`),
  fc.constantFrom('```js\na *b*\n\n  c\n```', '| a | **b** |\n| - | - |', '---', '<div>', '<!-- x -->', '[k]: http://k.se', '1. ett\n2. två', '    kod'),
) // prettier-ignore
const file = fc
  .tuple(fc.constantFrom('', '---\ntitle: x\n---\n', '# Rubrik\n\n'), fc.array(fc.tuple(block, fc.constantFrom('\n\n', '\n\n\n\n', '  \n\n')), { minLength: 1, maxLength: 6 }))
  .map(([head, blocks]) => head + blocks.flat().join('')) // prettier-ignore
const edits = anyEdits('', 'ord', ' ny ', '*', '\n', '\n- p', '# ', '[', '`', '\u2028', '_a_', '\nå\n')

describe('items of lists in lists', () => {
  const list = '- ett\n    - a\n- ett längre stycke text\n- sist\n'

  test('one that is joined with a longer one stays where it was', async () => {
    const { written } = await patch(list, text => text.replace('a\n- ett', 'a ett'))
    expect(written).toBe('- ett\n    - a ett längre stycke text\n- sist\n')
  })

  test('one of which only the sign lasted takes its indentation along', () => {
    const document = read(list)
    const [from, to] = [document.text.indexOf('a\n'), document.text.indexOf('ett längre')]
    const text = document.text.slice(0, from) + document.text.slice(to)
    const out = outgoing(document, 0, text, { edits: [{ from, to, insert: '' }] })
    const { bytes } = markdown.patch.make({ bytes: bytesOf(list), name: 'a.md', mapping: undefined }, [out])
    expect(textOf(bytes)).toBe('- ett\n- ett längre stycke text\n- sist\n')
  })
})

const runs = { numRuns: 300, seed: 20250617 }

describe('laws of a corrected Markdown file', () => {
  test('without corrections it has its very bytes', async () => {
    await fc.assert(fc.asyncProperty(file, async source => expect((await patch(source, text => text)).written).toBe(source)), runs) // prettier-ignore
  })

  test('with any it reads as the corrected text', async () => {
    await fc.assert(
      fc.asyncProperty(file, edits, async (source, list) => {
        const corrected = edited(read(source).text, list)
        const { written } = await patch(source, () => corrected)
        // a file without a title cannot begin with an empty line
        const settled = (text: string): string => text.replace(/^\n+/, '')
        expect(settled(read(written).text)).toBe(settled(corrected))
      }),
      runs,
    )
  })

  test('with one word corrected in a paragraph, all others are there byte by byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(inline, { minLength: 1, maxLength: 5 }), fc.array(inline, { maxLength: 5 }), async (before, after) => {
        const [head, tail] = [`${before.join('\n\n')}\n\n`, `\n\n${after.join('\n\n')}\n`]
        const { written } = await patch(`${head}Ett **fel** ord.${tail}`, text => text.replace('Ett fel ord', 'Ett rätt ord'))
        expect(written).toBe(`${head}Ett **rätt** ord.${tail}`)
      }),
      runs,
    ) // prettier-ignore
  })
})
