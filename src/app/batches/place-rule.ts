/** What a batch looks for in a text: a wording in all its forms, or words to the letter; with what is to stand there. */
import type { Term } from '../../checks/wording.ts'
import { lexiconBytes, loadLexicon } from '../../checks/lexicon/load.ts'
import { rawScan } from '../../checks/phrases/raw-scan.ts'
import { wordingHits } from '../../checks/phrases/wordings.ts'
import { readText } from '../../checks/reading.ts'
import { fold, foldForSearch } from '../../text/fold.ts'
import { isPlainWording, literalPlaces, type Replacement } from '../../text/literal-places.ts'
import { LruCache } from '../lru-cache.ts'

/** Where words are to be replaced. A fix that is the words as they are is one that nobody knows: a person writes it. */
export type FoundPlace = Replacement

export interface PlaceRule {
  /** folded for the search: a text that has a place has one of them; none where that tells nothing */
  readonly needles: readonly string[]
  /** in order, none overlapping; in a time linear in the text */
  find(text: string): readonly FoundPlace[]
}

/** What is to be corrected: as it is written, with the wordings of a term split by `|`. */
export interface Wording {
  readonly kind: string
  readonly before: string
  readonly after: string
  /** of a term: what it is, and its own forms */
  readonly term?: Pick<Term, 'partOfSpeech' | 'inflection'>
}

/** The variants that a term's field holds. */
export const variantsOf = (before: string): readonly string[] =>
  before
    .split('|')
    .map(variant => variant.trim())
    .filter(variant => variant !== '')

function literalRule(before: string, after: string): PlaceRule {
  const lines = before.split('\n').map(line => foldForSearch(line).trim())
  const longest = lines.reduce((best, line) => (line.length > best.length ? line : best))
  return { needles: longest === '' ? [] : [longest], find: text => literalPlaces(text, before, after) }
}

function wordingRule(variants: readonly string[], preferred: string, own: Wording['term'] = {}): PlaceRule {
  const lexicon = loadLexicon(lexiconBytes())
  const terms: readonly Term[] = [{ ...own, preferred, variants }]
  const { needles, pattern } = rawScan(terms, lexicon)
  return {
    needles,
    find(text) {
      const folded = fold(text)
      const places: FoundPlace[] = []
      pattern.lastIndex = 0
      for (let hit = pattern.exec(folded.text); hit !== null; hit = pattern.exec(folded.text)) {
        const at = folded.toOriginal(hit.index)
        const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1
        const newline = text.indexOf('\n', at)
        const paragraph = text.slice(start, newline < 0 ? text.length : newline)
        for (const { from, to, fixes } of wordingHits(readText(paragraph, lexicon), terms))
          places.push({ from: start + from, to: start + to, fix: fixes[0] ?? paragraph.slice(from, to) })
        const next = folded.text.indexOf('\n', hit.index)
        if (next < 0) break
        pattern.lastIndex = next
      }
      return places
    },
  }
}

/** A name in the genitive; one that ends in s has no other form there. */
const genitiveName = /^(?<base>(?:.*\s)?\p{Lu}\S*[^s\s])s$/su

/**
 * What a correction was of, where it was made in the genitive of a name: `Nedre Sachsens → Niedersachsens` is to be found in `Nedre Sachsen`
 * too. What a person has typed is taken as it is.
 */
function baseOf({ kind, before, after }: Wording): { readonly before: string; readonly after: string } {
  const [found, fix] = [before, after].map(words => genitiveName.exec(words)?.groups?.['base'])
  return kind !== 'words' && found !== undefined && fix !== undefined
    ? { before: found, after: fix }
    : { before, after }
}

/** Rules of the batches that are looked at now: making one reads the forms of its words. */
const kept = new LruCache<PlaceRule>(200)

/** The rule of a wording. Some 100 ms the first time, for the lexicon, then a few. */
export function placeRule({ kind, before, after, term }: Wording): PlaceRule {
  const key = JSON.stringify([kind, before, after, term])
  const known = kept.get(key)
  if (known !== undefined) return known
  const base = baseOf({ kind, before, after })
  const made =
    kind === 'term'
      ? wordingRule(variantsOf(before), after, term)
      : isPlainWording(before, after)
        ? wordingRule([base.before], base.after)
        : literalRule(before, after)
  kept.set(key, made, 1)
  return made
}
