import { queueChoices } from '../../app/queue/list-articles.ts'
import { addRule } from '../../app/pairs/decide-pair.ts'
import { pairRule } from '../../app/pairs/pair-rule.ts'
import { Problem } from '../../errors.ts'
import { messages, problemSentence } from '../../i18n/index.ts'
import { ruleRequest } from '../../wire/rule.ts'
import { pairAddress } from '../address.ts'
import { field, parsed, writer } from '../form.ts'
import type { Answer, Ask, Page } from '../page.ts'
import { categoryGroups, severityChoices } from '../view/flag-choices.ts'
import { readNear } from '../view/pair-rule.ts'

const names = ['before', 'after', 'category', 'severity', 'near', 'system', 'note', 'name'] as const

/** The form, with what was typed or what the address fills in, and the sentence that says why it came back. */
async function form(ask: Ask, refusal: Problem | null): Promise<Answer> {
  const typed = Object.fromEntries(names.map(name => [name, field(ask, name) || (ask.query.get(name) ?? '')]))
  const { systems } = await queueChoices(ask.deps)
  return {
    kind: 'page',
    view: 'rule-new',
    status: refusal?.status ?? 200,
    model: {
      title: messages(ask.language).memory.newTitle,
      typed,
      systems,
      groups: categoryGroups(ask.language),
      severities: severityChoices(ask.language),
      refusal: refusal && problemSentence(ask.language, refusal),
    },
  }
}

export const ruleNew: Page = ask => form(ask, null)

/** Makes a rule that a person has thought of. */
export const ruleCreate: Page = async ask => {
  try {
    const asked = (name: (typeof names)[number]) => field(ask, name)
    const typed = {
      before: asked('before'), after: asked('after'), category: asked('category'), severity: asked('severity'),
      near: readNear(asked('near')), system: asked('system'), note: asked('note'),
    } // prettier-ignore
    const rule = parsed(ruleRequest, ask.sentJson ? ask.body : typed)
    const { id } = await addRule(ask.deps, { person: await writer(ask), rule })
    const data = await pairRule(ask.deps, id)
    return { kind: 'go', to: pairAddress(id) + '#rule', notice: ['ruleSaved'], data, status: 201 }
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500 || ask.program) throw error
    return form(ask, error)
  }
}
