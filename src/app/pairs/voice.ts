/**
 * Which corrections become rules by themselves, and how loud: a pure function of what is known of a pair. See
 * docs/decisions/0027-the-memory-speaks-when-it-is-likely-right.md.
 */
import { anchorOf } from '../../text/anchor.ts'
import { foldForSearch } from '../../text/fold.ts'
import { Problem } from '../../errors.ts'
import { ordinariness, wordsIn } from './ordinary.ts'

/** Why a pair is no rule by itself. */
export const noRules = [
  /** something was added: it says nothing of any words */
  'insertion',
  /** spaces, signs or capitals: what is right depends on the place, and other checks look there */
  'signs',
  /** a number, or what is counted by it, belongs to its article */
  'number',
  /** more than a phrase */
  'long',
  /** words that stand everywhere */
  'common',
  /** ordinary words were taken out: they are right elsewhere */
  'deletion',
] as const
export type NoRule = (typeof noRules)[number]

export type Rule = { readonly anchor: string; readonly reason: null } | { readonly anchor: ''; readonly reason: NoRule }

/** What is longer, in UTF-16 code units or words, does not come again. */
const longest = { units: 200, words: 12 }
/** Words, or words together, that are more frequent than this (a Zipf value) stand everywhere. */
const everywhere = 5
/** Words, or words together, that are rarer are hardly ever right. */
const rare = 0.5

const numbersIn = (text: string): string => (foldForSearch(text).match(/\p{N}+/gu) ?? []).join()
const lettersIn = (text: string): string => (foldForSearch(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).join(' ')

function whyNone(before: string, after: string): NoRule | null {
  const words = wordsIn(before)
  if (before.trim() === '') return 'insertion'
  if (lettersIn(before) === lettersIn(after)) {
    // `ndr → NDR`, but not `Juni → juni`: how an ordinary word begins is told by its place
    const oneName = words.length === 1 && foldForSearch(before) === foldForSearch(after) && ordinariness(before) < rare
    return oneName ? null : 'signs'
  }
  if (words.length === 0) return 'signs'
  if (numbersIn(before) !== numbersIn(after) || words.every(word => /^\p{N}+$/u.test(word))) return 'number'
  if (before.length > longest.units || words.length > longest.words || /[\n\u2028]/.test(before + after)) return 'long'
  if (after.length > longest.units) return 'long'
  if (after.trim() === '') return ordinariness(before) < rare ? null : 'deletion'
  return ordinariness(before) > everywhere || words.every(word => word.length < 2) ? 'common' : null
}

/**
 * Whether a pair can be a rule of the memory by itself, and by which anchor texts find it. Some ten microseconds, a tenth of a second
 * the first time.
 */
export function ruleOf(before: string, after: string): Rule {
  const reason = whyNone(before, after)
  const anchor = reason === null ? anchorOf(before) : ''
  return anchor === '' ? { anchor: '', reason: reason ?? 'signs' } : { anchor, reason: null }
}

/** What is known of a pair: the columns of its row. */
export interface Facts {
  readonly before: string
  readonly after: string
  /** learned, pinned, retired */
  readonly status: string
  readonly corrections: number
  readonly articles: number
  readonly declined: number
  readonly kept: number
  /** the MT system that it is limited to; '' for all */
  readonly system: string
  /** words of which one must stand near; none for everywhere */
  readonly near: readonly string[]
}

export interface Voice {
  /** in thousandths; 0 silent, below 500 only where the context is like one that it was corrected in */
  readonly voice: number
  /** where it speaks */
  readonly where: 'everywhere' | 'near' | 'alike' | 'nowhere'
  /** that its words are hardly ever right in Swedish: one correction is enough */
  readonly specific: boolean
  /** why it speaks nowhere; null where it does */
  readonly silent: NoRule | 'retired' | 'gone' | 'declined' | null
}

/** From here on it speaks wherever its words stand. */
export const spokenEverywhere = 500

/** How much is believed before anything is known, as so many cases; and of these so many right: of words hardly ever right, of ordinary ones, of
 * ordinary ones in a context that was corrected before. */
const believed = { cases: 3, specific: 0.8, ordinary: 0.05, alike: 0.7 }
/** Who declines has looked; who leaves the words as they are need not have, least of all where they are hardly ever right. */
const against = { declined: 3, kept: { specific: 0.25, ordinary: 1 } }

/** Corrections of one article are one person's view of one text: after the first, four count as one, and double it at most. */
const rightIn = (corrections: number, articles: number): number =>
  articles + Math.min(articles, Math.max(0, corrections - articles) / 4)

const share = (prior: number, right: number, wrong: number): number =>
  (believed.cases * prior + right) / (believed.cases + right + wrong)

/** How likely a pair is right elsewhere, where it says so, and why it is silent. */
export function hear(facts: Facts): Voice {
  const { before, after, status, corrections, articles, declined, kept } = facts
  const { reason } = ruleOf(before, after)
  const specific = ordinariness(before) < rare
  const nowhere = (silent: Voice['silent']): Voice => ({ voice: 0, where: 'nowhere', specific, silent })
  const narrowed = facts.near.length > 0
  if (status === 'retired') return nowhere('retired')
  if (status === 'pinned') return { voice: 1000, where: narrowed ? 'near' : 'everywhere', specific, silent: null }
  if (reason !== null) return nowhere(reason)
  if (corrections === 0) return nowhere('gone')
  const right = rightIn(corrections, articles)
  const refused = against.declined * declined
  const left = (specific ? against.kept.specific : against.kept.ordinary) * kept
  const anywhere = share(specific ? believed.specific : believed.ordinary, right, refused + left)
  // what a person limits, or a context that was corrected before, is another case than the words anywhere
  const there = share(believed.alike, right, refused)
  if (narrowed && Math.max(anywhere, there) >= 0.5)
    return { voice: thousandths(Math.max(anywhere, there)), where: 'near', specific, silent: null }
  if (anywhere >= 0.5) return { voice: thousandths(anywhere), where: 'everywhere', specific, silent: null }
  if (there < 0.5) return nowhere('declined')
  return { voice: Math.floor(there * (spokenEverywhere - 1)), where: 'alike', specific, silent: null }
}

const thousandths = (share: number): number => Math.round(share * 1000)

/** How likely a pair is right elsewhere, in thousandths, 0 where it is silent: what `pair.voice` keeps. */
export const voiceOf = (facts: Facts): number => hear(facts).voice

/** How likely a finding is right, between 0 and 1, that a voice speaks. */
export const confidenceOf = (voice: number): number =>
  voice >= spokenEverywhere ? voice / 1000 : voice / (spokenEverywhere - 1)

/** What a person writes as a rule need not be likely, only not everywhere. */
const everywhereForPersons = 6

/**
 * Refuses a wording that would match everything.
 * @throws Problem rule-empty; rule-too-wide, whose `reason` is a key of the words in i18n/memory
 */
export function tooWide(before: string): void {
  const refuse = (reason: 'wideSigns' | 'wideNumber' | 'wideLetter' | 'wideWord' | 'wideWords'): never => {
    throw new Problem('rule-too-wide', { reason })
  }
  if (before.trim() === '') throw new Problem('rule-empty')
  const words = wordsIn(before)
  if (words.length === 0) refuse('wideSigns')
  if (words.every(word => /^\p{N}+$/u.test(word))) refuse('wideNumber')
  if (words.every(word => word.length < 2)) refuse('wideLetter')
  if (ordinariness(before) > everywhereForPersons) refuse(words.length === 1 ? 'wideWord' : 'wideWords')
}
