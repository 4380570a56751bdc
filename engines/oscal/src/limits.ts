/** Bounds on a hostile document. The largest NIST catalog has some 10 MB, 1,209 groups and controls, and nests 14 levels. */
export interface OscalLimits {
  /** Bytes of one document. */
  size: number
  /** JSON levels. */
  depth: number
  /** Groups and controls of the result. */
  nodes: number
  /** Characters of one text after parameters are inserted, which may insert one another. */
  proseLength: number
  /** Sum of the lengths of all texts in which parameters were inserted. */
  insertedLength: number
  /** Documents that one profile imports, directly and indirectly. */
  imports: number
}

export const DEFAULT_LIMITS: Readonly<OscalLimits> = {
  size: 64 * 1024 ** 2,
  depth: 100,
  nodes: 100_000,
  proseLength: 256 * 1024,
  insertedLength: 64 * 1024 ** 2,
  imports: 50,
}
