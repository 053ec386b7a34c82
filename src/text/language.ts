import { francAll } from 'franc'

/** The languages that a Swedish newsroom meets: franc's names, and the codes that HTML's `lang` takes. */
const codes: Readonly<Record<string, string>> = {
  swe: 'sv', eng: 'en', deu: 'de', dan: 'da', nob: 'nb', nno: 'nn', fin: 'fi', nld: 'nl', fra: 'fr', spa: 'es', ita: 'it', por: 'pt',
  pol: 'pl', est: 'et', hun: 'hu', ron: 'ro', rus: 'ru', ukr: 'uk', tur: 'tr', arb: 'ar',
} // prettier-ignore
const only = Object.keys(codes)

/**
 * Small words that one language has and its neighbours have not. Trigrams alone call every tenth Swedish sentence Norwegian or
 * Danish, which share most of theirs; `och` and `og` settle it.
 */
const smallWords: Readonly<Record<string, string>> = {
  sv: 'och att är inte för från till ett också även vid där när då någon något några många mycket över jag hon enligt samt vara sedan genom vilket vilka kommer deras denna detta dessa hos utan bland',
  north:
    'og ikke ikkje til fra frå også òg jeg eg være vere når hvor kor hva hvad etter mellom mellem dei ein eit noe noget nogle noen af uten uden bliver blitt blei sier siger mye meget',
  en: 'the of and is was with that this are from it have has be which not or were their you your will would they his her been',
  de: 'der die und das ist nicht mit von zu im auf eine einer einen sich auch wird wurde bei nach aus als sind werden oder wie haben hat',
}
/** And what tells the three apart that are one group above. */
const northern: Readonly<Record<string, string>> = {
  da: 'af hvad nogle noget uden bliver blev siger meget efter mellem sig mig nu hvis kunne',
  nb: 'av etter hva noen noe uten blir ble sier mye mellom seg meg nå hvis kunne',
  nn: 'av etter kva nokon noko utan blir blei vart seier mykje mellom seg meg vere òg frå fleire eg ikkje ein eit dei kor korleis no viss',
}

const languageOfWord = new Map(
  Object.entries(smallWords).flatMap(([language, list]) => list.split(' ').map(word => [word, language] as const)),
)

/** Letters that only one of them writes count as a small word. */
const ownLetter = (word: string): string | undefined =>
  /[æø]/.test(word) ? 'north' : word.includes('ß') ? 'de' : undefined

/** For each of the four: how many of its small words a text has. */
const countSmallWords = (text: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu)) {
    const language = languageOfWord.get(word) ?? ownLetter(word)
    if (language !== undefined) counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  return counts
}

export interface Language {
  /** ISO 639-1, or `und` where the text is too short to tell */
  readonly code: string
  /** whether a person should be told: false alarms cost trust */
  readonly certain: boolean
}

/** Letters below which trigrams alone say nothing, and below which they are never certain. */
const tooShort = 40
const shortest = 80

const unknown: Language = { code: 'und', certain: false }

const group = (code: string): string => (code === 'da' || code === 'nb' || code === 'nn' ? 'north' : code)

/** Which of a settled group it is: the best of franc's guesses in it, after the words that tell its members apart. */
const within = (
  guesses: readonly (readonly [string, number])[],
  settled: string,
  prose: string,
): string | undefined => {
  const members = guesses.map(([name]) => codes[name] ?? '').filter(code => group(code) === settled)
  if (settled !== 'north') return members[0]
  const found = prose.toLowerCase().match(/\p{L}+/gu) ?? []
  const count = (code: string): number => {
    const own = new Set(northern[code]?.split(' '))
    return found.filter(word => own.has(word)).length
  }
  return members.map(code => [code, count(code)] as const).sort((x, y) => y[1] - x[1])[0]?.[0]
}

/** A text as it is looked at. */
interface Seen {
  /** without addresses of the net */
  readonly prose: string
  /** small words of a language, the most frequent first */
  readonly counts: readonly (readonly [string, number])[]
  /** the language whose small words are most by far */
  readonly settled: string | undefined
  readonly clear: boolean
}

function lookAt(text: string): Seen {
  const prose = text.slice(0, 20_000).replace(/\w+:\/\/\S+|\S+@\S+|[\w-]+(?:\.[\w-]+)+\S*/g, ' ')
  const counts = [...countSmallWords(prose)].sort((a, b) => b[1] - a[1])
  const [most, most2] = [counts[0]?.[1] ?? 0, counts[1]?.[1] ?? 0]
  const settled = most >= 2 && most >= 2 * most2 ? counts[0]?.[0] : undefined
  return { prose, counts, settled, clear: most >= 4 * Math.max(1, most2) }
}

const lettersOf = (prose: string): number => prose.match(/\p{L}/gu)?.length ?? 0

/** Trigrams cost a hundred times as much: a text does without them where its words have said it all, or are too few; else null. */
function bySmallWords({ prose, settled, clear }: Seen): Language | null {
  if (settled !== undefined) return settled !== 'north' && clear ? { code: settled, certain: true } : null
  return lettersOf(prose) < tooShort ? unknown : null
}

function byTrigrams({ prose, counts, settled, clear }: Seen): Language {
  const [most, most2] = [counts[0]?.[1] ?? 0, counts[1]?.[1] ?? 0]
  const guesses = francAll(prose, { only, minLength: 1 })
  if (settled !== undefined) {
    const code = within(guesses, settled, prose)
    const agreed = group(codes[guesses[0]?.[0] ?? ''] ?? '') === settled
    return code === undefined ? unknown : { code, certain: clear || (agreed && most >= 3 && most2 === 0) }
  }
  const [first, second] = guesses
  const code = codes[first?.[0] ?? '']
  if (code === undefined) return unknown
  // where we know a language's small words, a text without any is a heading, or a list of names: trigrams guess at those
  if (['sv', 'north', 'en', 'de'].includes(group(code)))
    return most > 0 && counts[0]?.[0] === group(code) ? { code, certain: false } : unknown
  const ahead = (first?.[1] ?? 0) - (second?.[1] ?? 0)
  return { code, certain: most === 0 && lettersOf(prose) >= shortest && ahead > 0.02 }
}

/** The language of a text or a paragraph, by its small words, and by trigrams (franc) where these do not say. */
export const languageOf = (text: string): Language => {
  const seen = lookAt(text)
  return bySmallWords(seen) ?? byTrigrams(seen)
}

/** How many characters of a text are in which language. */
class Shares {
  readonly #characters = new Map<string, number>()

  add(code: string, characters: number): void {
    if (code !== 'und') this.#characters.set(code, (this.#characters.get(code) ?? 0) + characters)
  }

  /** the language of most of them, and how far it is ahead of the next */
  first(): { readonly code: string | undefined; readonly ahead: number } {
    const sorted = [...this.#characters].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    return { code: sorted[0]?.[0], ahead: (sorted[0]?.[1] ?? 0) - (sorted[1]?.[1] ?? 0) }
  }
}

/**
 * The language of most of a text, as `languageReport` says it; lines that cannot change it any more are not looked at, and none is by trigrams
 * before small words have told what they can.
 */
export function wholeLanguage(text: string): string {
  const shares = new Shares()
  const open: { readonly seen: Seen; readonly length: number }[] = []
  let left = text.length
  const isSettled = (): boolean => shares.first().ahead > left
  const tell = ({ code }: Language, length: number): void => {
    shares.add(code, length)
    left -= length
  }
  for (const line of text.split('\n')) {
    if (isSettled()) break
    const seen = lookAt(line)
    const told = bySmallWords(seen)
    if (told) tell(told, line.length)
    else open.push({ seen, length: line.length })
  }
  for (const { seen, length } of open.sort((a, b) => b.length - a.length)) {
    if (isSettled()) break
    tell(byTrigrams(seen), length)
  }
  return shares.first().code ?? languageOf(text).code
}

export interface LanguageReport {
  readonly whole: string
  /** paragraphs that surely are in another language than the whole; where that cannot be told, than Swedish */
  readonly paragraphs: readonly {
    readonly index: number
    readonly from: number
    readonly to: number
    readonly language: string
  }[]
}

/** The language of a text, which is that of most of it, and the paragraphs (lines) that stand out. */
export const languageReport = (text: string): LanguageReport => {
  let from = 0
  const lines = text.split('\n').map((line, index) => {
    const at = { index, from, to: from + line.length }
    from = at.to + 1
    return { ...at, ...languageOf(line) }
  })
  const shares = new Shares()
  for (const { code, from: start, to } of lines) shares.add(code, to - start)
  const whole = shares.first().code ?? languageOf(text).code
  const expected = whole === 'und' ? 'sv' : whole
  const paragraphs = lines
    .filter(line => line.certain && line.code !== expected)
    .map(({ index, from: start, to, code }) => ({ index, from: start, to, language: code }))
  return { whole, paragraphs }
}
