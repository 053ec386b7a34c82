/**
 * Forms that a term lists because no dictionary has them, in the order in which dictionaries do: of a noun `podd, podden, poddar,
 * poddarna`; of an adjective `viral, viralt, virala`, comparative, superlative; of a verb `googla, googlar, googlade, googlat`,
 * imperative; of a name its genitive. `-` stands for a form that it has not; what follows may be left out.
 */
import type { PartOfSpeech } from '../../text/term.ts'
import type { Term } from '../wording.ts'
import type { Form, Lexicon } from '../lexicon/lexicon.ts'
import { tag } from '../lexicon/tags.ts'
import { formsOf, withGenitives } from './inflection.ts'

const { noun, adjective, verb, name, utrum, neuter, singular, plural, indefinite, definite } = tag

/** The tags of each place. */
const places: Readonly<Record<PartOfSpeech, readonly number[]>> = {
  noun: [singular | indefinite, singular | definite, plural | indefinite, plural | definite].map(tags => noun | tags),
  'proper-noun': [name, name | tag.genitive],
  verb: [tag.infinitive, tag.present, tag.past, tag.supine, tag.imperative].map(tags => verb | tags),
  adjective: [
    singular | indefinite | utrum,
    singular | indefinite | neuter,
    plural | definite,
    tag.comparative,
    tag.superlative,
  ].map(tags => adjective | tags),
  other: [],
}

/** How many forms a part of speech may list. */
export const mostForms = (partOfSpeech: PartOfSpeech): number => places[partOfSpeech].length

/** The bits that a form of a part of speech has; 0 where any may do. */
export const classOf: Readonly<Record<PartOfSpeech, number>> = { noun, 'proper-noun': 0, verb, adjective, other: 0 }

export const hasOwnForms = ({ inflection }: Term): boolean => (inflection?.length ?? 0) > 0

/** What a noun's definite form tells. */
const genderOf = (singularDefinite = ''): number =>
  /t$/u.test(singularDefinite) ? neuter : /n$/u.test(singularDefinite) ? utrum : 0

function listed({ preferred, inflection = [], partOfSpeech = 'other' }: Term): readonly Form[] {
  const gender = partOfSpeech === 'noun' ? genderOf(inflection[1]) : 0
  const forms = inflection.flatMap((text, i): readonly Form[] => {
    const tags = places[partOfSpeech][i]
    return tags === undefined || text === '-' || text === ''
      ? []
      : [{ text: text.normalize('NFC'), tags: tags | gender }]
  })
  const withPreferred = forms.length > 0 ? forms : [{ text: preferred, tags: places[partOfSpeech][0] ?? tag.other }]
  if (partOfSpeech === 'proper-noun' && withPreferred.length > 1) return withPreferred
  return partOfSpeech === 'verb' ? [...withPreferred, ...passives(withPreferred)] : withGenitives(withPreferred)
}

/** `googlas`, `googlades`, `googlats`: of the present each verb has its own. */
const passives = (forms: readonly Form[]): readonly Form[] =>
  forms.flatMap(({ text, tags }) =>
    tags & (tag.infinitive | tag.past | tag.supine) && !text.includes(' ')
      ? [{ text: `${text}s`, tags: tags | tag.passive }]
      : [],
  )

/** What terms say of their forms, by the preferred words: those they list, else the usual ones of a word that is in no dictionary. */
export function ownFormsOf(terms: readonly Term[], lexicon: Lexicon): ReadonlyMap<string, readonly Form[]> {
  const own = new Map<string, readonly Form[]>()
  for (const term of terms) {
    const preferred = term.preferred.normalize('NFC')
    if (hasOwnForms(term)) own.set(preferred, listed({ ...term, preferred }))
    else {
      const wanted = classOf[term.partOfSpeech ?? 'other']
      const plainWord = /^[\p{Ll}\p{M}]+$/u.test(preferred)
      // what is in no dictionary is inflected as a noun anyway
      if (wanted === 0 || wanted === noun || !plainWord || lexicon.forms(preferred).some(({ tags }) => tags & wanted))
        continue
      const usual = formsOf(lexicon, preferred, wanted)
      if (usual.length > 0) own.set(preferred, usual)
    }
  }
  return own
}
