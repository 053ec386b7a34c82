/** Addresses of the pages, so that no view or handler spells them. */
export type Query = Readonly<Record<string, string | number | null | undefined>>

const withQuery = (path: string, query: Query = {}): string => {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== null && value !== undefined && value !== '') parameters.set(name, String(value))
  const text = parameters.toString()
  return text === '' ? path : `${path}?${text}`
}

export const queueAddress = (query?: Query): string => withQuery('/', query)
/** @param part what follows the article: `history`, `details`, `revisions/3` … */
export const articleAddress = (id: string, part = '', query?: Query): string =>
  withQuery(`/articles/${id}${part && `/${part}`}`, query)
/** The translations of an article, and two of them compared. */
export const translationsAddress = (id: string, query?: Query): string => articleAddress(id, 'translations', query)
/** What the checks have found there, without a script: where one goes on after each. */
export const findingsAddress = (id: string, query?: Query): string => `${articleAddress(id, '', query)}#findings-title`
export const flagAddress = (id: string, part = ''): string => `/flags/${id}${part && `/${part}`}`
/** An annotation apart, for its annotator. @param part `flags`, `flags/ID/withdraw`, `judgements`, `state` */
export const annotationAddress = (id: string, part = '', query?: Query): string =>
  withQuery(`/annotations/${id}${part && `/${part}`}`, query)
export const qualityAddress = (query?: Query): string => withQuery('/quality', query)
/** Two systems beside each other. */
export const qualityCompareAddress = (query?: Query): string => withQuery('/quality/compare', query)
/** What the house has decided about quality. */
export const qualitySettingsAddress = (): string => '/quality/settings'
/** What the work costs. @param part `export`, `forget` */
export const effortAddress = (part = '', query?: Query): string =>
  withQuery(`/quality/effort${part && `/${part}`}`, query)
/** The figures of a report as a file. */
export const qualityExportAddress = (query: Query): string => withQuery('/quality/export', query)
export const checksAddress = (): string => '/checks'
export const checkAddress = (id: string): string => `/checks/${id}`
export const correctionsAddress = (query?: Query): string => withQuery('/corrections', query)
/** A pair: its concordance and what the memory makes of it. @param part `decide` … */
export const pairAddress = (id: string, part = '', query?: Query): string =>
  withQuery(`/corrections/${id}${part && `/${part}`}`, query)
/** What the corrections are given out as. */
export const correctionsExportAddress = (query: Query): string => withQuery('/corrections/export', query)
export const termsAddress = (query?: Query): string => withQuery('/terms', query)
export const termAddress = (id: string, part = ''): string => `/terms/${id}${part && `/${part}`}`
/** A form for a new one, filled in. */
export const newTermAddress = (query: Query): string => withQuery('/terms/new', query)
export const batchesAddress = (query?: Query): string => withQuery('/batches', query)
/** A form for a new one, filled in. */
export const newBatchAddress = (query: Query): string => withQuery('/batches/new', query)
export const batchAddress = (id: string, query?: Query): string => withQuery(`/batches/${id}`, query)
export const importsAddress = (query?: Query): string => withQuery('/imports', query)
export const newImportAddress = (): string => '/imports/new'
/** @param part `start`, `drop`, `files/ID/columns` */
export const importAddress = (id: string, part = ''): string => `/imports/${id}${part && `/${part}`}`
export const dismissalAddress = (id: string, part: string): string => `/dismissals/${id}/${part}`

/** A path of this site to go back to; anything else (another site, `//host`, `/..//host`, a scheme) becomes the queue. */
export function safeReturn(path: string): string {
  if (!path.startsWith('/') || path.startsWith('//') || path.includes('\\')) return '/'
  try {
    const url = new URL(path, 'http://localhost')
    // `/..//host` is of this site until its dots are resolved
    const ours = url.origin === 'http://localhost' && !url.pathname.startsWith('//')
    return ours ? url.pathname + url.search + url.hash : '/'
  } catch {
    return '/'
  }
}
