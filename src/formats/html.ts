import { parse, type DefaultTreeAdapterMap } from 'parse5'
import { Problem } from '../errors.ts'
import { decodeBytes } from '../text/decode.ts'
import { enterText } from '../text/entry.ts'
import { reading, type Reading } from './document.ts'
import type { Format } from './format.ts'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

/** What a page has around its article: never text of it. */
const dropped = new Set(
  'script style nav aside footer form button select textarea noscript template svg math iframe object audio video canvas head dialog'.split(
    ' ',
  ),
)

/** Elements whose text stands by itself: a paragraph each. */
const blocks = new Set(
  `address article blockquote body caption center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr
   html legend li main ol p pre search section summary table tbody td tfoot th thead tr ul`.split(/\s+/),
)

/** Elements that may stay open; they do not nest by that. */
const unclosed = new Set(
  'p li dt dd td th tr tbody thead tfoot option optgroup rp rt colgroup caption br hr img input meta link area base col embed source track wbr'.split(
    ' ',
  ),
)

/** Browsers stop at 512. A tree much deeper is an attack on the parser, whose time grows with the depth of each element. */
const deepest = 2000

const refuseDepth = (source: string): void => {
  let depth = 0
  for (const [, closing, name = ''] of source.matchAll(/<(\/?)([a-z][^\s/>]*)/gi)) {
    if (unclosed.has(name.toLowerCase())) continue
    depth = closing ? Math.max(0, depth - 1) : depth + 1
    if (depth > deepest) throw new Problem('file-unreadable', { why: `elements nested deeper than ${deepest}` })
  }
}

/** The text of the bytes: by byte order mark, else as the page's own `<meta charset>` says (HTML standard, 13.2.3.2, simplified). */
const decode = (bytes: Uint8Array): string => {
  const head = String.fromCharCode(...bytes.subarray(0, 1024))
  const label = /<meta[^>]+charset\s*=\s*["']?\s*([\w:-]+)/i.exec(head)?.[1]?.toLowerCase() ?? ''
  if (label === '' || /^(utf-?8|utf-16.*|windows-1252|iso-8859-1|latin1|us-ascii)$/.test(label))
    return decodeBytes(bytes).text
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return decodeBytes(bytes).text
  }
}

const isElement = (node: Node): node is Element => 'tagName' in node
const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find(attr => attr.name === name)?.value
const isHidden = (element: Element): boolean =>
  dropped.has(element.tagName) || attribute(element, 'hidden') !== undefined

/** All nodes in the order of the document, without going down twice for a deep tree: `leave` comes after an element's children. */
const walk = (root: Node, enter: (node: Node) => boolean, leave: (node: Element) => void = () => undefined): void => {
  const stack: { readonly node: Node; readonly leaving: boolean }[] = [{ node: root, leaving: false }]
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, leaving } = next
    if (leaving) {
      if (isElement(node)) leave(node)
    } else if (enter(node)) {
      stack.push({ node, leaving: true })
      if ('childNodes' in node)
        for (const child of node.childNodes.toReversed()) stack.push({ node: child, leaving: false })
    }
  }
}

const find = (root: Node, tagName: string): Element[] => {
  const found: Element[] = []
  walk(root, node => {
    if (isElement(node) && node.tagName === tagName) found.push(node)
    return true
  })
  return found
}

/** Spaces and line ends of the source are one space; a `<br>` is U+2028; a paragraph of a `<br>` alone is an empty line. */
const paragraph = (raw: string): string | null => {
  const line = raw.replace(/[ \t\n\f]+/g, ' ').replace(/ ?\u2028 ?/g, '\u2028')
  const text = line.replace(/^[ \u2028]+|[ \u2028]+$/g, '')
  return text === '' && !line.includes('\u2028') ? null : text
}

/** The paragraphs below a node; `without` is left out (the heading that became the title). */
const paragraphsOf = (root: Node, without: Element | undefined): string[] => {
  const found: string[] = []
  let open = ''
  let verbatim = 0
  const close = (): void => {
    const text = paragraph(open)
    if (text !== null) found.push(text)
    open = ''
  }
  const enter = (node: Node): boolean => {
    if (node.nodeName === '#text' && 'value' in node) {
      open += verbatim > 0 ? node.value.replace(/\n/g, '\u2028') : node.value
      return false
    }
    if (!isElement(node)) return 'childNodes' in node
    if (node === without || isHidden(node)) return false
    if (node.tagName === 'br') open += '\u2028'
    if (node.tagName === 'pre') verbatim++
    if (blocks.has(node.tagName)) close()
    return true
  }
  walk(root, enter, node => {
    if (node.tagName === 'pre') verbatim--
    if (blocks.has(node.tagName)) close()
  })
  close()
  return found
}

const read = (bytes: Uint8Array): Reading => {
  const source = enterText(decode(bytes))
  refuseDepth(source)
  const document = parse(source)
  const only = (tagName: string): Element | undefined => {
    const all = find(document, tagName)
    return all.length === 1 ? all[0] : undefined
  }
  const root = only('article') ?? only('main') ?? only('body') ?? document
  const heading = find(root, 'h1')[0]
  const titleOf = (element: Element | undefined): string =>
    element ? paragraphsOf(element, undefined).join(' ').replaceAll('\u2028', ' ') : ''
  const title = titleOf(heading) || titleOf(find(document, 'h1')[0]) || titleTag(document)
  const lang = attribute(find(document, 'html')[0] ?? find(document, 'body')[0]!, 'lang') ?? ''
  return reading({
    title,
    text: enterText(paragraphsOf(root, heading).join('\n')),
    language: lang.split('-')[0]?.toLowerCase() ?? '',
  })
}

/** `<title>` stands in the head, which the walk leaves out. */
const titleTag = (document: Node): string => {
  const child = find(document, 'title')[0]?.childNodes[0]
  return child && 'value' in child ? child.value.replace(/\s+/g, ' ').trim() : ''
}

const escape = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    char => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[char] ?? char,
  )

const writeLine = (line: string): string =>
  `      <p>${/^[ \t\u2028]*$/.test(line) ? '<br>' : escape(line).replaceAll('\u2028', '<br>')}</p>\n`

/** A page that is ready for the web, or to be cut out of: `<article>` with a heading and a `<p>` a paragraph. */
export const html = {
  id: 'html',
  label: 'HTML',
  extensions: ['html', 'htm', 'xhtml'],
  mediaType: 'text/html',
  read,
  write: article => {
    const title = escape(article.title)
    return `<!doctype html>
<html lang="${escape(article.language)}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${title}</title>
  </head>
  <body>
    <article>
      <h1>${title}</h1>
${article.text.split('\n').map(writeLine).join('')}    </article>
  </body>
</html>
`
  },
} as const satisfies Format
