/** What the columns of a table are: as a person says, else guessed from their names, and from what stands in them. */
import { roles as allRoles, type Columns, type Mapping, type Role } from '../document.ts'
import { FormatError } from '../fault.ts'
import { headingMeans } from './names.ts'
import { languageOfColumn, likeness, profileOf, type Profile } from './profile.ts'

type Rows = readonly (readonly string[])[]

const sampleRows = 5
const sampleLength = 200

const cut = (field: string): string => {
  if (field.length <= sampleLength) return field
  const start = field.slice(0, sampleLength - 1)
  return `${start.isWellFormed() ? start : start.slice(0, -1)}…`
}

/** Is the first row a heading? It is where its fields name columns; and where they are short, all different, and what follows is longer. */
export function hasHeading(rows: Rows): boolean {
  const [first = [], ...others] = rows
  if (first.some(field => field.length > 60 || field.includes('\n'))) return false
  const named = first.filter(field => headingMeans(field).role !== null).length
  if (named > 0) return named > 1 || first.length <= 3 || first.every(field => field.length < 30)
  if (others.length === 0 || first.some(field => field.trim() === '' || /[.!?]$|\d{3}/.test(field))) return false
  const longer = first.filter((field, i) => profileOf(others, i).length > 3 * field.length).length
  return new Set(first).size === first.length && longer > 0 && first.every(field => field.split(/\s+/).length <= 3)
}

/** Roles by the names alone; a column that is named like none has null. Each role is given once. */
function byNames(names: readonly string[], profiles: readonly Profile[]): (Role | null)[] {
  const all = names.map(headingMeans)
  const hasSwedish = all.some(({ role, language }) => language === 'sv' && role !== 'source')
  const numbersAreTexts = all.some(({ role }, i) => role === 'mt' && profiles[i]?.isData)
  const named = all.map(({ role, language }, i) => {
    const isText = role === 'source' || role === 'corrected' || role === 'translation'
    // `original: true` is no source
    if (isText && profiles[i]?.isData && !numbersAreTexts) return 'skip'
    // `translation.en` beside `translation.sv`
    return role === 'translation' && hasSwedish && language !== '' && language !== 'sv' ? 'source' : role
  })
  const taken = new Set<Role>()
  const found = named.map(role => {
    if (role === null || role === 'translation') return null
    if (role === 'skip' || taken.has(role)) return 'skip' as const
    taken.add(role)
    return role
  })
  for (const [i, role] of named.entries()) {
    if (role !== 'translation') continue
    const as = (['mt', 'corrected'] as const).find(each => !taken.has(each))
    found[i] = as ?? 'skip'
    if (as) taken.add(as)
  }
  return found
}

/** The column in Swedish, and the one that is mostly equal to it: the earlier is the MT, the later the corrected text. */
function swedishPair(rows: Rows, texts: readonly number[], swedish: number | undefined): readonly number[] {
  if (swedish === undefined) return []
  const alike = texts.filter(i => i !== swedish).map(i => ({ i, share: likeness(rows, swedish, i) }))
  const [best] = alike.sort((a, b) => b.share - a.share)
  return best && best.share > 0.3 ? [swedish, best.i].sort((a, b) => a - b) : [swedish]
}

/** Roles that names have not told, by what stands in the columns. */
function byContents(rows: Rows, found: (Role | null)[], profiles: readonly Profile[]): void {
  const has = (role: Role): boolean => found.includes(role)
  const give = (i: number | undefined, role: Role): void => {
    if (i !== undefined && !has(role)) found[i] = role
  }
  const texts = (): number[] => profiles.flatMap(({ isText }, i) => (isText && found[i] === null ? [i] : []))
  const known = new Map<number, string>()
  const language = (i: number): string => {
    const code = known.get(i) ?? languageOfColumn(rows, i)
    known.set(i, code)
    return code
  }
  const mt = found.indexOf('mt')
  if (mt < 0) {
    const swedish = texts().find(i => language(i) === 'sv')
    const [first, second] = swedishPair(rows, texts(), swedish)
    give(first, 'mt')
    give(second, 'corrected')
    // where nothing is Swedish the source comes first, as everywhere
    const [left, right] = has('mt') ? [] : texts()
    give(has('source') ? left : (right ?? left), 'mt')
    give(right === undefined ? undefined : left, 'source')
  } else if (!has('corrected')) {
    const alike = texts().find(i => likeness(rows, mt, i) > 0.3)
    give(alike, 'corrected')
  }
  if (has('source') || !has('mt') || texts().length === 0) return
  const translated = language(found.indexOf('mt'))
  const other = texts().find(i => language(i) !== translated && (language(i) !== 'und' || translated === 'sv'))
  give(other, 'source')
}

/** A column whose values each stand in one run of rows tells articles apart; so does one of ids, where each row is a whole article. */
function giveArticle(names: readonly string[], found: (Role | null)[], profiles: readonly Profile[]): void {
  if (found.includes('article')) return
  const isId = (i: number): boolean => /(?:^|[^\p{L}])(?:id|key|nyckel|guid|uuid)$/iu.test(names[i] ?? '')
  const long = (profiles[found.indexOf('mt')]?.length ?? 0) > 400
  const at = profiles.findIndex(
    ({ isRuns, isUnique, isText, isData }, i) =>
      found[i] === null &&
      !isText &&
      ((isRuns && (!isData || isId(i))) || (isUnique && isId(i) && (long || found.includes('title')))),
  )
  if (at >= 0) found[at] = 'article'
}

/** The roles of all columns; what stays unknown is skipped. */
function guessRoles(names: readonly string[], rows: Rows): readonly Role[] {
  const profiles = names.map((_, i) => profileOf(rows, i))
  const found = byNames(names, profiles)
  byContents(rows, found, profiles)
  if (!found.includes('mt')) {
    // one column of words, however short they are
    const longest = profiles
      .map((profile, i) => ({ ...profile, i }))
      .filter(({ i, isData, filled }) => found[i] === null && !isData && filled > 0)
      .sort((a, b) => b.length - a.length)[0]
    if (longest) found[longest.i] = 'mt'
  }
  giveArticle(names, found, profiles)
  return found.map(role => role ?? 'skip')
}

export interface Table {
  /** the fields of the heading; of a table without one, empty */
  readonly names: readonly string[]
  /** without the heading */
  readonly rows: Rows
}

const isRole = (role: string): role is Role => (allRoles as readonly string[]).includes(role)

/**
 * The columns of a table, with a sample of its rows.
 * @param mapping what a person says; it may have fewer roles than there are columns, or more
 * @throws FormatError columns where none is the MT
 */
export function columnsOf(
  format: string,
  { names, rows }: Table,
  heading: boolean,
  mapping: Mapping | undefined,
): Columns {
  const roles = mapping
    ? names.map((_, i) => mapping.roles[i] ?? 'skip').map(role => (isRole(role) ? role : 'skip'))
    : guessRoles(names, rows)
  if (!roles.includes('mt')) throw new FormatError(format, 'columns')
  return {
    names: names.map(cut),
    roles,
    heading,
    sample: rows.slice(0, sampleRows).map(row => names.map((_, i) => cut(row[i] ?? ''))),
  }
}
