/** Bounds on a hostile report. Lengths are in UTF-16 code units of the text. */
export interface ScanLimits {
  bytes: number
  hosts: number
  /** From the first to the last tag of one host. */
  hostLength: number
  /** Open elements at one time; script tables of nmap nest a few levels. */
  depth: number
  /** Longest tag with its attributes, text or comment: script output and the list of scanned ports stand in attributes. */
  token: number
}

export const DEFAULT_LIMITS: Readonly<ScanLimits> = {
  bytes: 4 * 1024 ** 3,
  hosts: 5_000_000,
  hostLength: 32 * 1024 ** 2,
  depth: 64,
  token: 4 * 1024 ** 2,
}
