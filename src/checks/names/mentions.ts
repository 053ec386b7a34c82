/** Where a text names what the checks know, and how. Read once for all checks of names. */
import type { Span } from '../../text/span.ts'
import { oncePerReading, type Reading } from '../reading.ts'
import { isVerbatim } from '../verbatim.ts'
import type { Form, How, Name } from './name.ts'
import { piecesIn, type Piece } from './pieces.ts'
import { longestAt, type Matched } from './trie.ts'

export interface Mention extends Span {
  /** its place in the list of mentions */
  readonly index: number
  /** more than one where a form belongs to several names */
  readonly names: readonly Name[]
  /** joined: its parts are right, and wrongly put together: `Nordrhein Westfalen` */
  readonly how: How | 'joined'
  readonly doubtful: boolean
  readonly loose: boolean
  readonly asked: boolean
  readonly genitive: boolean
  /** what follows it in the same word, from a hyphen on: `-frågan` */
  readonly tail: string
  /** the first piece, and the one after the last, in the list of pieces */
  readonly first: number
  readonly end: number
  /** has no capital at all */
  readonly small: boolean
  readonly opens: boolean
}

export const mentionsIn = oncePerReading((reading): readonly Mention[] =>
  Array.from(find(reading), (mention, index): Mention => ({ ...mention, index })),
)

type Unlisted = Omit<Mention, 'index'>

function* find(reading: Reading): Generator<Unlisted> {
  const pieces = piecesIn(reading)
  let at = 0
  while (at < pieces.length) {
    const piece = pieces[at]
    const begins = piece !== undefined && (piece.join !== 'hyphen' || pieces[at - 1]?.token !== piece.token)
    const matched = begins ? longestAt(pieces, at) : null
    const mention = matched === null ? null : mentionOf(reading, pieces, at, matched)
    if (mention !== null) yield mention
    at = matched?.end ?? at + 1
  }
}

const joinSigns = { space: ' ', hyphen: '-', nothing: '' } as const

function joinsBetween(pieces: readonly Piece[]): string {
  return pieces
    .slice(1)
    .map((piece, i) =>
      // a hyphen with a space beside it is a wrong hyphen
      piece.join === 'hyphen' && piece.from - (pieces[i]?.to ?? 0) > 1 ? '- ' : joinSigns[piece.join],
    )
    .join('')
}

const fits = (form: Form, joins: string): boolean => form.how === 'right' || form.joins !== '-' || joins.startsWith('-')

function mentionOf(reading: Reading, pieces: readonly Piece[], at: number, matched: Matched): Unlisted | null {
  const { end, genitive } = matched
  const [first, last] = [pieces[at], pieces[end - 1]]
  if (first === undefined || last === undefined) return null
  const joins = joinsBetween(pieces.slice(at, end))
  const forms = matched.forms.filter(form => fits(form, joins))
  const form = forms[0]
  const token = reading.tokens[first.token]
  const ends = reading.tokens[last.token]
  if (form === undefined || token === undefined || ends === undefined || isVerbatim(reading, first.from)) return null
  const rightly = form.how !== 'right' || forms.some(one => one.joins === joins)
  const tail = reading.text.slice(last.to, Math.max(last.to, ends.to))
  // `Lower Sachsen-Anhalt` is something else
  if (form.how !== 'right' && /^[-‐‑]\p{Lu}\p{Ll}/u.test(tail)) return null
  const text = reading.text.slice(first.from, last.to)
  return {
    from: first.from,
    to: last.to,
    names: forms.map(one => one.name),
    how: rightly ? form.how : 'joined',
    doubtful: form.doubtful,
    loose: form.loose,
    asked: form.asked,
    genitive,
    tail,
    first: at,
    end,
    small: !/\p{Lu}/u.test(text),
    opens: token.opens,
  }
}
