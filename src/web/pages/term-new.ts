import { termDomains } from '../../app/terms/list-terms.ts'
import { addTerm } from '../../app/terms/write-term.ts'
import { Problem } from '../../errors.ts'
import { messages, problemSentence } from '../../i18n/index.ts'
import { termEntry } from '../../wire/term.ts'
import { termAddress } from '../address.ts'
import { field, parsed, writer } from '../form.ts'
import type { Answer, Ask, Page } from '../page.ts'
import { newTerm, sentTerm, termChoices, typedTerm, type TermFields } from '../view/term-form.ts'

async function form(ask: Ask, typed: TermFields, refusal: Problem | null): Promise<Answer> {
  const other = refusal?.values['id']
  return {
    kind: 'page',
    view: 'term-new',
    status: refusal?.status ?? 200,
    model: {
      title: messages(ask.language).terms.newTitle,
      typed,
      pair: /^[0-9a-z]{16}$/.exec(ask.query.get('pair') ?? field(ask, 'pair'))?.[0] ?? '',
      domains: await termDomains(ask.deps),
      ...termChoices(ask.language),
      typedName: field(ask, 'name'),
      refusal: refusal && problemSentence(ask.language, refusal),
      other: typeof other === 'string' ? termAddress(other) : null,
    },
  }
}

/** A form for a term, filled with `?preferred=&variant=`. */
export const termNew: Page = ask => form(ask, newTerm(ask.query), null)

/** Takes a term in; one that is refused comes back as it was typed. */
export const termCreate: Page = async ask => {
  try {
    const pair = field(ask, 'pair')
    const from = /^[0-9a-z]{16}$/.test(pair) ? pair : undefined
    const entry = parsed(termEntry, { preferred: '', ...sentTerm(ask).entry })
    const term = await addTerm(ask.deps, { person: await writer(ask), from }, entry)
    return { kind: 'go', to: termAddress(term.id), notice: ['termAdded'], data: term, status: 201 }
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500 || ask.program) throw error
    return form(ask, typedTerm(ask), error)
  }
}
