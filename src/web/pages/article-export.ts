import { exportArticle } from '../../app/exports/export-article.ts'
import { contentDisposition } from '../../formats/file-name.ts'
import { exportChoice } from '../export-choice.ts'
import type { Page } from '../page.ts'
import { which } from '../which.ts'

export const articleExport: Page = async ask => {
  const { fileName, mediaType, body } = await exportArticle(ask.deps, {
    ...which(ask),
    ...exportChoice(ask, ask.query.get('format') ?? '', name => ask.query.get(name)),
  })
  return { kind: 'file', body, mediaType, disposition: contentDisposition(fileName) }
}
