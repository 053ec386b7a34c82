/** Which words of a paragraph look otherwise than those around them. */
import type { Handle, PlacedRun } from './handle.ts'

/** A code of the paragraph that holds words: those in it are compared with each other. */
interface Scope {
  readonly first: number
  readonly last: number
}

const isVisible = ({ text }: PlacedRun): boolean => /\S/u.test(text)

/** What is seen of a run: its style by name, then its own properties. */
function tokensOf({ run }: PlacedRun, styles: ReadonlyMap<string, string>): readonly string[] {
  const style = styles.get(run.style)
  return style === undefined ? run.look : [style, ...run.look]
}

/** For each run the innermost scope that it stands in; null where it stands in the paragraph alone. @param scopes the outer first */
function scopesOf(runs: readonly PlacedRun[], scopes: readonly Scope[]): (Scope | null)[] {
  const open: Scope[] = []
  let next = 0
  return runs.map(({ number }) => {
    while (open.length > 0 && (open.at(-1)?.last ?? 0) < number) open.pop()
    for (; (scopes[next]?.first ?? Infinity) <= number; next++) {
      while (open.length > 0 && (open.at(-1)?.last ?? 0) < (scopes[next]?.first ?? 0)) open.pop()
      const scope = scopes[next]
      if (scope && scope.last >= number) open.push(scope)
    }
    return open.at(-1) ?? null
  })
}

/**
 * Runs beside each other that look alike, and otherwise than all words of the link or paragraph that they stand in do. Spaces look like
 * nothing: they belong to what is on both sides of them.
 */
export function lookGroups(runs: readonly PlacedRun[], scopes: readonly Scope[], styles: ReadonlyMap<string, string>) {
  const scoped = scopesOf(runs, scopes)
  const common = new Map<Scope | null, readonly string[]>()
  const visible = runs.map(isVisible)
  for (const [i, run] of runs.entries()) {
    if (!visible[i]) continue
    const scope = scoped[i] ?? null
    const tokens = tokensOf(run, styles)
    common.set(scope, common.get(scope)?.filter(token => tokens.includes(token)) ?? tokens)
  }
  const plain = new Map<Scope | null, PlacedRun>()
  const groups: { scope: Scope | null; label: string; runs: PlacedRun[]; pending: PlacedRun[] }[] = []
  let group: (typeof groups)[number] | undefined
  for (const [i, run] of runs.entries()) {
    const scope = scoped[i] ?? null
    if (group && group.scope !== scope) group = undefined
    if (!visible[i]) {
      group?.pending.push(run)
      continue
    }
    const tokens = tokensOf(run, styles)
    const own = tokens.filter(token => !common.get(scope)?.includes(token))
    if (own.length === 0) {
      if (!plain.has(scope)) plain.set(scope, run)
      group = undefined
      continue
    }
    const label = `<${own.join(' ')}>`
    if (group?.label === label) {
      group.runs.push(...group.pending.splice(0), run)
      continue
    }
    group = { scope, label, runs: [run], pending: [] }
    groups.push(group)
  }
  return groups.map(({ scope, label, runs: members }) => {
    const [first, last] = [members[0] as PlacedRun, members.at(-1) as PlacedRun]
    const handle: Handle = { kind: 'look', runs: members.map(({ run }) => run), plain: plain.get(scope)?.run }
    return { first: first.number, last: last.number, from: first.from, to: last.to, label, handle }
  })
}
