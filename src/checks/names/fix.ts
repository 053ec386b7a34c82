/** The Swedish name in the place of the one that was found: with its genitive, its compound, its capital, its abbreviation. */
import type { Span } from '../../text/span.ts'
import { tag } from '../lexicon/tags.ts'
import type { Reading } from '../reading.ts'
import { capitalised } from '../words/capital.ts'
import { genitiveOf } from '../words/genitive.ts'
import type { Mention } from './mentions.ts'
import { mentionsIn } from './mentions.ts'
import { isPlace, type Name } from './name.ts'
import { piecesIn } from './pieces.ts'

/** An abbreviation in brackets just after a name: `(CEPOL)`. */
function bracketed(
  { tokens, text }: Reading,
  to: number,
  last: number,
): { readonly text: string; readonly to: number } | null {
  const [open, word, close] = [tokens[last + 1], tokens[last + 2], tokens[last + 3]]
  if (open?.text !== '(' || word?.kind !== 'word' || close?.text !== ')' || close.spaced || open.from > to + 1)
    return null
  return { text: text.slice(word.from, word.to), to: close.to }
}

const isNoun = (reading: Reading, index: number): boolean => {
  const token = reading.tokens[index]
  if (token?.kind !== 'word' || !token.spaced || token.lower !== token.text.normalize('NFC')) return false
  const { analyses } = reading.word(token)
  return analyses.length > 0 && analyses.every(({ tags }) => (tags & (tag.noun | tag.adjective)) !== 0)
}

/** `åklagarmyndigheten i Lüneburg`: what German puts side by side. */
function locative(reading: Reading, mention: Mention): string {
  const next = mentionsIn(reading)[mention.index + 1]
  const piece = piecesIn(reading)[mention.end]
  if (next?.names[0] === undefined || next.first !== mention.end || piece?.join !== 'space') return ''
  return isPlace(next.names[0]) && !next.small ? ' i' : ''
}

export interface Fixed extends Span {
  readonly fixes: readonly string[]
}

/** What to write instead of a mention, and of how much. */
export function fixOf(reading: Reading, mention: Mention): Fixed {
  const last = piecesIn(reading)[mention.end - 1]
  const lastToken = last?.token ?? 0
  const to = mention.to + mention.tail.length
  const brackets = mention.tail === '' ? bracketed(reading, mention.to, lastToken) : null
  const shared = mention.names.map(name => name.right[0].abbreviation)
  const takesBrackets =
    brackets !== null && shared.some(short => short !== null && short.toLowerCase() === brackets.text.toLowerCase())
  const written = (name: Name): string[] => {
    const { text, abbreviation } = name.right[0]
    if (mention.tail !== '')
      return name.compound === null
        ? [`${text}${mention.tail}`]
        : [`${name.compound}${mention.tail.replace(/^[-‐‑]/, '')}`]
    if (takesBrackets) return [`${text} (${abbreviation ?? brackets.text})`]
    const genitive = genitiveOf(text)
    if (mention.genitive) return [genitive]
    const whole = `${text}${name.kind === 'authority' ? locative(reading, mention) : ''}`
    // `lägre Sachs` may be the genitive of a name cut short
    if (mention.how !== 'half' || last?.text.endsWith('s') !== true || genitive === text || !isPlace(name))
      return [whole]
    return isNoun(reading, lastToken + 1) ? [genitive, whole] : [whole, genitive]
  }
  const upper = mention.opens && !mention.small
  const fixes = [...new Set(mention.names.flatMap(written).map(fix => (upper ? capitalised(fix) : fix)))]
  const found = reading.text.slice(mention.from, to)
  return {
    from: mention.from,
    to: takesBrackets ? brackets.to : to,
    fixes: fixes.filter(fix => fix !== found).slice(0, 3),
  }
}

/** The same with a name of one's choice. */
export function fixTo(mention: Mention, name: string): Fixed {
  const to = mention.to + mention.tail.length
  const text = mention.tail === '' && mention.genitive ? genitiveOf(name) : `${name}${mention.tail}`
  return { from: mention.from, to, fixes: [mention.opens ? capitalised(text) : text] }
}
