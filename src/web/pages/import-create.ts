import { usualOptions } from '../../app/imports/about-file.ts'
import { previewFiles } from '../../app/imports/preview-files.ts'
import { importView } from '../../app/imports/import-view.ts'
import { Problem } from '../../errors.ts'
import { messages } from '../../i18n/index.ts'
import { importAddress } from '../address.ts'
import { field, writer } from '../form.ts'
import type { Answer, Ask, Page } from '../page.ts'
import { importRefusal } from '../view/import-told.ts'
import { termsChoice } from './import-show.ts'

const form = (ask: Ask, refusal: Problem | null): Answer => ({
  kind: 'page',
  view: 'import-new',
  status: refusal?.status ?? 200,
  model: {
    title: messages(ask.language).imports.newTitle,
    megabytes: Math.round(ask.deps.limits.files.bytes / 1_000_000),
    refusal: importRefusal(ask.language, refusal),
  },
})

export const importNew: Page = ask => form(ask, null)

/** Files are sent in: what they hold is told on the page that follows; nothing becomes an article yet. */
export const importCreate: Page = async ask => {
  const uploads = ask.files.filter(({ bytes, name }) => bytes.length > 0 || name !== '')
  try {
    const options = {
      system: field(ask, 'system'),
      sourceLanguage: field(ask, 'sourceLanguage'),
      terms: termsChoice(ask) ?? usualOptions.terms,
    }
    const { jobId } = await previewFiles(ask.deps, await writer(ask), uploads, options)
    return { kind: 'go', to: importAddress(jobId), status: 201, data: await importView(ask.deps, jobId) }
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500 || ask.program) throw error
    return form(ask, error)
  }
}
