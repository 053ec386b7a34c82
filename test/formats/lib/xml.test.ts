import fc from 'fast-check'
import { FormatError } from '../../../src/formats/fault.ts'
import {
  attribute,
  elements,
  escapeXml,
  inherited,
  isElement,
  piecesOf,
  readXml,
  textIn,
  type XmlElement,
  type XmlNode,
} from '../../../src/formats/lib/xml.ts'
import { patchSource } from '../../../src/formats/lib/patch-source.ts'
import { usualLimits } from '../../../src/formats/limits.ts'

const runs = { numRuns: 1000, seed: 20250617 }
const read = (source: string, depth = 200) => readXml(source, { format: 'XML', limits: { ...usualLimits, depth } })
const refused = (source: string, depth?: number): unknown => {
  try {
    return read(source, depth)
  } catch (error) {
    if (error instanceof FormatError) return error.fault
    throw error
  }
}

const plain = fc.array(fc.constantFrom('a', 'å', '🚒', ' ', '\n', '\r\n', '&amp;', '&#229;', '&#xE4;', '&lt;', '>', '"'), { maxLength: 8 }).map(parts => parts.join('')) // prettier-ignore
const { content } = fc.letrec<{ content: string; node: string }>(tie => ({
  content: fc.array(tie('node'), { maxLength: 5 }).map(nodes => nodes.join('')),
  node: fc.oneof(
    { maxDepth: 4 },
    plain,
    fc.constantFrom('<!-- > -- -->'.replace(' -- ', ' '), '<!---->', '<?pi <a>?>', '<![CDATA[<b> & ]]>', '<![CDATA[]]>', '<x/>', '<x  id="1" />', "<y a='>'/>"),
    tie('content').map(inner => `<g id="&quot;" >${inner}</g >`),
  ),
})) // prettier-ignore

function* nodesOf(of: XmlElement): Generator<XmlNode> {
  for (const child of of.children) {
    yield child
    if (isElement(child)) yield* nodesOf(child)
  }
}

describe('XML with its places', () => {
  test('every node stands in the source where it says, beside the others, in its parent', () => {
    fc.assert(
      fc.property(content, inner => {
        const source = `<?xml version="1.0"?>\n<!-- <a> --><a>${inner}</a>`
        const { root } = read(source)
        expect(source.slice(root.innerFrom, root.innerTo)).toBe(inner)
        for (const node of [root, ...nodesOf(root)]) {
          const written = source.slice(node.from, node.to)
          if (node.kind === 'cdata') expect(written).toBe(`<![CDATA[${node.text}]]>`)
          else if (!isElement(node)) {
            expect(written).not.toMatch(/</)
            expect(piecesOf(source, node).map(piece => piece.text).join('').replaceAll('\r\n', '\n')).toBe(node.text) // prettier-ignore
          } else {
            expect(written.startsWith(`<${node.name}`) && written.endsWith('>')).toBe(true)
            let at = node.innerFrom
            for (const child of node.children) {
              expect(child.from).toBeGreaterThanOrEqual(at)
              at = child.to
            }
            expect(at).toBeLessThanOrEqual(node.innerTo)
          }
        }
      }),
      runs,
    )
  })

  test('pieces cover a text node; what is odd in them is what escaping would write otherwise', () => {
    fc.assert(
      fc.property(plain, inner => {
        const source = `<a>${inner}</a>`
        for (const node of read(source).root.children) {
          if (isElement(node)) continue
          const pieces = piecesOf(source, node)
          expect(pieces.map(({ from, to }) => source.slice(from, to)).join('')).toBe(inner)
          for (const { text, from, to, odd } of pieces)
            if (!odd) expect(escapeXml(text).replaceAll('&gt;', '>')).toBe(source.slice(from, to).replaceAll('&gt;', '>')) // prettier-ignore
        }
      }),
      runs,
    )
  })

  test('what is escaped reads as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const kept = text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
        fc.pre(text === kept)
        const { root } = read(`<a b="${escapeXml(text, { quotes: true }).replace(/[\t\n]/g, ' ')}">${escapeXml(text)}</a>`) // prettier-ignore
        expect(textIn(root)).toBe(text)
        expect(attribute(root, 'b')).toBe(text.replace(/[\t\n]/g, ' '))
      }),
      runs,
    )
  })

  test('attributes are inherited, elements found by their local names', () => {
    const { root } = read('<a xml:space="preserve" xmlns:p="urn:p"><p:b><c/></p:b></a>')
    const [b] = elements(root, 'b')
    expect(b?.namespace).toBe('urn:p')
    expect(b && inherited(b, 'xml:space')).toBe('preserve')
  })

  test('a prefix that is not declared is told of once, and is a namespace', () => {
    const { root, warnings } = read('<a><q:b/><q:c q:d="1"/></a>')
    expect(elements(root).map(({ namespace }) => namespace)).toEqual(['q', 'q'])
    expect(warnings).toEqual([{ code: 'standard', detail: 'xmlns:q is not declared' }])
  })

  test.each([
    ['<a>', 'xml'],
    ['<a></b>', 'xml'],
    ['', 'xml'],
    ['<a>&undefined;</a>', 'entities'],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'entities'],
    ['<a>&#0;</a>', 'xml'],
    ['<a b="1" b="2"/>', 'xml'],
  ])('%s is refused', (source, fault) => {
    expect(refused(source)).toBe(fault)
  })

  test('a plain DOCTYPE is ignored, depth is limited', () => {
    expect(read('<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>').warnings).toEqual([{ code: 'doctype' }])
    expect(refused('<a><a><a/></a></a>', 2)).toBe('depth')
  })

  test('edits of the source are put in by their places, and may not overlap', () => {
    expect(patchSource('abcdef', [{ from: 4, to: 5, insert: 'E' }, { from: 1, to: 1, insert: '-' }, { from: 1, to: 2, insert: 'B' }])).toBe('a-BcdEf') // prettier-ignore
    expect(() => patchSource('abc', [{ from: 0, to: 2, insert: '' }, { from: 1, to: 3, insert: '' }])).toThrow(RangeError) // prettier-ignore
  })
})
