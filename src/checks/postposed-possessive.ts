import type { Check } from './check.ts'
import { has, tag } from './lexicon/tags.ts'
import type { Reading, Token } from './reading.ts'

const possessives = new Set('min mitt mina din ditt dina sin sitt sina vår vårt våra'.split(' '))

interface Noun {
  readonly lemma: string
  readonly tags: number
}

/** A noun in the definite, and nothing else. */
function definiteNoun(reading: Reading, token: Token): Noun | undefined {
  const { analyses } = reading.word(token)
  const nouns = analyses.filter(({ tags }) => has(tags, tag.noun | tag.definite) && !has(tags, tag.genitive))
  return nouns.length === analyses.length ? nouns[0] : undefined
}

/** What may follow a possessive that belongs to what stands before it: an end, a verb, a preposition, no noun and no adjective. */
function endsPhrase(reading: Reading, after: Token | undefined, possessive: Token): boolean {
  if (after === undefined || after.sentence !== possessive.sentence || after.kind !== 'word') return true
  const { analyses } = reading.word(after)
  // `mitt i matchen` is no possessive
  if (possessive.lower === 'mitt' && after.lower === 'i') return false
  if (after.lower === 'egen' || after.lower === 'egna' || after.lower === 'eget') return false
  return analyses.length > 0 && analyses.every(({ tags }) => (tags & (tag.noun | tag.adjective | tag.name)) === 0)
}

const indefinite = ({ tags }: Noun): number => tag.noun | tag.indefinite | (tags & (tag.singular | tag.plural))

export const postposedPossessive: Check = {
  id: 'postposed-possessive',
  family: 'grammar',
  category: 'linguistic-conventions/grammar',
  severity: 'minor',
  confidence: 0.88,
  title: { sv: 'Possessiv efter sitt ord', en: 'Possessive after its noun' },
  why: {
    sv: 'Norskan säger ”hjemmene sine”, svenskan ”sina hem”: possessiven står före ett substantiv i obestämd form (Svenska Akademiens grammatik, kapitlet om possessiva attribut).',
    en: 'Norwegian says “hjemmene sine”, Swedish “sina hem”: the possessive stands before a noun in the indefinite (Svenska Akademiens grammatik).',
  },
  examples: [
    'De fick lämna [hemmen sina→sina hem] i natt.',
    'Det var den bästa kvällen i [karriären min→min karriär].',
    'Han gav barnen sina gamla böcker.',
    'Polisen gjorde sitt för att hjälpa hemmen.',
    'Hon visade eleverna sin nya bil.',
  ],
  *find(reading) {
    const { tokens } = reading
    for (const token of tokens) {
      if (!possessives.has(token.lower) || !token.spaced) continue
      const before = tokens[token.index - 1]
      if (before?.kind !== 'word' || before.sentence !== token.sentence) continue
      const noun = definiteNoun(reading, before)
      if (noun === undefined || !endsPhrase(reading, tokens[token.index + 1], token)) continue
      const bare = reading.lexicon.inflect(noun.lemma, indefinite(noun))
      yield {
        from: before.from,
        to: token.to,
        fixes: bare === undefined ? [] : [`${token.lower} ${bare}`],
        message: {
          sv: `”${token.text}” står före sitt ord på svenska.`,
          en: `“${token.text}” stands before its noun in Swedish.`,
        },
      }
    }
  },
}
