import type { BatchView, HitFigure } from '../../app/batches/batch-view.ts'
import { fill, messages, plural, type Language } from '../../i18n/index.ts'

/** Places in articles, as a sentence has them. */
export function figureTold(language: Language, { hits, articles }: HitFigure): string {
  const m = messages(language).batches
  return fill(language, m.placesIn, {
    places: plural(language, m.places, hits),
    articles: plural(language, m.articles, articles),
  })
}

/** What changes on the page as is looked and chosen, in words: the script puts it where the page has it. */
export function batchTold(language: Language, batch: BatchView) {
  const m = messages(language).batches
  const { open, chosen } = batch.figures
  return {
    progress: fill(language, m.progress, {
      looked: batch.looked,
      toLook: batch.toLook,
      places: plural(language, m.places, open.hits),
    }),
    found: figureTold(language, open),
    chosenOf: fill(language, m.chosenOf, { chosen: chosen.hits, all: open.hits }),
    apply: plural(language, m.apply, chosen.hits),
    applyIn: fill(language, m.applyIn, { articles: plural(language, m.articles, chosen.articles) }),
  }
}
