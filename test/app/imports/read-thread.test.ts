import { usualLimits } from '../../../src/formats/limits.ts'
import { createReadThread, type ReadThread } from '../../../src/app/imports/read-thread.ts'
import { emptyDocument } from '../../../src/formats/document.ts'
import type { Outgoing } from '../../../src/formats/format.ts'
import { changeBetween, editsOf } from '../../../src/text/change.ts'
import { asExported } from '../../../src/app/exports/as-exported.ts'
import { upload, xliff, zipped } from '../files.ts'
import { problemOf } from '../newsroom.ts'

const limits = { files: usualLimits, textBytes: 5_000_000 }

const article = (mt: string, text: string) => {
  const revisions = mt === text ? [] : [{ author: '', at: null, summary: '', text }]
  return asExported({ ...emptyDocument, text: mt, fixed: true, revisions }, 0)
}

/** The first document of a file, corrected. */
async function* corrected(mt: string, text: string): AsyncGenerator<Outgoing> {
  yield await Promise.resolve({
    number: 0,
    article: article(mt, text),
    edits: editsOf(changeBetween(mt, text)),
    placed: new Map(),
  })
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

describe('the threads for files', () => {
  let thread: ReadThread
  const open = (settings: Parameters<typeof createReadThread>[0] = {}) => (thread = createReadThread(settings))
  afterEach(() => thread.close())

  it('tells what a file holds, and gives its documents as they are asked for', async () => {
    const rows = Array.from({ length: 90 }, (_, i) => `A\td${i}\t1\t${i}\tr\tSatz.\tMening ${i}.\tNo-error\tNo-error`)
    const head = 'system\tdoc\tdocSegId\tglobalSegId\trater\tsource\ttarget\tcategory\tseverity'
    const found = await open().read(upload('t.tsv', [head, ...rows].join('\n')), limits, async ({ told, batches }) => {
      const texts: string[] = []
      let pieces = 0
      for await (const { documents } of batches(80)) {
        pieces += 1
        texts.push(...documents.map(({ text }) => text))
      }
      return { format: told.format, documents: told.mtHashes.length, pieces, texts }
    })
    expect(found).toMatchObject({ format: 'mqmtsv', documents: 90, pieces: 1 })
    expect(found.texts).toEqual(Array.from({ length: 10 }, (_, i) => `Mening ${80 + i}.`))
  })

  it('reads one after another, and what is wrong with one is no matter of the next', async () => {
    open()
    const read = (name: string, text: string) => thread.read(upload(name, text), limits, ({ told }) => Promise.resolve(told.format)) // prettier-ignore
    const [bad, good] = await Promise.allSettled([read('a.xlf', '<xliff'), read('b.txt', 'Bra.')])
    expect([bad.status, good]).toEqual(['rejected', { status: 'fulfilled', value: 'txt' }])
  })

  it('reads for a preview while another file is taken in', async () => {
    open()
    let go = (): void => undefined
    const taken = new Promise<void>(done => (go = done))
    const importing = thread.read(upload('a.txt', 'Lång.'), limits, () => taken, 'import')
    const preview = thread.read(upload('b.txt', 'Kort.'), limits, ({ told }) => Promise.resolve(told.format))
    expect(await preview).toBe('txt')
    go()
    await importing
  })

  it('is ended where a file takes too long or too much, which is told; the next file gets another', async () => {
    open({ limit: 1 })
    const read = () => thread.read(upload('a.txt', 'Text.'), limits, ({ told }) => Promise.resolve(told.format))
    expect(await problemOf(read())).toMatchObject({ code: 'file-heavy' })
    await thread.close()
    open({ megabytes: 40 })
    const rows = Array.from({ length: 400_000 }, (_, i) => `{"mt":"Mening ${i}"}`).join('\n')
    expect(await problemOf(thread.read(upload('a.jsonl', rows), limits, ({ told }) => Promise.resolve(told)))).toMatchObject({ code: 'file-heavy' }) // prettier-ignore
    expect(await read()).toBe('txt')
  })

  it('unpacks an archive; one in another is refused', async () => {
    open()
    const names = async (files: Awaited<ReturnType<typeof zipped>>) =>
      thread.unpack(files, limits, async members => {
        const found: string[] = []
        for await (const { name } of members) found.push(name)
        return found
      })
    const inner = await zipped('b.zip', [upload('a.txt', 'Text.')])
    expect(await names(inner)).toEqual(['a.txt'])
    expect(await problemOf(names(await zipped('c.zip', [inner])))).toMatchObject({ values: { fault: 'nested' } })
  })

  it('says nothing of a file where the program ends', async () => {
    open()
    const reading = thread.read(upload('a.txt', 'Text.'), limits, ({ told }) => Promise.resolve(told))
    const ended = expect(reading).rejects.toThrow('closed')
    await thread.close()
    await ended
  })

  it('writes a file back with what was corrected; its bytes go there and come back, and are not copied', async () => {
    const { bytes, name } = upload('n.xlf', xliff(['Det är <g id="1">fett</g>.']))
    const original = { bytes, name, mapping: undefined }
    const written = await open().patch('xliff1', original, corrected('Det är fett.', 'Det var fett.'))
    expect(text(written.bytes)).toContain('Det var <g id="1">fett</g>.')
    expect(bytes).toHaveLength(0)
  })

  it('writes while a long file is read', async () => {
    open()
    const written = await thread.read(upload('a.txt', 'Text.'), limits, () =>
      thread.write('txt', [article('Ett.', 'Två.')]),
    )
    expect(text(written)).toContain('Två.')
  })

  it('that write say what is wrong as those that read do, and go on with the next', async () => {
    const log: string[] = []
    open({ log: line => log.push(line) })
    const original = () => ({ ...upload('n.xlf', xliff(['Text.'])), mapping: undefined })
    const none = async function* (): AsyncGenerator<Outgoing> {
      yield await Promise.reject(new Error('the database is away'))
    }
    await expect(thread.patch('xliff1', original(), none())).rejects.toThrow('the database is away')
    const broken = { ...upload('n.xlf', '<xliff'), mapping: undefined }
    expect(await problemOf(thread.patch('xliff1', broken, corrected('Text.', 'Ny.')))).toMatchObject({ code: 'file-malformed' }) // prettier-ignore
    expect(log).toEqual([])
    expect(await problemOf(thread.patch('ingen', original(), corrected('Text.', 'Ny.')))).toMatchObject({ code: 'file-defect' }) // prettier-ignore
    expect(log).toEqual([expect.stringContaining('ingen writes no file back')])
    expect(text((await thread.patch('xliff1', original(), corrected('Text.', 'Ny.'))).bytes)).toContain('>Ny.<')
    await thread.close()
    open({ limit: 1 })
    expect(await problemOf(thread.patch('xliff1', original(), corrected('Text.', 'Ny.')))).toMatchObject({ code: 'file-heavy' }) // prettier-ignore
  })
})
