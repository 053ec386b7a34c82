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

/** The language of a text or a paragraph, by its small words, and by trigrams (franc) where these do not say. */
export const languageOf = (text: string): Language => {
  const prose = text.slice(0, 20_000).replace(/\w+:\/\/\S+|\S+@\S+|[\w-]+(?:\.[\w-]+)+\S*/g, ' ')
  const length = prose.match(/\p{L}/gu)?.length ?? 0
  const counts = [...countSmallWords(prose)].sort((a, b) => b[1] - a[1])
  const [most, most2] = [counts[0]?.[1] ?? 0, counts[1]?.[1] ?? 0]
  const settled = most >= 2 && most >= 2 * most2 ? counts[0]?.[0] : undefined
  const clear = most >= 4 * Math.max(1, most2)
  // trigrams cost a hundred times as much: a long text does without them where its words have said it all
  if (settled !== undefined && settled !== 'north' && clear) return { code: settled, certain: true }
  if (settled === undefined && length < tooShort) return unknown
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
  return { code, certain: most === 0 && length >= shortest && (first?.[1] ?? 0) - (second?.[1] ?? 0) > 0.02 }
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
  const lengths = new Map<string, number>()
  for (const { code, from: start, to } of lines)
    if (code !== 'und') lengths.set(code, (lengths.get(code) ?? 0) + to - start)
  const whole = [...lengths].sort((x, y) => y[1] - x[1])[0]?.[0] ?? languageOf(text).code
  const expected = whole === 'und' ? 'sv' : whole
  const paragraphs = lines
    .filter(line => line.certain && line.code !== expected)
    .map(({ index, from: start, to, code }) => ({ index, from: start, to, language: code }))
  return { whole, paragraphs }
}
