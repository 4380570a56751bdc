import { createHash } from 'node:crypto'

export const mostDrawn = 1_000
export const drawMethod = { id: 'sha256-counter', version: '1.0.0' } as const

/**
 * Draws items from a population by a seed, so that anybody can draw them again with a pocket tool: for the counter k = 1, 2, … the
 * SHA-256 of the text `seed,k` is read as one whole number, its remainder by the size of the population plus one is the item's place;
 * places met before are passed over. That is the generator of election audits (R. L. Rivest, sampler.py, 2011). The answer is in the order
 * of drawing. As many as there are: all of them, in their order. Expected O(size) while at most half is drawn, O(size log size) at worst.
 */
export const draw = ({ seed, population, size }: { readonly seed: string; readonly population: number; readonly size: number }): number[] => {
  if (seed === '' || seed.length > 200) throw new RangeError('seed: 1 to 200 characters')
  if (!Number.isSafeInteger(population) || population < 1) throw new RangeError('population: a whole number of at least 1')
  if (!Number.isInteger(size) || size < 1 || size > mostDrawn) throw new RangeError(`size: a whole number from 1 to ${mostDrawn}`)
  if (size >= population) return Array.from({ length: population }, (_, i) => i + 1)
  const drawn = new Set<number>()
  for (let k = 1; drawn.size < size; k += 1) {
    const digest = createHash('sha256').update(`${seed},${k}`, 'utf8').digest('hex')
    drawn.add(Number(BigInt(`0x${digest}`) % BigInt(population)) + 1)
  }
  return [...drawn]
}
