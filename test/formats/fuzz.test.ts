/** Every importer on files broken at random, seeded: 500 a format, or as many as `FUZZ` says (`FUZZ=5000 npm test -- fuzz`). */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Problem } from '../../src/errors.ts'
import { readArchive } from '../../src/formats/archive.ts'
import type { Reading } from '../../src/formats/document.ts'
import type { Format } from '../../src/formats/format.ts'
import { formats } from '../../src/formats/index.ts'
import { zip } from '../../src/formats/lib/zip.ts'
import { usualLimits } from '../../src/formats/limits.ts'
import { bytesOf, expectValid, exported, latest, outgoing, readAs, writeAs } from '../contracts/formats.ts'
import { mutator } from '../contracts/mutations.ts'

const runs = Number(process.env['FUZZ'] ?? 500)
/** Seconds of work, however busy the machine is, that no small file takes. */
const patience = 5
const worked = (): number => process.cpuUsage().user / 1_000_000

const fixturesOf = (id: string): Uint8Array[] => {
  const folder = new URL(`fixtures/${id}/`, import.meta.url)
  if (!existsSync(folder)) return []
  const files = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isFile())
  return files.map(({ name }) => name).sort().map(name => new Uint8Array(readFileSync(new URL(name, folder)))) // prettier-ignore
}

const article = exported({
  title: 'Brand & <rök>',
  sourceText: 'Die "Polizei" sucht Zeugen.\nNiemand wurde verletzt.',
  mtText: 'Polisen "söker" vättnen.\nIngen skadades & <b>inget</b> mer.',
  text: 'Polisen "söker" vittnen.\nIngen skadades & <b>inget</b> mer!',
  corrections: [
    { from: 17, to: 24, fromB: 17, toB: 24, before: 'vättnen', after: 'vittnen', author: 'Maja', at: 0, category: 'terminology/wrong-term', severity: 'minor' },
  ],
  fixed: true,
}) // prettier-ignore

const seedsOf = async (format: Format): Promise<Uint8Array[]> => [
  ...fixturesOf(format.id),
  ...((format.write ?? format.writeAll) ? [await writeAs(format, article)] : []),
]

/** Reads it, and what can be read is given back: nothing but a Problem may be thrown on the way. */
async function take(format: Format, bytes: Uint8Array): Promise<void> {
  let reading: Reading
  try {
    reading = await readAs(format, bytes)
  } catch (error) {
    if (error instanceof Problem) return
    throw error
  }
  expectValid(reading)
  const out = reading.documents.map((document, number) => outgoing(document, number, latest(document)))
  await format.patch?.make({ bytes, name: `test.${format.extensions[0]}`, mapping: undefined }, out)
}

const readers = formats.filter(format => format.read)

test.each(readers.map(format => [format.id, format] as const))(
  `%s: of ${runs} broken files each is read validly, or refused by a Problem`,
  async (_, format) => {
    const seeds = await seedsOf(format)
    expect(seeds.length).toBeGreaterThan(0)
    const mutators = await Promise.all(seeds.map(seed => mutator(seed, seeds)))
    for (let run = 0; run < runs; run++) {
      const bytes = await mutators[run % mutators.length]?.(run)
      if (!bytes) continue
      const start = worked()
      try {
        await take(format, bytes)
        expect(worked() - start).toBeLessThan(patience)
      } catch (error) {
        const told = `${format.id}, file ${run % mutators.length}, run ${run}: ${bytes.toString('base64').slice(0, 2000)}`
        throw new Error(told, { cause: error })
      }
    }
  },
  Math.max(60_000, runs * 200),
)

test('an archive of files, broken, gives its files or is refused by a Problem', async () => {
  const text = (name: string, content: string) => ({ name, bytes: Buffer.from(content) })
  const bytes = await zip(
    [text('ett.txt', 'Ett.\n'.repeat(50)), text('två.csv', 'mt,pe\na,b\n'), text('tre.json', '[]')],
    0,
  )
  const mutate = await mutator(bytes, [bytesOf('PK\x01\x02\x03\x04')])
  for (let run = 0; run < runs; run++) {
    const read = await readArchive(await mutate(run), usualLimits).catch((error: unknown) => error)
    if (read instanceof Error && !(read instanceof Problem)) throw new Error(`run ${run}`, { cause: read })
  }
})
