import type { TermLine } from '../../checks/phrases/terms.ts'
import type { ReadTerm } from '../../formats/document.ts'
import type { ImportOptions } from '../imports/about-file.ts'

/** The terms of a file as lines for the termbase. Where they are to stay out they are planned all the same, so that it can be told what they would do. */
export const termLines = (terms: readonly ReadTerm[], as: ImportOptions['terms']): TermLine[] =>
  terms.map((term, i) => ({
    line: i + 1,
    term: { ...term, status: term.status === 'declined' ? term.status : as === 'approved' ? 'approved' : 'proposed' },
  }))
