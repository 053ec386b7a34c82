import { exportArticle } from '../../../src/app/exports/export-article.ts'
import { compareAnnotations } from '../../../src/app/annotate/compare-annotations.ts'
import { createReadThread } from '../../../src/app/imports/read-thread.ts'
import type { Store } from '../../../src/store/db/store.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { imported, upload } from '../files.ts'
import { newsroom } from '../newsroom.ts'
import { compared } from './compared.ts'

const reader = createReadThread()
afterAll(() => reader.close())

/** What a file brings to a program that has nothing yet. */
async function brought(store: Store, name: string, body: string) {
  const fresh = await newsroom(store)
  const room = { ...fresh, deps: { ...fresh.deps, reader } }
  await imported(room, [upload(name, body)])
  const { id, article_id } = await store.db.selectFrom('translation').select(['id', 'article_id']).executeTakeFirstOrThrow() // prettier-ignore
  const found = await compareAnnotations(room.deps, { translationId: id, person: null, a: 'Anna Ek', b: 'Bo Ås' })
  if (!found.compared) throw new Error('nothing to compare')
  const json = async () => String((await exportArticle(room.deps, { articleId: article_id, format: 'json' })).body)
  return { ...found, compared: found.compared, json }
}

forEachStore('an annotation that was given out and is read again', open => {
  /** Anna and Bo, who has opened his again after he could see hers; of one place it was decided twice. */
  const given = async () => {
    const site = await compared(await open())
    await site.bos.move('reopen')
    await site.bos.move('finish')
    const pair = { a: site.mine.id, b: site.his.id }
    await site.decide({ ...pair, choice: 'a' })
    await site.decide({ ...pair, choice: 'b' })
    const file = async (format: string) => String((await exportArticle(site.deps, { articleId: site.articleId, format })).body) // prettier-ignore
    return { ...site, file }
  }
  type Told = Readonly<Record<'decisions' | 'annotators', readonly Readonly<Record<string, unknown>>[]>>
  const told = (json: string): unknown => {
    const { decisions, annotators } = JSON.parse(json) as Told
    return { annotators, decisions: decisions.map(({ a, b, flag, ...rest }) => [a !== '', b !== '', flag !== '', rest]) } // prettier-ignore
  }

  test('as JSON has the decisions and who was not blind as they were, here and in the next file', async () => {
    const { file, look } = await given()
    const body = await file('json')
    const { compared: here, json } = await brought(await open(), 'karneval.json', body)
    const before = await look()
    expect(here).toMatchObject({
      blind: false,
      places: { decided: 1, all: 4 },
      a: { saw: [] },
      b: { saw: ['Anna Ek'] },
    })
    const decision = ({ pairs }: typeof here) => {
      const { choice, person, at, agreed } = pairs[0]?.decision ?? {}
      return { choice, person, at, agreed: agreed?.words }
    }
    expect(decision(here)).toEqual(decision(before))
    expect(decision(here)).toMatchObject({ choice: 'b', agreed: 'Sachsen' })
    const [first, again] = [told(body), told(await json())]
    // what was decided first made a flag that is there no more
    expect(again).toMatchObject({ annotators: (first as Told).annotators, decisions: [[true, true, false, { choice: 'a' }], [true, true, true, { choice: 'b' }]] }) // prettier-ignore
  })

  test.each([['mqmtsv', 'karneval.tsv'], ['esa', 'karneval.json']])('as %s has who was not blind', async (format, name) => {
    const { file } = await given()
    const { compared: here } = await brought(await open(), name, await file(format))
    expect(here).toMatchObject({ blind: false, a: { saw: [] }, b: { saw: ['Anna Ek'] } })
  }) // prettier-ignore
})
