import { articleDetails as readDetails, fileDetails } from '../../app/articles/article-details.ts'
import { editDetails } from '../../app/articles/edit-details.ts'
import { Problem } from '../../errors.ts'
import { stagesListed } from '../../i18n/file-state-told.ts'
import { messages, problemSentence } from '../../i18n/index.ts'
import { articleAddress } from '../address.ts'
import { field, fields, writer } from '../form.ts'
import type { Answer, Ask, Page } from '../page.ts'
import { articleId, which } from '../which.ts'

const editable = ['title', 'address', 'system', 'sourceLanguage', 'sourceText'] as const

async function form(ask: Ask, refusal: Problem | null): Promise<Answer> {
  const details = await readDetails(ask.deps, articleId(ask))
  const { translationId } = which(ask)
  const chosen = translationId === undefined ? undefined : details.translations.find(t => t.id === translationId)
  if (translationId !== undefined && !chosen) throw new Problem('translation-unknown')
  const file = await fileDetails(ask.deps, chosen?.id ?? details.translationId)
  const stored = { ...details, system: chosen?.system ?? details.system }
  const typed = Object.fromEntries(
    editable.map(name => [name, refusal && name in fields(ask) ? field(ask, name) : stored[name]]),
  )
  return {
    kind: 'page',
    view: 'article-details',
    status: refusal?.status ?? 200,
    data: { ...details, file },
    model: {
      title: messages(ask.language).article.detailsTitle,
      details,
      inFile: file && { name: file.name, told: stagesListed(ask.language, file.stages, file.segments) },
      typed,
      translationId,
      refusal: refusal && problemSentence(ask.language, refusal),
    },
  }
}

export const articleDetails: Page = ask => form(ask, null)

/** Fields that are not sent stay as they are. */
export const articleDetailsEdit: Page = async ask => {
  const { articleId: id, translationId } = which(ask)
  const person = await writer(ask)
  const edit = Object.fromEntries(editable.filter(name => name in fields(ask)).map(name => [name, field(ask, name)]))
  try {
    const data = await editDetails(ask.deps, { person, articleId: id, translationId, ...edit })
    return {
      kind: 'go',
      to: articleAddress(id, 'details', { translation: translationId }),
      notice: ['detailsSaved'],
      data,
    }
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 404 || ask.program) throw error
    return form(ask, error)
  }
}
