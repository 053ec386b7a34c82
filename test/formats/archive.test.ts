import { isZip, readArchive } from '../../src/formats/archive.ts'
import { FormatError } from '../../src/formats/fault.ts'
import { zipParts } from '../../src/formats/lib/zip.ts'
import { usualLimits } from '../../src/formats/limits.ts'

const packed = (files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> =>
  zipParts(
    Object.entries(files).map(([name, content]) => [name, Buffer.from(content)] as const),
    0,
  )
const stored = async (files: Readonly<Record<string, string | Buffer>>): Promise<string[]> =>
  (await readArchive(await packed(files), usualLimits)).map(({ name }) => name)

const faultOf = async (files: Readonly<Record<string, string | Buffer>>) => {
  const thrown = await stored(files).catch((error: unknown) => error)
  return thrown instanceof FormatError ? thrown.fault : thrown
}

describe('of an archive', () => {
  test('come its files, folders and all, in its order', async () => {
    expect(await stored({ 'b/två.md': 'två', 'a.txt': 'en' })).toEqual(['b/två.md', 'a.txt'])
  })

  test('comes nothing that only a system put there', async () => {
    const files = {
      'a.txt': 'en',
      '__MACOSX/._a.txt': '',
      '.DS_Store': '',
      'b/.git/x': '',
      'b/Thumbs.db': '',
    }
    expect(await stored(files)).toEqual(['a.txt'])
  })

  test('come no control characters in names', async () => {
    expect(await stored({ 'a\nb.txt': 'en' })).toEqual(['a b.txt'])
  })
})

describe('an archive is refused', () => {
  test('that holds another one, whatever it is called', async () => {
    const inner = await packed({ 'a.txt': 'en' })
    expect(await faultOf({ 'b.zip': inner })).toBe('nested')
    expect(await faultOf({ 'b.txt': inner })).toBe('nested')
    expect(await faultOf({ 'b.tar.gz': 'x' })).toBe('nested')
  })

  test('but a Word file is no archive', async () => {
    expect(await stored({ 'b.docx': await packed({ '[Content_Types].xml': '<Types/>' }) })).toEqual(['b.docx'])
  })

  test('that has no file in it', async () => {
    expect(await faultOf({ '__MACOSX/a': '' })).toBe('empty')
  })
})

test('an archive is known by how it begins', async () => {
  expect(isZip(await packed({ a: '' }))).toBe(true)
  expect(isZip(Buffer.from('PK är förkortat'))).toBe(false)
})
