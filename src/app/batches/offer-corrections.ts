import { Problem } from '../../errors.ts'
import type { Severity } from '../../mqm/annotation.ts'
import { compareTranslations, type ToldItem, type TranslationsCompared } from '../articles/compare-translations.ts'
import type { Deps, Person } from '../deps.ts'
import type { NewHit } from './find-places.ts'
import { wordsAround } from '../../text/around.ts'
import { proposeBatch } from './preview-batch.ts'

/** The corrections of an older translation that can be made in the newer one as it stands, in order; of those that overlap the first. */
export function applicable({ to, items }: TranslationsCompared): readonly ToldItem[] {
  const text = to.head.head_text
  let end = -1
  return items
    .filter(({ applies, corrected }) => applies && text.slice(applies.from, applies.to) !== corrected)
    .toSorted((a, b) => (a.applies?.from ?? 0) - (b.applies?.from ?? 0))
    .filter(({ applies }) => {
      const free = applies !== null && applies.from > end
      if (free) end = applies.to
      return free
    })
}

/** What the batch says of all is said of a hit. */
const asAll = { category: '', severity: '' }

/** What is said of most of them: that of the batch. */
function commonest(items: readonly ToldItem[]): { readonly category: string; readonly severity: Severity } {
  const groups = [...Map.groupBy(items, ({ category, severity }) => `${category} ${severity}`).values()]
  const [first] = groups.toSorted((a, b) => b.length - a.length)[0] ?? []
  if (!first) throw new RangeError('there is nothing to be said of')
  return { category: first.category, severity: first.severity }
}

/**
 * Offers what still applies of an older translation's corrections as one batch of the newer one's head: to be looked through, chosen
 * from, applied and undone like any batch. Nothing is changed yet.
 * @param input.name what the batch, and the revision that it makes, is called
 * @throws Problem corrections-gone where nothing applies; as `compareTranslations`
 */
export async function offerCorrections(
  deps: Deps,
  input: {
    readonly person: Person
    readonly articleId: string
    readonly from?: string | undefined
    readonly to?: string | undefined
    readonly name: string
  },
): Promise<{ readonly batchId: string; readonly hits: number }> {
  const compared = await compareTranslations(deps, input)
  const items = compared ? applicable(compared) : []
  if (!compared || items.length === 0) throw new Problem('corrections-gone')
  const { head } = compared.to
  const most = commonest(items)
  const hits = items.flatMap(({ applies, corrected, category, severity }): NewHit[] => {
    if (!applies) return []
    const { before, after } = wordsAround(head.head_text, applies)
    return [
      {
        article_id: compared.articleId,
        translation_id: head.id,
        base: head.head_number,
        span_from: applies.from,
        span_to: applies.to,
        chosen: 1,
        outcome: '',
        revision: null,
        undone_revision: null,
        ...(category === most.category && severity === most.severity ? asAll : { category, severity }),
        words: head.head_text.slice(applies.from, applies.to),
        fix: corrected ?? '',
        before_text: before,
        after_text: after,
      },
    ]
  })
  const batchId = await proposeBatch(deps, input.person, {
    name: input.name,
    about: head.id,
    ...most,
    hits,
  })
  return { batchId, hits: hits.length }
}
