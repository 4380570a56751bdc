/** Two lines of one file that mean the same record, or claim the same unique value. */
export interface Clash {
  readonly line: number
  readonly first: number
  readonly field: string | null
  readonly code: 'twice' | 'twiceUnique'
}

/** Remembers on which line something was first said. About 100 bytes an entry, so 200,000 rows stay within 20 MB a key. */
export class Seen {
  private readonly lines = new Map<string, number>()
  readonly clashes: Clash[] = []

  /** Notes `key` for `line`; answers the line on which it stood before. */
  note(key: string, line: number, field: string | null, code: Clash['code']): number | undefined {
    const first = this.lines.get(key)
    if (first === undefined) {
      this.lines.set(key, line)
      return undefined
    }
    this.clashes.push({ line, first, field, code })
    return first
  }
}
