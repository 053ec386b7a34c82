/** n-grams of two sequences, counted, and how many they have in common. */

/** What n-grams are made of, as numbers: the reference's from 0 on, from `middle` to `end` the hypothesis's. */
export interface Sequences {
  readonly items: Int32Array
  readonly middle: number
  readonly end: number
}

/**
 * A trie of a reference's n-grams, as deep as it need be: a branch ends where the reference has what leads there in one place only, and what
 * follows is read in the reference itself. In an ordinary sentence that is so after three characters.
 */
interface Trie {
  /** open addressing, at most half full, three numbers a slot: a node, an item that follows it, and the node they lead to, 0 where the slot is free */
  readonly table: Int32Array
  readonly mask: number
  /** by node: where the reference has it first, and how often it has it */
  readonly places: Int32Array
  readonly counts: Int32Array
  /** by node: how often it is matched; at the end of a branch, the longest n-gram that is */
  readonly matched: Int32Array
}

/** The root, and one end of a branch for each item; what goes on stands in two places at least: half as many an order. */
const mostNodes = (length: number, orders: number): number => 1 + length + ((length * orders) >> 1)

/** A power of 2. */
const slotsFor = (nodes: number): number => 2 ** (32 - Math.clz32(2 * nodes - 1))

function emptyTrie(nodes: number): Trie {
  const slots = slotsFor(nodes)
  return {
    table: new Int32Array(3 * slots),
    mask: slots - 1,
    places: new Int32Array(nodes),
    counts: new Int32Array(nodes),
    matched: new Int32Array(nodes),
  }
}

/** For references of up to 1,000 words: to make one anew takes as long as to count. */
const kept = emptyTrie(32_768)

function trieFor(length: number, orders: number): Trie {
  const nodes = mostNodes(length, orders)
  if (nodes > kept.places.length) return emptyTrie(nodes)
  const slots = slotsFor(nodes)
  kept.table.fill(0, 0, 3 * slots)
  return { ...kept, mask: slots - 1 }
}

/** Where the slot begins in which an item after a node stands, or is to stand. */
function slotOf(table: Int32Array, mask: number, node: number, item: number): number {
  const hash = Math.imul(Math.imul(node, 0x9e3779b1) + item, 0x85ebca6b)
  // its highest bits, as many as the table has: in the others little of what goes in is mixed
  for (let slot = hash >>> Math.clz32(mask); ; slot = (slot + 1) & mask) {
    const at = 3 * slot
    if (table[at + 2] === 0 || (table[at] === node && table[at + 1] === item)) return at
  }
}

/** Puts in all n-grams of the reference. */
function growTrie({ table, mask, places, counts, matched }: Trie, { items, middle }: Sequences, orders: number): void {
  let size = 1
  const add = (slot: number, node: number, item: number, place: number): void => {
    table[slot] = node
    table[slot + 1] = item
    table[slot + 2] = size
    places[size] = place
    counts[size] = 1
    matched[size] = 0
    size += 1
  }
  for (let from = 0; from < middle; from += 1) {
    const end = Math.min(middle, from + orders)
    let node = 0
    for (let at = from; at < end; at += 1) {
      const item = items[at]!
      const slot = slotOf(table, mask, node, item)
      if (table[slot + 2] === 0) {
        add(slot, node, item, from)
        break
      }
      node = table[slot + 2]!
      const count = counts[node]!
      counts[node] = count + 1
      if (count > 1) continue
      // a branch that ended here goes on, with what follows where the reference had it first
      const place = places[node]!
      const next = place + at + 1 - from
      if (at + 1 < from + orders && next < middle)
        add(slotOf(table, mask, node, items[next]!), node, items[next]!, place)
    }
  }
}

/** Adds to every third of `found`, from `first` on, the n-grams of each order that the hypothesis has too. */
function matchTrie(
  { table, mask, places, counts, matched }: Trie,
  { items, middle, end: last }: Sequences,
  orders: number,
  found: number[],
  first: number,
): void {
  for (let from = middle; from < last; from += 1) {
    const end = Math.min(last, from + orders)
    let node = 0
    for (let at = from; at < end; at += 1) {
      node = table[slotOf(table, mask, node, items[at]!) + 2]!
      if (node === 0) break
      const order = at + 1 - from
      const before = matched[node]!
      if (counts[node]! > 1) {
        if (before === counts[node]!) continue
        matched[node] = before + 1
        found[first + 3 * (order - 1)]! += 1
        continue
      }
      let longest = order
      const ahead = places[node]! - from
      for (let next = at + 1; next < end && ahead + next < middle && items[next] === items[ahead + next]; next += 1)
        longest += 1
      // shorter ones were matched from another place
      for (let n = Math.max(order, before + 1); n <= longest; n += 1) found[first + 3 * (n - 1)]! += 1
      matched[node] = Math.max(before, longest)
      break
    }
  }
}

/**
 * Counts the n-grams of 1 to `orders` items. Adds to `counts` three figures an order: n-grams of the hypothesis, of the reference, and those
 * that both have, each as often as both do. An order that the reference is too short for counts none in the hypothesis (sacreBLEU).
 */
export function countNgrams(sequences: Sequences, orders: number, counts: number[]): void {
  const { middle, end } = sequences
  const first = counts.length
  for (let order = 1; order <= orders; order += 1) {
    const inReference = Math.max(0, middle - order + 1)
    counts.push(inReference > 0 ? Math.max(0, end - middle - order + 1) : 0, inReference, 0)
  }
  const trie = trieFor(middle, orders)
  growTrie(trie, sequences, orders)
  matchTrie(trie, sequences, orders, counts, first + 2)
}
