import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { upload, xliff, zipped } from '../app/files.ts'
import { openDesk, type Desk } from './terminal.ts'

let desk: Desk
beforeEach(() => (desk = openDesk()))
afterEach(() => desk.remove())

const file = xliff(['Det är <g id="1">fett</g> bra.', 'Slut.'])
const idsIn = (out: string): string[] => (JSON.parse(out) as { ids: string[] }).ids

describe('files on the command line', () => {
  it('come in, and are given back as they came', async () => {
    const path = desk.file('nyhet.xlf', file)
    const [id = ''] = idsIn((await desk.run('import', path, '--name', 'Maja', '--json')).out)
    const out = join(desk.folder, 'ut.xlf')
    expect(await desk.run('export', id, '--format', 'xliff1', '--out', out)).toMatchObject({ code: 0, err: '' })
    expect(readFileSync(out, 'utf8')).toBe(file)
  })

  it('with annotations that were agreed on are given as the annotators’ rows, or as what was agreed on, where a format has such', async () => {
    const together = readFileSync(new URL('../formats/fixtures/json/together.json', import.meta.url))
    const [id = ''] = idsIn((await desk.run('import', desk.file('karneval.json', together), '--name', 'Maja', '--json')).out) // prettier-ignore
    const raters = async (...options: string[]) => {
      const { out, err } = await desk.run('export', id, '--format', 'mqmtsv', ...options)
      expect(err).toBe('')
      return out.trimEnd().split('\n').slice(1).map(row => row.split('\t')[4]) // prettier-ignore
    }
    expect(await raters()).toEqual(['Anna Ek', 'Bo Ås', 'Bo Ås', 'Eva'])
    expect(await raters('--annotations', 'agreed')).toEqual(['agreed'])
    for (const [format, version, told] of [
      ['txt', 'agreed', 'txt takes no --annotations'],
      ['esa', 'all', 'one of raters, agreed'],
    ] as const)
      // prettier-ignore
      expect((await desk.run('export', id, '--format', format, '--annotations', version)).err).toContain(told)
  })

  it('come in an archive, and what is wrong with one is told', async () => {
    const { bytes } = await zipped('allt.zip', [upload('a.txt', 'Det ena.'), upload('b.xlf', '<xliff')])
    const said = await desk.run('import', desk.file('allt.zip', bytes), '--name', 'Maja')
    expect(said.code).toBe(1)
    expect(said.out).toMatch(/^[0-9a-z]{16} {2}Det ena\.\n$/)
    expect(said.err).toContain('b.xlf')
  })

  it('are told of where the archive itself is damaged, and where they are terms', async () => {
    const { bytes } = await zipped('allt.zip', [upload('a.txt', 'Det ena.')])
    const broken = await desk.run('import', desk.file('halvt.docx', bytes.subarray(0, 60)), '--name', 'Maja')
    expect([broken.code, broken.err]).toEqual([2, expect.stringContaining('the zip archive is damaged')])
    const tbx =
      '<martif type="TBX-Basic" xml:lang="sv"><text><body><termEntry><langSet xml:lang="sv"><tig><term>brandkår</term></tig></langSet></termEntry></body></text></martif>'
    const terms = await desk.run('import', desk.file('termer.tbx', tbx), '--name', 'Maja')
    expect([terms.code, terms.err]).toEqual([0, expect.stringContaining('1 term taken in as proposed')])
  })

  it('are tables whose columns are named', async () => {
    const path = desk.file('t.csv', 'Es brennt.,Det brinner.\nEnde.,Slut.\n')
    const said = await desk.run('import', path, '--name', 'Maja', '--columns', 'source,mt', '--no-heading', '--json')
    const [id = ''] = idsIn(said.out)
    expect((await desk.run('export', id)).out.trim()).toBe('Det brinner.\nSlut.')
    expect((await desk.run('import', path, '--columns', 'nonsense')).code).toBe(2)
  })
})
