import { createGunzip } from 'node:zlib'
import { Readable, type Transform } from 'node:stream'
import type { ScanLimits } from './limits.ts'
import { ScanError } from './problem.ts'

/** So many bytes may come out whatever went in. */
const grace = 10_000_000

const isGzip = (b: Uint8Array): boolean => b[0] === 0x1f && b[1] === 0x8b

/** The bytes as they come, not more than allowed. */
async function* counted(stream: AsyncIterable<Uint8Array>, limits: ScanLimits, seen: { bytes: number }): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    seen.bytes += chunk.length
    if (seen.bytes > limits.bytes) throw new ScanError('bytes', { allowed: limits.bytes })
    yield chunk
  }
}

async function* inflated(stream: AsyncIterable<Uint8Array>, through: Transform, limits: ScanLimits, seen: { bytes: number }): AsyncGenerator<Uint8Array> {
  let out = 0
  const source = Readable.from(stream)
  source.on('error', (error) => through.destroy(error))
  try {
    for await (const chunk of source.pipe(through) as AsyncIterable<Uint8Array>) {
      out += chunk.length
      if (out > limits.unpackedBytes) throw new ScanError('bytes', { allowed: limits.unpackedBytes })
      if (out > grace && out > seen.bytes * limits.ratio) throw new ScanError('ratio', { allowed: limits.ratio })
      yield chunk
    }
  } catch (error) {
    if (error instanceof ScanError) throw error
    const code = (error as { code?: string }).code ?? ''
    if (code === 'Z_BUF_ERROR') throw new ScanError('truncated', { found: 'gzip' })
    if (code.startsWith('Z_')) throw new ScanError('archive', { found: (error as Error).message })
    throw error
  } finally {
    source.destroy()
    through.destroy()
  }
}

/** A report that was packed with gzip as it was before, any other as it is; never more than is allowed. */
export async function* unpacked(stream: AsyncIterable<Uint8Array>, limits: ScanLimits): AsyncGenerator<Uint8Array> {
  const seen = { bytes: 0 }
  const iterator = counted(stream, limits, seen)
  const first: Uint8Array[] = []
  let length = 0
  while (length < 4) {
    const next = await iterator.next()
    if (next.done === true) break
    first.push(next.value)
    length += next.value.length
  }
  const rejoined = async function* (): AsyncGenerator<Uint8Array> {
    yield* first
    yield* iterator
  }
  if (isGzip(Buffer.concat(first))) yield* inflated(rejoined(), createGunzip(), limits, seen)
  else yield* rejoined()
}

