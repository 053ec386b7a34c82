import fc from 'fast-check'
import { enterTerm } from '../../../src/app/terms/enter-term.ts'
import { exportTerms, termsCsv } from '../../../src/app/terms/export-terms.ts'
import { importTerms, previewTerms } from '../../../src/app/terms/import-terms.ts'
import { listTerms } from '../../../src/app/terms/list-terms.ts'
import { readTermLines } from '../../../src/checks/phrases/terms.ts'
import { Problem } from '../../../src/errors.ts'
import { partsOfSpeech, termStatuses } from '../../../src/text/term.ts'
import type { TermEntry } from '../../../src/wire/term.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { newsroom, problemOf } from '../newsroom.ts'
import { add } from '../term.ts'

forEachStore('a file of terms', open => {
  const openRoom = async () => newsroom(await open())

  it('come under the Swedish names of the columns too, as the page for it names them', async () => {
    const { deps, anna } = await openRoom()
    const csv = [
      'term;varianter;ordklass;böjning;område;kommentar;läge;kategori;allvarsgrad',
      'podd;ljudblogg;substantiv;;medier;kort;föreslagen;;mindre',
    ].join('\n')
    const { stamp } = await previewTerms(deps, csv)
    await importTerms(deps, { person: anna, stamp }, csv)
    const { items } = await listTerms(deps, {})
    expect(items).toMatchObject([
      {
        preferred: 'podd',
        partOfSpeech: 'noun',
        domain: 'medier',
        note: 'kort',
        status: 'proposed',
        severity: 'minor',
      },
    ])
  })

  it('come from a file that is looked through first', async () => {
    const room = await openRoom()
    const { deps, anna } = room
    await add(room, 'Niedersachsen', ['Lower Sachsen'], { note: 'delstat' })
    await add(room, 'förskola', ['daghem'])
    await add(room, 'vagn', ['bil'])
    const csv = [
      'föredragen;varianter;ordklass',
      'Niedersachsen;Lower Sachsen|Nedre Sachsen;egennamn',
      'förskola;daghem;',
      'podd;ljudblogg;substantiv',
      ';x;',
      'podd;poddradio;',
      'jämte;och;',
      'kärra;bil;',
      'vägren;hård axel;verbal',
    ].join('\n')
    const preview = await previewTerms(deps, csv)
    const told = preview.lines.map(line => [
      line.line,
      line.outcome,
      line.outcome === 'refused'
        ? line.problem instanceof Problem
          ? line.problem.code
          : line.problem
        : line.preferred,
    ])
    expect(told).toEqual([
      [2, 'changed', 'Niedersachsen'],
      [3, 'same', 'förskola'],
      [4, 'new', 'podd'],
      [5, 'refused', 'preferred'],
      [6, 'refused', 'twice'],
      [7, 'refused', 'term-too-wide'],
      [8, 'refused', 'term-variant-taken'],
      [9, 'refused', 'partOfSpeech'],
    ])
    expect((await listTerms(deps, {})).items).toHaveLength(3)
    const done = await importTerms(deps, { person: anna, stamp: preview.stamp }, csv)
    expect(done.counts).toEqual({ new: 1, changed: 1, same: 1, refused: 5 })
    const { items } = await listTerms(deps, {})
    expect(
      items.map(({ preferred, variants, note, partOfSpeech }) => [preferred, variants, note, partOfSpeech]),
    ).toEqual([
      ['förskola', ['daghem'], '', 'other'],
      ['Niedersachsen', ['Lower Sachsen', 'Nedre Sachsen'], 'delstat', 'proper-noun'],
      ['podd', ['ljudblogg'], '', 'noun'],
      ['vagn', ['bil'], '', 'other'],
    ])
    const late = importTerms(deps, { person: anna, stamp: preview.stamp }, csv)
    expect((await problemOf(late)).code).toBe('terms-moved')
  })

  it('a variant moves from one term to another, whichever line comes first', async () => {
    const room = await openRoom()
    const { deps, anna } = room
    await add(room, 'vagn', ['bil', 'kärra'])
    await add(room, 'fordon', ['åkdon'])
    const head = 'preferred,variants\n'
    const lines = ['fordon,åkdon|bil', 'vagn,kärra']
    for (const csv of [head + lines.join('\n'), head + lines.toReversed().join('\n')])
      expect((await previewTerms(deps, csv)).counts).toEqual({ new: 0, changed: 2, same: 0, refused: 0 })
    expect((await previewTerms(deps, head + lines[0])).counts).toMatchObject({ changed: 0, refused: 1 })
    await importTerms(deps, { person: anna, stamp: '' }, head + lines.join('\n'))
    expect((await listTerms(deps, { search: 'bil' })).items.map(({ preferred }) => preferred)).toEqual(['fordon'])
  })

  it('a file that is none is refused with the line', async () => {
    const { deps } = await openRoom()
    for (const [csv, line, reason] of [
      ['', 1, 'empty'],
      ['preferred,note\na,b', 1, 'columns'],
      ['a,b\n"c', 2, 'csv'],
    ] as const) {
      const problem = await problemOf(previewTerms(deps, csv))
      expect([problem.code, problem.values]).toEqual(['terms-malformed', { line, reason }])
    }
    expect((await problemOf(previewTerms(deps, 'a\0,b'))).code).toBe('text-has-nul')
  })

  it('given out and taken in again, nothing changes', async () => {
    const room = await openRoom()
    const { deps } = room
    await add(room, '=1+1', ['|odd\\ words|', "'-xyz", '@here; "there"'], {
      note: 'på\nflera rader, "så"',
      domain: 'a;b',
    })
    await add(room, 'podd', ['ljudblogg'], { partOfSpeech: 'noun', inflection: ['podd', 'podden', '-', 'poddarna'] })
    await add(room, 'avböjd', [], { status: 'declined', severity: 'critical', category: 'style/register' })
    const { file: csv, terms } = await exportTerms(deps, {})
    expect(terms).toHaveLength(3)
    expect((await previewTerms(deps, csv)).counts).toEqual({ new: 0, changed: 0, same: 3, refused: 0 })
    expect((await exportTerms(deps, { status: 'declined' })).terms.map(({ preferred }) => preferred)).toEqual([
      'avböjd',
    ])
    const other = await openRoom()
    await importTerms(other.deps, { person: other.anna, stamp: '' }, csv)
    expect((await exportTerms(other.deps, {})).file).toBe(csv)
  })
})

it('any entry is the same after its way through a file', () => {
  const words = fc
    .string({ unit: fc.constantFrom(...'aåBÖ -=+@|\\\'";,.1=é'), minLength: 1, maxLength: 12 })
    .map(s => `x${s}y`)
  const odd = fc.string({ unit: fc.constantFrom(...'=+-@\'|\\"x,;ö '), maxLength: 8 })
  const entries = fc.record({
    preferred: fc.oneof(
      words,
      odd.map(s => `${s}w`),
    ),
    variants: fc.array(
      fc.oneof(
        words,
        odd.map(s => `${s}qqq`),
      ),
      { maxLength: 4 },
    ),
    partOfSpeech: fc.constantFrom(...partsOfSpeech),
    inflection: fc.constant([]),
    domain: odd,
    note: fc.oneof(odd, fc.constant('två\nrader')),
    status: fc.constantFrom(...termStatuses),
    category: fc.constantFrom('style/register', 'terminology/wrong-term'),
    severity: fc.constantFrom('minor', 'critical'),
  })
  fc.assert(
    fc.property(fc.array(entries as unknown as fc.Arbitrary<TermEntry>, { maxLength: 5 }), raws => {
      const kept = raws.flatMap(raw => {
        try {
          return [enterTerm(raw)]
        } catch {
          return []
        }
      })
      const read = readTermLines(termsCsv(kept)).map(line => ('term' in line ? line.term : line))
      expect(read).toEqual(kept)
    }),
    { numRuns: 1000, seed: 4 },
  )
})
