import { readAnnotation } from '../../app/annotate/read-annotation.ts'
import { messages } from '../../i18n/index.ts'
import { judgementAnchors } from '../../wire/annotation.ts'
import { annotationKeys } from '../view/annotation-keys.ts'
import { field, wholeNumber } from '../form.ts'
import type { Answer, Ask, Page } from '../page.ts'
import { categoryGroups, severityChoices } from '../view/flag-choices.ts'
import { markedGrid } from '../view/marked-grid.ts'
import { annotationId } from '../which.ts'

const typedFields = ['words', 'occurrence', 'point', 'category', 'severity', 'comment', 'suggestion'] as const

const askedLine = (ask: Ask, name: string): number | null => {
  const line = ask.query.get(name)
  return line !== null && /^\d{1,9}$/.test(line) ? Number(line) : null
}

/** The annotator's page; the form for a new flag stands open in the paragraph `?line=`, that for one of theirs at `?flag=`. With `?only=` it has that paragraph alone. */
export async function annotationPage(ask: Ask, refusal: string | null): Promise<Answer> {
  const annotation = await readAnnotation(ask.deps, { person: ask.person, annotationId: annotationId(ask) })
  const page = wholeNumber('page', field(ask, 'page') || ask.query.get('page') || '1')
  const grid = markedGrid(ask.deps, ask.language, annotation, page, askedLine(ask, 'only'))
  const isOpen = annotation.state === 'open'
  const line = field(ask, 'line') || ask.query.get('line')
  const taken = ask.query.get('taken')
  const { judges, judgements, flags, article, translation } = annotation
  return {
    kind: 'page',
    view: 'annotation-show',
    status: refusal === null ? 200 : 400,
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
      edit: isOpen ? ask.query.get('flag') : null,
      taken: taken !== null && /^[0-9a-z]{16}$/.test(taken) ? taken : null,
      typed: Object.fromEntries(typedFields.map(name => [name, field(ask, name)])),
      unjudged: grid.paragraphs - judgements.length,
      total: flags.length,
      anchors: judgementAnchors,
      groups: categoryGroups(ask.language),
      severities: severityChoices(ask.language),
      shortcuts: annotationKeys(ask.language),
      refusal,
    },
  }
}

export const annotationShow: Page = ask => annotationPage(ask, null)
