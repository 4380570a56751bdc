import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BLOCK, tarEnd, tarEntry } from './tar.ts'
import { TarReader } from './untar.ts'

async function collect(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const part of parts) chunks.push(part)
  return Buffer.concat(chunks)
}

async function archive(entries: readonly { name: string; body: Uint8Array }[]): Promise<Buffer> {
  const parts = await Promise.all(entries.map(({ name, body }) => collect(tarEntry(name, body.byteLength, [body]))))
  return Buffer.concat([...parts, tarEnd()])
}

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size)
}

const name = fc.stringMatching(/^[a-z0-9]{1,50}(\/[a-z0-9]{1,50}){0,2}$/)
const entries = fc.uniqueArray(fc.record({ name, body: fc.uint8Array({ maxLength: 1_500 }) }), {
  selector: (entry) => entry.name,
  maxLength: 5,
})

describe('tar', () => {
  it('reads what it wrote, however the stream is cut', async () => {
    await fc.assert(
      fc.asyncProperty(entries, fc.integer({ min: 1, max: 2_000 }), async (wanted, size) => {
        const reader = new TarReader(inChunks(await archive(wanted), size))
        const found: { name: string; body: Uint8Array }[] = []
        for (let entry = await reader.next(); entry !== undefined; entry = await reader.next()) {
          found.push({ name: entry.name, body: new Uint8Array(await reader.bytes(2_000)) })
        }
        expect(found).toEqual(wanted.map((entry) => ({ name: entry.name, body: new Uint8Array(entry.body) })))
      }),
      { numRuns: 60 },
    )
  })

  it('is read by the system tar, long names too', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'heng-tar-'))
    try {
      const long = `files/${'d'.repeat(90)}/${'f'.repeat(90)}`
      writeFileSync(
        join(folder, 'a.tar'),
        await archive([
          { name: 'small', body: Buffer.from('你好') },
          { name: long, body: Buffer.alloc(700, 7) },
        ]),
      )
      execFileSync('tar', ['xf', 'a.tar'], { cwd: folder })
      expect(readFileSync(join(folder, 'small'), 'utf8')).toBe('你好')
      expect(readFileSync(join(folder, long))).toEqual(Buffer.alloc(700, 7))
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('skips a body nobody asked for', async () => {
    const reader = new TarReader(
      inChunks(
        await archive([
          { name: 'one', body: Buffer.alloc(1_000) },
          { name: 'two', body: Buffer.from('2') },
        ]),
        300,
      ),
    )
    await reader.next()
    expect(await reader.next()).toEqual({ name: 'two', size: 1 })
  })

  it('names the place where an archive is cut off, altered or too large', async () => {
    const whole = await archive([
      { name: 'one', body: Buffer.alloc(1_000, 1) },
      { name: 'two', body: Buffer.alloc(1_000, 2) },
    ])
    const cut = new TarReader(inChunks(whole.subarray(0, BLOCK + 700), 64))
    await cut.next()
    await expect(cut.bytes(2_000)).rejects.toThrow(/damaged at one: the file ends here/)
    const altered = Buffer.from(whole)
    altered[3 * BLOCK + 2] = 0x21
    const reader = new TarReader(inChunks(altered, 64))
    await reader.next()
    await expect(reader.next()).rejects.toThrow(/damaged at the header after "one"/)
    const large = new TarReader(inChunks(whole, 64))
    await large.next()
    await expect(large.bytes(999)).rejects.toThrow(/damaged at one: it is larger than 999 bytes/)
  })

  it('refuses a body of another size than announced, and a name that does not fit', async () => {
    await expect(collect(tarEntry('short', 5, [Buffer.from('four')]))).rejects.toThrow(/short: 4 bytes came, 5 were announced/)
    await expect(collect(tarEntry('n'.repeat(101), 0, []))).rejects.toThrow(RangeError)
  })
})
