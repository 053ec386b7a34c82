import { html } from '../../src/formats/html.ts'
import { markdown } from '../../src/formats/markdown.ts'
import { fromEntered } from '../../src/cli/entered-offsets.ts'
import { fromSource } from '../../src/cli/source-offsets.ts'
import { enterText } from '../../src/text/entry.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (format: typeof html | typeof markdown, source: Uint8Array) => {
  const [document] = format.read(source).documents
  if (!document) throw new Error('nothing was read')
  return document
}
const spanOf = (text: string, words: string) => {
  const from = text.indexOf(words)
  expect(from).toBeGreaterThanOrEqual(0)
  return [from, from + words.length] as const
}

describe('an offset in the file', () => {
  it('counts the byte order mark and every CR', () => {
    const decoded = '\ufeffEtt.\r\nTvå ord.\rTre.\n'
    const text = enterText(decoded)
    const toFile = fromEntered(decoded)
    for (const words of ['Ett', 'Ett.', 'Två', 'ord.', 'Tre', 'Tre.']) {
      const { from, to } = toFile(...spanOf(text, words))
      expect(decoded.slice(from, to)).toBe(words)
    }
    expect(toFile(text.length, text.length)).toEqual({ from: decoded.length, to: decoded.length })
  })

  it.each([
    ['Polisen', 'Polisen'],
    ['Söder', 'S&ouml;der'],
    ['länken i', 'l<a href="/x?a=1&amp;b=2">änken</a> i'],
    ['AT&T', 'AT&amp;T'],
    ['två rader', 'två\n   rader'],
    ['😀', '&#x1F600;'],
    ['Titeln', 'Titeln'],
  ])('finds %j of a page where it is written', (words, written) => {
    const page = `<!doctype html><html><head><title>Polisen – Söder</title><style>p { color: Polisen }</style></head>
<body><nav><a href="/">Hem</a> Polisen</nav><article><h1>Titeln</h1>
<p>Polisen i S&ouml;der hade l<a href="/x?a=1&amp;b=2">änken</a> i<br>AT&amp;T på två
   rader. <script>"Söder"</script>&#x1F600;</p></article></body></html>`
    const { title, text: body } = read(html, bytes(page))
    const text = `${title}\n${body}`
    const { from, to } = fromSource(text, page, 'html')(...spanOf(text, words))
    expect(page.slice(from, to)).toBe(written)
  })

  it.each(['Rubriken', 'stark', 'länk', 'ord', 'sista', 'snygg'])('finds %j of Markdown', words => {
    const source = `---\ntitle: x\n---\n\n# Rubriken\n\nEn **stark** [länk](https://example.org/ord) och\nett ord.\n\n- snygg punkt\n\nDet sista.\n`
    const { title, text: body } = read(markdown, bytes(source))
    const text = `${title}\n${body}`
    const { from, to } = fromSource(text, source, 'markdown')(...spanOf(text, words))
    expect(source.slice(from, to)).toBe(words)
  })

  it.each([
    ['Juni', 'Den 3 [Juni](http://a.example/en-lång-adress). Sedan'],
    ['Juni', 'Den 3 *Juni*. Sedan'],
    ['Sedan', 'Den 3 *Juni*. Sedan'],
    ['Juni.', 'Den 3 **Juni**. Sedan'],
  ])('finds %j before signs, where the word is not whole in %j', (words, source) => {
    const { text: body } = read(markdown, bytes(source))
    const { from, to } = fromSource(body, source, 'markdown')(...spanOf(body, words))
    expect(source.slice(from, to).replace(/[*]/g, '')).toBe(words)
  })

  it('is near where words stand nowhere, and in order', () => {
    const toFile = fromSource('Alfa beta gamma', 'Alfa ** gamma', 'markdown')
    expect([toFile(0, 4), toFile(5, 9), toFile(10, 15)]).toEqual([
      { from: 0, to: 4 },
      { from: 5, to: 5 },
      { from: 8, to: 13 },
    ])
  })
})
