import { exportArticle } from '../../../src/app/exports/export-article.ts'
import { exportedArticle } from '../../../src/app/exports/exported-article.ts'
import { openDesk } from '../../../src/app/desk/open-desk.ts'
import { purgeArticle } from '../../../src/app/articles/purge-article.ts'
import { createReadThread } from '../../../src/app/imports/read-thread.ts'
import { setFlag } from '../../../src/app/flags/set-flag.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { imported, upload } from '../files.ts'
import { newsroom, type Newsroom } from '../newsroom.ts'

/** Eva has marked an error in the first segment, Per none in either of two, Siv none in the second, which is all that she has seen. */
const marot = [
  'system\tdoc\tdocSegId\tglobalSegId\trater\tsource\ttarget\tcategory\tseverity',
  'A\tnyhet\t1\t1\tEva\tEs brennt.\tDet <v>brinn</v>.\tFluency/Grammar\tMinor',
  'A\tnyhet\t1\t1\tPer\tEs brennt.\tDet brinn.\tNo-error\tNo-error',
  'A\tnyhet\t2\t2\tEva\tDie Polizei kommt.\tPolisen kommer.\tNo-error\tNo-error',
  'A\tnyhet\t2\t2\tPer\tDie Polizei kommt.\tPolisen kommer.\tNo-error\tNo-error',
  'A\tnyhet\t2\t2\tSiv\tDie Polizei kommt.\tPolisen kommer.\tNo-error\tNo-error',
].join('\n')

const reader = createReadThread()
afterAll(() => reader.close())

forEachStore('the annotators of a file', open => {
  const brought = async () => {
    const fresh = await newsroom(await open())
    const room: Newsroom = { ...fresh, deps: { ...fresh.deps, reader } }
    await imported(room, [upload('marot.tsv', marot)])
    const { id: articleId } = await room.deps.store.db.selectFrom('article').select('id').executeTakeFirstOrThrow()
    const given = async (format: string) =>
      Buffer.from((await exportArticle(room.deps, { articleId, format })).body).toString()
    return { room, articleId, given }
  }

  it('are known by name, with the segments that they have looked at', async () => {
    const { room, articleId } = await brought()
    expect((await exportedArticle(room.deps, { articleId })).annotators).toEqual([
      { author: 'Eva', layer: 'Eva', segments: null },
      { author: 'Per', layer: 'Per', segments: null },
      { author: 'Siv', layer: 'Siv', segments: [1] },
    ])
  })

  it('stand in a new file also where they found no error', async () => {
    const { given } = await brought()
    const rows = (await given('mqmtsv')).trimEnd().split('\n').slice(1).map(row => row.split('\t')) // prettier-ignore
    expect(rows.map(row => [row[2], row[4], row[7]])).toEqual([
      ['1', 'Eva', 'Fluency/Grammar'],
      ['1', 'Per', 'no-error'],
      ['2', 'Eva', 'no-error'],
      ['2', 'Per', 'no-error'],
      ['2', 'Siv', 'no-error'],
    ])
    const items = JSON.parse(await given('esa')) as { line_id: number; annotator: string; error_spans: unknown[] }[]
    expect(items.map(item => [item.line_id, item.annotator, item.error_spans.length])).toEqual([
      [0, 'Eva', 1],
      [0, 'Per', 0],
      [1, 'Eva', 0],
      [1, 'Per', 0],
      [1, 'Siv', 0],
    ])
  })

  it('are not joined by an editor who corrects, or who flags in the shared layer, where that was not', async () => {
    const { room, articleId, given } = await brought()
    const { translation, head } = await openDesk(room.deps, { articleId })
    await room.save(room.anna, translation.id, head.text.replace('brinn', 'brinner'))
    const said = { category: 'style/awkward', severity: 'minor', comment: '', suggestion: '' } as const
    await setFlag(
      room.deps,
      { translationId: translation.id, person: room.bo },
      { revision: 0, from: 0, to: 3, ...said },
    )
    const rows = (await given('mqmtsv')).split('\n').map(row => row.split('\t'))
    expect(rows.filter(row => row[4] === 'Bo Ås').map(row => row[2])).toEqual(['1'])
    expect(rows.filter(row => row[4] === 'Anna Ek')).toEqual([])
  })

  it('are forgotten with the article', async () => {
    const { room, articleId } = await brought()
    await purgeArticle(room.deps, { person: room.bo, articleId })
    expect(await room.deps.store.db.selectFrom('annotator').selectAll().execute()).toEqual([])
  })
})
