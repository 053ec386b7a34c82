import { articleDetails } from '../../app/articles/article-details.ts'
import { flagStory } from '../../app/flags/flag-story.ts'
import { correctionsForFlag } from '../../app/corrections/list-article-corrections.ts'
import { textAt } from '../../app/revisions/read-revision.ts'
import { messages } from '../../i18n/index.ts'
import type { Page } from '../page.ts'
import { correctionEntry } from '../view/correction-entry.ts'
import { excerptAround } from '../view/excerpt.ts'
import { categoryGroups, severityChoices } from '../view/flag-choices.ts'
import { flagEntry } from '../view/flag-entry.ts'
import { flagEvent } from '../view/flag-event.ts'
import { flagId } from '../which.ts'

/** UTF-16 code units shown on each side of the words. */
const around = 120

/** The story of one flag, and what can be done with it. */
export const flagShow: Page = async ask => {
  const story = await flagStory(ask.deps, flagId(ask))
  const { flag, articleId, translationId } = story
  const [details, text, corrections] = await Promise.all([
    articleDetails(ask.deps, articleId),
    textAt(ask.deps, translationId, flag.revision),
    correctionsForFlag(ask.deps, translationId, flag.id),
  ])
  const head = details.translations.find(t => t.id === translationId)?.head ?? 0
  const headText = flag.foundAgain.length > 0 ? await textAt(ask.deps, translationId, head) : ''
  return {
    kind: 'page',
    view: 'flag-show',
    data: { ...story, corrections },
    model: {
      title: messages(ask.language).flag.title,
      story,
      details,
      head,
      // A translation that is not the one last worked on must be named in every address that leads back to it.
      translationId: translationId === details.translationId ? null : translationId,
      language: details.translations.find(t => t.id === translationId)?.language ?? details.language,
      entry: flagEntry(ask.language, flag),
      excerpt: excerptAround(text, flag, around),
      found: flag.foundAgain.map(({ from, to }) => ({ from, to, ...excerptAround(headText, { from, to }, around) })),
      corrections: corrections.map(correction => correctionEntry(ask.language, correction)),
      events: story.events.map(event => flagEvent(ask.language, event)),
      groups: categoryGroups(ask.language),
      severities: severityChoices(ask.language),
    },
  }
}
