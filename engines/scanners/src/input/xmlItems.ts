import { SaxesParser } from 'saxes'
import type { ScanLimits } from './limits.ts'
import { ScanError, type ScanProblemCode } from './problem.ts'

export type Attributes = Readonly<Record<string, string>>
type Fail = (code: ScanProblemCode, details?: { found?: string; allowed?: number | string }) => never

/** Turns XML events of one format into items. */
export interface XmlHandler<Item> {
  /** `fail` throws with the place of this tag. */
  open(name: string, attributes: Attributes, fail: Fail): void
  close(name: string): void
  text(text: string): void
  /** Items completed since the last call. */
  take(): Item[]
  /** True while an item is being built. */
  building(): boolean
}

/**
 * Streams items out of an XML report: memory is one chunk and one item. A document type is read over as long as it
 * declares nothing (nmap writes one); entities are never resolved and nothing is ever fetched.
 */
export async function* readXml<Item>(
  stream: AsyncIterable<Uint8Array>,
  handler: XmlHandler<Item>,
  limits: ScanLimits,
): AsyncGenerator<Item> {
  const parser = new SaxesParser()
  let depth = 0
  let sinceEvent = 0
  let itemLength = 0
  let hostsRead = 0
  let ended = false
  const fail: Fail = (code, details) => {
    throw new ScanError(code, { line: parser.line, column: Math.max(1, parser.column), ...details })
  }
  parser.on('error', (error) => fail(ended ? 'truncated' : 'malformed', { found: error.message.replace(/^\d+:\d+: /, '') }))
  parser.on('doctype', (declaration) => {
    if (declaration.includes('[')) fail('dtd')
  })
  parser.on('opentag', ({ name, attributes }) => {
    sinceEvent = 0
    if (++depth > limits.depth) fail('depth', { allowed: limits.depth })
    handler.open(name, attributes, fail)
  })
  parser.on('closetag', ({ name }) => {
    sinceEvent = 0
    depth--
    handler.close(name)
  })
  parser.on('text', (text) => handler.text(text))
  parser.on('cdata', (text) => handler.text(text))

  const write = (text: string): void => {
    sinceEvent += text.length
    parser.write(text)
    if (sinceEvent > limits.token + text.length) fail('token', { allowed: limits.token })
    itemLength = handler.building() ? itemLength + text.length : 0
    if (itemLength > limits.hostLength) fail('host-length', { allowed: limits.hostLength })
  }
  const texts = decoded(stream, limits.bytes, fail)
  try {
    while (!ended) {
      // What was complete before the place of an error is given out before the error is.
      const failure = await attempt(async () => {
        const next = await texts.next()
        ended = next.done === true
        if (next.done) parser.close()
        else write(next.value)
      })
      for (const item of handler.take()) {
        if (hostsRead >= limits.hosts) fail('hosts', { allowed: limits.hosts })
        hostsRead++
        itemLength = 0
        yield item
      }
      if (failure) throw failure
    }
  } catch (error) {
    throw error instanceof ScanError ? error.after({ hostsRead }) : error
  } finally {
    await texts.return(undefined)
  }
}

async function attempt(step: () => Promise<void>): Promise<unknown> {
  try {
    await step()
    return undefined
  } catch (error) {
    return error
  }
}

const BLOCK = 64 * 1024

async function* decoded(stream: AsyncIterable<Uint8Array>, limit: number, fail: Fail): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined
  let total = 0
  for await (const chunk of stream) {
    total += chunk.length
    if (total > limit) fail('bytes', { allowed: limit })
    for (let at = 0; at < chunk.length; at += BLOCK) {
      const block = chunk.subarray(at, at + BLOCK)
      decoder ??= new TextDecoder(encodingOf(block), { fatal: true })
      yield decode(decoder, fail, block)
    }
  }
  if (!decoder) fail('empty')
  yield decode(decoder, fail)
}

function decode(decoder: InstanceType<typeof TextDecoder>, fail: Fail, block?: Uint8Array): string {
  try {
    return block ? decoder.decode(block, { stream: true }) : decoder.decode()
  } catch {
    return fail('encoding', { found: decoder.encoding })
  }
}

/** PowerShell's `>` writes UTF-16 with a byte order mark, whatever the XML declaration says. */
export function encodingOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8'
}

/** Name of the first element, after declaration, comments, instructions and document type; '' when it is not there yet. */
export function rootElement(head: string): string {
  const rest = head.replace(/^(?:\s|\uFEFF|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<![^[<>]*>)+/, '')
  return /^<([\w:.-]+)/.exec(rest)?.[1] ?? ''
}
