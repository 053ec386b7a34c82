/** Forms of verbs, and where a finite verb is one too many. */
import { has, tag } from '../lexicon/tags.ts'
import type { Reading, Token } from '../reading.ts'
import { after, before } from './context.ts'
import { isA, isClosed, pronouns } from './function-words.ts'

/** The infinitive or the supine of what a finite verb is a form of; undefined where the dictionary does not tell. */
export function verbForm({ lexicon, word }: Reading, token: Token, wanted: number): string | undefined {
  for (const { lemma, tags } of word(token).analyses) {
    if (!has(tags, tag.verb) || (tags & (tag.present | tag.past)) === 0) continue
    const passive = tags & tag.passive
    const form = lexicon
      .forms(lemma)
      .find(f => has(f.tags, tag.verb | wanted) && (f.tags & tag.passive) === passive)
    if (form !== undefined) return form.text
  }
  return undefined
} // prettier-ignore

/** Is it an infinitive, and nothing that stands on its own? */
export function isInfinitive(reading: Reading, token: Token | undefined): boolean {
  if (token?.kind !== 'word' || !/^\p{Ll}/u.test(token.text) || isClosed(token.lower)) return false
  const { analyses } = reading.word(token)
  return (
    analyses.some(({ tags }) => has(tags, tag.infinitive)) &&
    analyses.every(({ tags }) => has(tags, tag.verb) && (tags & (tag.past | tag.supine)) === 0)
  )
}

const isAdverb = (token: Token): boolean =>
  isA('middle', token.lower) ||
  /^(?:också|även|bara|då|därför|sedan|verkligen|gärna|kanske|ju|nog|väl|helt)$/u.test(token.lower)

/** What follows a verb, its adverbs passed over, and its subject where it stands after it. */
export function verbAfter(reading: Reading, verb: Token, passSubject: boolean): Token | undefined {
  let token = after(reading, verb)
  for (let steps = 0; token !== undefined && steps < 3; steps++) {
    if (isAdverb(token) || (passSubject && steps === 0 && pronouns.has(token.lower) && token.lower !== 'de'))
      token = after(reading, token)
    else return token
  }
  return token
}

/** What begins a clause that may end in a verb: `om du vill får du …`, `det man kan är …`. */
const opensClause =
  /^(?:om|när|då|där|dit|som|vad|vem|vilka|vilket|vilken|så|innan|ju|medan|eftersom|än|det|allt|allting|hur|ifall|sedan|tills|fort|gott|mycket|bästa|minsta|enda)$/u

/** May a clause end in this verb, so that the next begins after it? */
export function mayEndClause(reading: Reading, verb: Token): boolean {
  let token = before(reading, verb)
  for (let steps = 0; token !== undefined && steps < 5; steps++) {
    if (opensClause.test(token.lower)) return true
    if (token.kind === 'sign' && token.text !== '-') return false
    token = before(reading, token)
  }
  return false
} // prettier-ignore
