/**
 * Numbers that a seed gives the same everywhere: xoshiro128** (Blackman & Vigna 2021, Scrambled Linear Pseudorandom Number Generators, ACM
 * TOMS 47:4), its state by splitmix32 of the seed. They come a block at a time: one by one they would cost ten times as much as what is
 * done with them.
 */
export class Random {
  readonly #state = new Int32Array(4)

  constructor(seed: number) {
    let mixed = seed | 0
    for (let i = 0; i < 4; i++) {
      mixed = (mixed + 0x9e3779b9) | 0
      let z = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
      z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
      this.#state[i] = z ^ (z >>> 15)
    }
  }

  /** Fills a block with 32 random bits each. */
  fill(block: Uint32Array): void {
    const state = this.#state
    let [a, b, c, d] = [state[0]!, state[1]!, state[2]!, state[3]!]
    for (let i = 0; i < block.length; i++) {
      const times5 = Math.imul(b, 5)
      block[i] = Math.imul((times5 << 7) | (times5 >>> 25), 9)
      const shifted = b << 9
      c ^= a
      d ^= b
      b ^= c
      a ^= d
      c ^= shifted
      d = (d << 11) | (d >>> 21)
    }
    state.set([a, b, c, d])
  }

  /** Fills a block with numbers from 0 to below `below`, each as likely but for one part in 2³² ÷ `below`. */
  fillBelow(block: Uint32Array, below: number): void {
    this.fill(block)
    const scale = below / 2 ** 32
    for (let i = 0; i < block.length; i++) block[i] = block[i]! * scale
  }
}
