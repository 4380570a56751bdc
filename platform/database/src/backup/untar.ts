import { damaged } from './format.ts'
import { BLOCK, headerSum } from './tar.ts'

/** Header of an entry. */
export interface TarEntry {
  readonly name: string
  /** Bytes of the body. */
  readonly size: number
}

/**
 * Reads an archive of `tarEntry` from a stream, holding one chunk at a time. Call `next`, then `body` or `bytes`, and so on; a body
 * that was not read is skipped.
 */
export class TarReader {
  /** The entry being read, to name the place in errors of the stream below. */
  at = 'its beginning'
  readonly #chunks: AsyncIterator<Uint8Array>
  #rest: Uint8Array = new Uint8Array(0)
  #body = 0
  #padding = 0

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.#chunks = stream[Symbol.asyncIterator]()
  }

  /** The next entry; undefined at the end mark. @throws DatabaseError `backup-damaged` */
  async next(): Promise<TarEntry | undefined> {
    for await (const _ of this.body());
    await this.#take(this.#padding)
    const block = await this.#take(BLOCK)
    if (block.every((byte) => byte === 0)) return undefined
    const sum = Number.parseInt(text(block, 148, 8), 8)
    const size = Number.parseInt(text(block, 124, 12), 8)
    if (sum !== headerSum(block) || !Number.isSafeInteger(size) || text(block, 257, 5) !== 'ustar') {
      throw damaged(`the header after "${this.at}"`, 'it is not a tar header', '不是 tar 文件头')
    }
    const prefix = text(block, 345, 155)
    const name = prefix === '' ? text(block, 0, 100) : `${prefix}/${text(block, 0, 100)}`
    this.at = name
    this.#body = size
    this.#padding = (BLOCK - (size % BLOCK)) % BLOCK
    return { name, size }
  }

  /** The body of the current entry. */
  async *body(): AsyncGenerator<Uint8Array> {
    while (this.#body > 0) {
      if (this.#rest.byteLength === 0) await this.#more()
      const chunk = this.#rest.subarray(0, this.#body)
      this.#rest = this.#rest.subarray(chunk.byteLength)
      this.#body -= chunk.byteLength
      yield chunk
    }
  }

  /** The body as a whole. @throws DatabaseError `backup-damaged` when it is larger than `limit` bytes */
  async bytes(limit: number): Promise<Buffer> {
    if (this.#body > limit) throw damaged(this.at, `it is larger than ${limit} bytes`, `超过 ${limit} 字节`)
    const chunks: Uint8Array[] = []
    for await (const chunk of this.body()) chunks.push(chunk)
    return Buffer.concat(chunks)
  }

  /** Reads to the end, so that the checksum of the compression is verified. */
  async drain(): Promise<void> {
    while (!(await this.#chunks.next()).done);
  }

  async #take(bytes: number): Promise<Uint8Array> {
    while (this.#rest.byteLength < bytes) await this.#more()
    const taken = this.#rest.subarray(0, bytes)
    this.#rest = this.#rest.subarray(bytes)
    return taken
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#chunks.next()
    if (done === true) throw damaged(this.at, 'the file ends here', '文件在此中断')
    this.#rest = this.#rest.byteLength === 0 ? value : Buffer.concat([this.#rest, value])
  }
}

function text(block: Uint8Array, start: number, length: number): string {
  const field = Buffer.from(block.buffer, block.byteOffset + start, length)
  const end = field.indexOf(0)
  return field.toString('utf8', 0, end < 0 ? length : end)
}
