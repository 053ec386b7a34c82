import { fileDetails } from '../../../src/app/articles/article-details.ts'
import { exportArticle } from '../../../src/app/exports/export-article.ts'
import { openDesk } from '../../../src/app/desk/open-desk.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { imported, previewed, upload, xliff } from '../files.ts'
import { newsroom } from '../newsroom.ts'

const targets = ['Det brinner.', 'Polisen varnar.', 'Slut.']
const states = [' state="final"', ' state="needs-review-translation" state-qualifier="mt-suggestion"', '']
const file = states.reduce((text, state) => text.replace('<target>', `<target${state}> `), xliff(targets))

forEachStore('how far a file says that its segments had come', open => {
  test('is counted before it comes in', async () => {
    const { files } = await previewed(await newsroom(await open()), [upload('nyhet.xlf', file)])
    expect(files[0]?.about.documents[0]?.stages).toEqual({ approved: 1, review: 1 })
    expect(files[0]?.about.totals.stages).toEqual({ approved: 1, review: 1 })
  })

  test('is kept beside each paragraph; the article is new all the same, and goes back as it came', async () => {
    const room = await newsroom(await open())
    const { files } = await imported(room, [upload('nyhet.xlf', file)])
    const articleId = files[0]?.articles[0]?.articleId ?? ''
    const desk = await openDesk(room.deps, { articleId })
    expect(desk.translation.state).toBe('new')
    expect(desk.file?.states).toEqual({
      kinds: [
        { stage: 'approved', said: 'final', locked: false },
        { stage: 'review', said: 'needs-review-translation, mt-suggestion', locked: false },
      ],
      lines: [0, 1, -1],
    })
    expect(await fileDetails(room.deps, desk.translation.id)).toEqual({
      name: 'nyhet.xlf',
      format: 'xliff1',
      segments: 3,
      stages: { approved: 1, review: 1 },
    })
    const { body } = await exportArticle(room.deps, { articleId, format: 'xliff1' })
    expect(Buffer.from(body).toString()).toBe(file)
  })

  test('is nothing of a text that came in without a file', async () => {
    const room = await newsroom(await open())
    const { articleId, translationId } = await room.bring({ text: 'Det brinner.' })
    expect((await openDesk(room.deps, { articleId })).file).toBeNull()
    expect(await fileDetails(room.deps, translationId)).toBeNull()
  })
})
