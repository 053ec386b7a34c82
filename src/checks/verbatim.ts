/** What is written for machines, and no prose: addresses, names of files, handles, tags, code. Checks of spelling leave it alone. */
import type { Span } from '../text/span.ts'
import { oncePerReading, type Reading } from './reading.ts'

const chunk = /\S+/g

/** Endings of addresses and files that news and manuals meet; in small letters only: `slut.De` is a sentence that begins anew. */
const ending =
  /[\p{L}\d]\.(?:com|org|net|info|eu|se|nu|de|at|ch|dk|no|fi|uk|nl|fr|be|es|it|pl|ru|us|io|ai|app|dev|tv|me|co|gov|edu|html?|php|aspx?|pdf|docx?|xlsx?|pptx?|csv|txt|xml|json|ya?ml|md|js|ts|css|py|sh|exe|zip|jpe?g|png|gif|svg|webp|mp[34])(?=$|[/?#:.,;!)\]}>"'”’»])/u

const isAddress = (text: string): boolean =>
  text.includes('://') ||
  text.includes('@') ||
  /^["'(”<]?(?:www\.|#\p{L}|[/~]\w|[A-Z]:\\|--[a-z])/u.test(text) ||
  /[\w}]\\\w|\w_\w|\w\(\)|[{}]|&#?\w{2,8};|^[A-Za-z][\w.-]*\/[\w.-]+\//.test(text) ||
  ending.test(text)

const spansOf = oncePerReading(({ text }): readonly Span[] =>
  Array.from(text.matchAll(chunk))
    .filter(match => isAddress(match[0]))
    .map(match => ({ from: match.index, to: match.index + match[0].length })),
)

/** Does the place lie in something that is no prose? */
export function isVerbatim(reading: Reading, at: number): boolean {
  const spans = spansOf(reading)
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.to ?? 0) <= at) low = middle + 1
    else high = middle
  }
  const span = spans[low]
  return span !== undefined && span.from <= at
}
