/** The concepts of a termbase file, one by one: ISO 30042 in its second and third version, in whatever dialect and style. */
import type { PartOfSpeech } from '../../text/term.ts'
import { enterText } from '../../text/entry.ts'
import { FormatError, type Warning } from '../fault.ts'
import { decodeNamed, xmlEncoding } from '../lib/encoding.ts'
import { languageTag } from '../lib/language-tag.ts'
import { attribute, element, elements, readXml, textIn, type XmlElement } from '../lib/xml.ts'
import type { Limits } from '../limits.ts'

export const label = 'TBX'

/** What a term is in its concept. `replaced`: deprecated or superseded. */
export type Standing = 'preferred' | 'admitted' | 'replaced' | ''

export interface ConceptTerm {
  readonly text: string
  readonly standing: Standing
  /** of `processStatus`: has somebody looked at it? undefined where the file does not say */
  readonly finished: boolean | undefined
  readonly partOfSpeech: PartOfSpeech | undefined
  readonly notes: readonly string[]
}

export interface ConceptLanguage {
  /** BCP 47 */
  readonly language: string
  readonly terms: readonly ConceptTerm[]
  readonly notes: readonly string[]
}

export interface Concept {
  readonly domain: string
  readonly notes: readonly string[]
  readonly languages: readonly ConceptLanguage[]
}

export interface TermFile {
  readonly concepts: readonly Concept[]
  /** that the file is written in: of the root element */
  readonly language: string
  readonly warnings: readonly Warning[]
}

/** `langGroup`, `termGroup` and `entry` are of TBX-Min before it was a dialect of the third version (2013–2017). */
const isLanguage = ({ local }: XmlElement): boolean => /^lang(?:Set|Sec|Group)$/.test(local)
const isTerm = ({ local }: XmlElement): boolean => /^(?:n?tig|termSec|termGroup)$/.test(local)

/** A data category with what it says: `<descrip type="definition">` of the style DCA, `<basic:definition>` of DCT. */
interface Said {
  readonly category: string
  readonly value: string
}

const holders: ReadonlySet<string> = new Set(['descrip', 'descripNote', 'admin', 'adminNote', 'termNote', 'ref', 'xref', 'transac', 'transacNote']) // prettier-ignore

const plain = (of: XmlElement): string => enterText(textIn(of)).replace(/[\s\u2028]+/g, ' ').trim() // prettier-ignore

/** What is said of an element, not of the languages and terms in it; groups (`descripGrp`, `termGrp`) are opened. */
function saidOf(of: XmlElement): Said[] {
  return elements(of).flatMap(each => {
    if (isLanguage(each) || isTerm(each) || each.local === 'transacGrp') return []
    if (/Grp$/.test(each.local)) return saidOf(each)
    return { category: holders.has(each.local) ? (attribute(each, 'type') ?? '') : each.local, value: plain(each) }
  })
}

const values = (said: readonly Said[], ...categories: readonly string[]): string[] =>
  categories.flatMap(name => said.filter(({ category, value }) => category === name && value !== '').map(({ value }) => value)) // prettier-ignore

/** Also `normativeAuthorization` of the default constraints, and what termbases write there of their own. */
function standingOf(said: readonly Said[]): Standing {
  const status = values(said, 'administrativeStatus', 'normativeAuthorization', 'termStatus')[0] ?? ''
  if (/deprecat|supersed|reject|obsolete|forbid|prohibit|not.?recommend/i.test(status)) return 'replaced'
  if (/prefer|standardi[sz]ed|legalTerm|regulated/i.test(status)) return 'preferred'
  return /admit|allow/i.test(status) ? 'admitted' : ''
}

const partsOfSpeech: readonly (readonly [RegExp, PartOfSpeech])[] = [
  [/^(?:proper[ -]?noun|egennamn|eigenname|nom propre)/i, 'proper-noun'],
  [/^(?:noun|subst|nom\b|n$)/i, 'noun'],
  [/^(?:verb|v$)/i, 'verb'],
  [/^(?:adje[ck]|adj$)/i, 'adjective'],
]
/** In `customerSubset`, since TBX-Basic has no part of speech for it. */
export const properNoun = 'proper noun'

function partOfSpeechOf(said: readonly Said[]): PartOfSpeech | undefined {
  if (values(said, 'customerSubset').includes(properNoun)) return 'proper-noun'
  const named = values(said, 'partOfSpeech')[0]
  return named === undefined ? undefined : (partsOfSpeech.find(([pattern]) => pattern.test(named))?.[1] ?? 'other')
}

function termOf(of: XmlElement): ConceptTerm[] {
  const holder = element(of, 'termGrp') ?? of
  const term = element(holder, 'term')
  const text = term ? plain(term) : ''
  if (text === '') return []
  const said = saidOf(of)
  const process = values(said, 'processStatus')[0]
  return [
    {
      text,
      standing: standingOf(said),
      finished: process === undefined ? undefined : /^finali[sz]ed/i.test(process),
      partOfSpeech: partOfSpeechOf(said),
      notes: values(said, 'definition', 'note', 'context'),
    },
  ]
}

function conceptOf(entry: XmlElement): Concept {
  const said = saidOf(entry)
  const languages = elements(entry).filter(isLanguage)
  const own = languages.map((section): ConceptLanguage => {
    const terms = elements(section).filter(isTerm).flatMap(termOf)
    return {
      language: languageTag(attribute(section, 'xml:lang') ?? attribute(section, 'lang') ?? ''),
      terms,
      notes: values(saidOf(section), 'definition', 'note'),
    }
  })
  const inLanguages = languages.flatMap(section => values(saidOf(section), 'subjectField'))
  return {
    domain: values(said, 'subjectField')[0] ?? inLanguages[0] ?? '',
    notes: values(said, 'definition', 'explanation', 'note', 'context'),
    languages: own,
  }
}

/** The language that it is translated from, in the header of the old TBX-Min. */
function sourceOf(root: XmlElement): string {
  const header = element(root, 'header')
  const languages = header && element(header, 'languages')
  return (languages && attribute(languages, 'source')) ?? ''
}

/** @throws FormatError xml, entities, depth, root, missing, rows */
export function readConcepts(bytes: Uint8Array, limits: Limits): TermFile {
  const { text: source } = decodeNamed(bytes, xmlEncoding(bytes), label)
  const concepts: Concept[] = []
  const take = (entry: XmlElement): void => {
    if (concepts.length === limits.rows) throw new FormatError(label, 'rows', { limit: limits.rows })
    concepts.push(conceptOf(entry))
  }
  const { root, warnings } = readXml(source, {
    format: label,
    limits,
    each: { termEntry: take, conceptEntry: take, entry: take },
  })
  if (!/^(?:martif|tbx|TBX)$/.test(root.local)) throw new FormatError(label, 'root', { line: root.line, detail: `<${root.name}>` }) // prettier-ignore
  const text = root.local === 'TBX' ? root : element(root, 'text')
  if (!text || !element(text, 'body')) throw new FormatError(label, 'missing', { line: root.line, detail: '<body>' })
  return { concepts, language: languageTag(attribute(root, 'xml:lang') ?? sourceOf(root)), warnings }
}
