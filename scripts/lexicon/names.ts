/**
 * Makes src/checks/data/places.tsv, which is committed: what countries, regions and towns are called in English, German, Danish,
 * Norwegian and, of countries, French and Dutch, wherever Swedish calls them otherwise. From Debian's packages iso-codes and
 * libgweather-4-common: `apt-get install iso-codes libgweather-4-common`, then `node scripts/lexicon/names.ts [FOLDER]`, where FOLDER is
 * /usr/share, or the usr/share of both packages unpacked.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mo } from 'gettext-parser'

const share = process.argv[2] ?? '/usr/share'
const languages = ['de', 'da', 'nb'] as const
/** Those that name countries otherwise often enough, and towns seldom. */
const more = ['fr', 'nl'] as const
type Language = (typeof languages)[number] | (typeof more)[number] | 'sv'

/** The regions of these countries are in the news under their own names. */
const countries = /^(AT|BE|CH|CZ|DE|DK|ES|FI|FR|GR|IT|NL|NO|PL|PT|SE)-/

/** The catalogue of a language: English, or the name at home, to the translation. Of namesakes (`Athens`, Georgia) the one translated. */
function catalogue(language: Language, domain: string): ReadonlyMap<string, string> {
  const path = join(share, 'locale', language, 'LC_MESSAGES', `${domain}.mo`)
  const entries = new Map<string, string>()
  if (!existsSync(path)) return entries
  for (const context of Object.values(mo.parse(readFileSync(path)).translations))
    for (const { msgid, msgstr } of Object.values(context))
      if (msgid !== '' && msgstr[0] !== undefined && (entries.get(msgid) ?? msgid) === msgid)
        entries.set(msgid, msgstr[0])
  return entries
}

/** Letters alone: an accent more or less is no name of another language. */
const bare = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')

interface Place {
  readonly kind: 'country' | 'region' | 'place'
  readonly swedish: string
  readonly foreign: readonly string[]
}

/** A name and nothing more: no list, no remark in brackets, no time zone, no station. */
const isName = (text: string): boolean =>
  /^[\p{L}\p{M}][\p{L}\p{M}'’. -]{2,39}$/u.test(text) &&
  !/\b(Time|Zeit|tid|Station|station|Festland|Mainland|kommun|län|provins)\b/.test(text) &&
  text.split(' ').length <= 5

const read = (file: string, key: string): readonly Record<string, string>[] =>
  (
    JSON.parse(readFileSync(join(share, 'iso-codes', 'json', file), 'utf8')) as Record<string, Record<string, string>[]>
  )[key] ?? []

/** @param names in English or at home, each with what it is */
function places(domain: string, names: readonly string[], kind: Place['kind'], foreign: readonly Language[]): Place[] {
  const swedish = catalogue('sv', domain)
  const others = foreign.map(language => catalogue(language, domain))
  return names.flatMap(name => {
    const own = swedish.get(name)
    return own === undefined || !isName(own)
      ? []
      : [{ kind, swedish: own, foreign: [name, ...others.flatMap(other => other.get(name) ?? [])] }]
  })
}

const named = read('iso_3166-1.json', '3166-1')
const states = named.flatMap(state => ['common_name', 'name', 'official_name'].flatMap(key => state[key] ?? []))
const regions = read('iso_3166-2.json', '3166-2').filter(region => countries.test(region['code'] ?? ''))
/** Where Swedish keeps the English name, what others write is theirs, or a slip. */
const translated = ([name, swedish]: readonly [string, string]): boolean => bare(name) !== bare(swedish)
const weather = 'libgweather-4.0-locations'
const all = [
  ...places('iso_3166-1', states, 'country', [...languages, ...more]),
  ...places(
    'iso_3166-2',
    regions.map(region => region['name'] ?? ''),
    'region',
    ['de', 'da'],
  ),
  ...places(
    weather,
    [...catalogue('sv', weather)].filter(translated).flatMap(([name]) => name),
    'place',
    languages,
  ),
]

const skipped = (file: string): string[] =>
  readFileSync(new URL(`../../src/checks/data/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line.startsWith('never\t'))
    .flatMap(line => (line.split('\t')[1] ?? '').split('|'))

/** Not the foreign name of one place what is the Swedish name of another: translators err, and computers guess. */
const taken = new Set([...all.map(place => place.swedish), ...skipped('names-left.tsv')].map(bare))
const merged = new Map<string, { kind: string; foreign: Map<string, string> }>()
const owners = new Map<string, string>()
for (const { kind, swedish, foreign } of all)
  for (const name of foreign) {
    const key = bare(name)
    if (!isName(name) || taken.has(key) || key.length < 4 || (owners.get(key) ?? swedish) !== swedish) continue
    owners.set(key, swedish)
    const entry = merged.get(swedish) ?? { kind, foreign: new Map<string, string>() }
    entry.foreign.set(name, name)
    merged.set(swedish, entry)
  }

const lines = [...merged]
  .map(([swedish, { kind, foreign }]) => [kind, swedish, [...foreign.keys()].sort().join('|')].join('\t'))
  .sort((a, b) => a.localeCompare(b, 'sv'))
const head = [
  '# Made by scripts/lexicon/names.ts from iso-codes (LGPL-2.1+) and libgweather-4-common (GPL-2+): do not edit.',
  '# kind, the Swedish name, names in English, German, Danish, Norwegian, French, Dutch or at home, divided by |',
]
writeFileSync(new URL('../../src/checks/data/places.tsv', import.meta.url), [...head, ...lines, ''].join('\n'))
console.error(`${lines.length} places with ${owners.size} names`)
