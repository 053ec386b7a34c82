/** Swedish for words of English, German, Norwegian and Danish that a machine leaves standing: data/glossary-*.tsv. */
import { readRows } from '../data/read.ts'
import { genitiveOf } from '../words/genitive.ts'

/** Where two languages write a word alike, the first has it. */
const languages = ['en', 'de', 'nb', 'da'] as const
export type GlossaryLanguage = (typeof languages)[number]

export interface GlossaryEntry {
  readonly language: GlossaryLanguage
  /** best first; only names have capitals */
  readonly swedish: readonly string[]
  /** noun, name, verb, adjective, or another */
  readonly class: Class
}

type Class = 'n' | 'p' | 'v' | 'a' | '-'
interface Known {
  readonly swedish: readonly string[]
  readonly class: Class
}
type Words = ReadonlyMap<string, Known>

const classOf = (written: string | undefined): Class =>
  written === 'n' || written === 'p' || written === 'v' || written === 'a' ? written : '-'

/** Writes out `tjänst, -en, -er, =`. */
function writtenOut(forms: string): readonly string[] {
  const written: string[] = []
  const [first = '', ...rest] = forms.split(', ')
  const stem = first.split('/')[0] ?? ''
  written.push(first)
  for (const form of rest)
    written.push(form === '=' ? (written.at(-1) ?? '') : /^-\p{L}/u.test(form) ? stem + form.slice(1) : form)
  return written
}

function readGlossary(language: GlossaryLanguage): Words {
  const words = new Map<string, Known>()
  for (const [foreign = '', swedish = '', kind] of readRows(`glossary-${language}.tsv`)) {
    const there = writtenOut(foreign)
    const here = writtenOut(swedish)
    if (there.length !== here.length)
      throw new Error(`glossary-${language}.tsv: “${foreign}” and “${swedish}” differ in number`)
    for (const [i, word] of there.entries())
      words.set(word.toLowerCase(), { swedish: here[i]?.split('/') ?? [], class: classOf(kind) })
  }
  return words
}

let read: ReadonlyMap<GlossaryLanguage, Words> | undefined
const glossaries = (): ReadonlyMap<GlossaryLanguage, Words> =>
  (read ??= new Map(languages.map(language => [language, readGlossary(language)])))

/** How each language ends a genitive. */
const genitive = { en: /['’]s$/, de: /['’]?s$/, nb: /['’]?s$/, da: /['’]?s$/ } as const

function lookUp(word: string, language: GlossaryLanguage): GlossaryEntry | undefined {
  const words = glossaries().get(language)
  const known = words?.get(word)
  if (known !== undefined) return { language, ...known }
  const owner = genitive[language].test(word) ? words?.get(word.replace(genitive[language], '')) : undefined
  if (owner === undefined || (owner.class !== 'n' && owner.class !== 'p')) return undefined
  return { language, swedish: owner.swedish.map(genitiveOf), class: owner.class }
}

/** Danish and Norwegian write many words alike: those are in one of the two. */
const alike = { en: ['en'], de: ['de'], nb: ['nb', 'da'], da: ['da', 'nb'] } as const

/** @param word lower-cased @param language where it is known; else the first that has the word */
export function glossary(word: string, language?: GlossaryLanguage): GlossaryEntry | undefined {
  for (const one of language === undefined ? languages : alike[language]) {
    const entry = lookUp(word, one)
    if (entry !== undefined) return entry
  }
  return undefined
}

let phrases: ReadonlyMap<string, GlossaryEntry> | undefined

/** The entries of several words, lower-cased, a space between. */
export function glossaryPhrases(): ReadonlyMap<string, GlossaryEntry> {
  if (phrases !== undefined) return phrases
  const all = new Map<string, GlossaryEntry>()
  for (const [language, words] of glossaries())
    for (const [word, known] of words) if (word.includes(' ') && !all.has(word)) all.set(word, { language, ...known })
  return (phrases = all)
}
