/** Concepts as entries of a Swedish termbase: what to write, and what that replaces. */
import { isSwedish, primaryOf } from '../lib/language-tag.ts'
import type { ReadTerm } from '../document.ts'
import type { Warning } from '../fault.ts'
import type { TermStatus } from '../../text/term.ts'
import type { Concept, ConceptTerm, TermFile } from './concepts.ts'

/** Characters of a term, a domain and a note, and the number of variants, that the termbase takes. */
const longest = { term: 200, domain: 80, note: 2000 } as const
const mostVariants = 100

/** What is translated into Swedish here, and may be left over in it. */
const sources = ['en', 'de'] as const
/** Written alike in too many words that mean something else: none of theirs is looked for in Swedish. */
const neighbours: ReadonlySet<string> = new Set(['da', 'nb', 'nn', 'no', 'fo', 'is'])
const fold = (text: string): string => text.toLowerCase()

const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`

/** A foreign word that may be left over in a Swedish text: several words, or one too long to be taken for a Swedish one. */
const mayBeLeft = (text: string): boolean => /\p{L}[\s-]+\p{L}/u.test(text) || text.length >= 5

function foreignOf({ languages }: Concept, of: ReadonlySet<string>, swedish: ReadonlySet<string>): string[] {
  return languages
    .filter(({ language }) => of.has(primaryOf(language)))
    .flatMap(({ terms }) => terms.map(({ text }) => text))
    .filter(text => mayBeLeft(text) && !swedish.has(fold(text)) && text.length <= longest.term)
}

const statusOf = ({ standing, finished }: ConceptTerm): TermStatus | undefined =>
  standing === 'preferred' || (standing === '' && finished === true) ? 'approved' : standing === 'admitted' || finished === false ? 'proposed' : undefined // prettier-ignore

const unique = (texts: readonly string[]): string[] => [...new Map(texts.map(text => [fold(text), text] as const).reverse()).values()].reverse() // prettier-ignore

interface Taken {
  /** whose terms are the preferred ones */
  readonly takes: (language: string) => boolean
  readonly foreign: (concept: Concept) => readonly string[]
  readonly status?: TermStatus
}

function termsOf(concept: Concept, { takes, foreign, status }: Taken): ReadTerm[] {
  const sections = concept.languages.filter(({ language }) => takes(language))
  const all = sections.flatMap(({ terms }) => terms).filter(({ text }) => text.length <= longest.term)
  const good = all.filter(({ standing }) => standing !== 'replaced')
  const main = good.find(({ standing }) => standing === 'preferred') ?? good.find(({ standing }) => standing === '') ?? good[0] ?? all[0] // prettier-ignore
  if (!main) return []
  const declined = good.length === 0
  const replaced = all.filter(term => term !== main && term.standing === 'replaced').map(({ text }) => text)
  const variants = unique([...replaced, ...(declined ? [] : foreign(concept))]).filter(text => text !== main.text)
  const notes = [...concept.notes, ...sections.flatMap(section => section.notes), ...main.notes]
  const others = concept.languages.flatMap(section => section.notes)
  const note = cut((notes.length > 0 ? notes : others).join('\n'), longest.note)
  const partOfSpeech = main.partOfSpeech ?? concept.languages.flatMap(({ terms }) => terms).find(term => term.partOfSpeech)?.partOfSpeech // prettier-ignore
  const shared = {
    ...(partOfSpeech ? { partOfSpeech } : {}),
    ...(concept.domain === '' ? {} : { domain: cut(concept.domain, longest.domain) }),
  }
  const said = status ?? (declined ? 'declined' : statusOf(main))
  const more = said ? { status: said } : {}
  const synonyms = unique(good.filter(term => term !== main).map(({ text }) => text)).filter(text => text !== main.text)
  return [
    {
      preferred: main.text,
      variants: variants.slice(0, mostVariants),
      ...shared,
      ...(note === '' ? {} : { note }),
      ...more,
    },
    ...synonyms.map((preferred): ReadTerm => ({ preferred, variants: [], ...shared, ...more })),
  ]
}

/** The language that most concepts have; of several the first one met. */
function commonest(concepts: readonly Concept[]): string {
  const counts = new Map<string, number>()
  for (const { languages } of concepts)
    for (const language of new Set(languages.filter(({ terms }) => terms.length > 0).map(each => each.language)))
      counts.set(language, (counts.get(language) ?? 0) + 1)
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), ['', 0] as const)[0]
}

/**
 * Of each concept its preferred Swedish term, with what it replaces: its deprecated and superseded ones, and the English and German terms (and
 * those in the language of the file), which in a Swedish text are left over. Other Swedish terms, which nobody deprecates, are entries without variants. A concept that has
 * deprecated terms only is declined. In a file without Swedish the commonest language is taken for it, and all is only proposed.
 */
export function termsOfConcepts({ concepts, language: ofFile }: Pick<TermFile, 'concepts' | 'language'>): {
  terms: ReadTerm[]
  warnings: Warning[]
} {
  const inSwedish = concepts.flatMap(({ languages }) => languages.filter(({ language }) => isSwedish(language)))
  const swedish = new Set(inSwedish.flatMap(({ terms }) => terms.map(({ text }) => fold(text))))
  const language = swedish.size > 0 ? 'sv' : commonest(concepts)
  const foreign = new Set([...sources, primaryOf(ofFile)].filter(each => !isSwedish(each) && !neighbours.has(each)))
  const taken: Taken =
    swedish.size > 0
      ? { takes: isSwedish, foreign: concept => foreignOf(concept, foreign, swedish) }
      : { takes: each => each === language, foreign: () => [], status: 'proposed' }
  const found = concepts.map(concept => termsOf(concept, taken))
  const without = found.filter(terms => terms.length === 0).length
  const long = concepts.flatMap(({ languages }) => languages.flatMap(({ terms }) => terms)).filter(({ text }) => text.length > longest.term).length // prettier-ignore
  const warnings: Warning[] = [
    ...(swedish.size === 0 && language !== '' ? [{ code: 'not-swedish', detail: language } as const] : []),
    ...(without > 0 ? [{ code: 'skipped', n: without, detail: `xml:lang ≠ ${language || 'sv'}` } as const] : []),
    ...(long > 0 ? [{ code: 'too-long', n: long } as const] : []),
  ]
  return { terms: found.flat(), warnings }
}
