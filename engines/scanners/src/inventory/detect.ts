import { ScanError } from '../input/problem.ts'
import { encodingOf } from '../input/xmlItems.ts'
import { nmap } from './nmap.ts'
import type { HostReader, ScanOptions, ScanReport } from './report.ts'

/** All formats that tell hosts, in the order in which they are tried. */
export const HOST_READERS: readonly HostReader[] = [nmap]

/** Bytes of the head that are worth giving to `detect`. */
export const HEAD_BYTES = 4096

/** The reader for a report, by its first bytes (4 KiB are enough), never by its name; undefined when none fits. */
export function detect(head: Uint8Array): HostReader | undefined {
  const text = new TextDecoder(encodingOf(head)).decode(head.subarray(0, HEAD_BYTES))
  return HOST_READERS.find((reader) => reader.detect(text))
}

/**
 * Opens a report of unknown format.
 *
 * @throws ScanError `unknown-format`; everything later is thrown while iterating.
 */
export async function readScan(stream: AsyncIterable<Uint8Array>, options: ScanOptions = {}): Promise<ScanReport> {
  const iterator = stream[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let length = 0
  while (length < HEAD_BYTES) {
    const next = await iterator.next()
    if (next.done) break
    first.push(next.value)
    length += next.value.length
  }
  const reader = detect(Buffer.concat(first))
  if (reader) return reader.read(rejoined(first, iterator), options)
  await iterator.return?.()
  throw new ScanError('unknown-format', { allowed: HOST_READERS.map((each) => each.id).join(', ') })
}

async function* rejoined(first: Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* first.splice(0)
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}
