import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import { backupStore } from '../../../src/app/backup/backup.ts'
import { createDeps } from '../../../src/app/create-deps.ts'
import { restoreStore } from '../../../src/app/backup/restore-backup.ts'
import { settleCorrections } from '../../../src/app/corrections/settle-corrections.ts'
import { verifyStore } from '../../../src/app/verify/verify.ts'
import { isEmpty } from '../../../src/store/backup.ts'
import { columnsOf, tables } from '../../../src/store/shapes.ts'
import { unsettledTranslations } from '../../../src/store/corrections.ts'
import { openDatabase } from '../../../src/store/db/open.ts'
import type { Store } from '../../../src/store/db/store.ts'
import { forEachStore, newPlace, storeNames } from '../../contracts/stores.ts'
import { newPerson } from '../../store/rows.ts'
import { keepRevising, keptStore, rowsPerTable } from '../kept.ts'

const folder = mkdtempSync(join(tmpdir(), 'rodpenna-backup-'))
afterAll(() => rmSync(folder, { recursive: true }))
const path = (name: string) => join(folder, name)

async function backedUp(store: Store, name: string): Promise<string> {
  await keptStore(store)
  await backupStore(createDeps(store), path(name))
  return path(name)
}

const revisionsIn = async ({ db }: Store): Promise<number> =>
  (await db.selectFrom('revision').select('number').execute()).length

/** Bytes are of another class on each database. */
const comparable = (value: unknown): unknown =>
  ArrayBuffer.isView(value) ? Buffer.from(value as Uint8Array).toString('base64') : value

forEachStore('a backup', open => {
  test.each(storeNames)('is restored as it was, into %s', async target => {
    const store = await open()
    const file = await backedUp(store, `to-${target}`)
    const place = await newPlace(target)
    const other = await openDatabase(place.where)
    expect(await restoreStore({ store: other }, file)).toEqual({ articles: 1, revisions: 2, broken: [] })
    const [before, after] = [await rowsPerTable(store), await rowsPerTable(other)]
    expect(Object.values(before).every(rows => rows.length > 0)).toBe(true)
    const plain = (rows: Record<string, unknown[]>) =>
      tables.map(t =>
        (rows[t] ?? [])
          .map(row => JSON.stringify(columnsOf(t).map(c => comparable((row as Record<string, unknown>)[c]))))
          .sort(),
      )
    expect(plain(after)).toEqual(plain(before))
    await other.close()
    await place.remove()
  })

  const taught = ['pair', 'correction', 'ruling', 'batch', 'batch_hit', 'term', 'house_act', 'article_print']
  const filed = ['import_job', 'file', 'file_part', 'file_claim', 'document', 'annotator', 'mark_place']
  const gauged = ['measure', 'annotation', 'annotation_look', 'judgement', 'adjudication', 'effort']
  const checked = ['dismissal', 'check_act', 'check_count', 'check_setting']

  test.each([
    ['the checks', [...checked, ...taught, ...filed, ...gauged], /^(findings_.*|corrections_number|fixed|measured)$/],
    ['what corrections teach', [...taught, ...filed, ...gauged], /^(corrections_number|about|fixed|measured)$/],
    ['files were kept', [...filed, ...gauged], /^(fixed|measured)$/],
    ['translations were measured', gauged, /^measured$/],
  ])('of before %s is restored, with what was added since as it is at first', async (_name, later, laterColumns) => {
    const lines = gunzipSync(readFileSync(await backedUp(await open(), 'old')))
      .toString('utf8')
      .split('\n')
    const old: string[] = []
    const kept: Record<string, number> = {}
    const apart = new Set<unknown>()
    let table = ''
    let columns: string[] = []
    for (const line of lines.slice(0, -2)) {
      const read = JSON.parse(line) as { table?: string; columns?: string[] } | unknown[]
      if (!Array.isArray(read) && read.table !== undefined) [table, columns] = [read.table, read.columns ?? []]
      if (later.includes(table)) continue
      const keep = (_: unknown, i: number) => !laterColumns.test(columns[i] ?? '')
      if (!Array.isArray(read)) {
        old.push(JSON.stringify(table === '' ? read : { table, columns: columns.filter(keep) }))
        if (table !== '') kept[table] = 0
        continue
      }
      // nobody annotated apart then
      if (table === 'flag' && read[columns.indexOf('layer')] !== 'shared') apart.add(read[columns.indexOf('id')])
      if (apart.has(read[columns.indexOf(table === 'flag' ? 'id' : 'flag_id')])) continue
      old.push(JSON.stringify(read.filter(keep)))
      kept[table] = (kept[table] ?? 0) + 1
    }
    const body = `${old.join('\n')}\n`
    const trailer = { rows: kept, sha256: createHash('sha256').update(body).digest('hex') }
    writeFileSync(path('old'), gzipSync(`${body}${JSON.stringify(trailer)}\n`))
    const store = await open()
    expect(await restoreStore({ store }, path('old'))).toMatchObject({ articles: 1, broken: [] })
    const articles = await store.db.selectFrom('article').select(['findings_weight', 'findings_version']).execute()
    if (later.includes('check_count')) expect(articles).toEqual([{ findings_weight: -1, findings_version: '' }])
    const toDerive = later.includes('correction') ? 1 : 0
    expect(await unsettledTranslations(store.db, 9)).toHaveLength(toDerive)
    expect(await settleCorrections(createDeps(store))).toBe(toDerive)
    expect(await store.db.selectFrom('correction').select('id').execute()).not.toEqual([])
    expect((await verifyStore({ store })).broken).toEqual([])
  })

  test('names every column the database has', async () => {
    const { db } = await open()
    const found = await db.introspection.getTables()
    for (const table of tables) {
      const columns = found.find(t => t.name === table)?.columns.map(c => c.name) ?? []
      expect([...columnsOf(table)].sort()).toEqual(columns.filter(c => c !== 'row').sort())
    }
    const known = found.map(t => t.name).filter(name => !/migration|_trigram/.test(name))
    expect(known.sort()).toEqual([...tables].sort())
  })

  test('is whole and of one moment while others write', async () => {
    const store = await open()
    const stop = keepRevising(store, 4)
    const during: number[] = []
    for (const name of ['1', '2']) {
      // however busy the machine is
      while ((await revisionsIn(store)) <= (during.at(-1) ?? 0)) await sleep(20)
      during.push((await backupStore(createDeps(store), path(name))).revisions)
    }
    const saved = await stop()
    expect(during[0]).toBeGreaterThan(0)
    expect(during[1]).toBeGreaterThan(during[0] ?? 0)
    expect(saved).toBeGreaterThanOrEqual(during[1] ?? 0)
    const last = await backupStore(createDeps(store), path('3'))
    expect(last).toEqual(await verifyStore({ store }))
    expect([last.revisions, last.broken]).toEqual([saved, []])
  })

  test('leaves nothing beside its file, and no file where it cannot be written', async () => {
    const store = await open()
    const file = await backedUp(store, 'alone')
    expect(readdirSync(folder).filter(name => name.startsWith('.'))).toEqual([])
    const below = backupStore(createDeps(store), join(file, 'below'))
    await expect(below).rejects.toMatchObject({ code: 'folder-unwritable' })
  })

  test('is refused by a store that has anything', async () => {
    const store = await open()
    const file = await backedUp(store, 'full')
    await expect(restoreStore({ store }, file)).rejects.toMatchObject({ code: 'restore-not-empty' })
    const other = await open()
    await other.db.insertInto('person').values(newPerson('Eva')).execute()
    await expect(restoreStore({ store: other }, file)).rejects.toMatchObject({ code: 'restore-not-empty' })
  })

  test('damaged, is refused and leaves nothing', async () => {
    const whole = readFileSync(await backedUp(await open(), 'whole'))
    const store = await open()
    const refuses = async (bytes: Buffer) => {
      writeFileSync(path('damaged'), bytes)
      await expect(restoreStore({ store }, path('damaged'))).rejects.toMatchObject({ code: 'backup-damaged' })
      expect(await isEmpty(store.db)).toBe(true)
    }
    await refuses(Buffer.alloc(0))
    await refuses(Buffer.from('not a backup'))
    for (const part of [0.1, 0.5, 0.9]) await refuses(whole.subarray(0, Math.floor(whole.length * part)))
    await refuses(whole.subarray(0, -1))
    const lines = gunzipSync(whole).toString('utf8').split('\n')
    const from = (changed: readonly string[]) => refuses(gzipSync(changed.join('\n')))
    await from(lines.toSpliced(-2)) // the trailer
    await from(lines.toSpliced(-3, 1)) // a row
    await from([...lines.slice(0, -1), '["more"]', ''])
    await from(lines.map(line => line.replace('Niedersachsen', 'Niedersaxen')))
    await from(lines.with(0, lines[0]?.replace('"version":1', '"version":2') ?? ''))
    await from(lines.with(0, '{"format":"another"}'))
  })

  test('with a text altered and its SHA-256 made to fit, is refused by the hash of the revision', async () => {
    const lines = gunzipSync(readFileSync(await backedUp(await open(), 'forged')))
      .toString('utf8')
      .split('\n')
    const forged = lines.slice(0, -2).map(line => line.replaceAll('Niedersachsen', 'Niedersaxensn'))
    const body = `${forged.join('\n')}\n`
    const sha256 = createHash('sha256').update(body).digest('hex')
    const trailer = { ...(JSON.parse(lines.at(-2) ?? '') as object), sha256 }
    writeFileSync(path('forged'), gzipSync(`${body}${JSON.stringify(trailer)}\n`))
    const store = await open()
    await expect(restoreStore({ store }, path('forged'))).rejects.toMatchObject({
      code: 'backup-damaged',
      values: { why: expect.stringContaining('hash') as string },
    })
    expect(await isEmpty(store.db)).toBe(true)
  })

  test('with any byte altered, is refused or restores the same', async () => {
    const original = await open()
    const whole = readFileSync(await backedUp(original, 'bytes'))
    const store = await open()
    for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 60)) {
      const altered = Buffer.from(whole)
      altered[at] = (altered[at] ?? 0) ^ (1 << (at % 8))
      writeFileSync(path('altered'), altered)
      const outcome = await restoreStore({ store }, path('altered')).catch((error: unknown) => error)
      if (await isEmpty(store.db)) expect(outcome).toMatchObject({ code: 'backup-damaged' })
      else {
        expect(await rowsPerTable(store)).toEqual(await rowsPerTable(original))
        for (const table of [...tables].reverse()) await store.db.deleteFrom(table).execute()
      }
    }
  })

  test('that is not there is told', async () => {
    const store = await open()
    await expect(restoreStore({ store }, path('nowhere'))).rejects.toMatchObject({ code: 'file-unreadable' })
  })
})
