/** Which stars, underlines and tildes of a paragraph are emphasis (CommonMark 0.31, 6.2, simplified; `~~` of GitHub). */
import type { Token } from './tokens.ts'

/** Numbers of tokens: the signs that begin and those that end an emphasis. */
export interface Emphasis {
  readonly open: number
  readonly close: number
}

/** Marks that may still close: more than this many open at once are no emphasis. */
const mostOpen = 50

const isSign = (token: Token | undefined): boolean => token?.kind === 'plain' && /^[*_~]$/.test(token.text)

/** What a token is to the signs beside it; what reads as nothing ends with a sign of its own. */
const textOf = (token: Token | undefined): string => (token ? token.text || '>' : ' ')

/** `*` and `_` that open and close, one sign each, and pairs of `~~`. Stars that stand alone stay. An emphasis begins and ends in the same link. */
export function emphasisOf(tokens: readonly Token[]): Emphasis[] {
  const found: Emphasis[] = []
  let open: { readonly sign: string; readonly at: number }[] = []
  const outer: (typeof open)[] = []
  for (let first = 0, end = 0; first < tokens.length; first = end) {
    const token = tokens[first]
    const sign = token?.text ?? ''
    end = first + 1
    if (token?.name === '[') {
      if (token.kind === 'open') {
        outer.push(open)
        open = []
      } else open = outer.pop() ?? []
    }
    if (!isSign(token)) continue
    while (isSign(tokens[end]) && tokens[end]?.text === sign) end++
    const before = textOf(tokens[first - 1])
    const after = textOf(tokens[end])
    const intraword = sign === '_' && /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after)
    if (intraword || end - first > 3 || (sign === '~' && end - first < 2)) continue
    const mayClose = !/(?:^|\s)$/u.test(before)
    const mayOpen = !/^(?:$|\s)/u.test(after)
    for (let at = first; at < end; at++) {
      const match = mayClose ? open.findLastIndex(mark => mark.sign === sign && mark.at < first) : -1
      if (match >= 0) {
        found.push({ open: open[match]?.at ?? at, close: at })
        open.splice(match)
      } else if (mayOpen) open.push({ sign, at })
    }
    if (open.length > mostOpen) open.splice(0, open.length - mostOpen)
  }
  return found
}
