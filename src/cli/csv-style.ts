import { csvDelimiter, csvStyles, type CsvStyle } from '../text/csv-style.ts'
import { textOption, usage, type Call } from './command.ts'

/** For `options` and `help` of a command that writes CSV. */
export const delimiterOption = { delimiter: { type: 'string' } } as const
export const delimiterHelp = {
  'delimiter SIGN':
    'of CSV: comma (default; programs read it) or semicolon (with decimal commas: Excel opens it into columns in Sweden)',
} as const

/** By name, or as the sign itself. @throws Problem usage */
export function csvStyleOf(call: Call): CsvStyle {
  const named = textOption(call, 'delimiter') ?? 'comma'
  const style = csvStyles.find(each => each === named || csvDelimiter(each) === named)
  if (style === undefined) throw usage(`--delimiter takes ${csvStyles.join(' or ')}`)
  return style
}
