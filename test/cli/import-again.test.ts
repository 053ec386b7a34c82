import { council, councilByAnother, crash } from '../app/again-texts.ts'
import { xliff } from '../app/files.ts'
import { openDesk, type Desk } from './terminal.ts'

let desk: Desk
beforeEach(() => (desk = openDesk()))
afterEach(() => desk.remove())

const newer = council.replace('trång', 'knapp')
const idIn = (out: string): string => /^[0-9a-z]{16}/.exec(out)?.[0] ?? ''

describe('a file that is imported again', () => {
  it('is told to look like what is there, and how it is added to it', async () => {
    const { out } = await desk.run('import', desk.file('kita.txt', council), '--name', 'Maja', '--system', 'A')
    const id = idIn(out)
    expect((await desk.run('import', desk.file('olycka.txt', crash), '--name', 'Maja')).err).toBe('')
    const file = desk.file('nyare.txt', newer)
    const again = await desk.run('import', file, '--name', 'Maja')
    expect(again.code).toBe(0)
    expect(again.err).toMatch(new RegExp(`nyare\\.txt: looks like ${id} .*9\\d % .*--translation-of ${id}`))
    expect(idIn(again.out)).not.toBe(id)
  })

  it('is added to an article as another translation', async () => {
    const { out } = await desk.run(
      'import',
      desk.file('kita.txt', council),
      '--name',
      'Maja',
      '--system',
      'A',
      '--title',
      'Kita',
    )
    const id = idIn(out)
    const add = (...more: string[]) =>
      desk.run('import', desk.file('annan.txt', councilByAnother), '--name', 'Maja', '--translation-of', ...more)
    expect(await add(id, '--system', 'B')).toMatchObject({ code: 0, out: `${id}  Kita\n`, err: '' })
    const twice = await add(id)
    expect([twice.code, twice.err]).toEqual([2, expect.stringContaining('that very machine translation')])
    expect((await add('nonsense')).code).toBe(2)
    const listed = await desk.run('list', '--json')
    expect((JSON.parse(listed.out) as { items: unknown[] }).items).toHaveLength(1)
  })

  it('is kept when it is added, and given back as a file', async () => {
    const id = idIn((await desk.run('import', desk.file('n.txt', 'Det var bra.'), '--name', 'Maja')).out)
    const file = xliff(['Det är <g id="1">fett</g> bra.'])
    const added = await desk.run('import', desk.file('n.xlf', file), '--name', 'Maja', '--translation-of', id)
    expect(added).toMatchObject({ code: 0, out: expect.stringContaining(id), err: '' })
    expect((await desk.run('export', id, '--format', 'xliff1')).out).toBe(file)
  })
})
