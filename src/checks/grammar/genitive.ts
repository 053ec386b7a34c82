/** Genitives, which stand where a determiner does: `polisens nya bil`. */
import { has, tag } from '../lexicon/tags.ts'
import type { Reading, Token } from '../reading.ts'
import { before } from './context.ts'
import type { Determiner } from './function-words.ts'

const asDeterminer: Determiner = { cells: 63, weak: true, noun: 'indefinite', alone: false }

/** A token read as a determiner, where it surely is the genitive of a definite noun or of a name. */
export function genitiveAt(reading: Reading, token: Token): Determiner | undefined {
  if (token.kind !== 'word' || !token.lower.endsWith('s') || /^(?:till|tills)$/u.test(before(reading, token)?.lower ?? ''))
    return undefined
  const { analyses } = reading.word(token)
  if (analyses.length === 0) return undefined
  const isName = /^\p{Lu}/u.test(token.text) && !token.opens
  const sure = analyses.every(
    ({ tags }) => has(tags, tag.genitive) && (tags & (isName ? tag.name : tag.definite)) !== 0 && !has(tags, tag.adjective),
  )
  return sure ? asDeterminer : undefined
} // prettier-ignore
