import { changeMany, type ManyAction } from '../../app/change-many.ts'
import { exportArticle } from '../../app/export-article.ts'
import { Problem } from '../../errors.ts'
import { contentDisposition } from '../../formats/file-name.ts'
import { zip } from '../../formats/lib/zip.ts'
import { states } from '../../wire/common.ts'
import { safeReturn } from '../address.ts'
import { field, fieldList, oneOf, writer } from '../form.ts'
import type { Answer, Ask, Page } from '../page.ts'

const actions = ['state', 'archive', 'unarchive', 'export'] as const

/** One file as it is; several in a zip, where equal names are told apart by a number. */
async function exportMany(ask: Ask, articleIds: readonly string[]): Promise<Answer> {
  const format = field(ask, 'format')
  const [only] = articleIds
  if (only !== undefined && articleIds.length === 1) {
    const { fileName, mediaType, body } = await exportArticle(ask.deps, { articleId: only, format })
    return { kind: 'file', body, mediaType, disposition: contentDisposition(fileName) }
  }
  const taken = new Map<string, number>()
  const files = []
  for (const articleId of articleIds) {
    const { fileName, body } = await exportArticle(ask.deps, { articleId, format })
    const times = (taken.get(fileName.utf8) ?? 0) + 1
    taken.set(fileName.utf8, times)
    const name = times === 1 ? fileName.utf8 : fileName.utf8.replace(/(\.\w+)?$/, ` (${times})$1`)
    files.push({ name, bytes: typeof body === 'string' ? Buffer.from(body) : Buffer.from(body) })
  }
  return {
    kind: 'file',
    body: await zip(files, ask.deps.now()),
    mediaType: 'application/zip',
    disposition: 'attachment; filename="rodpenna.zip"',
  }
}

/** The same done to all that are chosen in the queue. */
export const queueChange: Page = async ask => {
  const kind = oneOf('action', actions, field(ask, 'action'))
  const articleIds = fieldList(ask, 'article').filter(id => /^[0-9a-z]{16}$/.test(id))
  if (articleIds.length === 0) throw new Problem('nothing-chosen')
  if (kind === 'export') return exportMany(ask, articleIds)
  const action: ManyAction = kind === 'state' ? { kind, state: oneOf('state', states, field(ask, 'state')) } : { kind }
  const results = await changeMany(ask.deps, { person: await writer(ask), articleIds, action })
  const done = results.filter(result => result.problem === null).length
  const data = {
    changed: done,
    results: results.map(({ articleId, problem }) => ({ articleId, problem: problem?.code ?? null })),
  }
  return { kind: 'go', to: safeReturn(field(ask, 'back')), notice: ['manyChanged', done], data }
}
