import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { detect } from '../../src/formats/detect.ts'
import { formats } from '../../src/formats/index.ts'
import { messages, languages } from '../../src/i18n/index.ts'

const at = (path: string): URL => new URL(`../../${path}`, import.meta.url)
const fixturesOf = (id: string): readonly { readonly name: string; readonly bytes: Uint8Array }[] => {
  const folder = at(`test/formats/fixtures/${id}/`)
  if (!existsSync(folder)) return []
  return readdirSync(folder).map(name => ({ name, bytes: readFileSync(new URL(name, folder)) }))
}

test('every format has a name of its own, and a page of documentation', () => {
  const ids = formats.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  // a variant, as one with tracked changes, is told of where its format is
  const isTold = (id: string) => ids.some(base => id.startsWith(base) && existsSync(at(`docs/formats/${base}.md`)))
  for (const id of ids) expect([id, isTold(id)]).toEqual([id, true])
})

test('every file that is written back is of a format that is read', () => {
  for (const { id, patch } of formats)
    if (patch) expect([id, formats.find(format => format.id === patch.of)?.read !== undefined]).toEqual([id, true])
})

test('names in the reader’s language are of formats that there are', () => {
  for (const language of languages)
    for (const id of Object.keys(messages(language).review.formatNames))
      expect([id, formats.some(format => format.id === id)]).toEqual([id, true])
})

test.each(formats.filter(({ read }) => read).map(({ id }) => id))('files of %s are known for what they are', id => {
  const files = fixturesOf(id)
  for (const { name, bytes } of files) expect([name, detect(bytes, name).id]).toEqual([name, id])
})

test('what has no ending is told by its content', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  expect(
    detect(
      bytes('<?xml version="1.0"?><!-- x --><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"/>'),
      'fil',
    ).id,
  ).toBe('xliff1')
  expect(detect(bytes('<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0"/>'), 'fil').id).toBe('xliff2')
  expect(detect(bytes('<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"/>'), 'fil').id).toBe(
    'tmx',
  )
  expect(detect(bytes('Bara text.\n'), 'fil').id).toBe('txt')
  expect(() => detect(new Uint8Array([0, 1, 2, 3]), 'fil')).toThrow(/format/)
})
