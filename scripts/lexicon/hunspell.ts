/** Reads a hunspell dictionary as dictionary-* packages hold it: stems with flags, and what suffix each flag gives. */
import { readFileSync } from 'node:fs'

export interface Suffix {
  readonly strip: string
  readonly add: string
  /** flags that the suffixed form has */
  readonly flags: string
  readonly fits: RegExp
}

export interface Stem {
  readonly word: string
  readonly flags: ReadonlySet<string>
}

export interface Hunspell {
  readonly stems: readonly Stem[]
  /** by flag */
  readonly suffixes: ReadonlyMap<string, readonly Suffix[]>
  readonly prefixes: ReadonlyMap<string, readonly Suffix[]>
}

const flagsOf = (written: string, kind: string): string[] =>
  kind === 'num' ? written.split(',') : kind === 'long' ? (written.match(/../g) ?? []) : Array.from(written)

/** @param folder of the package; hunspell's `FLAG num`, `FLAG long` and `AF` aliases are understood */
export function readHunspell(folder: string): Hunspell {
  const lines = readFileSync(`${folder}/index.aff`, 'utf8').split(/\r?\n/)
  const kind = lines.find(line => line.startsWith('FLAG '))?.split(/\s+/)[1] ?? 'char'
  const aliases = lines
    .filter(line => /^AF\s/.test(line))
    .slice(1)
    .map(line => line.split(/\s+/)[1] ?? '')
  const expandAlias = (flags: string): string =>
    aliases.length > 0 && /^\d+$/.test(flags) ? (aliases[Number(flags) - 1] ?? '') : flags
  const tables = { SFX: new Map<string, Suffix[]>(), PFX: new Map<string, Suffix[]>() }
  for (const line of lines) {
    const [type = '', flag = '', strip = '', added = '', condition = '.'] = line.trim().split(/\s+/)
    if ((type !== 'SFX' && type !== 'PFX') || added === '' || /^[YN]$/.test(strip)) continue
    const [add = '', flags = ''] = added.split('/')
    const list = tables[type].get(flag) ?? []
    list.push({
      strip: strip === '0' ? '' : strip,
      add: add === '0' ? '' : add,
      flags: expandAlias(flags),
      fits: new RegExp(type === 'SFX' ? `${condition}$` : `^${condition}`, 'u'),
    })
    tables[type].set(flag, list)
  }
  const stems = readFileSync(`${folder}/index.dic`, 'utf8')
    .split(/\r?\n/)
    .slice(1)
    .flatMap(line => {
      const written = line.split('\t')[0]?.trim() ?? ''
      const cut = written.search(/(?<!\\)\//)
      const word = (cut < 0 ? written : written.slice(0, cut)).replaceAll('\\/', '/')
      const flags = cut < 0 ? '' : expandAlias(written.slice(cut + 1).split(/\s/)[0] ?? '')
      return word === '' ? [] : [{ word, flags: new Set(flagsOf(flags, kind)) }]
    })
  return { stems, suffixes: tables.SFX, prefixes: tables.PFX }
}

/** What a suffix makes of a stem; undefined where it does not fit. */
export const suffixed = (stem: string, { strip, add, fits }: Suffix): string | undefined =>
  fits.test(stem) && stem.endsWith(strip) ? stem.slice(0, stem.length - strip.length) + add : undefined

/** Every form of a dictionary, with one suffix and one prefix at most: enough to know whether a word is of a language. */
export function* allForms({ stems, suffixes, prefixes }: Hunspell): Generator<string> {
  for (const { word, flags } of stems) {
    const forms = [word]
    for (const flag of flags)
      for (const suffix of suffixes.get(flag) ?? []) {
        const form = suffixed(word, suffix)
        if (form !== undefined) forms.push(form)
      }
    yield* forms
    for (const flag of flags)
      for (const { strip, add, fits } of prefixes.get(flag) ?? [])
        for (const form of forms) if (fits.test(form) && form.startsWith(strip)) yield add + form.slice(strip.length)
  }
}
