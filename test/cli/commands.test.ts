import { readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { join } from 'node:path'
import { commands } from '../../src/cli/index.ts'
import { shippedCorpus } from '../../src/cli/open.ts'
import { openDesk, type Desk } from './terminal.ts'

let desk: Desk
beforeEach(() => (desk = openDesk()))
afterEach(() => desk.remove())

const json = <T>(text: string): T => JSON.parse(text) as T
const importOne = async (text = 'LKA Lower Sachsen ryckte ut.\n') => {
  const { out } = await desk.run('import', desk.file('nyhet.txt', text), '--name', 'Maja', '--json')
  return json<{ ids: string[] }>(out).ids[0] ?? ''
}

describe('help', () => {
  it('lists every command', async () => {
    const { code, out } = await desk.run('--help')
    expect(code).toBe(0)
    for (const { name } of commands) expect(out).toContain(`\n  ${name}`)
  })

  it.each(commands.map(({ name }) => name))('%s tells its usage, and runs nothing', async name => {
    const { code, out, err } = await desk.run(name, '--help')
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain(`rodpenna ${name}`)
  })
})

describe('wrong usage', () => {
  it.each([
    [['dance'], /no command dance/],
    [['diff', 'one.txt'], /diff OLD NEW/],
    [['diff', 'a', 'b', '--loud'], /--loud/],
    [['diff', '/no/such/file', '/no/such/file'], /\/no\/such\/file/],
    [['export', '0000000000000000', '--format', 'papyrus'], /papyrus|0000000000000000/],
    [['export', 'nobody'], /no such article/],
    [['import', '/no/such/file.txt'], /\/no\/such\/file\.txt/],
  ])('%j is one sentence and exit code 2', async (args, sentence) => {
    const { code, out, err } = await desk.run(...args)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toMatch(sentence)
    expect(err.trim().split('\n')).toHaveLength(1)
  })

  it('without a command shows how it is used, as a failure', async () => {
    expect(await desk.run()).toMatchObject({ code: 2, out: expect.stringContaining('rodpenna COMMAND') as string })
  })
})

it('a listing ends with exit code 0, and the JSON alone', async () => {
  const id = await importOne()
  const { code, out } = await desk.run('list', '--json')
  expect([code, json<{ items: { id: string }[] }>(out).items.map(item => item.id)]).toEqual([0, [id]])
})

it('what cannot be written is told in a sentence, and no device is replaced by a backup', async () => {
  const id = await importOne()
  // a link, lest a fault here takes the device away
  const device = join(desk.folder, 'device')
  symlinkSync('/dev/null', device)
  const attempts = [
    await desk.run('export', id, '--out', '/dev/null/x.txt'),
    await desk.run('export', id, '--format', 'corpus', '--out', '/dev/null/x'),
    await desk.run('backup', device),
    await desk.run('backup', desk.folder),
  ]
  for (const { code, err } of attempts) {
    expect([code, err.trim().split('\n').length]).toEqual([2, 1])
    expect(err).toMatch(/cannot be written/)
  }
})

describe('diff', () => {
  it('gives the hunks with their words', async () => {
    const { code, out } = await desk.run(
      'diff',
      desk.file('a', 'LKA Lower Sachsen ryckte ut.'),
      desk.file('b', 'LKA Niedersachsen ryckte ut.'),
      '--json',
    )
    expect(code).toBe(0)
    expect(json(out)).toEqual({
      hunks: [{ fromA: 4, toA: 17, fromB: 4, toB: 17, removed: 'Lower Sachsen', inserted: 'Niedersachsen' }],
    })
  })

  it('prints them for people, with the line', async () => {
    const { out } = await desk.run(
      'diff',
      desk.file('a', 'Ett.\nLKA Lower Sachsen kom.'),
      desk.file('b', 'Ett.\nLKA Niedersachsen kom.'),
    )
    expect(out).toContain('    2  LKA [-Lower Sachsen-]{+Niedersachsen+} kom.')
  })
})

describe('import and export', () => {
  it('gives the text back as it came', async () => {
    const text = 'Första stycket med åäö.\n\nAndra stycket.\n'
    const id = await importOne(text)
    expect((await desk.run('export', id, '--format', 'txt')).out.trimEnd()).toBe(text.trimEnd())
  })

  it('writes to a file where one is named', async () => {
    const id = await importOne()
    const out = join(desk.folder, 'ut.md')
    expect((await desk.run('export', id, '--format', 'md', '--out', out)).code).toBe(0)
    expect(readFileSync(out, 'utf8')).toContain('Lower Sachsen')
  })

  it('tells that a text is there already', async () => {
    const id = await importOne()
    const again = await desk.run('import', join(desk.folder, 'nyhet.txt'), '--name', 'Maja')
    expect(again).toMatchObject({ code: 0, err: expect.stringContaining(id) as string })
  })

  it('carries the whole corpus to another store and back, revision by revision', async () => {
    expect((await desk.run('import', shippedCorpus)).code).toBe(0)
    const folder = join(desk.folder, 'ut')
    expect((await desk.run('export', '--all', '--format', 'corpus', '--out', folder)).code).toBe(0)
    const other = openDesk()
    try {
      expect((await other.run('import', folder)).code).toBe(0)
      expect((await other.run('verify')).code).toBe(0)
      const again = join(other.folder, 'ut')
      await other.run('export', '--all', '--format', 'corpus', '--out', again)
      const counts = async (at: Desk) =>
        json<{ articles: number; revisions: number }>((await at.run('verify', '--json')).out)
      expect(await counts(other)).toEqual(await counts(desk))
    } finally {
      other.remove()
    }
  })
})

describe('backup, restore, verify', () => {
  it('carries everything over, and says so', async () => {
    const id = await importOne()
    const file = join(desk.folder, 'allt.backup')
    expect((await desk.run('backup', file)).code).toBe(0)
    const other = openDesk()
    try {
      expect((await other.run('restore', file)).code).toBe(0)
      expect((await other.run('export', id)).out).toContain('Lower Sachsen')
      expect((await other.run('verify')).code).toBe(0)
      expect(await other.run('restore', file)).toMatchObject({ code: 2 })
    } finally {
      other.remove()
    }
  })

  it('refuses a backup that was altered, and leaves nothing of it', async () => {
    await importOne()
    const file = join(desk.folder, 'allt.backup')
    await desk.run('backup', file)
    const bytes = readFileSync(file)
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    writeFileSync(file, bytes)
    const other = openDesk()
    try {
      expect((await other.run('restore', file)).code).toBe(2)
      expect(json(await other.run('list', '--json').then(({ out }) => out))).toMatchObject({ items: [] })
    } finally {
      other.remove()
    }
  })
})

describe('serve', () => {
  it('refuses every host but this machine while there are no accounts', async () => {
    const open = openDesk({ HOST: '0.0.0.0' })
    expect(await open.run('serve')).toMatchObject({ code: 2, err: expect.stringMatching(/0\.0\.0\.0/) as string })
    open.remove()
  })

  it('says in one sentence that the port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const address = taken.address()
    const port = typeof address === 'object' && address ? String(address.port) : ''
    const second = openDesk({ PORT: port })
    expect(await second.run('serve')).toMatchObject({ code: 2, err: expect.stringContaining(port) as string })
    second.remove()
    taken.close()
  })

  it('says in one sentence that the folder cannot be written', async () => {
    const blocked = openDesk({ DATA_DIR: desk.file('a-file', 'not a folder') })
    const { code, err } = await blocked.run('serve')
    expect(code).toBe(2)
    expect(err.trim().split('\n')).toHaveLength(1)
    blocked.remove()
  })

  it('refuses a port that is none', async () => {
    const wrong = openDesk({ PORT: 'eighty' })
    expect(await wrong.run('serve')).toMatchObject({ code: 2, err: expect.stringMatching(/PORT.*eighty/) as string })
    wrong.remove()
  })

  it('ends by itself when it is asked to', async () => {
    const short = openDesk({ PORT: '0' })
    expect(await short.run('serve')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/http:\/\/127\.0\.0\.1:\d+/) as string,
    })
    short.remove()
  })
})
