import { qualityStory, setQuality, type QualityStory } from '../../app/gate/set-quality.ts'
import { Problem } from '../../errors.ts'
import { messages, problemSentence } from '../../i18n/index.ts'
import { weightSchemes } from '../../mqm/weights.ts'
import { qualitySettingsAddress } from '../address.ts'
import { field, writer } from '../form.ts'
import type { Answer, Ask, Page } from '../page.ts'
import { faultSentence, fieldsOf, qualityChoices, sentQuality, typedQuality } from '../view/quality-form.ts'
import { qualityActs, settingsTold } from '../view/quality-story.ts'

/** How the settings stand now where they are not as they were typed; null where what was typed cannot be read. */
const standing = (ask: Ask, { settings }: QualityStory) =>
  settingsTold(ask.language, sentQuality(ask, settings), settings)

const dataOf = ({ settings, stamp, acts }: QualityStory) => ({ settings, stamp, schemes: weightSchemes, acts })

async function show(ask: Ask, refusal: Problem | null): Promise<Answer> {
  const { language } = ask
  const story = await qualityStory(ask.deps)
  const typed = refusal ? typedQuality(ask) : fieldsOf(language, story.settings)
  const misfit = refusal?.code === 'quality-misfit'
  const sentence = (problem: Problem): string =>
    problem.code === 'field-invalid'
      ? faultSentence(language, String(problem.values['field'] ?? ''))
      : problemSentence(language, problem)
  return {
    kind: 'page',
    view: 'quality-settings',
    status: refusal?.status ?? 200,
    data: dataOf(story),
    model: {
      title: messages(language).gate.settings.title,
      typed,
      ...qualityChoices(language, typed),
      // whoever has seen what another decided may decide otherwise
      stamp: refusal && !misfit ? field(ask, 'stamp') : story.stamp,
      misfit: misfit ? { by: story.acts[0]?.person ?? '', standing: standing(ask, story) } : null,
      refusal: refusal && !misfit ? sentence(refusal) : null,
      typedName: field(ask, 'name'),
      acts: qualityActs(language, story.acts),
    },
  }
}

/** What the house has decided about quality, and who decided it when. */
export const qualitySettings: Page = ask => show(ask, null)

/**
 * Decides it anew. JSON: any of the settings as `wire/quality.ts` has them, and `stamp`, of the settings that they were changed from
 * (`GET` tells it); what is not sent stays as it is. A form that is refused comes back as it was typed.
 */
export const qualitySet: Page = async ask => {
  const { settings: now } = await qualityStory(ask.deps)
  try {
    const settings = sentQuality(ask, now)
    const stamp = field(ask, 'stamp')
    if (stamp === '') throw new Problem('field-invalid', { field: 'stamp' })
    await setQuality(ask.deps, { person: await writer(ask), settings, stamp })
  } catch (error) {
    const known = error instanceof Problem && ['field-invalid', 'quality-misfit', 'name-invalid'].includes(error.code)
    if (!known || ask.program) throw error
    return show(ask, error)
  }
  const data = dataOf(await qualityStory(ask.deps))
  return { kind: 'go', to: qualitySettingsAddress(), notice: ['qualitySet'], data }
}
