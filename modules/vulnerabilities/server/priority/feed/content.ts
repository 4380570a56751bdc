import { HengError } from '@heng/contract'
import { FeedError } from '@heng/engine-priority'
import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'

/** What a feed may be at most once it is unpacked: the largest of today has some 12 MB. */
export const mostBytes = 200_000_000
/** Longest line of a table of scores. */
const mostInLine = 1_000

const isGzip = (head: Buffer): boolean => head[0] === 0x1f && head[1] === 0x8b

async function* rejoined(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield head
  yield* { [Symbol.asyncIterator]: () => rest }
}

/** The content, unpacked where it is gzip. Throws `exploitFeed.tooLarge` before more than `most` bytes were unpacked, `exploitFeed.unreadable`. */
export async function* unpacked(source: AsyncIterable<Buffer>, most = mostBytes): AsyncGenerator<Buffer> {
  const parts = source[Symbol.asyncIterator]()
  let head = Buffer.alloc(0)
  while (head.length < 2) {
    const { value, done } = await parts.next()
    if (done === true) break
    head = Buffer.concat([head, value])
  }
  const plain = Readable.from(rejoined(head, parts), { objectMode: false })
  const output = isGzip(head) ? createGunzip() : new PassThrough()
  const running = pipeline(plain, output)
  running.catch(() => undefined)
  let size = 0
  try {
    for await (const part of output as AsyncIterable<Buffer>) {
      size += part.length
      if (size > most) throw new HengError('exploitFeed.tooLarge', { params: { megabytes: Math.round(most / 1e6) } })
      yield part
    }
  } catch (error) {
    if (String((error as { code?: string }).code).startsWith('Z_')) throw new HengError('exploitFeed.unreadable', { params: { en: 'The gzip content is damaged.', zh: 'gzip 内容已损坏。' }, cause: error })
    throw error
  } finally {
    plain.destroy()
    output.destroy()
  }
}

/** Lines of a text in UTF-8. Throws `FeedError` where there is none that fits. */
export async function* linesOf(source: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let [rest, number] = ['', 0]
  const decode = (part?: Buffer): string => {
    try {
      return part === undefined ? decoder.decode() : decoder.decode(part, { stream: true })
    } catch {
      throw new FeedError(`line ${number + 1}`, 'is not text in UTF-8', '不是 UTF-8 文本')
    }
  }
  for await (const part of source) {
    const lines = (rest + decode(part)).split('\n')
    rest = lines.pop()!
    for (const line of lines) {
      number++
      if (line.length > mostInLine) throw new FeedError(`line ${number}`, 'is too long', '过长')
      yield line
    }
    if (rest.length > mostInLine) throw new FeedError(`line ${number + 1}`, 'is too long', '过长')
  }
  rest += decode()
  if (rest !== '') yield rest
}

/** The whole as JSON. Throws `FeedError`. */
export const jsonOf = async (source: AsyncIterable<Buffer>): Promise<unknown> => {
  const parts: Buffer[] = []
  for await (const part of source) parts.push(part)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts)))
  } catch {
    throw new FeedError('file', 'is no JSON', '不是 JSON')
  }
}
