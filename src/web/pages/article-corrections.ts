import { articleDetails } from '../../app/articles/article-details.ts'
import { findBareHead } from '../../app/find-head.ts'
import { listArticleCorrections, type OnlyCorrections } from '../../app/corrections/list-article-corrections.ts'
import { correctionNow, ruleCorrection } from '../../app/corrections/rule-correction.ts'
import { Problem } from '../../errors.ts'
import { messages, problemSentence } from '../../i18n/index.ts'
import { rulingRequest } from '../../wire/correction.ts'
import { articleAddress } from '../address.ts'
import { field, oneOf, parsed, wholeNumber, writer } from '../form.ts'
import type { Answer, Ask, Page } from '../page.ts'
import { correctionEntry } from '../view/correction-entry.ts'
import { categoryGroups, severityChoices } from '../view/flag-choices.ts'
import { seen } from '../view/seen.ts'
import { fromAWord, toAWord } from '../view/whole-words.ts'
import { which } from '../which.ts'

const choices = ['all', 'proposed'] as const

const idOf = (value: string | null): string | undefined =>
  value !== null && /^[0-9a-z]{16}$/.test(value) ? value : undefined

/** Which of them, and which page; told by the address, or by the form that comes back. */
interface Listing {
  readonly only: OnlyCorrections
  readonly page: number
  /** the one whose form is open */
  readonly edit: string | undefined
}

async function list(ask: Ask, listing: Listing, refusal: Problem | null): Promise<Answer> {
  const chosen = which(ask)
  const { only, page, edit } = listing
  const correction = idOf(ask.query.get('correction'))
  const [found, details] = await Promise.all([
    listArticleCorrections(ask.deps, { ...chosen, only, page, correction }),
    articleDetails(ask.deps, chosen.articleId),
  ])
  const m = messages(ask.language)
  return {
    kind: 'page',
    view: 'article-corrections',
    status: refusal?.status ?? 200,
    data: found,
    model: {
      title: m.corrections.article.title,
      details,
      language: details.translations.find(t => t.id === found.translationId)?.language ?? details.language,
      translationId: chosen.translationId ?? null,
      found,
      only,
      edit,
      entries: found.corrections.map(listed => ({
        ...listed,
        ...correctionEntry(ask.language, listed),
        around: { before: seen(fromAWord(listed.contextBefore)), after: seen(toAWord(listed.contextAfter)) },
      })),
      typed: refusal && {
        category: field(ask, 'category'),
        severity: field(ask, 'severity'),
        comment: field(ask, 'comment'),
      },
      refusal: refusal && problemSentence(ask.language, refusal),
      groups: categoryGroups(ask.language),
      severities: severityChoices(ask.language),
    },
  }
}

export const articleCorrections: Page = ask => {
  const only = ask.query.get('only')
  return list(
    ask,
    {
      only: only === null ? 'all' : oneOf('only', choices, only),
      page: wholeNumber('page', ask.query.get('page') ?? '1'),
      edit: idOf(ask.query.get('edit')),
    },
    null,
  )
}

/** Which correction a form means, by its id: its words may be longer than a form sends them, and have line ends. */
async function fromForm(ask: Ask, id: string | undefined) {
  const { id: translationId } = await findBareHead(ask.deps.store.db, which(ask))
  if (id === undefined) throw new Problem('correction-misfit')
  const { fromA, toA, after } = await correctionNow(ask.deps, translationId, id)
  const said = { category: field(ask, 'category'), severity: field(ask, 'severity'), comment: field(ask, 'comment') }
  const { category, severity, comment } = parsed(rulingRequest, { fromA, toA, after: '', ...said })
  return { fromA, toA, after, category, severity, comment }
}

/** A person says what category a correction is. */
export const correctionRule: Page = async ask => {
  const chosen = which(ask)
  const person = await writer(ask)
  if (ask.sentJson)
    return {
      kind: 'data',
      data: await ruleCorrection(ask.deps, { ...chosen, person }, parsed(rulingRequest, ask.body)),
    }
  const id = idOf(field(ask, 'correction'))
  const only = field(ask, 'only') === 'proposed' ? 'proposed' : 'all'
  const page = wholeNumber('page', field(ask, 'page') || '1')
  try {
    const data = await ruleCorrection(ask.deps, { ...chosen, person }, await fromForm(ask, id))
    const query = {
      translation: chosen.translationId,
      only: only === 'all' ? null : only,
      page: page === 1 ? null : page,
    }
    return {
      kind: 'go',
      to: `${articleAddress(chosen.articleId, 'corrections', query)}#c-${data.id}`,
      notice: ['correctionRuled'],
      data,
    }
  } catch (error) {
    const shown = error instanceof Problem && (error.code === 'field-invalid' || error.code === 'correction-misfit')
    if (!shown || ask.program) throw error
    return list(ask, { only, page, edit: id }, error)
  }
}
