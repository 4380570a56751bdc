export interface ByteRange {
  readonly start: number
  /** Included. */
  readonly end: number
}

/**
 * One byte range of a `Range` header (RFC 9110 §14.2). Undefined: answer the whole; null: no byte of it can be given (416).
 * Several ranges are answered with the whole, which the standard allows.
 */
export const byteRange = (header: string | undefined, size: number): ByteRange | null | undefined => {
  const [whole, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (whole === undefined || (first === '' && last === '')) return undefined
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? null : { start: size - length, end: size - 1 }
  }
  const start = Number(first)
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== '' && Number(last) < start) return undefined
  return start >= size ? null : { start, end }
}
