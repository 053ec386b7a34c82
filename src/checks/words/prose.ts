import type { Reading, Token } from '../reading.ts'
import { isVerbatim } from '../verbatim.ts'

/** Is this token a word of the running text: no part of an address or code, and not cut off (`kompromi…`)? */
export const isProse = (reading: Reading, token: Token): boolean => {
  const { text } = reading
  if (/[_@#\\…]/.test(text.charAt(token.to)) || /[_@#\\]/.test(text.charAt(token.from - 1))) return false
  return !text.startsWith('...', token.to) && !isVerbatim(reading, token.from)
}
