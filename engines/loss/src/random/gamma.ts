import { fillNormal } from './normal.ts'
import type { Stream } from './stream.ts'

const one = new Float64Array(1)
const normal = (stream: Stream): number => {
  fillNormal(stream, one, 1)
  return one[0]!
}

const piece = 4_096
const normals = new Float64Array(piece)

/** Gamma numbers of a shape ≥ 1 and scale 1 (Marsaglia, Tsang: A simple method for generating gamma variables, ACM TOMS 26(3), 2000). */
export const fillGamma = (stream: Stream, shape: number, out: Float64Array, count: number): void => {
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (let from = 0; from < count; from += piece) {
    const size = Math.min(piece, count - from)
    fillNormal(stream, normals, size)
    for (let i = 0; i < size; i++) {
      let x = normals[i]!
      for (;;) {
        const root = 1 + c * x
        if (root > 0) {
          const v = root * root * root
          const u = stream.uniform()
          const square = x * x
          if (u < 1 - 0.0331 * square * square || Math.log(u) < 0.5 * square + d * (1 - v + Math.log(v))) {
            out[from + i] = d * v
            break
          }
        }
        x = normal(stream)
      }
    }
  }
}
