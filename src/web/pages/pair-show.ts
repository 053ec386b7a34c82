import { refuseClosedPair } from '../../app/annotate/closed-pairs.ts'
import { pairRule } from '../../app/pairs/pair-rule.ts'
import { pairStory } from '../../app/pairs/pair-story.ts'
import { fill, messages } from '../../i18n/index.ts'
import type { CategoryId } from '../../mqm/typology.ts'
import { correctionsExportAddress, newBatchAddress, newTermAddress, pairAddress } from '../address.ts'
import { filterNames, givenIn, kept, readCorrectionFilter } from '../pair-query.ts'
import type { Page } from '../page.ts'
import { correctionChoices } from '../view/correction-filter.ts'
import { occurrenceLine } from '../view/occurrence.ts'
import { shortened } from '../view/pair-line.ts'
import { shownRule } from '../view/pair-rule.ts'
import { seen } from '../view/seen.ts'
import { shapes } from '../view/severity.ts'
import { pairId } from '../which.ts'

/** One before → after: every place where it was made so, and what else is known of its words. */
export const pairShow: Page = async ask => {
  const { language, deps } = ask
  const id = pairId(ask)
  await refuseClosedPair(deps.store.db, id, ask.person)
  const given = givenIn(ask.query)
  const corrections = readCorrectionFilter(given)
  const [story, rule, choices] = await Promise.all([
    pairStory(deps, id, { ...corrections, after: given('after'), before: given('before') }),
    pairRule(deps, id),
    correctionChoices(deps, language, corrections.article),
  ])
  const { pair } = story
  const { corrections: m, mqm } = messages(language)
  const filter = kept(given, filterNames)
  const named = (text: string): string => seen(shortened(text)) || m.list.nothing
  return {
    kind: 'page',
    view: 'pair-show',
    data: { ...story, rule },
    model: {
      title: m.title,
      pageTitle: fill(language, m.pair.title, { before: named(pair.before), after: named(pair.after) }),
      story,
      rule: shownRule(language, rule),
      refusal: null,
      pair,
      shape: shapes[pair.severity],
      severityName: mqm.severities[pair.severity],
      categoryName: mqm.categories[pair.category as CategoryId],
      lines: story.occurrences.map(occurrence => occurrenceLine(language, occurrence)),
      given: filter,
      choices,
      filtered: Object.values(filter).some(value => value !== undefined),
      others: [
        { name: m.pair.becameToo, hint: m.pair.becameTooHint, pairs: story.alsoBecame },
        { name: m.pair.cameToo, hint: m.pair.cameTooHint, pairs: story.alsoFrom },
      ].filter(({ pairs }) => pairs.length > 0),
      here: pairAddress(id),
      everywhere:
        pair.before === ''
          ? null
          : newBatchAddress({ before: pair.before, after: pair.instead ?? pair.after, kind: 'pair', about: id }),
      makeTerm:
        pair.before === '' || pair.after === ''
          ? null
          : newTermAddress({ preferred: pair.instead ?? pair.after, variant: pair.before }),
      nextPage: story.next === null ? null : pairAddress(id, '', { ...filter, after: story.next }),
      previousPage: story.previous === null ? null : pairAddress(id, '', { ...filter, before: story.previous }),
      exports: (['csv', 'json'] as const).map(format => ({
        label: m.list.exports.corrections[format],
        address: correctionsExportAddress({ ...filter, pair: id, of: 'corrections', format }),
      })),
    },
  }
}
