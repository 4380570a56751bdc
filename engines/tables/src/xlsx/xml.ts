import { SaxesParser } from 'saxes'
import type { Limits } from '../limits.ts'
import { TableError } from '../problem.ts'

export type Attributes = Readonly<Record<string, string>>

/** What a part of a workbook is read by. Names come without their namespace prefix. */
export interface XmlHandler {
  open?(name: string, attributes: Attributes): void
  close?(name: string): void
  /** All character data between two tags. */
  text?(text: string): void
}

/**
 * Feeds one XML part to a handler. A DTD is refused as soon as it is seen (entities cannot be defined, so they cannot
 * explode); depth and the length of a single piece are bounded, which the parser itself does not do.
 */
export class XmlReader {
  private readonly part: string
  private readonly limits: Limits
  private readonly parser = new SaxesParser()
  private depth = 0
  private sinceEvent = 0

  constructor(part: string, handler: XmlHandler, limits: Limits) {
    this.part = part
    this.limits = limits
    const { parser } = this
    parser.on('error', (error) => {
      throw this.error('xml', error.message.replace(/^\d+:\d+: /, ''))
    })
    parser.on('doctype', () => {
      throw this.error('xml-dtd')
    })
    parser.on('opentag', (tag) => {
      this.sinceEvent = 0
      if (++this.depth > limits.xmlDepth) throw this.error('xml-depth', undefined, limits.xmlDepth)
      handler.open?.(local(tag.name), tag.attributes)
    })
    parser.on('closetag', (tag) => {
      this.sinceEvent = 0
      this.depth--
      handler.close?.(local(tag.name))
    })
    const text = (piece: string): void => handler.text?.(piece)
    parser.on('text', text)
    parser.on('cdata', text)
  }

  write(chunk: string): void {
    this.sinceEvent += chunk.length
    this.parser.write(chunk)
    if (this.sinceEvent > this.limits.xmlToken + chunk.length) throw this.error('xml-token', undefined, this.limits.xmlToken)
  }

  end(): void {
    this.parser.close()
  }

  private error(code: 'xml' | 'xml-dtd' | 'xml-depth' | 'xml-token', found?: string, allowed?: number): TableError {
    const place = `${this.parser.line}:${this.parser.column}`
    return new TableError(code, { name: this.part, found: found && `${place} ${found}`, allowed })
  }
}

/** Reads a whole part. */
export async function readXml(part: string, chunks: AsyncIterable<string>, handler: XmlHandler, limits: Limits): Promise<void> {
  const reader = new XmlReader(part, handler, limits)
  for await (const chunk of chunks) reader.write(chunk)
  reader.end()
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
