import { exportArticle } from '../../app/export-article.ts'
import { contentDisposition } from '../../formats/file-name.ts'
import type { Page } from '../page.ts'
import { which } from '../which.ts'

export const articleExport: Page = async ask => {
  const { fileName, mediaType, body } = await exportArticle(ask.deps, {
    ...which(ask),
    format: ask.query.get('format') ?? '',
  })
  return { kind: 'file', body, mediaType, disposition: contentDisposition(fileName) }
}
