import { Anchors } from './anchors.ts'
import { Myers } from './myers.ts'

/** Up to so many tokens on both sides together, the search for the shortest script is cheap enough as it is. */
const SHORT = 320
/** Its scratch memory (some 300 kB at most) is kept between calls: comparing a sentence takes microseconds. */
const myers = new Myers()
/** Anchors within anchors, at most; text made so that each level finds only one would else take quadratic time. */
const DEEPEST = 12

/**
 * What stays the same between two sequences of numbers (words, paragraphs): equal ends first, then anchors on unique
 * n-grams, then Myers between them. Time is nearly linear whatever comes.
 */
export class Sequences {
  private readonly a: Int32Array
  private readonly b: Int32Array
  private readonly partner: Int32Array
  private anchors: Anchors | undefined
  /** ranges still to be compared: [fromA, toA, fromB, toB, depth] */
  private readonly waiting: number[] = []

  /** `partner[i]` becomes j for each i of a that stays as j of b; it must be -1 before. */
  constructor(a: Int32Array, b: Int32Array, partner: Int32Array) {
    this.a = a
    this.b = b
    this.partner = partner
  }

  match(fromA: number, toA: number, fromB: number, toB: number): void {
    const { waiting } = this
    this.one(fromA, toA, fromB, toB, 0)
    while (waiting.length > 0) {
      const depth = waiting.pop()!
      const endB = waiting.pop()!
      const startB = waiting.pop()!
      const endA = waiting.pop()!
      this.one(waiting.pop()!, endA, startB, endB, depth)
    }
  }

  private one(fromA: number, toA: number, fromB: number, toB: number, depth: number): void {
    const { a, b, partner } = this
    while (fromA < toA && fromB < toB && a[fromA] === b[fromB]) partner[fromA++] = fromB++
    while (fromA < toA && fromB < toB && a[toA - 1] === b[toB - 1]) partner[--toA] = --toB
    if (fromA === toA || fromB === toB) return
    if (toA - fromA + toB - fromB <= SHORT || depth === DEEPEST || !this.split(fromA, toA, fromB, toB, depth)) {
      myers.match(a, fromA, toA, b, fromB, toB, partner)
    }
  }

  private split(fromA: number, toA: number, fromB: number, toB: number, depth: number): boolean {
    const { a, b, partner } = this
    this.anchors ??= new Anchors()
    for (let n = 3; n > 0; n--) {
      const found = this.anchors.find(n, a, fromA, toA, b, fromB, toB)
      if (found.length === 0) continue
      let startA = fromA
      let startB = fromB
      for (let at = 0; at < found.length; at += 2) {
        const i = found[at]!
        const j = found[at + 1]!
        if (i > startA || j > startB) this.waiting.push(startA, i, startB, j, depth + 1)
        for (let each = 0; each < n; each++) partner[i + each] = j + each
        startA = i + n
        startB = j + n
      }
      this.waiting.push(startA, toA, startB, toB, depth + 1)
      return true
    }
    return false
  }
}
