import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { upload, zipped } from '../app/files.ts'
import { openDesk, type Desk } from './terminal.ts'

let desk: Desk
beforeEach(() => (desk = openDesk()))
afterEach(() => desk.remove())

const swedish =
  'Polisen i Hannover söker efter två män som rånade en butik på tisdagen. Ingen människa kom till skada.\n'

const tbx =
  '<martif type="TBX-Basic" xml:lang="sv"><text><body><termEntry><langSet xml:lang="sv"><tig><term>räddningstjänsten</term></tig></langSet></termEntry></body></text></martif>'

describe('inspect', () => {
  it('tells of each file what an import would take in, and of one that cannot be read why', async () => {
    const [good, bad] = [desk.file('text.md', `# Rånet\n\n${swedish}`), desk.file('bild.png', '\x89PNG\0\0\0')]
    const { code, out } = await desk.run('inspect', good, bad, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject([
      {
        file: good,
        format: 'md',
        ok: true,
        warnings: [],
        documents: [{ title: 'Rånet', targetLanguage: 'sv', segments: 1, corrections: 0, comments: 0 }],
      },
      { file: bad, ok: false, error: { message: expect.stringContaining('cannot be read') as unknown }, documents: [] },
    ])
  })

  it('says it in sentences, and that a text is not Swedish', async () => {
    const file = desk.file(
      'text.txt',
      'The police are looking for two men who robbed a shop on Tuesday. Nobody was hurt.',
    )
    const { out } = await desk.run('inspect', file)
    expect(out).toContain('txt, 1 document')
    expect(out).toContain('The translation is in English.')
  })

  it('tells of each file in a zip archive', async () => {
    const { bytes } = await zipped('allt.zip', [upload('a.txt', swedish), upload('b.xlf', '<xliff')])
    const zip = desk.file('allt.zip', bytes)
    const { code, out } = await desk.run('inspect', zip, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject([
      { file: `${zip}: a.txt`, format: 'txt', ok: true, documents: [{ targetLanguage: 'sv' }] },
      { file: `${zip}: b.xlf`, ok: false },
    ])
    const broken = await desk.run('inspect', desk.file('halvt.zip', bytes.subarray(0, 60)))
    expect([broken.code, broken.out]).toEqual([0, expect.stringContaining('the zip archive is damaged')])
  })

  it('obeys the limits that are set', async () => {
    desk.remove()
    desk = openDesk({ MAX_FILE_MB: '1' })
    const { out } = await desk.run('inspect', desk.file('stor.txt', 'ord '.repeat(300_000)))
    expect(out).toContain('it is larger than 1 MB')
  })
})

describe('convert', () => {
  it('writes what one file holds as another format, by the ending or by name', async () => {
    const file = desk.file('text.md', `# Rånet\n\n${swedish}`)
    const [page, text] = [join(desk.folder, 'ut.html'), join(desk.folder, 'ut.dat')]
    expect((await desk.run('convert', file, page)).code).toBe(0)
    expect(readFileSync(page, 'utf8')).toContain('<h1>Rånet</h1>')
    expect((await desk.run('convert', file, text, '--to', 'txt')).code).toBe(0)
    expect(readFileSync(text, 'utf8').trim()).toBe(swedish.trim())
  })

  it('refuses an ending of no format, and a file that is not there, in a sentence', async () => {
    const file = desk.file('text.txt', swedish)
    expect((await desk.run('convert', file, join(desk.folder, 'ut.xyz'))).err).toContain('--to')
    const terms = desk.file('termer.tbx', tbx)
    expect((await desk.run('convert', terms, join(desk.folder, 'ut.csv'))).err).toContain('holds terms and no text')
    const { bytes } = await zipped('allt.zip', [upload('a.txt', swedish)])
    expect((await desk.run('convert', desk.file('allt.zip', bytes), 'ut.html')).err).toContain('an archive of files')
    expect((await desk.run('convert', join(desk.folder, 'saknas.txt'), 'ut.html')).code).toBe(2)
    expect((await desk.run('convert', file, join(desk.folder, 'ingen', 'ut.html'))).code).toBe(2)
  })
})

describe('convert to CSV', () => {
  it('writes commas, or semicolons where they are asked for; a CSV file that came in keeps its own', async () => {
    const [text, out] = [desk.file('a.txt', swedish), join(desk.folder, 'ut.csv')]
    const written = async (...args: readonly string[]): Promise<string> => {
      expect((await desk.run('convert', ...args)).code).toBe(0)
      return readFileSync(out, 'utf8').split('\r\n')[0] ?? ''
    }
    expect(await written(text, out)).toContain('article,title')
    expect(await written(text, out, '--delimiter', 'semicolon')).toContain('article;title')
    expect(await written(text, out, '--delimiter', ';')).toContain('article;title')
    const own = desk.file('egen.csv', 'källa;mt\r\nDas Feuer;Elden\r\n')
    expect(await written(own, out, '--delimiter', 'comma')).toBe('källa;mt')
    const refused = await desk.run('convert', text, out, '--delimiter', 'tab')
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('--delimiter takes comma or semicolon')])
  })
})

it('convert makes a page with headings and lists of a Markdown file', async () => {
  const [file, page] = [desk.file('a.md', '# Rånet\n\n## Läget\n\n- Ett\n'), join(desk.folder, 'ut.html')]
  expect((await desk.run('convert', file, page)).code).toBe(0)
  expect(readFileSync(page, 'utf8')).toMatch(/<h2>Läget<\/h2>\s*<ul>\s*<li>Ett<\/li>\s*<\/ul>/)
})
