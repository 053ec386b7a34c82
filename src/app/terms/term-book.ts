/** The termbase as a whole: whether an entry fits among the others. */
import { Problem } from '../../errors.ts'
import { foldForSearch } from '../../text/fold.ts'
import type { TermEntry } from '../../wire/term.ts'

export interface Listed {
  readonly id: string
  readonly entry: TermEntry
}

/** Whether they can hold in one text. */
const meet = (a: TermEntry, b: TermEntry): boolean =>
  a.domain === '' || b.domain === '' || foldForSearch(a.domain) === foldForSearch(b.domain)

type Index = Map<string, Map<string, Listed>>

/** What is written otherwise is another term: `e-post`, `E-post`. */
const nameOf = (preferred: string): string => preferred.normalize('NFC')

const put = (index: Index, key: string, listed: Listed): void => {
  const there = index.get(key)
  if (there) there.set(listed.id, listed)
  else index.set(key, new Map([[listed.id, listed]]))
}

export class TermBook {
  private readonly byId = new Map<string, Listed>()
  /** by preferred words, in whatever status */
  private readonly named: Index = new Map()
  /** of those approved: by preferred words, by variant */
  private readonly preferred: Index = new Map()
  private readonly variants: Index = new Map()

  constructor(terms: readonly Listed[]) {
    for (const term of terms) this.put(term)
  }

  /** Takes an entry in, in the place of what the id had before. */
  put(listed: Listed): void {
    const before = this.byId.get(listed.id)
    if (before) this.remove(before)
    this.byId.set(listed.id, listed)
    put(this.named, nameOf(listed.entry.preferred), listed)
    if (listed.entry.status !== 'approved') return
    put(this.preferred, foldForSearch(listed.entry.preferred), listed)
    for (const variant of listed.entry.variants) put(this.variants, foldForSearch(variant), listed)
  }

  private remove({ id, entry }: Listed): void {
    this.named.get(nameOf(entry.preferred))?.delete(id)
    this.setAside(id)
  }

  /** What a term says now is to be another soon: it stands in nobody's way, but is still found. */
  setAside(id: string): void {
    const entry = this.byId.get(id)?.entry
    if (!entry) return
    this.preferred.get(foldForSearch(entry.preferred))?.delete(id)
    for (const variant of entry.variants) this.variants.get(foldForSearch(variant))?.delete(id)
  }

  /** The one of these words in this domain; where the domain is not told, the only one of these words, or that of no domain. */
  find(preferred: string, domain: string | undefined): Listed | undefined {
    const same = [...(this.named.get(nameOf(preferred))?.values() ?? [])]
    if (domain === undefined && same.length === 1) return same[0]
    const folded = foldForSearch(domain ?? '')
    return same.find(({ entry }) => foldForSearch(entry.domain) === folded)
  }

  /**
   * Refuses an entry that does not fit. @param id its own, where it is there already
   * @throws Problem term-taken, term-variant-taken, term-contradicts; each with the `id` of the other
   */
  refuse(entry: TermEntry, id?: string): void {
    const twin = this.find(entry.preferred, entry.domain)
    if (twin && twin.id !== id) throw new Problem('term-taken', { words: twin.entry.preferred, id: twin.id })
    if (entry.status !== 'approved') return
    const others = (index: Index, words: string): readonly Listed[] =>
      [...(index.get(foldForSearch(words))?.values() ?? [])].filter(other => other.id !== id)
    for (const variant of entry.variants) {
      const taken = others(this.variants, variant).find(
        other => foldForSearch(other.entry.domain) === foldForSearch(entry.domain),
      )
      if (taken) throw new Problem('term-variant-taken', { words: variant, other: taken.entry.preferred, id: taken.id })
      const wanted = others(this.preferred, variant).find(other => meet(other.entry, entry))
      if (wanted)
        throw new Problem('term-contradicts', { words: variant, other: wanted.entry.preferred, id: wanted.id })
    }
    const replaced = others(this.variants, entry.preferred).find(other => meet(other.entry, entry))
    if (replaced)
      throw new Problem('term-contradicts', {
        words: entry.preferred,
        other: replaced.entry.preferred,
        id: replaced.id,
      })
  }
}
