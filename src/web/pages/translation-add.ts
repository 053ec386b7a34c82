import { addTranslation } from '../../app/articles/add-translation.ts'
import type { Person } from '../../app/deps.ts'
import { previewFiles } from '../../app/imports/preview-files.ts'
import { startImport } from '../../app/imports/run-import.ts'
import { Problem } from '../../errors.ts'
import { problemSentence } from '../../i18n/index.ts'
import { articleAddress, importAddress, translationsAddress } from '../address.ts'
import { field, writer } from '../form.ts'
import type { Answer, Ask, Page, Upload } from '../page.ts'
import { articleId } from '../which.ts'
import { translationsPage } from './translations-compare.ts'

/** The file comes in at once: what it is to be has been said. What becomes of it is told on the page of its import. */
async function addFile(ask: Ask, person: Person, id: string, file: Upload): Promise<Answer> {
  const system = field(ask, 'system')
  const options = { system, sourceLanguage: field(ask, 'sourceLanguage'), terms: 'leave' } as const
  const { jobId, fileIds } = await previewFiles(ask.deps, person, [file], options)
  const as = new Map(fileIds.map(fileId => [fileId, { articleId: id, system }]))
  // one that could not be read is told there too
  await startImport(ask.deps, person, jobId, { as }).catch((error: unknown) => {
    if (!(error instanceof Problem && error.code === 'nothing-chosen')) throw error
  })
  return { kind: 'go', to: importAddress(jobId), data: { importId: jobId }, status: 202 }
}

/** Another machine translation of the article, pasted or as a file. */
export const translationAdd: Page = async ask => {
  const id = articleId(ask)
  const person = await writer(ask)
  try {
    const text = field(ask, 'text')
    const [file] = ask.files.filter(each => each.bytes.length > 0 || each.name !== '')
    if (text.trim() === '' && file) return await addFile(ask, person, id, file)
    const about = {
      system: field(ask, 'system'),
      address: field(ask, 'address'),
      sourceLanguage: field(ask, 'sourceLanguage'),
      sourceText: field(ask, 'sourceText'),
    }
    const data = await addTranslation(ask.deps, { ...about, person, articleId: id, text })
    const to = translationsAddress(id, { to: data.translationId })
    return { kind: 'go', to, notice: ['translationAdded'], data, status: 201 }
  } catch (error) {
    const told = error instanceof Problem && (error.status < 404 || error.status === 409 || error.status === 413)
    if (!told || ask.program) throw error
    const { translationId } = error.values
    const there = typeof translationId === 'string' ? articleAddress(id, '', { translation: translationId }) : null
    return translationsPage(ask, { message: problemSentence(ask.language, error), status: error.status, there })
  }
}
