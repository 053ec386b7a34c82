import { compareAnnotations } from '../../app/annotate/compare-annotations.ts'
import { agreementCsv } from '../../app/annotate/export-agreement.ts'
import { csvStyleFor } from '../csv-style.ts'
import type { Page } from '../page.ts'
import { which } from '../which.ts'
import { layersAsked } from './agreement-show.ts'

/** The figures of two annotations as a file; all of the comparison is the page as JSON. */
export const agreementExport: Page = async ask => {
  const found = await compareAnnotations(ask.deps, { ...which(ask), ...layersAsked(ask), person: ask.person })
  return {
    kind: 'file',
    body: agreementCsv(found, csvStyleFor(ask)),
    mediaType: 'text/csv; charset=utf-8',
    disposition: 'attachment; filename="agreement.csv"',
  }
}
