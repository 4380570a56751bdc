import type { Limits } from '../limits.ts'
import { TableError } from '../problem.ts'
import type { Archive } from './archive.ts'
import { readXml, type XmlHandler } from './xml.ts'

/** `_x000D_` is seven characters for one. */
const ESCAPED_LENGTH = 7
const ESCAPE = /_x([0-9A-Fa-f]{4})_/g

/**
 * Collects the text of a rich string item (`si` or `is`): all runs, without the phonetic guide (`rPh`).
 * Source: ECMA-376-1, 18.4.
 */
export class StringItem {
  private text = ''
  private inText = false
  private inPhonetic = false
  private readonly limits: Limits

  constructor(limits: Limits) {
    this.limits = limits
  }

  open(name: string): void {
    if (name === 'rPh') this.inPhonetic = true
    else if (name === 't') this.inText = !this.inPhonetic
  }

  close(name: string): void {
    if (name === 'rPh') this.inPhonetic = false
    else if (name === 't') this.inText = false
  }

  add(piece: string): void {
    if (!this.inText) return
    this.text += piece
    const allowed = this.limits.cellLength
    if (this.text.length > allowed * ESCAPED_LENGTH) throw new TableError('cell-length', { allowed })
  }

  /** The text so far; the item is then empty again. */
  take(): string {
    const text = unescape(this.text)
    this.text = ''
    return text
  }
}

/** Undoes `_xHHHH_`, by which XLSX writes characters that XML cannot hold. Source: ECMA-376-1, 22.9.2.19. */
export function unescape(text: string): string {
  return text.includes('_x') ? text.replace(ESCAPE, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text
}

/** Reads the table of shared strings, held to a number of strings and a total length. */
export async function readSharedStrings(archive: Archive, part: string, limits: Limits): Promise<string[]> {
  const strings: string[] = []
  const item = new StringItem(limits)
  let length = 0
  const handler: XmlHandler = {
    open: (name) => item.open(name),
    text: (piece) => item.add(piece),
    close: (name) => {
      item.close(name)
      if (name !== 'si') return
      const text = item.take()
      length += text.length
      if (strings.length >= limits.sharedStrings) throw new TableError('shared-strings', { allowed: limits.sharedStrings })
      if (length > limits.sharedStringLength) throw new TableError('shared-strings', { allowed: limits.sharedStringLength })
      strings.push(detached(text))
    },
  }
  await readXml(part, archive.text(part), handler, limits)
  return strings
}

/** V8 keeps the whole chunk alive for a slice of it; a copy does not. */
function detached(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le')
}
