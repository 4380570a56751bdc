/** Bounds on a hostile report. Lengths are in UTF-16 code units of the text, unless they say bytes. */
export interface ScanLimits {
  /** As it arrives, before anything unpacks. */
  bytes: number
  /** Unpacked; and how many times more than packed, beyond the first ten million. */
  unpackedBytes: number
  ratio: number
  /** A zip archive is held in memory as it is packed, and so many files of it are looked at. */
  archiveBytes: number
  members: number
  hosts: number
  findings: number
  /** From the first to the last tag of one host. */
  hostLength: number
  /** One record of a report that becomes findings: an item, a result, a row. */
  recordLength: number
  /** Open elements, objects and lists at one time; script tables of nmap nest a few levels. */
  depth: number
  /** Longest tag with its attributes, text or comment: script output and the list of scanned ports stand in attributes. */
  token: number
  /** What is kept beside the records for all of them: rules, hosts, properties of a run. */
  contextLength: number
}

export const DEFAULT_LIMITS: Readonly<ScanLimits> = {
  bytes: 4 * 1024 ** 3,
  unpackedBytes: 4 * 1024 ** 3,
  ratio: 200,
  archiveBytes: 128 * 1024 ** 2,
  members: 10_000,
  hosts: 5_000_000,
  findings: 10_000_000,
  hostLength: 32 * 1024 ** 2,
  recordLength: 16 * 1024 ** 2,
  depth: 64,
  token: 4 * 1024 ** 2,
  contextLength: 64 * 1024 ** 2,
}
