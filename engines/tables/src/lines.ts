/** Counts physical lines over text in pieces; CR LF, LF and CR each end one. */
export class LineCounter {
  private line = 1
  private afterReturn = false

  /** The line on which the next character stands, from 1. */
  add(text: string): number {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === 10 ? !this.afterReturn : code === 13) this.line++
      this.afterReturn = code === 13
    }
    return this.line
  }
}
