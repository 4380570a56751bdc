import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw, createGzip } from 'node:zlib'

export const gzipped = async (path: string): Promise<string> => {
  await pipeline(createReadStream(path), createGzip(), createWriteStream(`${path}.gz`))
  return `${path}.gz`
}

const [localLength, centralLength, endLength] = [30, 46, 22]

/** A zip archive of one file: a local header, which is written again when lengths are known, the file, the directory. PKWARE APPNOTE 4.3. */
export const zipped = async (path: string, name: string): Promise<string> => {
  const title = Buffer.from(name)
  let [crc, length, packed] = [0, 0, 0]
  const file = await open(`${path}.zip`, 'w')
  try {
    const counted = async function* () {
      for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
        crc = crc32(chunk, crc)
        length += chunk.length
        yield chunk
      }
    }
    const content = localLength + title.length
    await pipeline(counted, createDeflateRaw(), async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) packed += (await file.write(chunk, 0, chunk.length, content + packed)).bytesWritten
    })
    // Version 2.0, no flags, deflated, no time, 1980-01-01; then what both headers say of the content and its name.
    const told = Buffer.alloc(26)
    for (const [i, value] of [20, 0, 8, 0, 33].entries()) told.writeUInt16LE(value, 2 * i)
    for (const [i, value] of [crc, packed, length].entries()) told.writeUInt32LE(value, 10 + 4 * i)
    told.writeUInt16LE(title.length, 22)
    const central = Buffer.alloc(centralLength)
    central.writeUInt32LE(0x02014b50)
    central.writeUInt16LE(20, 4)
    told.copy(central, 6)
    const end = Buffer.alloc(endLength)
    end.writeUInt32LE(0x06054b50)
    for (const at of [8, 10]) end.writeUInt16LE(1, at)
    end.writeUInt32LE(centralLength + title.length, 12)
    end.writeUInt32LE(content + packed, 16)
    await file.write(Buffer.concat([Buffer.from('PK\x03\x04'), told, title]), 0, content, 0)
    const directory = Buffer.concat([central, title, end])
    await file.write(directory, 0, directory.length, content + packed)
  } finally {
    await file.close()
  }
  return `${path}.zip`
}
