/** Bytes that come in chunks, of which everything from some place on is held. */
export class Window {
  bytes: Buffer = Buffer.alloc(0)
  at = 0
  private lines = 1
  /** Bytes of the current line that were let go. */
  private column = 0
  /** Grows twofold, so that what is longer than a chunk is not copied anew with each; `from`: where in it the bytes begin, -1 where they are a chunk of their own. */
  private room: Buffer = Buffer.alloc(0)
  private from = -1
  private readonly chunks: AsyncIterator<Buffer>

  constructor(chunks: AsyncIterator<Buffer>) {
    this.chunks = chunks
  }

  /** Lets go of what stands before `keep`, and brings more; false at the end. */
  async more(keep: number): Promise<boolean> {
    const next = await this.chunks.next()
    if (next.done === true) return false
    this.letGo(keep)
    const held = this.bytes.length
    if (held === 0) {
      this.bytes = next.value
      this.from = -1
      return true
    }
    const needed = held + next.value.length
    if (this.from < 0 || this.from + needed > this.room.length) {
      const room = needed > this.room.length ? Buffer.allocUnsafe(2 * needed) : this.room
      this.bytes.copy(room, 0)
      this.room = room
      this.from = 0
    }
    next.value.copy(this.room, this.from + held)
    this.bytes = this.room.subarray(this.from, this.from + needed)
    return true
  }

  private letGo(keep: number): void {
    let begin = 0
    for (let end = this.bytes.indexOf(10); end >= 0 && end < keep; end = this.bytes.indexOf(10, begin)) {
      this.lines++
      this.column = 0
      begin = end + 1
    }
    this.column += keep - begin
    this.at -= keep
    this.bytes = this.bytes.subarray(keep)
    if (this.from >= 0) this.from += keep
  }

  /** Line and column of a place that is held, counted from 1; columns in bytes. */
  place(at: number): { line: number; column: number } {
    let [line, begin] = [this.lines, -this.column]
    for (let end = this.bytes.indexOf(10); end >= 0 && end < at; end = this.bytes.indexOf(10, end + 1)) [line, begin] = [line + 1, end + 1]
    return { line, column: at - begin + 1 }
  }
}
