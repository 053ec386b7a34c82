/** Files made to do harm: each is refused for what it is, before it can. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import { Problem } from '../../src/errors.ts'
import { readArchive } from '../../src/formats/archive.ts'
import { detect } from '../../src/formats/detect.ts'
import { FormatError } from '../../src/formats/fault.ts'
import type { Format } from '../../src/formats/format.ts'
import { formats } from '../../src/formats/index.ts'
import { usualLimits } from '../../src/formats/limits.ts'
import { bytesOf, expectValid, readAs, textOf } from '../contracts/formats.ts'

/** The fault that a file is refused for; `read` where it is not. */
const faultOf = async (reading: Promise<unknown>): Promise<string> => {
  try {
    await reading
    return 'read'
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return error instanceof FormatError ? error.fault : error.code
  }
}

const xmlFormats = formats.filter(({ id }) => ['xliff1', 'xliff2', 'tmx', 'tbx'].includes(id))

const fixtureOf = (format: Format): string => {
  const folder = new URL(`fixtures/${format.id}/`, import.meta.url)
  const texts = existsSync(folder) ? readdirSync(folder).sort().map(name => textOf(readFileSync(new URL(name, folder)))) : [] // prettier-ignore
  const found = texts.find(text => /^\ufeff?<\?xml/.test(text))
  if (found === undefined) throw new Error(`${format.id} has no fixture`)
  return found.replace(/<!DOCTYPE[^>]*>/, '')
}

const bomb = Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('')
const doctypes = {
  'entity bomb': `<!DOCTYPE x [<!ENTITY e0 "lol">${bomb}]>`,
  'entity that is a file': '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
  'parameter entity from elsewhere': '<!DOCTYPE x [<!ENTITY % e SYSTEM "http://127.0.0.1:9/x.dtd"> %e;]>',
  'long entity, to be used very often': `<!DOCTYPE x [<!ENTITY e "${'a'.repeat(50_000)}">]>`,
  'attribute by default': '<!DOCTYPE x [<!ATTLIST x y CDATA "z">]>',
} as const

describe.each(xmlFormats.map(format => [format.id, format] as const))('%s', (_, format) => {
  const fixture = fixtureOf(format)
  const read = (text: string): Promise<string> => faultOf(readAs(format, bytesOf(text)))
  /** Put in just before the end of the root element. */
  const inside = (what: string): string => {
    const at = fixture.lastIndexOf('</')
    return fixture.slice(0, at) + what + fixture.slice(at)
  }

  test.each(Object.entries(doctypes))('defines no %s', async (__, doctype) => {
    expect(await read(fixture.replace(/\?>/, `?>${doctype}`))).toBe('entities')
  })

  test('uses no entity that it does not define', async () => {
    expect(await read(fixture.replace(/>([^<>\s][^<>]*)</, '>$1&harm;<'))).toBe('entities')
  })

  test('is nested no deeper than a person would', async () => {
    expect(await read(inside('<a>'.repeat(100_000) + '</a>'.repeat(100_000)))).toBe('depth')
    expect(await read(inside('<a>'.repeat(1_000_000)))).toBe('depth')
  })

  test('has no control characters, nor a reference to one', async () => {
    for (const character of ['\0', '\u0001', '&#0;', '&#1;', '&#xd800;', '&#x110000;'])
      expect(await read(fixture.replace(/>([^<>\s][^<>]*)</, `>$1${character}<`))).not.toBe('read')
  })

  test('a DOCTYPE alone is nothing, and is not fetched', async () => {
    const name = /<([\w:]+)[\s>]/.exec(fixture.replace(/<\?[^]*?\?>|<!--[^]*?-->/g, ''))?.[1] ?? ''
    const bytes = bytesOf(fixture.replace(/\?>/, `?><!DOCTYPE ${name} SYSTEM "http://127.0.0.1:9/x.dtd">`))
    const reading = await readAs(format, bytes)
    expectValid(reading)
    expect(reading.warnings.map(({ code }) => code)).toContain('doctype')
  })
})

describe('archives', () => {
  interface Member {
    readonly name: string
    readonly content: string | Buffer
  }
  const zipped = (members: readonly Member[]): Promise<Buffer> => {
    const archive = new ZipFile()
    // what is empty is not packed, so that twenty thousand of it take no time
    for (const { name, content } of members)
      archive.addBuffer(Buffer.from(content), name, { mtime: new Date(0), compress: content !== '' })
    archive.end()
    return buffer(archive.outputStream)
  }
  /** The same length, so that offsets stay right. */
  const renamed = (archive: Buffer, from: string, to: string): Buffer =>
    Buffer.from(archive.toString('latin1').replaceAll(from, to), 'latin1')
  const types = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>' // prettier-ignore
  const relations = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>' // prettier-ignore
  const document = (body: string, doctype = ''): string => `<?xml version="1.0"?>${doctype}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>` // prettier-ignore
  const paragraph = '<w:p><w:r><w:t>Hej på dig.</w:t></w:r></w:p>'
  const docx = (main: string, ...more: Member[]): Promise<Buffer> =>
    zipped([
      { name: '[Content_Types].xml', content: types },
      { name: '_rels/.rels', content: relations },
      { name: 'word/document.xml', content: main },
      ...more,
    ])

  /** As a Word file, and as an archive of files; each refuses it. */
  const faults = async (bytes: Uint8Array): Promise<string[]> => [
    await faultOf(Promise.resolve().then(() => detect(bytes, 'x.docx').read(bytes, { name: 'x.docx', limits: usualLimits }))), // prettier-ignore
    await faultOf(readArchive(bytes, usualLimits)),
  ]

  test('a Word file like others is read', async () => {
    expect(await faults(await docx(document(paragraph)))).toEqual(['read', 'read'])
  })

  test('none that writes outside of itself', async () => {
    const bytes = await docx(document(paragraph), { name: 'xx/xx/etc/passwd', content: 'x' })
    expect(await faults(renamed(bytes, 'xx/xx/etc/', '../../etc/'))).toEqual(['path', 'path'])
    expect(await faults(renamed(bytes, 'xx/xx/etc/', '/x/xx/etc/'))).toEqual(['path', 'path'])
  })

  test('none that lies about a size', async () => {
    const bytes = await docx(document(paragraph.repeat(1000)))
    const at = bytes.lastIndexOf('PK\x01\x02', undefined, 'latin1')
    for (const size of [10, 0x7fff_fff0]) {
      const lying = Buffer.from(bytes)
      lying.writeUInt32LE(size, at + 24)
      for (const fault of await faults(lying)) expect(['zip', 'unpacked', 'ratio']).toContain(fault)
    }
  })

  test('none packed to be a thousand times as large', async () => {
    const bytes = await docx(document(paragraph), { name: 'word/media/a.txt', content: Buffer.alloc(30_000_000, 32) })
    expect(await faults(bytes)).toEqual(['ratio', 'ratio'])
  })

  test('none of twenty thousand members', async () => {
    const many = Array.from({ length: 20_000 }, (_, i) => ({ name: `m/${i}`, content: '' }))
    expect(await faults(await docx(document(paragraph), ...many))).toEqual(['members', 'members'])
  })

  test('none with two members of one name, and none in an archive', async () => {
    const bytes = await docx(document(paragraph), { name: 'word/documenu.xml', content: document('') })
    expect(await faults(renamed(bytes, 'documenu', 'document'))).toEqual(['twice', 'twice'])
    const inner = await zipped([{ name: 'a.txt', content: 'a' }])
    expect(await faultOf(readArchive(await zipped([{ name: 'b.txt', content: inner }]), usualLimits))).toBe('nested')
  })

  test.each(Object.entries(doctypes))('none in which there is the %s', async (_, doctype) => {
    const bytes = await docx(document(paragraph, doctype))
    expect((await faults(bytes))[0]).toBe('entities')
  })

  test('none whose document is nested without end, or missing', async () => {
    const deep = await docx(document('<w:p>'.repeat(50_000) + '</w:p>'.repeat(50_000)))
    // it is a thousand times the same: what is refused first is how tightly it is packed
    expect(['depth', 'ratio']).toContain((await faults(deep))[0])
    const without = await zipped([{ name: '[Content_Types].xml', content: types }, { name: 'word/x.xml', content: '' }]) // prettier-ignore
    expect((await faults(without))[0]).toBe('missing')
  })
})

describe('tables and JSON', () => {
  const read = (name: string, text: string): Promise<string> => {
    const bytes = bytesOf(text)
    return faultOf(Promise.resolve().then(() => detect(bytes, name).read(bytes, { name, limits: usualLimits })))
  }

  test.each([
    ['a field without end', 'x.csv', `mt\n"${'a'.repeat(5_000_000)}`, 'quotes'],
    ['a field of five million characters', 'x.csv', `mt\n"${'a'.repeat(5_000_000)}"\n`, 'field'],
    ['a row without end', 'x.csv', ';'.repeat(200_000), 'field'],
    ['a row of ever so many fields', 'x.csv', `a;b\n${';'.repeat(5000)}\n`, 'invalid'],
    ['rows without end', 'x.csv', `mt,pe\n${'a,b\n'.repeat(600_000)}`, 'rows'],
    ['lists in lists', 'x.jsonl', '['.repeat(1_000_000), 'depth'],
    ['objects in objects', 'x.json', `{"rodpenna":1,"a":${'{"a":'.repeat(100_000)}`, 'depth'],
    ['fields that only the first line has', 'x.jsonl', `{"mt":"a",${Array.from({ length: 900 }, (_, i) => `"k${i}":1`).join()}}\n${'{"k899":1}\n'.repeat(9000)}`, 'invalid'],
    ['names without end', 'x.jsonl', `{${Array.from({ length: 100_000 }, (_, i) => `"k${i}":1`).join()}}`, 'invalid'],
  ] as const)('%s', async (_, name, text, fault) => {
    expect(await read(name, text)).toBe(fault)
  }) // prettier-ignore
})

/** Pieces that parsers go back over again and again, where they go back at all. */
const pieces = ['[', '![a](', '*a _b ', '**', '`a``', '<b', '<b>', '<a href="', '<!--', '<![CDATA[', '&#', '> ', '- ', '\n> - ', '|', '"', '",', '{"a":', ' ', '\t', '\r', '\\', '<p>', '<li>', '<g id="1">', 'msgid "a"\n', '<v>'] // prettier-ignore

test.each(formats.filter(({ read }) => read).map(format => [format.id, format] as const))(
  '%s reads or refuses what repeats itself over a hundred thousand characters',
  async (_, format) => {
    for (const piece of pieces) {
      const reading = readAs(format, bytesOf(piece.repeat(Math.ceil(100_000 / piece.length))))
      await faultOf(reading.then(expectValid))
    }
  },
)
