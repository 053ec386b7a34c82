/** Tracked changes (ECMA-376 part 1, 17.13.5): who put something in or took it away, and what is to be seen once some are accepted. */
import type { XmlElement } from '../lib/xml.ts'
import { timeOf, valueOf } from './names.ts'

export interface Change {
  readonly kind: 'inserted' | 'deleted'
  /** empty where the file does not say */
  readonly author: string
  readonly at: number | null
}

const kinds: Readonly<Record<string, Change['kind']>> = {
  ins: 'inserted',
  moveTo: 'inserted',
  cellIns: 'inserted',
  del: 'deleted',
  moveFrom: 'deleted',
  cellDel: 'deleted',
}

/** The change that an element says; undefined where it says none. A move is a deletion here and an insertion there. */
export function changeIn(element: XmlElement): Change | undefined {
  const kind = Object.hasOwn(kinds, element.local) ? kinds[element.local] : undefined
  const author = (valueOf(element, 'author') ?? '').replace(/[\s\u2028]+/gu, ' ').trim()
  return kind && { kind, author, at: timeOf(valueOf(element, 'date')) }
}

/** Which changes are accepted; the others are rejected. */
export type Accepts = (change: Change) => boolean
export const acceptsAll: Accepts = () => true
export const acceptsNone: Accepts = () => false

/** Is it to be seen: is every insertion that it came by accepted, and no deletion? */
export const isSeen = (changes: readonly Change[], accepts: Accepts): boolean =>
  changes.every(change => (change.kind === 'inserted') === accepts(change))

/** A person who has changed something, and the last time that they did. */
export interface Author {
  readonly author: string
  readonly at: number | null
}

/** The authors of changes by when they were done; those whose times are not told come first. */
export function authorsOf(changes: Iterable<Change>): Author[] {
  const last = new Map<string, number | null>()
  for (const { author, at } of changes) {
    const before = last.get(author) ?? null
    last.set(author, before === null ? at : Math.max(before, at ?? before))
  }
  return Array.from(last, ([author, at]) => ({ author, at })).toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0))
}
