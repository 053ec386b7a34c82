import { addTranslation } from '../../app/add-translation.ts'
import { Problem } from '../../errors.ts'
import { problemSentence } from '../../i18n/index.ts'
import { articleAddress, translationsAddress } from '../address.ts'
import { field, writer } from '../form.ts'
import type { Ask, Page } from '../page.ts'
import { readUpload } from '../read-upload.ts'
import { articleId } from '../which.ts'
import { translationsPage } from './translations-compare.ts'

/** What was pasted; else the file. */
const textOf = async (ask: Ask): Promise<string> => {
  const [file] = ask.files.filter(each => each.bytes.length > 0 || each.name !== '')
  const pasted = field(ask, 'text')
  return pasted.trim() === '' && file ? (await readUpload(file)).text : pasted
}

/** Another machine translation of the article, pasted or as a file. */
export const translationAdd: Page = async ask => {
  const id = articleId(ask)
  const person = await writer(ask)
  try {
    const about = {
      system: field(ask, 'system'),
      address: field(ask, 'address'),
      sourceLanguage: field(ask, 'sourceLanguage'),
      sourceText: field(ask, 'sourceText'),
    }
    const data = await addTranslation(ask.deps, { ...about, person, articleId: id, text: await textOf(ask) })
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
