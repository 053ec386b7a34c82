import type { Lexicon } from '../lexicon/lexicon.ts'
import { glossaryFixes } from './fixes.ts'
import { nordicSpelling } from './nordic-spelling.ts'

/** Of each part no more renderings than this are tried: they multiply. */
const mostEach = 4
const mostFixes = 2

const renderings = (part: string, lexicon: Lexicon): readonly string[] =>
  [
    ...new Set([
      ...glossaryFixes(part, false, 'nb').filter(text => !text.includes(' ')),
      ...nordicSpelling(part, lexicon),
      ...(lexicon.word(part).common ? [part] : []),
      // a linking letter of Norwegian is often none of Swedish: `kommune`, `serie`
      ...(part.endsWith('e') ? [part.slice(0, -1)] : []),
      part,
    ]),
  ].slice(0, mostEach)

/** A Norwegian compound as Swedish would make it, part by part; empty where none of what comes of it is a Swedish word. */
export function compoundFixes(parts: readonly string[], lexicon: Lexicon): readonly string[] {
  const joined = parts.reduce<readonly string[]>(
    (made, part, i) => {
      const options = renderings(part, lexicon)
      return made.flatMap(start =>
        options.flatMap(option => (i === 0 ? [option] : [start + option, `${start}s${option}`])),
      )
    },
    [''],
  )
  const known = [...new Set(joined)].filter(text => {
    const word = lexicon.word(text)
    return word.common || word.compound !== null
  })
  return known.sort((a, b) => lexicon.word(b).zipf('sv') - lexicon.word(a).zipf('sv')).slice(0, mostFixes)
}
