/** The paragraphs of a text: line i is `text.slice(from[i], to[i])`, its `\n` left out; equal lines have equal ids. */
export interface Lines {
  readonly text: string
  readonly count: number
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly id: Int32Array
}

/** Both texts' paragraphs, numbered by one hash table. An empty text is one empty paragraph. */
export function linesOf(a: string, b: string): [Lines, Lines] {
  const ids = new Map<string, number>()
  return [number(a, ids), number(b, ids)]
}

function number(text: string, ids: Map<string, number>): Lines {
  const from: number[] = []
  const to: number[] = []
  const id: number[] = []
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    const line = text.slice(start, end)
    let known = ids.get(line)
    if (known === undefined) ids.set(line, (known = ids.size))
    from.push(start)
    to.push(end)
    id.push(known)
    start = end + 1
  }
  return { text, count: id.length, from, to, id: Int32Array.from(id) }
}

/** A blank line, `***` and the like: equal by chance, so it says nothing about where it belongs. */
export function isSlight(lines: Lines, at: number): boolean {
  const from = lines.from[at]!
  const to = lines.to[at]!
  return to - from <= 3 || (to - from < 40 && lines.text.slice(from, to).trim().length <= 3)
}

/** Paragraphs of a (half-open) that lie beside paragraphs of b. */
export interface Group {
  fromA: number
  toA: number
  fromB: number
  toB: number
}

/** The stretches between groups (sorted on both sides) where at least one side has paragraphs. */
export function gapsBetween(groups: readonly Group[], countA: number, countB: number): Group[] {
  const gaps: Group[] = []
  let fromA = 0
  let fromB = 0
  for (const group of [...groups, { fromA: countA, toA: countA, fromB: countB, toB: countB }]) {
    if (group.fromA > fromA || group.fromB > fromB) gaps.push({ fromA, toA: group.fromA, fromB, toB: group.fromB })
    fromA = group.toA
    fromB = group.toB
  }
  return gaps
}

/** One group a pair of `partner` (`partner[i] = j`, else -1). */
export function groupsOf(partner: Int32Array): Group[] {
  const groups: Group[] = []
  for (let i = 0; i < partner.length; i++) {
    const j = partner[i]!
    if (j >= 0) groups.push({ fromA: i, toA: i + 1, fromB: j, toB: j + 1 })
  }
  return groups
}
