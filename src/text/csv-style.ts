/** How a CSV file is written, so that the spreadsheet of whoever opens it puts it into columns. */

/**
 * `comma`: RFC 4180, with decimal points; what programs read, and Excel where a comma parts lists. `semicolon`: with decimal commas; what Excel opens in
 * Sweden and most of Europe, where a comma is the sign in a number.
 */
export const csvStyles = ['comma', 'semicolon'] as const
export type CsvStyle = (typeof csvStyles)[number]

export const csvDelimiter = (style: CsvStyle): ',' | ';' => (style === 'semicolon' ? ';' : ',')

export const csvNumber = (style: CsvStyle, value: number): string =>
  style === 'semicolon' ? String(value).replace('.', ',') : String(value)
