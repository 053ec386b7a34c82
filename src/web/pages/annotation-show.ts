import { readAnnotation } from '../../app/annotate/read-annotation.ts'
import { messages, type Language } from '../../i18n/index.ts'
import { judgementAnchors } from '../../wire/annotation.ts'
import { annotationKeys } from '../view/annotation-keys.ts'
import { field, wholeNumber } from '../form.ts'
import type { Answer, Ask, Page } from '../page.ts'
import { categoryGroups, severityChoices } from '../view/flag-choices.ts'
import { markedGrid, type MarkedRow } from '../view/marked-grid.ts'
import { annotationId } from '../which.ts'

const typedFields = ['words', 'occurrence', 'point', 'category', 'severity', 'comment', 'suggestion', 'score'] as const
type Typed = Readonly<Record<(typeof typedFields)[number], string>>

export type RefusedForm = 'mark' | 'edit' | 'judgement' | 'finish'

/** A form of this page that was refused, and why. */
export interface Refused {
  readonly form: RefusedForm
  readonly status: number
  readonly sentence: string
}

/** Whether the page still has the form, in which what was typed can stand. */
function hasForm(ask: Ask, form: RefusedForm, rows: readonly MarkedRow[], judges: boolean): boolean {
  if (form === 'finish') return true
  if (form === 'edit') return rows.some(({ flags }) => flags.some(({ id }) => id === ask.params['flag']))
  if (form === 'judgement' && !judges) return false
  return rows.some(({ line }) => String(line) === field(ask, form === 'mark' ? 'line' : 'paragraph'))
}

/** What was typed, each under its label, to be copied. */
function typedLines(language: Language, typed: Typed): readonly { readonly label: string; readonly text: string }[] {
  const { flag, annotation } = messages(language)
  const lines = [
    { label: flag.words, text: typed.words },
    { label: flag.suggestion, text: typed.suggestion },
    { label: flag.comment, text: typed.comment },
    { label: annotation.judgement, text: typed.score },
  ]
  return lines.filter(({ text }) => text !== '')
}

const askedLine = (ask: Ask, name: string): number | null => {
  const line = ask.query.get(name)
  return line !== null && /^\d{1,9}$/.test(line) ? Number(line) : null
}

/** The annotator's page; the form for a new flag stands open in the paragraph `?line=`, that for one of theirs at `?flag=`. With `?only=` it has that paragraph alone. @param refused the form that comes back */
export async function annotationPage(ask: Ask, refused: Refused | null): Promise<Answer> {
  const annotation = await readAnnotation(ask.deps, { person: ask.person, annotationId: annotationId(ask) })
  const page = wholeNumber('page', field(ask, 'page') || ask.query.get('page') || '1')
  const grid = markedGrid(ask.deps, ask.language, annotation, page, askedLine(ask, 'only'))
  const isOpen = annotation.state === 'open'
  const line = field(ask, 'line') || ask.query.get('line')
  const taken = ask.query.get('taken')
  const { judges, judgements, flags, article, translation } = annotation
  const typed = Object.fromEntries(typedFields.map(name => [name, field(ask, name)])) as Typed
  const inForm = refused !== null && isOpen && hasForm(ask, refused.form, grid.rows, judges)
  return {
    kind: 'page',
    view: 'annotation-show',
    status: refused?.status ?? 200,
    data: annotation,
    model: {
      title: messages(ask.language).annotation.pageTitle,
      annotation,
      article,
      translation,
      grid,
      isOpen,
      judges,
      line: isOpen && line !== null && /^\d{1,9}$/.test(line) ? Number(line) : null,
      edit: isOpen ? (refused?.form === 'edit' ? ask.params['flag'] : ask.query.get('flag')) : null,
      taken: taken !== null && /^[0-9a-z]{16}$/.test(taken) ? taken : null,
      typed,
      unjudged: grid.paragraphs - judgements.length,
      total: flags.length,
      anchors: judgementAnchors,
      groups: categoryGroups(ask.language),
      severities: severityChoices(ask.language),
      shortcuts: annotationKeys(ask.language),
      refusal: refused?.sentence ?? null,
      refusedForm: inForm ? refused.form : null,
      judgedLine: field(ask, 'paragraph'),
      lost: refused !== null && !inForm ? typedLines(ask.language, typed) : null,
    },
  }
}

export const annotationShow: Page = ask => annotationPage(ask, null)
