/** Does a place stand where a rule is limited to? */
import type { Span } from '../../text/span.ts'
import { firstWhere } from '../../text/first-where.ts'
import { foldForSearch } from '../../text/fold.ts'
import { oncePerReading, type Reading } from '../reading.ts'

/** Is there one of some wordings, in this or a longer form (`motorväg` in `motorvägen`), in the text? Where a word begins. */
const hasOne = (text: string, wordings: readonly string[]): boolean => {
  const folded = ` ${foldForSearch(text)}`
  return wordings.some(wording => {
    const wanted = foldForSearch(wording).trim()
    for (let at = folded.indexOf(wanted); wanted !== '' && at >= 0; at = folded.indexOf(wanted, at + 1))
      if (!/[\p{L}\p{N}]/u.test(folded.charAt(at - 1))) return true
    return false
  })
}

const known = oncePerReading(() => new Map<string, boolean>())

/** One of the words stands in the paragraph of the place, or in the text's first, which is its heading. */
export function standsNear(reading: Reading, { from }: Span, near: readonly string[]): boolean {
  const { tokens, sentences, paragraphs } = reading
  const token = tokens[firstWhere(tokens, ({ to }) => to > from)]
  const own = paragraphs[sentences[token?.sentence ?? -1]?.paragraph ?? -1]
  return [paragraphs[0], own].some(paragraph => {
    if (paragraph === undefined) return false
    const key = `${paragraph.index} ${near.join('\n')}`
    const told = known(reading).get(key) ?? hasOne(reading.text.slice(paragraph.from, paragraph.to), near)
    known(reading).set(key, told)
    return told
  })
}
