import { createHash } from 'node:crypto'

/** Part of every stream's name: results of another version are other results. */
export const engineVersion = '1.0.0'

/**
 * A stream of random 32-bit words: xoshiro128++ (Blackman, Vigna: Scrambled linear pseudorandom number generators, ACM TOMS 47(4), 2021).
 * Its state is the beginning of a SHA-256 over its name, so that streams of other seeds, scenarios and blocks have nothing in common.
 */
export class Stream {
  private readonly state = new Int32Array(4)

  constructor(seed: number, scenario: string, block: number, purpose = 'losses') {
    const name = createHash('sha256').update(JSON.stringify(['heng-loss', engineVersion, seed, scenario, block, purpose])).digest()
    for (let i = 0; i < 4; i++) this.state[i] = name.readInt32LE(4 * i)
    if (this.state.every((word) => word === 0)) this.state[0] = 1
  }

  /** Fills the first `count` places with words. */
  draw(words: Int32Array, count: number): void {
    const { state } = this
    let [a, b, c, d] = [state[0]!, state[1]!, state[2]!, state[3]!]
    for (let i = 0; i < count; i++) {
      const sum = (a + d) | 0
      words[i] = (((sum << 7) | (sum >>> 25)) + a) | 0
      const shifted = b << 9
      c ^= a
      d ^= b
      b ^= c
      a ^= d
      c ^= shifted
      d = (d << 11) | (d >>> 21)
    }
    state[0] = a
    state[1] = b
    state[2] = c
    state[3] = d
  }

  private readonly one = new Int32Array(1)
  /** One word, as a whole number from 0 to 2³² − 1. */
  word(): number {
    this.draw(this.one, 1)
    return this.one[0]! >>> 0
  }

  private readonly two = new Int32Array(2)
  /** A number between 0 and 1, neither of them: 53 bits and a half. */
  uniform(): number {
    this.draw(this.two, 2)
    return ((this.two[0]! >>> 5) * 67_108_864 + (this.two[1]! >>> 6) + 0.5) / 9_007_199_254_740_992
  }
}
