/** The site's pages that the desk leads to; the server's own list is `web/address.ts`. */
import type { Severity } from '../../mqm/annotation.ts'

/** Where the same correction is looked for in every article. */
export interface Everywhere {
  readonly before: string
  readonly after: string
  /** where it comes from, and the id of that: a pair of the memory, a term; of a finding its check; '' where it has none */
  readonly kind: 'pair' | 'term' | 'finding' | 'words'
  readonly about: string
  readonly article: string
  /** of the error that it mends */
  readonly category: string
  readonly severity: Severity
}

export const everywhereAddress = (asked: Everywhere): string => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries<string>({ ...asked })) if (value !== '') query.set(name, value)
  return `/batches/new?${query.toString()}`
}

/** All corrections that read so. */
export const pairAddress = (id: string): string => `/corrections/${id}`

/** What a finding speaks of: an entry of the termbase, or a pair of the memory. */
export const aboutAddress = (check: string, about: string): string =>
  isTerm(check) ? `/terms/${about}` : pairAddress(about)

/** Does a check speak of terms? */
export const isTerm = (check: string): boolean => check === 'term'

/** A correction among those of its article, its form open. */
export const articleCorrectionAddress = (article: string, translation: string, id: string): string =>
  `/articles/${article}/corrections?translation=${translation}&correction=${id}&edit=${id}#c-${id}`
