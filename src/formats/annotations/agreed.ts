/**
 * An article that several have annotated apart and agreed on has each error three times: by the one, by the other, and as it was decided. A
 * mean over raters is made of what raters found, so a file of annotations holds either these or what was agreed on.
 */
import type { ExportedArticle, ExportedFlag } from '../format.ts'

/** Whose annotations a file holds: each annotator's own, or, where they have agreed on every place, what they agreed on. */
export const annotationVersions = ['raters', 'agreed'] as const
export type AnnotationVersion = (typeof annotationVersions)[number]

/** What the rater of the version agreed on is called, whoever decided it: there may be several. */
const agreedRater = 'agreed'

const madeBy = ({ decisions }: Pick<ExportedArticle, 'decisions'>): ReadonlySet<string> =>
  new Set(decisions.map(({ flag }) => flag))

/** Without the flags that were made by agreeing; what an editor has flagged besides is another's finding. */
export function ofRaters<T extends Pick<ExportedArticle, 'flags' | 'decisions'>>(article: T): T {
  if (article.decisions.length === 0) return article
  const agreed = madeBy(article)
  return { ...article, flags: article.flags.filter(({ id }) => !agreed.has(id)), decisions: [] }
}

/** The lines that any of the layers has looked at; null where one has looked at all. */
function lookedAt({ annotators, flags }: ExportedArticle): readonly number[] | null {
  const known = new Map(annotators.map(({ layer, segments }) => [layer, segments]))
  const each = apartIn(flags).map(layer => known.get(layer) ?? null)
  const all = [...known.values(), ...each]
  if (all.includes(null)) return null
  return [...new Set(all.flatMap(segments => segments ?? []))].sort((a, b) => a - b)
}

const apartIn = (flags: readonly ExportedFlag[]): string[] => [
  ...new Set(flags.map(({ layer }) => layer).filter(layer => layer !== 'shared')),
]

/**
 * With what stands in the shared layer alone, as one annotator's who has looked wherever any of them has: what was agreed on, and what the desk
 * has flagged besides, but for what it has dismissed. Judgements are each annotator's own, and nobody has agreed on them.
 */
export const asAgreed = (article: ExportedArticle): ExportedArticle => ({
  ...article,
  flags: article.flags
    .filter(({ layer, status }) => layer === 'shared' && status !== 'dismissed')
    .map(flag => ({ ...flag, author: agreedRater, layer: agreedRater })),
  annotators: [{ author: agreedRater, layer: agreedRater, segments: lookedAt(article) }],
  judgements: [],
  decisions: [],
})
