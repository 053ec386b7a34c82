import { checkStory, type CheckActView } from '../../app/findings/check-story.ts'
import { setCheck } from '../../app/findings/set-check.ts'
import { Problem } from '../../errors.ts'
import { fill, messages, type Language } from '../../i18n/index.ts'
import { severities } from '../../mqm/annotation.ts'
import { checkAddress } from '../address.ts'
import { field, fields, oneOf, writer } from '../form.ts'
import type { Ask, Page } from '../page.ts'
import { shownExample } from '../view/example.ts'
import { severityChoices } from '../view/flag-choices.ts'
import { seen } from '../view/seen.ts'
import { shapes } from '../view/severity.ts'

/** @throws Problem check-unknown */
function checkId(ask: Ask): string {
  const given = ask.params['check'] ?? ''
  if (!/^[a-z0-9-]{1,80}$/.test(given)) throw new Problem('check-unknown')
  return given
}

/** What was done, as a sentence with the name of who did it. */
function actSentence(language: Language, { kind, person, set }: CheckActView): string {
  const { checks, mqm } = messages(language)
  const say = (sentence: string, severity = ''): string => fill(language, sentence, { name: seen(person), severity })
  if (kind !== 'set') return say(checks.acts[kind])
  if (set && set.enabled !== set.before) return say(set.enabled ? checks.acts.setOn : checks.acts.setOff)
  return say(checks.acts.setSeverity, set?.severity ? mqm.severities[set.severity] : '–')
}

/** One check: what, why, examples, how it has done here, how it is set. */
export const checkShow: Page = async ask => {
  const story = await checkStory(ask.deps, checkId(ask))
  const { check } = story
  const { language } = ask
  const m = messages(language)
  const examples = check.examples.map(example => shownExample(language, example))
  return {
    kind: 'page',
    view: 'check-show',
    data: story,
    model: {
      title: check.title[language],
      story,
      check,
      shape: shapes[check.severity],
      family: m.checks.families[check.family],
      category: m.mqm.categories[check.category],
      why: check.why[language],
      bad: examples.filter(example => example.bad),
      good: examples.filter(example => !example.bad),
      acts: story.acts.map(act => ({ ...act, sentence: actSentence(language, act) })),
      severities: severityChoices(language),
    },
  }
}

/** A box that is not checked is not sent; JSON says it. @throws Problem field-invalid */
function isEnabled(ask: Ask): boolean {
  const { enabled } = fields(ask)
  if (!ask.sentJson) return field(ask, 'enabled') !== ''
  if (typeof enabled !== 'boolean') throw new Problem('field-invalid', { field: 'enabled' })
  return enabled
}

/** The house decides about a check. */
export const checkSet: Page = async ask => {
  const severity = ask.sentJson ? fields(ask)['severity'] : field(ask, 'severity')
  const id = checkId(ask)
  await setCheck(ask.deps, {
    person: await writer(ask),
    checkId: id,
    enabled: isEnabled(ask),
    severity:
      severity === '' || severity === null || severity === undefined
        ? null
        : oneOf('severity', severities, typeof severity === 'string' ? severity : null),
    reason: field(ask, 'reason'),
  })
  const { check } = await checkStory(ask.deps, id)
  return { kind: 'go', to: checkAddress(id), notice: ['checkSet'], data: check }
}
