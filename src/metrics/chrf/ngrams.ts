/** n-grams of two sequences, counted, and how many they have in common. */

/** Three figures an order: n-grams of the hypothesis, of the reference, and those that both have. */
type Counts = readonly number[]

/** Where a hash table ends its search; also what is no n-gram of the reference. */
const none = -1

const slotOf = (prefix: number, item: number, mask: number): number => {
  const mixed = Math.imul(prefix, 0x9e3779b1) ^ Math.imul(item + 1, 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) & mask
}

/**
 * Counts the n-grams of 1 to `orders` items. An n-gram of the reference has a number, given by the number of what it is without its last item
 * and that item: no n-gram is written out, and the hypothesis is followed only as far as the reference has the like. An order that
 * one of the two is too short for counts none in the hypothesis where the reference has none (sacreBLEU).
 */
export function countNgrams(hypothesis: Int32Array, reference: Int32Array, orders: number): Counts {
  const mask = 2 ** Math.ceil(Math.log2(2 * reference.length + 2)) - 1
  const [prefixes, items, ids] = [new Int32Array(mask + 1), new Int32Array(mask + 1), new Int32Array(mask + 1)]
  const left = new Int32Array(reference.length)
  // the number of the n-gram that begins at each place
  const [ofReference, ofHypothesis] = [new Int32Array(reference.length), new Int32Array(hypothesis.length)]
  const counts: number[] = []
  for (let order = 1; order <= orders; order += 1) {
    const inReference = Math.max(0, reference.length - order + 1)
    const inHypothesis = inReference > 0 ? Math.max(0, hypothesis.length - order + 1) : 0
    let matches = 0
    let known = 0
    ids.fill(none)
    for (let at = 0; at < inReference; at += 1) {
      const prefix = ofReference[at] as number
      const item = reference[at + order - 1] as number
      let slot = slotOf(prefix, item, mask)
      while (ids[slot] !== none && (prefixes[slot] !== prefix || items[slot] !== item)) slot = (slot + 1) & mask
      if (ids[slot] === none) {
        prefixes[slot] = prefix
        items[slot] = item
        left[known] = 0
        ids[slot] = known++
      }
      const id = ids[slot] as number
      left[id] = (left[id] as number) + 1
      ofReference[at] = id
    }
    for (let at = 0; at < inHypothesis; at += 1) {
      const prefix = ofHypothesis[at] as number
      if (prefix === none) continue
      const item = hypothesis[at + order - 1] as number
      let slot = slotOf(prefix, item, mask)
      while (ids[slot] !== none && (prefixes[slot] !== prefix || items[slot] !== item)) slot = (slot + 1) & mask
      const id = ids[slot] as number
      ofHypothesis[at] = id
      if (id === none || left[id] === 0) continue
      left[id] = (left[id] as number) - 1
      matches += 1
    }
    counts.push(inHypothesis, inReference, matches)
  }
  return counts
}
