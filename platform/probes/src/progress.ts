export interface Progress {
  /** What nmap is at, in its words: `Connect Scan`, `NSE`, …; it begins anew with every group of hosts. */
  readonly task: string
  /** 0 to 100, of this task. */
  readonly percent: number
}

// nmap --stats-every writes it into the XML; with `-oX -` nothing of it comes on stderr (seen with 7.93).
const element = /<taskprogress task="([^"]{1,100})"[^>]{0,200}? percent="(\d{1,3}(?:\.\d+)?)"[^>]{0,200}>/g
const longest = 600

/** Tells the progress in what nmap writes, piece by piece, elements cut between pieces too. */
export const progressReader = (tell: (progress: Progress) => void): ((piece: Uint8Array) => void) => {
  let rest = ''
  return (piece) => {
    const text = rest + Buffer.from(piece).toString('latin1')
    let end = 0
    for (const found of text.matchAll(element)) {
      tell({ task: found[1]!, percent: Number(found[2]) })
      end = found.index + found[0].length
    }
    rest = text.slice(Math.max(end, text.length - longest))
  }
}
