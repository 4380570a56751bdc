/** Bounds on a hostile or mistaken file. Every one can be raised or lowered by the caller. */
export interface Limits {
  /** Bytes of the file as stored. */
  bytes: number
  /** Data rows, the header and blank rows not counted. */
  rows: number
  columns: number
  /** UTF-16 code units of one cell. */
  cellLength: number
  /** A zip that comes as a stream is held in memory (its directory stands at the end); bytes. */
  zipInMemory: number
  zipEntries: number
  /** Sum of the sizes all zip entries declare; each entry is held to its declaration while it is read. */
  zipSize: number
  /** Unpacked : packed, per entry above 100 KiB. */
  zipRatio: number
  sharedStrings: number
  /** Sum of the lengths of all shared strings, in UTF-16 code units. */
  sharedStringLength: number
  /** Open XML elements at one time. */
  xmlDepth: number
  /** Longest run of XML (text, comment, one tag with its attributes), in UTF-16 code units. */
  xmlToken: number
}

/**
 * Cell length is Excel's own maximum (32,767); the ratio and its 100 KiB grace are those of Apache POI's ZipSecureFile.
 * A million rows of a dozen columns unpack to less than `zipSize`.
 */
export const DEFAULT_LIMITS: Readonly<Limits> = {
  bytes: 512 * 1024 ** 2,
  rows: 1_000_000,
  columns: 500,
  cellLength: 32_767,
  zipInMemory: 64 * 1024 ** 2,
  zipEntries: 2_000,
  zipSize: 1024 ** 3,
  zipRatio: 100,
  sharedStrings: 2_000_000,
  sharedStringLength: 32 * 1024 ** 2,
  xmlDepth: 64,
  xmlToken: 1024 ** 2,
}
