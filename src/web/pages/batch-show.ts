import { batchStory, type BatchStory } from '../../app/batches/batch-story.ts'
import { mostHits } from '../../app/batches/look-for-hits.ts'
import { checkById } from '../../checks/index.ts'
import { fill, formatTime, messages, type Language } from '../../i18n/index.ts'
import type { Severity } from '../../mqm/annotation.ts'
import type { CategoryId } from '../../mqm/typology.ts'
import { longestWording } from '../../wire/batch.ts'
import { articleAddress, batchAddress, checkAddress, newBatchAddress, pairAddress, termAddress } from '../address.ts'
import { wholeNumber } from '../form.ts'
import type { Ask, Page } from '../page.ts'
import { batchTold, figureTold } from '../view/batch-told.ts'
import { seen } from '../view/seen.ts'
import { shapes } from '../view/severity.ts'
import { batchId } from '../which.ts'

type Batch = BatchStory['batch']

/** Where is looked, in words. */
function scopeTold(language: Language, { scope }: Batch, now: number): readonly string[] {
  const m = messages(language).batches
  const told = [
    scope.article === undefined ? m.scopeAll : m.scopeArticle,
    scope.states === undefined ? '' : m.scopeUnapproved,
    scope.system === undefined ? '' : fill(language, m.scopeSystem, { system: seen(scope.system) }),
    scope.since === undefined ? '' : fill(language, m.scopeSince, { time: formatTime(language, scope.since, now) }),
    scope.archived === true ? m.scopeArchived : '',
  ]
  return told.filter(words => words !== '')
}

/** What a revision changed. */
const changesAddress = (
  { articleId, translationId }: BatchStory['texts'][number],
  revision: number | null,
): string | null =>
  revision === null
    ? null
    : articleAddress(articleId, 'history', { translation: translationId, from: revision - 1, to: revision })

/** What the batch came from. */
function origin(language: Language, { kind, about }: Batch): { readonly name: string; readonly to: string } | null {
  const m = messages(language).batches
  if (about === '') return null
  if (kind === 'finding' && checkById(about)) return { name: m.toCheck, to: checkAddress(about) }
  if (!/^[0-9a-z]{16}$/.test(about) || kind === 'again' || kind === 'words') return null
  return kind === 'term' ? { name: m.toTerm, to: termAddress(about) } : { name: m.toPair, to: pairAddress(about) }
}

/** An error of a place's own, in words; null where it is the batch's. */
const errorOf = (
  language: Language,
  { category, severity }: { readonly category: string; readonly severity: string },
) => {
  if (category === '') return null
  const { categories, severities } = messages(language).mqm
  const grave = severity as Severity
  return {
    severity,
    shape: shapes[grave],
    severityName: severities[grave],
    categoryName: categories[category as CategoryId],
  }
}

/** What a batch corrects; all variants of a term may be more than an address holds, and are known by its id. */
const inAddress = ({ before }: Batch): string => (before.length > longestWording ? '' : before)

const told = (name: string, ask: Ask): number =>
  ask.query.get(name) === null ? 0 : wholeNumber(name, ask.query.get(name))

/** A batch: the places that it would change, to be chosen from; or what it did, to be undone. */
export const batchShow: Page = async ask => {
  const { language, deps } = ask
  const id = batchId(ask)
  const [after, afterText] = [told('after', ask), told('texts', ask)]
  const story = await batchStory(deps, id, { after, afterText })
  const { batch, groups } = story
  const m = messages(language)
  const words = batchTold(language, batch)
  return {
    kind: 'page',
    view: 'batch-show',
    data: { ...story, told: words },
    model: {
      title: m.batches.title,
      pageTitle: batch.name,
      story,
      batch,
      after,
      mostHits,
      scope: scopeTold(language, batch, deps.now()),
      origin: origin(language, batch),
      shape: shapes[batch.severity],
      severityName: m.mqm.severities[batch.severity],
      categoryName: m.mqm.categories[batch.category as CategoryId],
      appliedFigure: figureTold(language, {
        hits: batch.figures.applied.hits + batch.figures.undone.hits + batch.figures.conflict.hits,
        articles: batch.figures.applied.articles + batch.figures.undone.articles + batch.figures.conflict.articles,
      }),
      told: words,
      // a name of its own does not tell the words
      wording: batch.before !== '' && batch.name !== `${batch.before} → ${batch.after}`,
      isOpen: batch.state === 'looking' || batch.state === 'ready' || batch.state === 'applied',
      groups: groups.map(group => {
        const translation = group.other ? { translation: group.translationId } : {}
        return {
          ...group,
          address: articleAddress(group.articleId, '', translation),
          hits: group.hits.map(hit => ({
            ...hit,
            error: errorOf(language, hit),
            there: articleAddress(group.articleId, '', { ...translation, at: hit.at }),
          })),
        }
      }),
      texts: story.texts.map(text => ({
        ...text,
        address: articleAddress(text.articleId, '', { translation: text.translationId }),
        changes: changesAddress(text, text.revision),
        undoneChanges: changesAddress(text, text.undoneRevision),
      })),
      nextTexts: story.nextText === null ? null : batchAddress(id, { texts: story.nextText }),
      anew:
        batch.state === 'undone' && batch.kind !== 'again'
          ? newBatchAddress({ before: inAddress(batch), after: batch.after, kind: batch.kind, about: batch.about })
          : null,
    },
  }
}
