import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { FormatError, type Fault } from '../../../src/formats/fault.ts'
import { unzip } from '../../../src/formats/lib/unzip.ts'
import { zip } from '../../../src/formats/lib/zip.ts'
import { usualLimits, type Limits } from '../../../src/formats/limits.ts'

const packed = (...files: readonly (readonly [string, string | Buffer])[]): Promise<Buffer> =>
  zip(files.map(([name, content]) => ({ name, bytes: Buffer.from(content) })), Date.UTC(2025, 5, 17)) // prettier-ignore

const open = (bytes: Uint8Array, limits: Partial<Limits> = {}, wanted?: (name: string) => boolean) =>
  unzip(bytes, { format: 'DOCX', limits: { ...usualLimits, ...limits }, wanted })

const faultOf = async (bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<Fault | 'none'> => {
  const thrown = await open(bytes, limits).catch((error: unknown) => error)
  return thrown instanceof FormatError ? thrown.fault : 'none'
}

/** Every place where some bytes stand, in the local headers and in the directory. */
const replaced = (bytes: Buffer, before: string, after: string): Buffer =>
  Buffer.from(bytes.toString('latin1').replaceAll(before, after), 'latin1')

/** Bytes of the directory's entry for a member, changed. */
const directory = (bytes: Buffer, change: (entry: Buffer) => void): Buffer => {
  const copy = Buffer.from(bytes)
  change(copy.subarray(copy.indexOf('PK\x01\x02', 0, 'latin1')))
  return copy
}

describe('an archive is unpacked', () => {
  test('by the names of its members', async () => {
    const members = await open(await packed(['a.txt', 'en'], ['å.txt', 'två']))
    expect([...members].map(([name, bytes]) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['a.txt', 'en'],
      ['å.txt', 'två'],
    ])
  })

  test('only as far as it is wanted', async () => {
    const members = await open(await packed(['a.xml', 'en'], ['b.png', 'två']), {}, name => name.endsWith('.xml'))
    expect([...members.keys()]).toEqual(['a.xml'])
  })

  test('and a small member may be packed as well as it can', async () => {
    expect(await faultOf(await packed(['a.txt', ' '.repeat(90_000)]))).toBe('none')
  })
})

describe('an archive is refused', () => {
  test.each<[string, Fault, Partial<Limits>]>([
    ['has more members than are allowed', 'members', { members: 1 }],
    ['is larger unpacked than is allowed', 'unpacked', { unpackedBytes: 300_000, ratio: 2000 }],
    ['has a member that is packed more tightly than is allowed', 'ratio', { ratio: 10 }],
  ])('that %s', async (_, fault, limits) => {
    expect(await faultOf(await packed(['a', ' '.repeat(200_000)], ['b', ' '.repeat(200_000)]), limits)).toBe(fault)
  })

  test.each(['../a', '/etcx', 'C:/x', 'a/..', '..\\a'])('that has a member called %s', async name => {
    const letters = 'x'.repeat(name.length)
    expect(await faultOf(replaced(await packed([letters, '']), letters, name))).toBe('path')
  })

  test('that has two members of one name', async () => {
    expect(await faultOf(replaced(await packed(['word1', 'a'], ['word2', 'b']), 'word2', 'word1'))).toBe('twice')
  })

  test('that is encrypted', async () => {
    const bytes = directory(await packed(['a', 'en']), entry => entry.writeUInt16LE(0x801, 8))
    expect(await faultOf(bytes)).toBe('encrypted')
  })

  test('that holds more than it says, or less', async () => {
    const bytes = await packed(['a', 'word '.repeat(50_000)])
    for (const size of [10, 249_999, 250_001])
      expect(
        await faultOf(
          directory(bytes, entry => entry.writeUInt32LE(size, 24)),
          { ratio: 2000 },
        ),
      ).toBe('zip')
  })

  test('whose member is not what it was when it was packed', async () => {
    const bytes = await packed(['a', 'en text'])
    expect(await faultOf(directory(bytes, entry => entry.writeUInt32LE(crc32('en annan'), 16)))).toBe('zip')
  })

  test('that is cut short, or none', async () => {
    const bytes = await packed(['a', 'en text'])
    for (const length of [0, 10, bytes.length - 30, bytes.length - 1])
      expect(await faultOf(bytes.subarray(0, length))).toBe('zip')
  })

  test('with nothing but a FormatError, however it is mutated', async () => {
    const bytes = await packed(['a.xml', '<a>text</a>'], ['b.xml', 'word '.repeat(100)])
    const change = fc.record({ at: fc.nat(bytes.length - 1), byte: fc.nat(255) })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async changes => {
        const mutated = Buffer.from(bytes)
        for (const { at, byte } of changes) mutated[at] = byte
        const result = await open(mutated).catch((error: unknown) => error)
        if (result instanceof Error) expect(result).toBeInstanceOf(FormatError)
      }),
      { numRuns: 300, seed: 20250617 },
    )
  })
})
