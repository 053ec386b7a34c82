import { changeMany, type ManyAction } from '../../app/change-many.ts'
import { exportMany } from '../../app/export-many.ts'
import { Problem } from '../../errors.ts'
import { contentDisposition } from '../../formats/file-name.ts'
import { states } from '../../wire/common.ts'
import { safeReturn } from '../address.ts'
import { field, fieldList, oneOf, writer } from '../form.ts'
import type { Answer, Ask, Page } from '../page.ts'

const actions = ['state', 'archive', 'unarchive', 'export'] as const

/** One file where one holds them all, else a zip. */
async function give(ask: Ask, articleIds: readonly string[]): Promise<Answer> {
  const { fileName, mediaType, body } = await exportMany(ask.deps, articleIds, field(ask, 'format'))
  return { kind: 'file', body, mediaType, disposition: contentDisposition(fileName) }
}

/** The same done to all that are chosen in the queue. */
export const queueChange: Page = async ask => {
  const kind = oneOf('action', actions, field(ask, 'action'))
  const articleIds = fieldList(ask, 'article').filter(id => /^[0-9a-z]{16}$/.test(id))
  if (articleIds.length === 0) throw new Problem('nothing-chosen')
  if (kind === 'export') return give(ask, articleIds)
  const action: ManyAction = kind === 'state' ? { kind, state: oneOf('state', states, field(ask, 'state')) } : { kind }
  const results = await changeMany(ask.deps, { person: await writer(ask), articleIds, action })
  const done = results.filter(result => result.problem === null).length
  const data = {
    changed: done,
    results: results.map(({ articleId, problem }) => ({ articleId, problem: problem?.code ?? null })),
  }
  return { kind: 'go', to: safeReturn(field(ask, 'back')), notice: ['manyChanged', done], data }
}
