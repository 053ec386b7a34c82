import { decidePair } from '../../app/pairs/decide-pair.ts'
import { pairRule } from '../../app/pairs/pair-rule.ts'
import { Problem } from '../../errors.ts'
import { messages, problemSentence } from '../../i18n/index.ts'
import { decisionRequest } from '../../wire/rule.ts'
import { pairAddress } from '../address.ts'
import { field, parsed, wholeNumber, writer } from '../form.ts'
import type { Answer, Ask, Page } from '../page.ts'
import { readNear, shownRule } from '../view/pair-rule.ts'
import { pairId } from '../which.ts'

const typedIn = (ask: Ask) => ({
  status: field(ask, 'status'),
  instead: field(ask, 'instead'),
  near: field(ask, 'near'),
  system: field(ask, 'system'),
  note: field(ask, 'note'),
})

const requestOf = (ask: Ask): unknown => {
  if (ask.sentJson) return ask.body
  const seen = field(ask, 'seen')
  const { near, ...typed } = typedIn(ask)
  return { ...typed, near: readNear(near), seen: seen === '' ? null : wholeNumber('seen', seen) }
}

/** The form with what was typed, and the sentence that says why it came back; the rule as it is now. */
async function refused(ask: Ask, id: string, problem: Problem): Promise<Answer> {
  const rule = await pairRule(ask.deps, id)
  return {
    kind: 'page',
    view: 'pair-decide',
    status: problem.status,
    model: {
      title: messages(ask.language).memory.decide,
      before: rule.before,
      after: rule.after,
      rule: shownRule(ask.language, rule, typedIn(ask)),
      refusal: problemSentence(ask.language, problem),
    },
  }
}

/** Decides about a rule of the memory: pinned, edited, limited, retired. */
export const pairDecide: Page = async ask => {
  const id = pairId(ask)
  await pairRule(ask.deps, id)
  try {
    const decision = parsed(decisionRequest, requestOf(ask))
    await decidePair(ask.deps, { person: await writer(ask), pairId: id, decision })
    return { kind: 'go', to: pairAddress(id) + '#rule', notice: ['ruleSaved'], data: await pairRule(ask.deps, id) }
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500 || ask.program) throw error
    return refused(ask, id, error)
  }
}
