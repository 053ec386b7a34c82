/**
 * Folding: one form for what a person would search as the same. Unicode's composed form, lower case, one kind of space, of
 * quotation mark, of apostrophe, of dash. Letters keep their marks: å is never a.
 */
export interface Folded {
  readonly text: string
  /** From an offset in the folded text to the one in the original; an offset inside a folded character gives its start. */
  toOriginal(offset: number): number
}

const kinds: readonly (readonly [RegExp, string])[] = [
  [/[\p{Zs}\t]/gu, ' '],
  [/[\u201c-\u201f\u00ab\u00bb\u2033\u301d-\u301f\uff02]/gu, '"'],
  [/[\u2018-\u201b\u2032\u2039\u203a`\u00b4\u02bc\uff07]/gu, "'"],
  [/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/gu, '-'],
  // toLowerCase writes a final sigma otherwise, by its neighbours: folding must not look at neighbours
  [/ς/gu, 'σ'],
]

const foldKinds = (text: string): string => kinds.reduce((folded, [pattern, to]) => folded.replace(pattern, to), text)

/** Lower case of a composed text need not be composed: J̌ is two characters, ǰ one. */
const foldPiece = (text: string): string => foldKinds(text.normalize('NFC').toLowerCase().normalize('NFC'))

/** What is composed together: a base with its marks, or Korean letters; before that, runs in which nothing is, for speed. */
const piece = /[\0-\u012f\u0131-\u02ff]+(?!\p{M})|[\u1100-\u11ff\uac00-\ud7a3]+\p{M}*|\P{M}?\p{M}+|./gsu

const foldPieces = (text: string): Folded => {
  const parts: string[] = []
  const origins: number[] = []
  for (const match of text.matchAll(piece)) {
    const folded = foldPiece(match[0])
    parts.push(folded)
    for (let unit = 0; unit < folded.length; unit++) {
      const inside = folded.length === match[0].length ? unit : 0
      origins.push(match.index + inside)
    }
  }
  origins.push(text.length)
  return {
    text: parts.join(''),
    toOriginal: offset => origins[Math.max(0, Math.min(offset, origins.length - 1))] ?? text.length,
  }
}

/** The folded text with its way back. Most texts keep their length, and then the way back is the offset itself. */
export const fold = (text: string): Folded => {
  const lower = text.toLowerCase()
  const even = lower.length === text.length && text.normalize('NFC') === text && lower.normalize('NFC') === lower
  return even
    ? { text: foldKinds(lower), toOriginal: offset => Math.max(0, Math.min(offset, text.length)) }
    : foldPieces(text)
}

/** What stands in a word without being seen: soft hyphens, and spaces and marks of no width. */
const unseen = /[\u00ad\u200b-\u200f\u2060\ufeff]/

/** What the search looks in, and for: folded, without what is not seen, and any run of spaces and line ends as one space. */
export const foldForSearch = (text: string): string =>
  foldPiece(text.replace(new RegExp(unseen, 'g'), '')).replace(/\s+/g, ' ')

/** As `foldForSearch`, with the way back. Dear: for a line in which something was found. */
export const foldForSearchWithOrigins = (line: string): Folded => {
  const folded = fold(line)
  const parts: string[] = []
  const origins: number[] = []
  for (let at = 0; at < folded.text.length; at++) {
    const character = folded.text.charAt(at)
    if (unseen.test(character)) continue
    const space = /\s/.test(character)
    if (space && parts.at(-1) === ' ') continue
    parts.push(space ? ' ' : character)
    origins.push(folded.toOriginal(at))
  }
  return { text: parts.join(''), toOriginal: offset => origins[Math.max(0, offset)] ?? line.length }
}

/** Letters that stand at a place of their own, or at another's, in Swedish order: å ä ö after z, ü as y (SAOL; CLDR `sv`). */
const places: Readonly<Record<string, string>> = {
  å: '{', ä: '|', æ: '|', ö: '}', ø: '}', ő: '}', œ: '}', ü: 'y', ű: 'y', ß: 'ss', þ: 'th', ð: 'd', đ: 'd', ł: 'l', ı: 'i',
} // prettier-ignore

const placeOf = (letter: string): string => places[letter] ?? letter.normalize('NFD').replace(/\p{M}+/gu, '')

/** A number sorts by its value: its length stands before its digits. */
const numberKey = (digits: string): string => {
  const value = digits.replace(/^0+(?=.)/, '')
  return (value.length < 9 ? `${value.length}` : `9${String(value.length).padStart(5, '0')}`) + value
}

/** Longer keys would not fit an index of PostgreSQL (2,704 bytes); what agrees so far sorts as equal. */
const keyLength = 200

/**
 * A key that sorts as Swedish does when compared by code unit, or by byte (COLLATE "C"): word by word, å ä ö after z, é as e,
 * v and w apart (SAOL since 2006), numbers by value, signs as spaces. Spellings equal so far are ordered by what tells them apart.
 */
export const sortKey = (text: string): string => {
  const folded = foldForSearch(text)
  const letters = folded.replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ').trim()
  const key = letters.replace(/[0-9]+|./gsu, part => (/[0-9]/.test(part) ? numberKey(part) : placeOf(part)))
  return `${Array.from(key).slice(0, keyLength).join('')}\t${Array.from(folded).slice(0, keyLength).join('')}`
}
