/** n-grams of two sequences, counted, and how many they have in common. */

/** Three figures an order: n-grams of the hypothesis, of the reference, and those that both have. */
type Counts = readonly number[]

/** What is no n-gram of the reference; also the key of a place in the table that is free. */
const none = -1

/** Above every code point, and every number of a word; with 31 bits of a prefix a key is still exact. */
const itemLimit = 2 ** 22

/** Where a key stands in the table, or is to stand. */
function slotOf(keys: Float64Array, prefix: number, item: number, shift: number): number {
  const key = prefix * itemLimit + item
  let slot = Math.imul(Math.imul(prefix, 0x9e3779b1) + item, 0x85ebca6b) >>> shift
  for (let found = keys[slot]; found !== key && found !== none; found = keys[slot])
    slot = (slot + 1) & (keys.length - 1)
  return slot
}

/**
 * Counts the n-grams of 1 to `orders` items. An n-gram has as its number the place where the reference has it first, and is found by the
 * number of what it is without its last item, and that item: none is written out. What stands in one place of the reference only is, one item
 * longer, still there or nowhere, and needs no search. An order that the reference is too short for counts none in the hypothesis
 * (sacreBLEU).
 */
export function countNgrams(hypothesis: Int32Array, reference: Int32Array, orders: number): Counts {
  // at most half full
  const bits = Math.ceil(Math.log2(2 * reference.length + 2))
  const shift = 32 - bits
  const keys = new Float64Array(2 ** bits)
  const numbers = new Int32Array(2 ** bits)
  // the number of the n-gram that begins at each place
  const ofReference = new Int32Array(reference.length)
  const ofHypothesis = new Int32Array(hypothesis.length)
  // by number: how many are not matched yet, and the order from which on there is but one
  const left = new Int32Array(reference.length)
  const alone = new Int32Array(reference.length).fill(orders)
  const counts: number[] = []
  for (let order = 1; order <= orders; order += 1) {
    const inReference = Math.max(0, reference.length - order + 1)
    const inHypothesis = inReference > 0 ? Math.max(0, hypothesis.length - order + 1) : 0
    let matches = 0
    keys.fill(none)
    left.fill(0)
    for (let at = 0; at < inReference; at += 1) {
      const prefix = ofReference[at] as number
      let number = at
      if ((alone[prefix] as number) >= order) {
        const item = reference[at + order - 1] as number
        const slot = slotOf(keys, prefix, item, shift)
        if (keys[slot] === none) {
          keys[slot] = prefix * itemLimit + item
          numbers[slot] = at
        } else number = numbers[slot] as number
        ofReference[at] = number
      }
      left[number] = (left[number] as number) + 1
    }
    for (let at = 0; at < inReference; at += 1) if (left[at] === 1 && (alone[at] as number) > order) alone[at] = order
    for (let at = 0; at < inHypothesis; at += 1) {
      const prefix = ofHypothesis[at] as number
      if (prefix === none) continue
      const item = hypothesis[at + order - 1] as number
      let number = none
      if ((alone[prefix] as number) >= order) {
        const slot = slotOf(keys, prefix, item, shift)
        if (keys[slot] !== none) number = numbers[slot] as number
      } else if (prefix < inReference && reference[prefix + order - 1] === item) number = prefix
      ofHypothesis[at] = number
      if (number === none || left[number] === 0) continue
      left[number] = (left[number] as number) - 1
      matches += 1
    }
    counts.push(inHypothesis, inReference, matches)
  }
  return counts
}
