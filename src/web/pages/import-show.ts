import { dropImport } from '../../app/imports/drop-import.ts'
import { importView, type ImportView } from '../../app/imports/import-view.ts'
import { queueChoices } from '../../app/queue/list-articles.ts'
import { mapColumns } from '../../app/imports/preview-files.ts'
import { startImport, type Chosen } from '../../app/imports/run-import.ts'
import { Problem } from '../../errors.ts'
import { roles } from '../../formats/document.ts'
import { messages } from '../../i18n/index.ts'
import { importAddress, importsAddress } from '../address.ts'
import { field, fieldList, fields, oneOf, writer } from '../form.ts'
import type { Answer, Ask, Page } from '../page.ts'
import { readChoice } from '../view/alike-choices.ts'
import { importRefusal, importTold } from '../view/import-told.ts'
import { fileId, importId } from '../which.ts'

const termsChoices = ['proposed', 'approved', 'leave'] as const

/** What is to become of terms, where anything is said of it. @throws Problem field-invalid */
export const termsChoice = (ask: Ask): (typeof termsChoices)[number] | undefined =>
  field(ask, 'terms') === '' ? undefined : oneOf('terms', termsChoices, field(ask, 'terms'))

async function page(ask: Ask, refusal: Problem | null): Promise<Answer> {
  const job = await importView(ask.deps, importId(ask))
  const told = importTold(ask.language, job)
  const { systems } = await queueChoices(ask.deps)
  return {
    kind: 'page',
    view: 'import-show',
    status: refusal?.status ?? 200,
    data: { ...job, busy: told.busy, told: told.told, done: told.done, all: told.all },
    model: {
      title: messages(ask.language).imports.previewTitle,
      job: told,
      busy: told.busy,
      told: told.told,
      options: job.options,
      systems,
      roles,
      readable: told.files.filter(({ readable }) => readable).length,
      terms: job.files.reduce((sum, { about }) => sum + about.totals.terms, 0),
      refusal: importRefusal(ask.language, refusal),
    },
  }
}

/** Files that came in: what they hold, how far their import has got, what became of them. */
export const importShow: Page = ask => page(ask, null)

/** Does something with an import, and shows it again; what was refused is told above it. */
const acting =
  (act: (ask: Ask, id: string) => Promise<string>): Page =>
  async ask => {
    const id = importId(ask)
    try {
      const to = await act(ask, id)
      return to.startsWith(importAddress(id))
        ? { kind: 'go', to, data: await importView(ask.deps, id) }
        : { kind: 'go', to, notice: ['batchDropped'], data: {} }
    } catch (error) {
      if (!(error instanceof Problem) || error.status >= 500 || error.status === 404 || ask.program) throw error
      return page(ask, error)
    }
  }

/** What a person has said of files that were recognised: `as-ID` is the choice, `system-ID` the name of another system. */
function translationsChosen(ask: Ask, job: ImportView): NonNullable<Chosen['as']> {
  const chosen = new Map<string, { articleId: string; system: string }>()
  for (const { id, about } of job.files) {
    const choice = readChoice(field(ask, `as-${id}`))
    if (!choice) continue
    const { articleId } = choice
    const known = about.alike.find(article => article.articleId === articleId)
    if (!known) throw new Problem('article-unknown', { id: '' })
    const latest = known.translations.at(-1)?.system ?? ''
    const system = choice.as === 'other' ? field(ask, `system-${id}`) : field(ask, 'system') || latest
    chosen.set(id, { articleId, system })
  }
  return chosen
}

/** Those chosen become articles. A program that says nothing of them means all. */
export const importStart = acting(async (ask, id) => {
  const chosen = fields(ask)['file'] === undefined && ask.program ? undefined : fieldList(ask, 'file')
  const as = translationsChosen(ask, await importView(ask.deps, id))
  const options = {
    system: field(ask, 'system'),
    sourceLanguage: field(ask, 'sourceLanguage'),
    terms: termsChoice(ask),
  }
  await startImport(ask.deps, await writer(ask), id, { files: chosen, as, options })
  return importAddress(id)
})

/** A person says what the columns of a table are. */
export const importColumns = acting(async (ask, id) => {
  const named = fieldList(ask, 'role').map(role => oneOf('role', roles, role))
  const heading = field(ask, 'heading') !== '' || fields(ask)['heading'] === true
  const file = fileId(ask)
  await mapColumns(ask.deps, file, { roles: named, heading })
  const { files } = await importView(ask.deps, id)
  return `${importAddress(id)}#f-${files.findIndex(each => each.id === file) + 1}`
})

export const importDrop = acting(async (ask, id) => {
  await dropImport(ask.deps, ask.person, id)
  return importsAddress()
})
