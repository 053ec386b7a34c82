/** What to write for a match: the words of the fix, inflected like those that were matched, with their capital. */
import { has, tag } from '../lexicon/tags.ts'
import type { Reading, Token } from '../reading.ts'
import { capitalised, capitalLike, startsWithCapital } from '../words/capital.ts'
import { agreeBefore, agreeing, type Agreed, type Gender } from './agree.ts'
import type { Element, Sequence } from './compile.ts'
import { beginsWithS, compoundOf } from './first-part.ts'
import { joinedForm } from './index-of-sequences.ts'
import { formLike, formsOf, tagsInstead } from './inflection.ts'
import { likeliestFirst } from './likeliest.ts'
import type { Part, Parts, WordPart } from './pattern.ts'

/** A match in the text. */
export interface Matched {
  readonly pattern: Parts
  readonly sequence: Sequence
  readonly starts: readonly number[]
}

export interface Fixed {
  readonly text: string
  /** what changes before the match */
  readonly before: Agreed | null
}

/** More readings of one form than this are not offered. */
const mostReadings = 3

interface Work extends Matched {
  readonly reading: Reading
  /** one reading of each element's form */
  readonly tags: readonly number[]
  /** that of the fix's noun, where it is not that of the matched one */
  readonly gender: Gender | null
}

/** The ways to write a fix, the likeliest first: more than one where a matched form is several (`anbud`: one, or several). */
export function fixesOf(fix: Parts, matched: Matched, reading: Reading): readonly Fixed[] {
  const classesOfFix = classesIn(fix, reading)
  const readings = matched.sequence.map((element, i) => tagsAt(element, matched, i, classesOfFix, reading))
  const most = Math.min(mostReadings, Math.max(1, ...readings.map(tags => tags.length)))
  const fixed: Fixed[] = []
  for (let i = 0; i < most; i++) {
    const tags = readings.map(of => of[Math.min(i, of.length - 1)] ?? 0)
    const one = write(fix, { ...matched, reading, tags, gender: null })
    if (one !== null && !fixed.some(({ text }) => text === one.text)) fixed.push(one)
  }
  return fixed
}

const classes = tag.noun | tag.adjective | tag.verb | tag.name

/** What a word can be. */
const classesOf = ({ text }: WordPart, { lexicon }: Reading): number =>
  formsOf(lexicon, text, 0).reduce((all, form) => all | form.tags, 0) & classes

const classesIn = (parts: Parts, reading: Reading): number =>
  parts.reduce((all, part) => {
    if (part.kind === 'choice') return part.options.reduce((some, option) => some | classesIn(option, reading), all)
    return part.kind === 'word' && part.inflected ? all | classesOf(part, reading) : all
  }, 0)

/** The readings of a matched form: those of the classes that the fix has words of, if there are any. */
function tagsAt(
  element: Element,
  { starts }: Matched,
  i: number,
  classesOfFix: number,
  reading: Reading,
): readonly number[] {
  if (element.kind === 'gap' || element.kind === 'slot') return []
  const token = reading.tokens[starts[i] ?? -1]
  if (token === undefined) return []
  const form = element.kind === 'forms' ? token.lower : joinedForm(element, token.lower)
  const tags = element.forms.get(form ?? '') ?? []
  const alike = tags.filter(t => t & classesOfFix)
  return likeliestFirst(alike.length > 0 ? alike : tags, token, reading)
}

function write(fix: Parts, work: Work): Fixed | null {
  const gender = newGender(fix, work)
  const words = wordsOf(fix, { ...work, gender })
  if (words === null) return null
  const text = withCapital(words.join(' ').replaceAll(/ ([,.;:!?])/gu, '$1'), work)
  const article = articleToGo(fix, work)
  if (article !== null) return { text: capitalLike(article.text, text), before: { from: article.index, text: '' } }
  const at = nounPhraseStart(work)
  return { text, before: gender !== null && at !== null ? agreeBefore(at, gender, work.reading) : null }
}

/** `den hårda axeln`, but `vägrenen`: a definite noun that has lost its adjective loses its article. */
function articleToGo(fix: Parts, work: Work): Token | null {
  const { starts, tags, reading } = work
  const [first] = takenParts(fix, work)
  const article = reading.tokens[(starts[0] ?? 0) - 1]
  const token = reading.tokens[starts[0] ?? -1]
  if (first?.kind !== 'word' || !first.inflected || !has(tags[0] ?? 0, tag.adjective)) return null
  if (article?.sentence !== token?.sentence || !/^(?:den|det|de)$/u.test(article?.lower ?? '')) return null
  const wanted = tagsInstead(tagsFollowed(first, work), first.tags)
  return has(wanted, tag.noun | tag.definite) ? (article ?? null) : null
}

const genderOf = (tags: number): Gender | null =>
  has(tags, tag.utrum) === has(tags, tag.neuter) ? null : has(tags, tag.utrum) ? tag.utrum : tag.neuter

/** The words of a fix, those of the options taken among them. */
const takenParts = (fix: Parts, work: Work): Parts =>
  fix.flatMap(part => (part.kind === 'choice' ? (part.options[optionTaken(part, fix, work) ?? -1] ?? []) : [part]))

/** The gender of the fix's noun where it is singular and another than that of the noun it stands for. */
function newGender(fix: Parts, work: Work): Gender | null {
  const { reading } = work
  for (const part of takenParts(fix, work)) {
    if (part.kind !== 'word' || !part.inflected) continue
    const matched = tagsFollowed(part, work)
    if (!has(matched, tag.noun) || has(matched, tag.plural)) continue
    const form = formLike(reading.lexicon, part.text, tagsInstead(matched, part.tags))
    if (!has(form?.tags ?? 0, tag.noun)) continue
    const [before, now] = [genderOf(matched), genderOf(form?.tags ?? 0)]
    if (before !== null && now !== null && before !== now) return now
  }
  return null
}

/** Where the match begins, if that is within the noun phrase of its noun; null where its own words stand before. */
function nounPhraseStart({ sequence, starts, tags }: Work): number | null {
  const noun = sequence.findIndex((_, i) => has(tags[i] ?? 0, tag.noun))
  const adjectival = sequence
    .slice(0, noun)
    .every((element, i) => (element.kind === 'slot' ? element.class === 'adj' : has(tags[i] ?? 0, tag.adjective)))
  return noun < 0 || !adjectival ? null : (starts[0] ?? null)
}

/** null where a word of the fix has no such form */
function wordsOf(parts: Parts, work: Work): readonly string[] | null {
  const words: string[] = []
  for (const part of parts) {
    const word = wordOf(part, work, parts, words.length === 0)
    if (word === null) return null
    if (word !== '') words.push(word)
  }
  return words
}

function wordOf(part: Part, work: Work, parts: Parts, first: boolean): string | null {
  if (part.kind === 'word') return inflectedWord(part, work, parts)
  if (part.kind === 'optional') throw new Error('a fix has no optional words')
  if (part.kind === 'slot') return slotWord(part, work, first)
  if (part.kind === 'gap') {
    const nth = parts.filter(({ kind }) => kind === 'gap').indexOf(part)
    const gaps = work.sequence.flatMap(({ kind }, i) => (kind === 'gap' ? [i] : []))
    return textOf(gaps[nth] ?? -1, gaps[nth] ?? -1, work, first)
  }
  const same = work.sequence.flatMap(({ choice }, i) => (choice?.written === part.written ? [i] : []))
  if (same.length > 0) return textOf(same[0] ?? 0, same.at(-1) ?? 0, work, first)
  const taken = optionTaken(part, parts, work)
  return taken === undefined ? '' : (wordsOf(part.options[taken] ?? [], work)?.join(' ') ?? null)
}

type Choice = Extract<Part, { readonly kind: 'choice' }>

const choicesIn = (parts: Parts): readonly Choice[] =>
  parts.flatMap(part => (part.kind === 'choice' ? [part] : part.kind === 'optional' ? choicesIn(part.parts) : []))

/** Brackets of a fix stand for those of the pattern with as many options, in order. */
function optionTaken(part: Choice, parts: Parts, { pattern, sequence }: Work): number | undefined {
  const alike = (choice: Choice): boolean => choice.options.length === part.options.length
  const ofPattern = choicesIn(pattern)
  const nth = choicesIn(parts).filter(alike).indexOf(part)
  const index = ofPattern.indexOf(ofPattern.filter(alike)[nth] ?? part)
  return sequence.find(({ choice }) => choice?.index === index)?.choice?.option
}

/** The tags of the matched word that a word of the fix is inflected like: the one it counts to, else the first that is of its class. */
function tagsFollowed(part: WordPart, { sequence, tags, reading }: Work): number {
  const own = classesOf(part, reading)
  const counted = tags[sequence.findIndex(({ ordinal }) => ordinal === part.ordinal)] ?? 0
  if (counted & own) return counted
  return sequence.flatMap(({ ordinal }, i) => (ordinal > 0 ? [tags[i] ?? 0] : [])).find(t => t & own) ?? counted
}

/** What an adjective is inflected like for which the pattern has none: the noun after it. */
function tagsOfNoun(part: WordPart, work: Work, parts: Parts): number | undefined {
  const { lexicon } = work.reading
  for (const next of parts.slice(parts.indexOf(part) + 1)) {
    if (next.kind !== 'word' || !next.inflected) continue
    const form = formLike(lexicon, next.text, tagsInstead(tagsFollowed(next, work), next.tags))
    if (!has(form?.tags ?? 0, tag.noun)) continue
    const { tags } = form ?? { tags: 0 }
    const weak = has(tags, tag.plural) || has(tags, tag.definite)
    if (weak) return tag.adjective | tag.plural | tag.definite
    return tag.adjective | tag.singular | tag.indefinite | (tags & (tag.utrum | tag.neuter))
  }
  return undefined
}

function inflectedWord(part: WordPart, work: Work, parts: Parts): string | null {
  const { sequence, starts, gender, reading } = work
  const joined = sequence.findIndex(({ kind }) => kind === part.joined)
  const element = sequence[joined]
  let rest = ''
  if (part.joined !== 'alone' && element !== undefined && (element.kind === 'last' || element.kind === 'first')) {
    const token = reading.tokens[starts[joined] ?? -1]
    const form = joinedForm(element, token?.lower ?? '') ?? ''
    const s = element.kind === 'first' && form.endsWith('s') && element.forms.has(form.slice(0, -1))
    const after = token?.text.slice(form.length) ?? ''
    const length = form.length - (s && beginsWithS(after, reading.lexicon) ? 1 : 0)
    rest = (element.kind === 'last' ? token?.text.slice(0, -length) : token?.text.slice(length)) ?? ''
  }
  if (part.joined === 'first' && rest !== '') return compoundOf(part.text, rest, reading.lexicon)
  const word = part.inflected ? inflect() : part.text
  return word === null ? null : rest + word

  function inflect(): string | null {
    const followed = tagsFollowed(part, work)
    const alone = (followed & tag.adjective) === 0 && classesOf(part, reading) === tag.adjective
    const wanted = tagsInstead((alone ? tagsOfNoun(part, work, parts) : undefined) ?? followed, part.tags)
    if (wanted === 0) return part.text
    const agreed = gender !== null && has(wanted, tag.adjective) ? tagsInstead(wanted, gender) : wanted
    return formLike(reading.lexicon, part.text, agreed)?.text ?? null
  }
}

function slotWord(part: Extract<Part, { readonly kind: 'slot' }>, work: Work, first: boolean): string | null {
  const { sequence, starts, gender, reading } = work
  const i = sequence.findIndex(element => element.kind === 'slot' && element.id === part.id)
  const token = reading.tokens[starts[i] ?? -1]
  if (token === undefined) return ''
  if (part.class === 'adj' && gender !== null) return agreeing(token, gender, reading) ?? token.text
  if (part.tags === 0) return textOf(i, i, work, first)
  const classBit = { adj: tag.adjective, noun: tag.noun, verb: tag.verb, name: 0, number: 0, word: 0 }[part.class]
  const analysis = reading.word(token).analyses.find(({ tags }) => has(tags, classBit))
  if (analysis === undefined) return null
  return formLike(reading.lexicon, analysis.lemma, tagsInstead(analysis.tags, part.tags))?.text ?? null
}

/** The text of some elements; the first word of a sentence loses its capital where it is not the fix's first. */
function textOf(from: number, to: number, { starts, reading }: Work, first: boolean): string {
  const [start, end] = [starts[from] ?? 0, starts[to + 1] ?? 0]
  const [begin, last] = [reading.tokens[start], reading.tokens[end - 1]]
  if (begin === undefined || last === undefined || end <= start) return ''
  const text = reading.text.slice(begin.from, last.to)
  const lower = !first && begin.opens && reading.word(begin).common
  return lower ? begin.lower + text.slice(begin.text.length) : text
}

function withCapital(text: string, { sequence, starts, reading }: Work): string {
  const [element, first] = [sequence[0], reading.tokens[starts[0] ?? -1]]
  if (element === undefined || first === undefined || !startsWithCapital(first.text)) return text
  if (isShouted(reading.tokens.slice(starts[0], starts.at(-1)))) return text.toUpperCase()
  const isName = element.kind !== 'slot' && element.kind !== 'gap' && element.capital
  return isName && !first.opens ? text : capitalised(text)
}

/** Acronyms are shorter. */
const isShouted = (tokens: readonly Token[]): boolean => {
  const text = tokens.map(token => token.text).join('')
  return text.length > 5 && text === text.toUpperCase() && text !== text.toLowerCase()
}
