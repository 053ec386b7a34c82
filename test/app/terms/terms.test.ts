import { enterTerm } from '../../../src/app/terms/enter-term.ts'
import { followedTerms, readHouseTerms } from '../../../src/app/terms/house-terms.ts'
import { readHouse } from '../../../src/app/findings/house.ts'
import { importTerms } from '../../../src/app/terms/import-terms.ts'
import { listTerms, termDomains, termStory } from '../../../src/app/terms/list-terms.ts'
import { addTerm, editTerm } from '../../../src/app/terms/write-term.ts'
import { Problem } from '../../../src/errors.ts'
import type { TermEntry } from '../../../src/wire/term.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { newsroom, problemOf } from '../newsroom.ts'
import { add, entry } from '../term.ts'

const refusal = (raw: TermEntry): string => {
  try {
    enterTerm(raw)
    return 'taken'
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
}

describe('what is entered', () => {
  it.each([
    [entry(' Nieder\u00a0 sachsen ', ['Lower  Sachsen', 'Lower Sachsen', ' ']), 'Nieder sachsen', ['Lower Sachsen']],
    [entry('e-post', ['E-post']), 'e-post', ['E-post']],
  ])('is kept on one line, each variant once', (raw, preferred, variants) => {
    expect(enterTerm(raw)).toMatchObject({ preferred, variants })
  })

  it.each([
    [entry(''), 'field-invalid'],
    [entry(' – '), 'field-invalid'],
    [entry('a'.repeat(200), ['b']), 'term-too-wide'],
    [entry('polis', ['polis']), 'term-same'],
    [entry('och', ['samt', 'och ']), 'term-same'],
    [entry('jämte', ['och']), 'term-too-wide'],
    [entry('tal', ['17']), 'term-too-wide'],
    [entry('streck', ['–']), 'term-too-wide'],
    // an ordinary noun may well be forbidden by a house
    [entry('invånare', ['medborgare', 'person']), 'taken'],
    [entry('podd', [], { inflection: ['podd', 'podden'] }), 'term-inflection'],
    [entry('podd', [], { partOfSpeech: 'noun', inflection: ['pod', 'podden'] }), 'term-inflection'],
    [
      entry('podd', [], { partOfSpeech: 'noun', inflection: ['podd', 'podden', 'poddar', 'poddarna', 'x'] }),
      'term-inflection',
    ],
    [entry('podd', [], { partOfSpeech: 'noun', inflection: ['podd', 'podden', '-'] }), 'taken'],
    [{ ...entry('x1'), category: 'none/such' }, 'field-invalid'],
    [{ ...entry('x1'), note: 'a\0' }, 'text-has-nul'],
  ])('%j: %s', (raw, expected) => {
    expect(refusal(raw)).toBe(expected)
  })
})

forEachStore('terms', open => {
  const openRoom = async () => newsroom(await open())

  it('are added, edited, declined; each step is told with who did it', async () => {
    const room = await openRoom()
    const { deps, anna, bo } = room
    const term = await add(room, 'Niedersachsen', ['Lower Sachsen'], { domain: 'geografi' })
    expect(term).toMatchObject({ version: 1, person: 'Anna Ek', status: 'approved', severity: 'major' })
    const edited = await editTerm(
      deps,
      { person: bo, id: term.id, version: 1 },
      { variants: ['Lower Sachsen', 'Nedre Sachsen'] },
    )
    expect(edited).toMatchObject({ version: 2, person: 'Bo Ås', domain: 'geografi' })
    await editTerm(deps, { person: anna, id: term.id, version: 2 }, { status: 'declined' })
    await editTerm(deps, { person: anna, id: term.id, version: 3 }, { status: 'declined' })
    const story = await termStory(deps, term.id)
    expect(story.term).toMatchObject({ version: 3, status: 'declined' })
    expect(story.acts.map(({ kind, person, before, after }) => ({ kind, person, before, after }))).toEqual([
      { kind: 'declined', person: 'Anna Ek', before: { status: 'approved' }, after: { status: 'declined' } },
      {
        kind: 'edit',
        person: 'Bo Ås',
        before: { variants: ['Lower Sachsen'] },
        after: { variants: ['Lower Sachsen', 'Nedre Sachsen'] },
      },
      {
        kind: 'add',
        person: 'Anna Ek',
        before: {},
        after: expect.objectContaining({ preferred: 'Niedersachsen' }) as object,
      },
    ])
  })

  it('are refused where another has changed them meanwhile', async () => {
    const room = await openRoom()
    const { deps, anna, bo } = room
    const term = await add(room, 'Niedersachsen', ['Lower Sachsen'])
    await editTerm(deps, { person: bo, id: term.id, version: 1 }, { note: 'delstat' })
    const late = editTerm(deps, { person: anna, id: term.id, version: 1 }, { note: 'land' })
    expect((await problemOf(late)).code).toBe('term-misfit')
    const two = ['a', 'b'].map(note => editTerm(deps, { person: anna, id: term.id, version: 2 }, { note }))
    expect((await Promise.allSettled(two)).map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await problemOf(editTerm(deps, { person: anna, id: '0'.repeat(16) }, {}))).code).toBe('term-unknown')
    expect((await problemOf(addTerm(deps, { person: null }, entry('x1')))).code).toBe('name-missing')
  })

  it('do not contradict each other', async () => {
    const room = await openRoom()
    const term = await add(room, 'förskola', ['daghem'])
    await add(room, 'avfart', ['utfart'], { domain: 'trafik' })
    const tries: readonly (readonly [TermEntry, string])[] = [
      [entry('förskola', ['dagis']), 'term-taken'],
      [entry('lekskola', ['Daghem']), 'term-variant-taken'],
      [entry('daghem', ['dagis']), 'term-contradicts'],
      [entry('kindergarten', ['förskola']), 'term-contradicts'],
      [entry('utfart', [], { domain: 'Trafik' }), 'term-contradicts'],
      [entry('resa', ['utfart'], { domain: 'trafik' }), 'term-variant-taken'],
    ]
    for (const [raw, code] of tries)
      expect([raw.preferred, (await problemOf(addTerm(room.deps, { person: room.anna }, raw))).code]).toEqual([
        raw.preferred,
        code,
      ])
    expect((await problemOf(add(room, 'förskola'))).values).toMatchObject({ id: term.id })
    // of another domain, or not approved, it may be
    await add(room, 'resa', ['utfart'], { domain: 'turism' })
    await add(room, 'lekskola', ['daghem'], { status: 'proposed' })
    const two = ['x1', 'x2'].map(preferred => add(room, preferred, ['samma variant']))
    expect((await Promise.allSettled(two)).map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('are listed in Swedish order, page by page, searched and filtered', async () => {
    const room = await openRoom()
    const { deps, anna } = room
    const csv = ['preferred,variants,domain,status', 'öl,,,', 'ål,,,', 'zebra,,,']
    for (let i = 0; i < 120; i++)
      csv.push(`term ${i},variant ${i},${i % 2 ? 'trafik' : 'polis'},${i % 3 ? '' : 'proposed'}`)
    await importTerms(deps, { person: anna, stamp: '' }, csv.join('\n'))
    const seen: string[] = []
    let page = await listTerms(deps, {})
    for (; ; page = await listTerms(deps, { after: page.next ?? '' })) {
      seen.push(...page.items.map(({ preferred }) => preferred))
      if (page.next === null) break
    }
    expect(seen).toEqual([...Array.from({ length: 120 }, (_, i) => `term ${i}`), 'zebra', 'ål', 'öl'])
    const back = await listTerms(deps, { before: page.previous ?? '' })
    expect(back.items.at(-1)?.preferred).toBe('term 99')
    expect(back.items).toHaveLength(50)
    expect((await listTerms(deps, { before: back.previous ?? '' })).previous).toBe(null)
    expect(page.counts).toEqual({ approved: 83, proposed: 40, declined: 0 })
    const found = await listTerms(deps, { search: 'VARIANT 11', status: 'approved', domain: 'trafik' })
    expect(found.items.map(({ preferred }) => preferred)).toEqual(['term 11', 'term 113', 'term 115', 'term 119'])
    expect(found.counts).toEqual({ approved: 4, proposed: 2, declined: 0 })
    expect((await listTerms(deps, { search: '50%_' })).items).toEqual([])
    expect(await termDomains(deps)).toEqual(['polis', 'trafik'])
    expect((await problemOf(listTerms(deps, { after: 'x' }))).code).toBe('field-invalid')
  })

  it('hold for every text once approved: the house has another stamp', async () => {
    const room = await openRoom()
    const { deps, anna } = room
    const stamps = [(await readHouse(deps)).stamp]
    const term = await add(room, 'Niedersachsen', ['Lower Sachsen'], { status: 'proposed' })
    stamps.push((await readHouse(deps)).stamp)
    expect((await readHouse(deps)).terms.list).toEqual([])
    await editTerm(deps, { person: anna, id: term.id }, { status: 'approved' })
    stamps.push((await readHouse(deps)).stamp)
    expect((await readHouse(deps)).terms.list).toMatchObject([{ id: term.id, preferred: 'Niedersachsen' }])
    // the same list until something changes: it is made ready once
    expect((await readHouseTerms(deps)).list).toBe((await readHouse(deps)).terms.list)
    await editTerm(deps, { person: anna, id: term.id }, { note: 'delstat' })
    stamps.push((await readHouse(deps)).stamp)
    expect(stamps.map(stamp => stamp === stamps[0])).toEqual([true, true, false, false])
    expect(stamps[2]).not.toBe(stamps[3])
  })

  it('are known by the corrections that follow them', async () => {
    const room = await openRoom()
    await add(room, 'Niedersachsen', ['Lower Sachsen'])
    await add(room, 'förskola', ['daghem'])
    await add(room, 'rycka ut', ['flytta ut'])
    await add(room, 'inrikesminister', ['interiörminister'])
    const follows = await followedTerms(room.deps)
    // the same list goes to the checks' threads, to which only data can go
    const sent = await readHouseTerms(room.deps)
    expect(structuredClone(sent)).toEqual(sent)
    const asked = [
      ['Lower Sachsen', 'Niedersachsen'],
      ['Lower Sachsens', 'Niedersachsens'],
      ['Lower Sachsen-baserad', 'Niedersachsen-baserad'],
      ['ett nytt daghem', 'en ny förskola'],
      ['Flyttade ut', 'Ryckte ut'],
      ['interiörministerposten', 'inrikesministerposten'],
      ['Lower Sachsen', 'Sachsen'],
      ['flyttade', 'ryckte'],
      ['', 'Niedersachsen'],
    ] as const
    expect(asked.map(([before, after]) => follows(before, after)?.preferred ?? '–')).toEqual([
      'Niedersachsen', 'Niedersachsen', 'Niedersachsen', 'förskola', 'rycka ut', 'inrikesminister', '–', '–', '–',
    ]) // prettier-ignore
  })
})
