import { ensurePerson, listPersons } from '../../app/ensure-person.ts'
import { Problem } from '../../errors.ts'
import { messages, problemSentence } from '../../i18n/index.ts'
import { safeReturn } from '../address.ts'
import { field } from '../form.ts'
import type { Answer, Ask, Page } from '../page.ts'

async function form(ask: Ask, refusal: Problem | null): Promise<Answer> {
  const persons = await listPersons(ask.deps)
  return {
    kind: 'page',
    view: 'person-set',
    status: refusal?.status ?? 200,
    data: { person: ask.person, persons },
    model: {
      title: messages(ask.language).common.personNone,
      persons: persons.filter(person => person.id !== ask.person?.id).slice(0, 30),
      back: safeReturn(ask.query.get('back') ?? field(ask, 'back')),
      typed: field(ask, 'name'),
      refusal: refusal && problemSentence(ask.language, refusal),
    },
  }
}

export const personAsk: Page = ask => form(ask, null)

/** Who works in this browser from now on. */
export const personSet: Page = async ask => {
  try {
    const person = await ensurePerson(ask.deps, field(ask, 'name'))
    ask.setCookie('rp_person', person.id)
    return { kind: 'go', to: safeReturn(field(ask, 'back')), notice: ['personSet'], data: person }
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500 || ask.program) throw error
    return form(ask, error)
  }
}
