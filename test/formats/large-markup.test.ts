import { Worker } from 'node:worker_threads'
import { html } from '../../src/formats/html.ts'
import { markdown } from '../../src/formats/markdown.ts'
import { text } from '../../src/formats/text.ts'
import { bytesOf, latest, outgoing, readAs, textOf } from '../contracts/formats.ts'

const formats = { html, md: markdown, txt: text } as const

/** The file with a letter put in at the beginning, in the midst and at the end; by edits that are known, so that nothing is compared. */
async function corrected(id: keyof typeof formats, bytes: Uint8Array) {
  const format = formats[id]
  const [document] = (await readAs(format, bytes)).documents
  if (!document) throw new Error('nothing was read')
  const before = latest(document)
  const places = [0, before.length >> 1, before.length]
  const edits = places.map(at => ({ from: at, to: at, insert: 'Q' }))
  const after = `Q${before.slice(0, places[1])}Q${before.slice(places[1])}Q`
  const out = outgoing(document, 0, before)
  const article = { ...out.article, text: after }
  const written = format.patch.make({ bytes, name: 'x', mapping: undefined }, [{ ...out, article, edits }])
  return { after, written: textOf(written.bytes) }
}

/** Each takes very long where the time grows with the square of the length. */
describe('what repeats itself', () => {
  test.each([
    ['html', '<b>a</b>'], ['html', '<p>a'], ['html', '_*a'], ['html', '&'], ['html', '<'], ['html', '&amp;'], ['html', 'a<br>'], ['html', '<a href=x>y</a> '],
    ['html', '<li>a b'], ['html', '<p>a</p>\n'], ['html', 'ord och '], ['html', 'a'], ['html', '<!-- x -->a'],
    ['md', '_*a'], ['md', '['], ['md', '`a'], ['md', '*a '], ['md', '&'], ['md', '**a** '], ['md', '[a](b) '], ['md', '\\*'], ['md', 'a\n'], ['md', 'a\n\n'],
    ['md', '- a b\n'], ['md', '> a\n'], ['md', '<b>a</b>'], ['md', 'a <b> '], ['md', '!['], ['md', 'ord och '],
    ['txt', 'a'], ['txt', 'a\r\n'],
  ] as const)('as %s: %j is read, and given back corrected', async (id, piece) => {
    const { after, written } = await corrected(id, bytesOf(piece.repeat(30_000 / piece.length)))
    const [again] = (await readAs(formats[id], bytesOf(written))).documents
    // what is put in before a sign of Markdown makes it words, and a space at an end is none
    expect(again?.text.replace(/\s/g, '')).toBe(after.replace(/\s/g, ''))
  }) // prettier-ignore
})

describe('more markup than fits into memory is refused', () => {
  test.each([
    ['html', '<p>a', 'markup'],
    ['html', '<b>a</b>', 'markup'],
    ['html', '&aring;', 'markup'],
    ['md', '_*a', 'markup'],
    ['md', '[a](b)\n\n', 'markup'],
    ['md', 'a\n\n', 'rows'],
  ] as const)('as %s: %j', async (id, piece, fault) => {
    const reading = readAs(formats[id], bytesOf(piece.repeat(1_600_000 / piece.length)))
    await expect(reading).rejects.toMatchObject({ fault })
  })
})

/** Reads a page in a thread of its own that has 128 MB. */
const readInThread = async (source: string): Promise<unknown> => {
  const address = JSON.stringify(new URL('../../src/formats/html.ts', import.meta.url).href)
  const code = `
    const { parentPort, workerData } = require('node:worker_threads')
    import(${address}).then(({ html }) => {
      const { text, marks } = html.read(new TextEncoder().encode(workerData)).documents[0]
      parentPort.postMessage({ length: text.length, marks: marks.length })
    })`
  const worker = new Worker(code, {
    eval: true,
    workerData: source,
    resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 },
  })
  try {
    return await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject))
  } finally {
    await worker.terminate()
  }
}

test.each(['&', '<', '>'])('five million of %j, side by side, fit into memory', async sign => {
  expect(await readInThread(`<p>${sign.repeat(5_000_000)}`)).toEqual({ length: 5_000_000, marks: 1 })
})

test('signs that a file writes bare stay so beside one that is corrected', async () => {
  const bytes = bytesOf('<p>a && b')
  const [document] = (await readAs(html, bytes)).documents
  if (!document) throw new Error('nothing was read')
  const edits = [{ from: 3, to: 3, insert: 'x' }]
  const written = html.patch.make({ bytes, name: 'x', mapping: undefined }, [
    outgoing(document, 0, 'a &x& b', { edits }),
  ])
  expect(textOf(written.bytes)).toBe('<p>a &x& b')
})
