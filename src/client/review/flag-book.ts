import type { ChangeDesc } from '@codemirror/state'
import type { FlagView, PendingFlag } from '../../wire/flag.ts'
import type { PlacedFlag } from './entry-parts.ts'
import type { Session } from './session.ts'

/** A flag on words that are not saved yet, in offsets of the text on the desk. */
export type Pending = PendingFlag & { readonly words: string }

/** All flags of this translation that the desk knows: stored ones, and those that wait for the save. */
export class FlagBook {
  private views: readonly FlagView[]
  private waiting: readonly Pending[] = []
  /** told when flags that wait for the save are set, changed or taken back: they live in the draft */
  pendingChanged: () => void = () => {}
  /** versions of withdrawn flags too: an undone withdrawal needs them */
  private readonly versions = new Map<string, number>()

  constructor(stored: readonly FlagView[]) {
    this.views = stored
  }
  get pending(): readonly Pending[] {
    return this.waiting
  }
  set pending(flags: readonly Pending[]) {
    this.waiting = flags
    this.pendingChanged()
  }
  get stored(): readonly FlagView[] {
    return this.views
  }
  replace(stored: readonly FlagView[]): void {
    this.views = stored
  }
  versionOf(id: string): number {
    return this.find(id)?.version ?? this.versions.get(id) ?? 1
  }
  put(flag: FlagView): void {
    this.versions.set(flag.id, flag.version)
    this.views = this.views.some(f => f.id === flag.id)
      ? this.views.map(f => (f.id === flag.id ? flag : f))
      : [...this.views, flag]
  }
  remove(id: string): void {
    this.views = this.views.filter(f => f.id !== id)
    if (this.findPending(id) !== undefined) this.pending = this.pending.filter(f => f.id !== id)
  }
  find(id: string): FlagView | undefined {
    return this.views.find(f => f.id === id)
  }
  findPending(id: string): Pending | undefined {
    return this.pending.find(f => f.id === id)
  }
  /** Pending flags follow their words; they do not grow over what is typed beside them. */
  follow(changes: ChangeDesc): void {
    this.waiting = this.waiting.map(f => followed(f, changes))
  }
}

const followed = (flag: Pending, changes: ChangeDesc): Pending => {
  if (flag.from === flag.to) {
    const at = changes.mapPos(flag.from, -1)
    return { ...flag, from: at, to: at }
  }
  const from = changes.mapPos(flag.from, 1)
  return { ...flag, from, to: Math.max(from, changes.mapPos(flag.to, -1)) }
}

/** Where a flag on the head's words stands after the unsaved change; words that are not the same any more are fixed by it. */
const placeNow = (
  flag: FlagView,
  session: Session,
  read: (from: number, to: number) => string,
): Pick<PlacedFlag, 'b' | 'status'> => {
  const { place, status } = flag
  if (place === null || status === 'orphaned') return { b: null, status }
  const { change } = session
  if (change.empty) return { b: place, status }
  const outer = { from: change.mapPos(place.from, -1), to: change.mapPos(place.to, 1) }
  if (status !== 'open') return { b: outer, status }
  if (place.from === place.to) return { b: outer, status: outer.to > outer.from ? 'fixed' : 'open' }
  const from = change.mapPos(place.from, 1)
  const inner = { from, to: Math.max(from, change.mapPos(place.to, -1)) }
  const words = flag.words
  if (read(inner.from, inner.to) === words && change.touchesRange(place.from, place.to) !== true)
    return { b: inner, status: 'open' }
  for (const span of [inner, outer]) if (read(span.from, span.to) === words) return { b: span, status: 'open' }
  return { b: outer, status: 'fixed' }
}

/** Every flag over the texts as they stand on the desk now. */
export const placeFlags = (
  book: FlagBook,
  session: Session,
  read: (from: number, to: number) => string,
): readonly PlacedFlag[] => [
  ...book.stored.map(flag => ({
    id: flag.id,
    category: flag.category,
    severity: flag.severity,
    a: flag.revision === 0 ? { from: flag.from, to: flag.to } : null,
    ...placeNow(flag, session, read),
  })),
  ...book.pending.map(({ id, category, severity, from, to }) => ({
    id,
    category,
    severity,
    status: 'open' as const,
    a: null,
    b: { from, to },
  })),
]
