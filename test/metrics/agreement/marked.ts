import fc from 'fast-check'
import { severities, type Severity } from '../../../src/mqm/annotation.ts'
import type { Marked } from '../../../src/metrics/agreement/pairing.ts'
import type { CategoryId } from '../../../src/mqm/typology.ts'

export const marked = (
  from: number,
  to: number,
  category: CategoryId = 'style/awkward',
  severity: Severity = 'minor',
): Marked => ({ from, to, category, severity })

const one = fc
  .tuple(
    fc.nat(30),
    fc.nat(8),
    fc.constantFrom<CategoryId>('style/awkward', 'style/register', 'accuracy/omission'),
    fc.constantFrom(...severities),
  )
  .map(([from, length, category, severity]) => marked(from, from + length, category, severity))

/** A few annotations of a text of at most 38 characters; each an object of its own. */
export const someMarked = fc.array(one, { maxLength: 8 })
