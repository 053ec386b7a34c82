import type { CsvStyle } from '../../text/csv-style.ts'
import { spreadsheet } from '../spreadsheet.ts'
import type { Comparison } from './compare-annotations.ts'

const columns = ['translation', 'a', 'b', 'blind', 'figure', 'value', 'low', 'high', 'n', 'few'] as const

/** One line a figure of the pair that is compared, with its 95 % interval; as CSV for a spreadsheet. What there is not is empty. */
export const agreementCsv = ({ translationId, compared }: Comparison, style: CsvStyle = 'comma'): string =>
  spreadsheet(
    (compared?.figures.rows ?? []).map(({ id, value, low, high, n, isFew }) => ({
      translation: translationId,
      a: compared?.a.layer ?? '',
      b: compared?.b.layer ?? '',
      blind: compared?.blind === null ? '' : String(compared?.blind),
      figure: id,
      ...{ value, low, high, n },
      few: isFew ? 'few' : '',
    })),
    columns,
    style,
  )
