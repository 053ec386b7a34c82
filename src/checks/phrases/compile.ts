/** A pattern of the notation made ready for matching: sequences of elements, each with every form that it may have. */
import type { Lexicon } from '../lexicon/lexicon.ts'
import { formsOf } from './inflection.ts'
import type { Parts, SlotClass, WordPart } from './pattern.ts'

/** Tags that a form may have, by the form lower-cased. */
export type Forms = ReadonlyMap<string, readonly number[]>

interface Place {
  /** which `~` of the pattern this is; 0 where it is none */
  readonly ordinal: number
  /** the bracket it belongs to, and which of its options was taken */
  readonly choice: { readonly written: string; readonly index: number; readonly option: number } | null
}

export type Element = Place &
  (
    | { readonly kind: 'forms'; readonly forms: Forms; readonly capital: boolean }
    | { readonly kind: 'last' | 'first'; readonly forms: Forms; readonly capital: boolean }
    | { readonly kind: 'slot'; readonly class: SlotClass; readonly id: string; readonly tags: number }
    | { readonly kind: 'gap'; readonly most: number }
  )

export type Sequence = readonly Element[]

/** More than this, and a pattern is better written as two. */
const mostSequences = 600

/** Every sequence that a pattern stands for. */
export function sequencesOf(pattern: Parts, lexicon: Lexicon): readonly Sequence[] {
  let choices = 0
  const expand = (parts: Parts, choice: Place['choice']): readonly Sequence[] =>
    parts.reduce<readonly Sequence[]>(
      (sequences, part) => {
        const continued = (tails: readonly Sequence[]): readonly Sequence[] =>
          sequences.flatMap(sequence => tails.map(tail => [...sequence, ...tail]))
        if (part.kind === 'optional') return continued([...expand(part.parts, choice), []])
        if (part.kind === 'choice') {
          const index = choices++
          return continued(
            part.options.flatMap((option, i) => expand(option, { written: part.written, index, option: i })),
          )
        }
        if (part.kind === 'word') return continued(wordElements(part, choice, lexicon).map(element => [element]))
        return continued([[{ ...part, ordinal: 0, choice }]])
      },
      [[]],
    )
  const sequences = expand(pattern, null)
  if (sequences.length > mostSequences) throw new Error(`a pattern stands for ${sequences.length} sequences of words`)
  return sequences
}

function wordElements(part: WordPart, choice: Place['choice'], lexicon: Lexicon): readonly Element[] {
  const place = {
    ordinal: part.ordinal,
    choice,
    forms: part.inflected ? inflectedForms(part, lexicon) : new Map([[part.text.toLowerCase(), [part.tags]]]),
    capital: part.text !== part.text.toLowerCase(),
  }
  if (part.joined === 'alone') return [{ ...place, kind: 'forms' }]
  const joined: Element = { ...place, kind: part.joined }
  return part.aloneToo ? [{ ...place, kind: 'forms' }, joined] : [joined]
}

const inflected = new WeakMap<Lexicon, Map<string, Forms>>()

/** The forms of a word, made once for all rows that have it. */
function inflectedForms(part: WordPart, lexicon: Lexicon): Forms {
  const known = inflected.get(lexicon) ?? new Map<string, Forms>()
  inflected.set(lexicon, known)
  const key = `${part.text} ${part.tags}`
  const forms = known.get(key) ?? makeForms(part, lexicon)
  known.set(key, forms)
  return forms
}

/** The same few sets of tags stand beside hundreds of thousands of forms. */
const sets = new Map<string, readonly number[]>()
const setOf = (tags: readonly number[]): readonly number[] => {
  const key = tags.join()
  const known = sets.get(key) ?? tags
  sets.set(key, known)
  return known
}

function makeForms(part: WordPart, lexicon: Lexicon): Forms {
  const forms = new Map<string, readonly number[]>()
  for (const { text, tags } of formsOf(lexicon, part.text, part.tags)) {
    const key = text.toLowerCase()
    const known = forms.get(key) ?? []
    if (!known.includes(tags)) forms.set(key, setOf([...known, tags]))
  }
  return forms
}
