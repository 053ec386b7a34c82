import { undisputed } from '../../../src/app/annotate/compare-annotations.ts'
import { ensurePerson } from '../../../src/app/ensure-person.ts'
import { flagStory } from '../../../src/app/flags/flag-story.ts'
import { flagsOf } from '../../../src/app/flags/list-flags.ts'
import { exportArticle } from '../../../src/app/exports/export-article.ts'
import type { AdjudicationRequest } from '../../../src/wire/annotation.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { flagOn } from '../desk.ts'
import { problemOf } from '../newsroom.ts'
import { annotator } from './annotated.ts'
import { compared, mt } from './compared.ts'

forEachStore('two annotations', open => {
  test('stand beside each other in the order of the text, with figures of how far they agree', async () => {
    const { look } = await compared(await open())
    const { a, b, pairs, figures } = await look()
    expect([a.layer, b.layer]).toEqual(['Anna Ek', 'Bo Ås'])
    expect(pairs.map(({ kind, a, b, sameSeverity }) => [kind, a?.words ?? '', b?.words ?? '', sameSeverity])).toEqual([
      ['overlapping', 'Lower Sachsen', 'Sachsen', false],
      ['same', 'varnar', 'varnar', true],
      ['a', 'cannabiskarnival', '', true],
      ['b', '', 'Tyskland', true],
    ])
    // one of three and three; 6 characters alike and 7 by half, of 35 and 21
    expect(figures.exact.f1).toBeCloseTo(1 / 3)
    expect(figures.characters.f1).toBeCloseTo((2 * 9.5) / (35 + 21))
    expect(figures.onPairs.category).toBe(1)
  })

  test('are agreed on: A’s, B’s, another version or none; the latest decision holds, and both stay as they were', async () => {
    const { deps, translationId, mine, his, look, decide, articleId } = await compared(await open())
    const before = (await look()).pairs.map(({ a, b }) => ({ a, b }))
    const agreed = async () =>
      (await flagsOf(deps, translationId)).map(f => [f.words, f.severity, f.layer, f.suggestion])
    const pair = { a: mine.id, b: his.id }
    await decide({ ...pair, choice: 'a' })
    expect(await agreed()).toEqual([['Lower Sachsen', 'major', 'shared', 'Niedersachsen']])
    await decide({ ...pair, choice: 'b' })
    expect(await agreed()).toEqual([['Sachsen', 'minor', 'shared', '']])
    const own = flagOn(mt, 'LKA Lower Sachsen', { severity: 'critical' })
    await decide({ ...pair, choice: 'other', own })
    expect(await agreed()).toEqual([['LKA Lower Sachsen', 'critical', 'shared', '']])
    const exported = String((await exportArticle(deps, { articleId, format: 'json' })).body)
    expect(exported).toContain('"words": "LKA Lower Sachsen"')
    await decide({ ...pair, choice: 'none' })
    expect(await agreed()).toEqual([])
    const { pairs } = await look()
    expect(pairs[0]?.decision).toMatchObject({ choice: 'none', person: 'Anna Ek', agreed: null })
    expect(pairs.map(({ a, b }) => ({ a, b }))).toEqual(before)
    expect(await deps.store.db.selectFrom('adjudication').select('choice').orderBy('id').execute()).toHaveLength(4)
  })

  test('go out with what was agreed on, and in JSON who decided what', async () => {
    const { deps, articleId, mine, his, decide } = await compared(await open())
    await decide({ a: mine.id, b: his.id, choice: 'b' })
    const given = async (format: string) => String((await exportArticle(deps, { articleId, format })).body)
    const { flags, decisions } = JSON.parse(await given('json')) as { flags: { id: string; layer: string }[]; decisions: object[] } // prettier-ignore
    const agreed = flags.find(({ layer }) => layer === 'shared')?.id
    expect(decisions).toMatchObject([{ a: mine.id, b: his.id, choice: 'b', flag: agreed, person: 'Anna Ek' }])
  })

  test('the same words said otherwise change the agreed flag; its story tells', async () => {
    const { deps, translationId, mine, his, decide } = await compared(await open())
    const pair = { a: mine.id, b: his.id }
    const own = flagOn(mt, 'Lower Sachsen', { severity: 'minor' })
    await decide({ ...pair, choice: 'a' })
    const [first] = await flagsOf(deps, translationId)
    await decide({ ...pair, choice: 'other', own })
    const [second, ...more] = await flagsOf(deps, translationId)
    expect([second?.id, second?.severity, more]).toEqual([first?.id, 'minor', []])
    expect((await flagStory(deps, second?.id ?? '')).events.map(({ kind }) => kind)).toEqual(['set', 'edit'])
  })

  test('what both say alike is accepted at once, and only once', async () => {
    const { deps, translationId, look, decide } = await compared(await open())
    const { pairs } = await look()
    expect(undisputed(pairs)).toHaveLength(1)
    expect(await decide(...undisputed(pairs))).toMatchObject({ decided: 1 })
    expect((await flagsOf(deps, translationId)).map(({ words }) => words)).toEqual(['varnar'])
    expect(undisputed((await look()).pairs)).toEqual([])
  })

  test('a third annotator’s finding of the same error changes what was agreed on, and makes no second flag', async () => {
    const { deps, translationId, mine, his, look, decide } = await compared(await open())
    const cia = await ensurePerson(deps, 'Cia Öst')
    await decide({ a: mine.id, b: his.id, choice: 'b' })
    const cias = await annotator(deps, mt, { person: cia, translationId })
    const hers = await cias.mark('Lower Sachsen', { severity: 'critical' })
    await cias.move('finish')
    await decide({ a: mine.id, b: hers.id, choice: 'b' })
    expect((await flagsOf(deps, translationId)).map(({ severity }) => severity)).toEqual(['critical'])
    expect((await look()).pairs[0]?.decision).toMatchObject({ choice: 'other', agreed: { severity: 'critical' } })
  })

  test('refused: flags that are not there, of one annotator, or a version without words', async () => {
    const { mine, his, annas, decide, look } = await compared(await open())
    const [, , third] = (await look()).pairs
    const code = async (request: Omit<AdjudicationRequest, 'comment'>) => (await problemOf(decide(request))).code
    expect(await code({ a: '', b: '', choice: 'none' })).toBe('adjudication-misfit')
    expect(await code({ a: mine.id, b: third?.a?.id ?? '', choice: 'a' })).toBe('adjudication-misfit')
    expect(await code({ a: mine.id, b: '', choice: 'b' })).toBe('adjudication-misfit')
    expect(await code({ a: mine.id, b: his.id, choice: 'other' })).toBe('field-invalid')
    await annas.move('reopen')
    expect(await code({ a: mine.id, b: his.id, choice: 'a' })).toBe('annotation-begun')
  })
})
