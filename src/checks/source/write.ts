/** The facts of a source as Swedish writes them: what a fix puts in. */
import { readRows } from '../data/read.ts'
import type { Mention } from './mention.ts'

const swedish = 4

/** The Swedish name of a concept of a data file: its first form. */
const namesOf = (
  file: string,
  id: (row: readonly string[]) => string | null,
  column: number,
): ReadonlyMap<string, string> => {
  const names = new Map<string, string>()
  for (const row of readRows(file)) {
    const [key, first = ''] = [id(row), row[column]?.split('|')[0]]
    if (key !== null && first !== '' && first !== '·' && !names.has(key)) names.set(key, first)
  }
  return names
}

const units = new Map([
  ...namesOf('units.tsv', row => row[0] ?? null, 6),
  ...namesOf('currencies.tsv', row => row[0] ?? null, swedish),
])
const calendar = namesOf(
  'calendar.tsv',
  row => (row[0] === 'abbreviation' ? null : `${row[0]?.charAt(0)}:${row[1]}`),
  swedish,
)
const numerals = namesOf(
  'numerals.tsv',
  row => (/^(?:cardinal|ordinal)$/.test(row[0] ?? '') ? `${row[0]} ${row[1]}` : null),
  swedish,
)
const isOrdinal = new Set(
  readRows('numerals.tsv')
    .filter(row => row[0] === 'ordinal')
    .flatMap(row => row[swedish]?.split('|') ?? []),
)

/** What to write after a number, more than one. */
export const unitName = (id: string): string | undefined => units.get(id)

/** The space that a text parts its thousands with; the no-break space where it has none to tell. */
function spaceOf(text: string): string {
  if (text !== last.text)
    last = { text, space: /[0-9]([\u00a0\u202f\u2009 ])[0-9]{3}(?![0-9])/.exec(text)?.[1] ?? '\u00a0' }
  return last.space
}
/** A long text is not searched for each of its numbers. */
let last = { text: '', space: '\u00a0' }

/** `1 234,5`. Four figures stand together unless their source parts them: they may be a year. */
export function writeNumber(value: number, text: string, parted: boolean): string {
  const [whole = '', decimals] = Number(value.toPrecision(12)).toString().split('.')
  const least = parted ? 4 : 5
  const grouped = whole.length < least ? whole : whole.replace(/\B(?=(?:[0-9]{3}){1,7}$)/g, spaceOf(text))
  return decimals === undefined ? grouped : `${grouped},${decimals}`
}

const scales = [
  [1e12, 'biljon'],
  [1e9, 'miljard'],
  [1e6, 'miljon'],
] as const

/** The words `miljon`, `miljard`, `biljon` with the ending of another of them: `miljarders` → `miljoners`. */
export function otherScale(word: string, factor: number): string | null {
  const name = scales.find(([size]) => size === factor)?.[1]
  const stem = /^(?:miljon|miljard|biljon)(?=[a-z]*$)/i.exec(word)?.[0]
  return name === undefined || stem === undefined ? null : name + word.slice(stem.length)
}

/** With the scale that its source says: `4,2 miljoner`. */
const scaled = (value: number, text: string): string => {
  const [size, name] = scales.find(([size]) => value >= size) ?? [1, '']
  const number = writeNumber(value / size, text, false)
  return name === '' ? number : `${number} ${name}${value / size === 1 ? '' : 'er'}`
}

function timeText(minutes: number, as: string): string {
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60]
  if (minute === 0 && /^[0-9]{1,2}$/.test(as)) return String(hour)
  const sign = as.includes(':') ? ':' : '.'
  return `${String(hour).padStart(2, '0')}${sign}${String(minute).padStart(2, '0')}`
}

/** What stands written of a source's fact where its translation has another. @param as what it has @param text the whole translation */
export function writeFact(source: Mention, original: string, target: Mention, as: string, text: string): string | null {
  const [kind, rest = ''] = source.key?.split(/:(.*)/) ?? []
  if (kind === 'm' || kind === 'w') return calendar.get(`${kind}:${rest}`) ?? null
  if (kind === 't') return /^[0-9]/.test(as) ? timeText(Number(rest), as) : null
  if (kind === 'decade') return /^[0-9]+(-tal\p{L}*)$/u.test(as) ? as.replace(/^[0-9]+/, rest) : null
  if (kind === 'c') return original
  if (kind === 'd' || source.value === null) return null
  if (source.scaleAt !== null && source.value >= 1e6) return scaled(source.value, text)
  if (target.strength !== 'figure' && Number.isInteger(source.value) && source.value <= 12)
    return numerals.get(`${isOrdinal.has(as.toLowerCase()) ? 'ordinal' : 'cardinal'} ${source.value}`) ?? null
  return writeNumber(source.value, text, /[0-9][^0-9][0-9]/.test(original) || /[0-9][^0-9][0-9]/.test(as))
}
