import { markdown } from '../../src/formats/markdown.ts'
import { emptyDocument } from '../../src/formats/document.ts'
import { bytesOf, outgoing, patchAs, textOf } from '../contracts/formats.ts'

const read = (source: string) => markdown.read(bytesOf(source)).documents[0] ?? emptyDocument
const patch = async (source: string, correct: (text: string) => string) => {
  const { bytes, warnings } = await patchAs(markdown, bytesOf(source), { 0: correct(read(source).text) })
  return { written: textOf(bytes), warnings }
}

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
