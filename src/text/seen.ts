import { invisibles } from './invisible.ts'

/** Nothing below this is ever invisible but the soft hyphen and controls; a quick test that most texts pass. */
export const plain = /^[\t\n\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*$/

/** A text with its invisible characters written out, ‹U+202E›, so that it cannot read other than it is. */
export function seen(text: string): string {
  if (plain.test(text)) return text
  let out = ''
  let done = 0
  for (const { at, code } of invisibles(text)) {
    out += `${text.slice(done, at)}‹${code}›`
    done = at + String.fromCodePoint(text.codePointAt(at) ?? 0).length
  }
  return out + text.slice(done)
}
