import { openDesk } from '../../app/desk/open-desk.ts'
import { messages, problemSentence } from '../../i18n/index.ts'
import type { Problem } from '../../errors.ts'
import { field, oneOf, wholeNumber } from '../form.ts'
import type { Answer, Ask, Page } from '../page.ts'
import { codeParagraphs } from '../view/code-entry.ts'
import { which } from '../which.ts'

const choices = ['all', 'lost'] as const

/** Codes on a page: some hundred fields at most. */
const aPage = 50

/** All codes of a text, a paragraph at a time, each with where it stands; those that have lost their words with a form to give them others. */
export async function codesPage(ask: Ask, refusal: Problem | string | null): Promise<Answer> {
  const chosen = which(ask)
  const desk = await openDesk(ask.deps, chosen)
  const asked = (name: string): string => field(ask, name) || (ask.query.get(name) ?? '')
  const only = oneOf('only', choices, asked('only') || 'all')
  const codes = only === 'lost' ? desk.marks.filter(mark => mark.gone) : desk.marks
  const pages = Math.max(1, Math.ceil(codes.length / aPage))
  const page = Math.min(pages, Math.max(1, wholeNumber('page', asked('page') || '1')))
  return {
    kind: 'page',
    view: 'article-codes',
    status: refusal === null ? 200 : typeof refusal === 'string' ? 400 : refusal.status,
    data: { revision: desk.head.number, marks: desk.marks },
    model: {
      title: messages(ask.language).codes.page.title,
      article: desk.article,
      translation: desk.translation,
      translationId: chosen.translationId ?? null,
      revision: desk.head.number,
      only,
      page,
      pages,
      total: desk.marks.length,
      lost: desk.marks.filter(mark => mark.gone).length,
      edit: asked('mark') || asked('edit'),
      typed: refusal === null ? null : { words: field(ask, 'words'), occurrence: field(ask, 'occurrence') },
      paragraphs: codeParagraphs(ask.language, desk, codes.slice((page - 1) * aPage, page * aPage)),
      refusal: refusal === null || typeof refusal === 'string' ? refusal : problemSentence(ask.language, refusal),
    },
  }
}

export const articleCodes: Page = ask => codesPage(ask, null)
