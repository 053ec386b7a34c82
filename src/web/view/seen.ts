import { invisibles } from '../../text/invisible.ts'
import { plain } from '../../text/seen.ts'

export { seen } from '../../text/seen.ts'

/** The invisible characters of a text by name, for a note beside a field, where they cannot be written out. */
export const seenList = (text: string): string =>
  plain.test(text) ? '' : [...new Set(invisibles(text).map(({ code, name }) => `${code} ${name}`))].join(', ')
