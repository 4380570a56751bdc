import { sortAscending } from './sorted.ts'

/** Numbers ≥ 0 fall into buckets by their upper bits after the sign: 128 to each doubling, or 64 where there are few. */
const few = 200_000
const shiftOf = (count: number): number => (count <= few ? 14 : 13)

/** Sum of the largest `size` values, and of the squares of what they exceed the next smaller one by. */
export interface Tail {
  readonly sum: number
  readonly squares: number
}

/** Values by their rank, and sums of tails. */
export interface Ranked {
  /** The value of a rank that was asked for; the smallest has rank 1. */
  readonly at: (rank: number) => number
  readonly tail: (size: number) => Tail
}

/**
 * Finds the values of some ranks and the sums of some tails without sorting the rest: values are counted by buckets, and only those
 * buckets are sorted that hold a rank. O(n); the values are left as they are.
 */
export const rank = (values: Float64Array, ranks: readonly number[], sizes: readonly number[]): Ranked => {
  const words = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length)
  const count = values.length
  const shift = shiftOf(count)
  const buckets = 2 ** (31 - shift)
  const upTo = new Uint32Array(buckets)
  let zeros = 0
  for (let i = 0; i < count; i++) {
    if (values[i] === 0) zeros++
    else upTo[words[2 * i + 1]! >>> shift]!++
  }
  for (let bucket = 0, sum = zeros; bucket < buckets; bucket++) upTo[bucket] = sum += upTo[bucket]!
  // A tail's first rank is looked for, too, with the one below it.
  const wanted = [...ranks, ...sizes.flatMap((size) => [count - size, count - size + 1])].filter((one) => one > zeros && one <= count)
  const held = new Map<number, Float64Array>()
  for (const one of wanted) {
    const bucket = bucketOf(upTo, one)
    const from = bucket === 0 ? zeros : upTo[bucket - 1]!
    if (!held.has(bucket)) held.set(bucket, new Float64Array(upTo[bucket]! - from))
  }
  gather(values, words, shift, held)
  for (const some of held.values()) sortAscending(some)
  const at = (one: number): number => {
    if (one <= zeros) return 0
    const bucket = bucketOf(upTo, one)
    return held.get(bucket)![one - 1 - (bucket === 0 ? zeros : upTo[bucket - 1]!)]!
  }
  const tail = (size: number): Tail => {
    const below = count === size ? 0 : at(count - size)
    const least = at(count - size + 1)
    let [sum, squares, more] = [0, 0, 0]
    for (let i = 0; i < count; i++) {
      const value = values[i]!
      if (value <= least) continue
      more++
      sum += value
      squares += (value - below) * (value - below)
    }
    // Several may be as large as the smallest of the tail; as many of them as are left belong to it.
    return { sum: sum + (size - more) * least, squares: squares + (size - more) * (least - below) ** 2 }
  }
  return { at, tail }
}

/** First bucket whose values reach a rank. */
const bucketOf = (upTo: Uint32Array, one: number): number => {
  let [low, high] = [0, upTo.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (upTo[middle]! >= one) high = middle
    else low = middle + 1
  }
  return low
}

const gather = (values: Float64Array, words: Uint32Array, shift: number, held: ReadonlyMap<number, Float64Array>): void => {
  const places = new Int32Array(2 ** (31 - shift)).fill(-1)
  const arrays = [...held.values()]
  const filled = new Int32Array(arrays.length)
  for (const [i, bucket] of [...held.keys()].entries()) places[bucket] = i
  for (let i = 0; i < values.length; i++) {
    const place = places[words[2 * i + 1]! >>> shift]!
    if (place < 0 || values[i] === 0) continue
    arrays[place]![filled[place]!++] = values[i]!
  }
}
