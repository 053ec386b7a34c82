import { csvStyles, type CsvStyle } from '../text/csv-style.ts'
import { oneOf } from './form.ts'
import type { Ask } from './page.ts'

/** As the spreadsheet of a reader of Swedish opens it, where a person’s browser asks; programs get commas. */
const usual = ({ browsing, language }: Ask): CsvStyle => (browsing && language === 'sv' ? 'semicolon' : 'comma')

/** How a CSV file is written: as is asked (`?delimiter=comma`), else as is usual. @throws Problem field-invalid */
export const csvStyleFor = (ask: Ask, asked: string | null = ask.query.get('delimiter')): CsvStyle =>
  asked === null || asked === '' ? usual(ask) : oneOf('delimiter', csvStyles, asked)
