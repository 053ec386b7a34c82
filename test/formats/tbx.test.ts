import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { ReadTerm } from '../../src/formats/document.ts'
import { tbx, writeTbx } from '../../src/formats/tbx.ts'
import { partsOfSpeech, termStatuses } from '../../src/text/term.ts'
import { bytesOf, keepsTheContract, readAs } from '../contracts/formats.ts'

const fixture = (name: string): Uint8Array => readFileSync(new URL(`fixtures/tbx/${name}`, import.meta.url))
const [v2, dca, dct] = [fixture('v2.tbx'), fixture('dca.tbx'), fixture('dct.tbx')]

keepsTheContract(tbx, { fixtures: [v2, dca, dct] })

describe('a termbase of version 2', () => {
  test('is, for each concept, the Swedish term to write and what it replaces', async () => {
    const { terms, documents, warnings } = await readAs(tbx, v2)
    expect(documents).toEqual([])
    expect(terms).toEqual([
      {
        preferred: 'delstatskriminalpolisen',
        variants: ['statliga kriminalpolisen', 'Landeskriminalamt'],
        partOfSpeech: 'noun',
        domain: 'polis',
        note: 'polismyndighet i en delstat\nDelstatskriminalpolisen varnar.',
        status: 'approved',
      },
      // a synonym that is admitted, and replaces nothing
      { preferred: 'LKA', variants: [], partOfSpeech: 'noun', domain: 'polis', status: 'approved' },
      // German Art is too short to be taken for a left-over word
      { preferred: 'olovlig', variants: [], partOfSpeech: 'adjective', status: 'proposed' },
      // all are deprecated
      { preferred: 'apartheid-land', variants: ['raslagsland'], status: 'declined' },
    ])
    expect(warnings).toEqual([{ code: 'doctype' }, { code: 'skipped', n: 1, detail: 'xml:lang ≠ sv' }])
  })
})

test('a termbase of TBX-Min, as it was before version 3, is read too', async () => {
  const { terms, warnings } = await readAs(tbx, fixture('min-old.tbx'))
  expect(tbx.isIt({ bytes: v2, extension: 'xml', start: '', root: { name: 'TBX', namespace: '', version: '' } })).toBe(
    true,
  )
  expect(terms).toEqual([
    {
      preferred: 'växthusgas',
      variants: ['drivhusgas', 'gaz à effet de serre'],
      partOfSpeech: 'noun',
      domain: 'klimat',
      note: 'Inte om vattenånga.',
      status: 'approved',
    },
  ])
  expect(warnings).toEqual([])
})

describe('a termbase of version 3', () => {
  test.each([
    ['dca', dca],
    ['dct', dct],
  ])('in the style %s', async (_, bytes) => {
    const { terms } = await readAs(tbx, bytes)
    expect(terms).toEqual([
      {
        preferred: 'öppen stjärnhop',
        variants: ['öppet kluster', 'open cluster'],
        partOfSpeech: 'noun',
        domain: 'astronomi',
        note: 'se även galax\nEn grupp av stjärnor.',
        status: 'approved',
      },
      // what is Swedish somewhere in the file is nowhere replaced
      { preferred: 'kluster', variants: [] },
    ])
  })
})

const file = (body: string): Uint8Array => bytesOf(`<tbx xml:lang="en"><text><body>${body}</body></text></tbx>`)
const concept = (terms: Readonly<Record<string, string>>): string =>
  `<conceptEntry>${Object.entries(terms).map(([language, term]) => `<langSec xml:lang="${language}"><termSec><term>${term}</term></termSec></langSec>`).join('')}</conceptEntry>` // prettier-ignore

test('without Swedish, the terms of the commonest language are proposed', async () => {
  const { terms, warnings } = await readAs(tbx, file(concept({ fr: 'a', en: 'b' }) + concept({ en: 'c', fi: 'd' })))
  expect(terms).toEqual([
    { preferred: 'b', variants: [], status: 'proposed' },
    { preferred: 'c', variants: [], status: 'proposed' },
  ])
  expect(warnings).toEqual([{ code: 'not-swedish', detail: 'en' }])
})

test('only English, German and the language of the file may be left over', async () => {
  const all = { sv: 'stjärnhop', en: 'open cluster', de: 'Sternhaufen', fr: 'amas ouvert', da: 'stjernehob' }
  expect((await readAs(tbx, file(concept(all)))).terms[0]?.variants).toEqual(['open cluster', 'Sternhaufen'])
})

test.each([
  ['root', '<tmx/>'],
  ['missing', '<tbx/>'],
  ['empty', '<martif><text><body/></text></martif>'],
  ['xml', '<martif>'],
  ['entities', '<!DOCTYPE martif [<!ENTITY a "b">]><martif/>'],
])('is refused for %s', async (fault, source) => {
  await expect(readAs(tbx, bytesOf(source))).rejects.toMatchObject({ fault })
})

describe('writeTbx', () => {
  const words = fc
    .array(fc.constantFrom('a', 'Ö', ' ', '&', '<b>', '"', ']]>', '-', '🚒'), { minLength: 1, maxLength: 8 })
    .map(parts => `å${parts.join('')}`.replace(/ +/g, ' ').trim())
  const note = fc.array(words, { minLength: 1, maxLength: 3 }).map(lines => lines.join('\n'))
  const term: fc.Arbitrary<ReadTerm> = fc
    .record(
      {
        preferred: words,
        variants: fc.uniqueArray(words, { maxLength: 4, selector: word => word.toLowerCase() }),
        partOfSpeech: fc.constantFrom(...partsOfSpeech),
        domain: words,
        note,
        status: fc.constantFrom(...termStatuses),
      },
      { requiredKeys: ['preferred', 'variants'] },
    )
    .map(entry => ({ ...entry, variants: entry.variants.filter(word => word !== entry.preferred) }))

  test('writes what reads back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(term, { minLength: 1, maxLength: 5 }), async terms => {
        const written = writeTbx(terms, { language: 'sv', title: 'Ord & "termer"' })
        expect((await readAs(tbx, bytesOf(written))).terms).toEqual(terms)
      }),
      { numRuns: 300, seed: 20250617 },
    )
  })
})
