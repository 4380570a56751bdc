/** Groups that agree in their upper 32 bits are sorted by insertion up to this size. */
const smallGroup = 48

/** Numbers ≥ 0 in ascending order, in place: by the upper 32 bits of each, sixteen at a time, then each group by the rest. O(n). */
export const sortAscending = (values: Float64Array): void => {
  const count = values.length
  if (count < 4_096) return void values.sort()
  let [from, to]: [Float64Array, Float64Array] = [values, new Float64Array(count)]
  for (const shift of [0, 16]) {
    const words = new Uint32Array(from.buffer, from.byteOffset, 2 * count)
    const places = new Uint32Array(65_536)
    for (let i = 0; i < count; i++) places[(words[2 * i + 1]! >>> shift) & 65_535]!++
    for (let key = 0, sum = 0; key < 65_536; key++) {
      const size = places[key]!
      places[key] = sum
      sum += size
    }
    for (let i = 0; i < count; i++) to[places[(words[2 * i + 1]! >>> shift) & 65_535]!++] = from[i]!
    ;[from, to] = [to, from]
  }
  finish(values)
}

const finish = (values: Float64Array): void => {
  const words = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length)
  for (let start = 0; start < values.length;) {
    let end = start + 1
    while (end < values.length && words[2 * end + 1] === words[2 * start + 1]) end++
    if (end - start > smallGroup) values.subarray(start, end).sort()
    else {
      for (let i = start + 1; i < end; i++) {
        const value = values[i]!
        let at = i - 1
        while (at >= start && values[at]! > value) {
          values[at + 1] = values[at]!
          at--
        }
        values[at + 1] = value
      }
    }
    start = end
  }
}
