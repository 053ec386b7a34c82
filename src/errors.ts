/**
 * What a person can be told went wrong. A `Problem` is raised where something is refused; the web shows it as a page or as
 * JSON in the reader's language, the command line in English. Anything else that is thrown is a defect of the program.
 */

/** Every way of refusing, and the HTTP status it has. The sentences stand in `i18n/`, in each language, under the same code. */
export const problems = {
  'article-unknown': 404,
  'translation-unknown': 404,
  'revision-unknown': 404,
  'flag-unknown': 404,
  'check-unknown': 404,
  'dismissal-unknown': 404,
  'pair-unknown': 404,
  'term-unknown': 404,
  'batch-unknown': 404,
  'import-unknown': 404,
  'annotation-unknown': 404,
  'mark-unknown': 404,
  'page-unknown': 404,
  'article-purged': 410,
  'method-not-allowed': 405,
  'address-malformed': 400,
  'request-malformed': 400,
  'request-timed-out': 408,
  'headers-too-large': 431,
  'media-type-refused': 415,
  'body-malformed': 400,
  'body-too-large': 413,
  'field-invalid': 400,
  'text-has-nul': 400,
  'text-has-lone-surrogate': 400,
  'text-empty': 400,
  'text-binary': 400,
  'text-undecodable': 400,
  'text-too-large': 413,
  'title-missing': 400,
  'name-missing': 403,
  'name-invalid': 400,
  'change-malformed': 400,
  'change-misfit': 409,
  'flag-misfit': 409,
  'mark-misfit': 409,
  'import-misfit': 409,
  'annotation-foreign': 403,
  'annotation-closed': 409,
  'annotation-misfit': 409,
  'annotation-begun': 403,
  'judgements-off': 409,
  'adjudication-misfit': 409,
  'adjudication-moved': 409,
  'finding-misfit': 409,
  'correction-misfit': 409,
  'rule-too-wide': 400,
  'rule-empty': 400,
  'rule-same': 400,
  'rule-misfit': 409,
  'batch-misfit': 409,
  'hits-unchosen': 400,
  'term-taken': 409,
  'texts-many': 409,
  'translation-there': 409,
  'corrections-gone': 409,
  'term-misfit': 409,
  'term-same': 400,
  'term-too-wide': 400,
  'term-inflection': 400,
  'term-variant-taken': 409,
  'term-contradicts': 409,
  'terms-moved': 409,
  'terms-malformed': 400,
  'undo-conflict': 409,
  'state-unchanged': 409,
  'approval-behind': 409,
  'gate-closed': 409,
  'quality-misfit': 409,
  'effort-impossible': 400,
  'period-backwards': 400,
  'nothing-chosen': 400,
  'format-unknown': 400,
  'file-unreadable': 400,
  'file-malformed': 400,
  'file-heavy': 413,
  'lines-unequal': 400,
  'lines-none': 400,
  'lines-undecodable': 400,
  'lines-nul': 400,
  'file-defect': 500,
  'segments-fixed': 409,
  'file-unwritable': 400,
  'corpus-malformed': 400,
  'host-refused': 421,
  'cross-site-refused': 403,
  'host-needs-accounts': 400,
  'port-taken': 400,
  'port-refused': 400,
  'folder-unwritable': 400,
  'setting-invalid': 400,
  'database-unreachable': 503,
  'database-newer': 409,
  'backup-damaged': 400,
  'restore-not-empty': 409,
  usage: 400,
} as const satisfies Record<string, number>

export type ProblemCode = keyof typeof problems

export class Problem extends Error {
  readonly code: ProblemCode
  readonly values: Readonly<Record<string, string | number>>

  /** @param values what the sentence of this code has in its `{braces}` */
  constructor(code: ProblemCode, values: Readonly<Record<string, string | number>> = {}) {
    super(`${code} ${JSON.stringify(values)}`)
    this.name = 'Problem'
    this.code = code
    this.values = values
  }

  get status(): number {
    return problems[this.code]
  }
}
