import type { Stream } from './stream.ts'

const layers = 256
/** Where the tail begins, and the area of each layer (Marsaglia, Tsang: The ziggurat method, J. Stat. Softw. 5(8), 2000). */
const tail = 3.654152885361009
const area = 0.004928673233974658

const density = (x: number): number => Math.exp(-0.5 * x * x)

/** Right edges of the layers, the widest first; the base layer is as wide as if it were a rectangle. */
const edges = new Float64Array(layers + 1)
edges[0] = area / density(tail)
edges[1] = tail
for (let i = 2; i < layers; i++) edges[i] = Math.sqrt(-2 * Math.log(area / edges[i - 1]! + density(edges[i - 1]!)))
edges[layers] = 0

const scale = Float64Array.from(edges, (edge) => edge / 2_147_483_648)

const piece = 4_096
const words = new Int32Array(piece + piece / 4)

/** Standard normal numbers into the first `count` places. A word chooses the place in a layer, a quarter of another the layer. */
export const fillNormal = (stream: Stream, out: Float64Array, count: number): void => {
  for (let from = 0; from < count; from += piece) {
    const size = Math.min(piece, count - from)
    stream.draw(words, size + ((size + 3) >> 2))
    for (let i = 0; i < size; i++) {
      const layer = (words[size + (i >> 2)]! >>> (8 * (i & 3))) & 255
      const x = words[i]! * scale[layer]!
      out[from + i] = (x < 0 ? -x : x) < edges[layer + 1]! ? x : beyond(stream, layer, x)
    }
  }
}

/** One in eighty: between a layer and the curve, or in the tail. */
const beyond = (stream: Stream, layer: number, x: number): number => {
  for (;;) {
    if (layer === 0) return tailOf(stream, x)
    const [low, high] = [density(edges[layer]!), density(edges[layer + 1]!)]
    if (low + stream.uniform() * (high - low) < density(x)) return x
    layer = stream.word() & 255
    x = (stream.word() | 0) * scale[layer]!
    if (Math.abs(x) < edges[layer + 1]!) return x
  }
}

const tailOf = (stream: Stream, side: number): number => {
  for (;;) {
    const x = -Math.log(stream.uniform()) / tail
    if (-2 * Math.log(stream.uniform()) > x * x) return side < 0 ? -tail - x : tail + x
  }
}
