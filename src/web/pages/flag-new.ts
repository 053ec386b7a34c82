import { openDesk } from '../../app/desk/open-desk.ts'
import { findBareHead } from '../../app/find-head.ts'
import { textAt } from '../../app/revisions/read-revision.ts'
import { messages } from '../../i18n/index.ts'
import { findingAsked } from '../finding-asked.ts'
import { field, wholeNumber } from '../form.ts'
import type { Answer, Ask, Page } from '../page.ts'
import { categoryGroups, severityChoices } from '../view/flag-choices.ts'
import { seen } from '../view/seen.ts'
import { which } from '../which.ts'

const flagFields = [
  'in',
  'a',
  'b',
  'revision',
  'words',
  'occurrence',
  'point',
  'category',
  'severity',
  'comment',
  'suggestion',
] as const

/** `12-345` as a span of a text; the whole text where it is none of it. */
export function spanOf(value: string, text: string): { readonly from: number; readonly to: number } {
  const [, from, to] = /^(\d{1,12})-(\d{1,12})$/.exec(value) ?? []
  return from !== undefined && Number(from) <= Number(to) && Number(to) <= text.length
    ? { from: Number(from), to: Number(to) }
    : { from: 0, to: text.length }
}

/** What a finding fills the form with; its words are those of the text, and of what is missing the word before it. */
async function fromFinding(ask: Ask, name: string, paragraph: string): Promise<Readonly<Record<string, string>>> {
  if (name === '') return {}
  const { from, to, revision, text, words, found } = await findingAsked(ask, which(ask), name)
  const before = text.slice(spanOf(paragraph, text).from, from)
  const point = from === to
  const shown = point ? (/\S+(?=\s*$)/.exec(before)?.[0] ?? '') : words
  const occurrence = shown === '' ? 1 : before.split(shown).length - (point ? 1 : 0)
  return {
    in: 'head',
    revision: String(revision),
    words: shown,
    occurrence: String(occurrence),
    point: point ? '1' : '',
    category: found?.category ?? '',
    severity: found?.severity ?? '',
    comment: found?.message[ask.language] ?? '',
    suggestion: found?.fixes[0] ?? '',
  }
}

/** The form: the paragraph in both texts, the words, what is wrong. Filled with what was asked, or what was typed before. */
export async function flagForm(ask: Ask, refusal: string | null): Promise<Answer> {
  const asked = (name: string): string => field(ask, name) || ask.query.get(name) || ''
  const finding = refusal === null ? await fromFinding(ask, asked('finding'), asked('b')) : {}
  const value = (name: string): string => asked(name) || finding[name] || ''
  const typed = Object.fromEntries(flagFields.map(name => [name, value(name)]))
  const { articleId, translationId } = which(ask)
  const desk = await openDesk(ask.deps, { articleId, translationId })
  const revision = wholeNumber('revision', value('revision') || String(desk.head.number))
  const { id } = await findBareHead(ask.deps.store.db, { articleId, translationId })
  const text = revision === desk.head.number ? desk.head.text : await textAt(ask.deps, id, revision)
  const [a, b] = [spanOf(value('a'), desk.mtText), spanOf(value('b'), text)]
  return {
    kind: 'page',
    view: 'flag-new',
    status: refusal === null ? 200 : 400,
    model: {
      title: messages(ask.language).flag.newTitle,
      article: desk.article,
      translation: desk.translation,
      translationId: translationId ?? null,
      typed: {
        ...typed,
        revision,
        a: `${a.from}-${a.to}`,
        b: `${b.from}-${b.to}`,
        in: value('in') || (b.from < b.to && revision > 0 ? 'head' : 'mt'),
      },
      mt: seen(desk.mtText.slice(a.from, a.to)),
      head: seen(text.slice(b.from, b.to)),
      groups: categoryGroups(ask.language),
      severities: severityChoices(ask.language),
      refusal,
    },
  }
}

export const flagNew: Page = ask => flagForm(ask, null)
