/** Tar by POSIX.1-1988 (ustar): blocks of 512 bytes, a header block before each body. */
export const BLOCK = 512
/** Eleven octal digits. */
export const SIZE_LIMIT = 8 ** 11 - 1

/**
 * One entry.
 * @param body yields exactly `size` bytes
 * @throws RangeError when the name does not fit (100 characters after, 155 before a slash), the size exceeds 8 GiB, or the body differs from it
 */
export async function* tarEntry(
  name: string,
  size: number,
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield header(name, size)
  let written = 0
  for await (const chunk of body) {
    written += chunk.byteLength
    yield chunk
  }
  if (written !== size) throw new RangeError(`${name}: ${written} bytes came, ${size} were announced`)
  const rest = size % BLOCK
  if (rest > 0) yield new Uint8Array(BLOCK - rest)
}

/** Two empty blocks end an archive. */
export function tarEnd(): Uint8Array {
  return new Uint8Array(2 * BLOCK)
}

/** The sum of a header's bytes with its checksum field read as spaces. */
export function headerSum(block: Uint8Array): number {
  return block.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 0x20 : byte), 0)
}

function header(name: string, size: number): Uint8Array {
  if (size > SIZE_LIMIT) throw new RangeError(`${name}: ${size} bytes, at most 8 GiB fit into the archive`)
  const [prefix, rest] = splitName(name)
  const block = Buffer.alloc(BLOCK)
  block.write(rest, 0, 100, 'utf8')
  block.write('0000600\0', 100, 'latin1')
  block.write('0000000\0', 108, 'latin1')
  block.write('0000000\0', 116, 'latin1')
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124, 'latin1')
  // A fixed time keeps two backups of the same records equal byte by byte.
  block.write('00000000000\0', 136, 'latin1')
  block.write('0', 156, 'latin1')
  block.write('ustar\x0000', 257, 'latin1')
  block.write(prefix, 345, 155, 'utf8')
  block.write(`${headerSum(block).toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return block
}

function splitName(name: string): [prefix: string, rest: string] {
  if (Buffer.byteLength(name) <= 100) return ['', name]
  for (let at = name.indexOf('/'); at > 0; at = name.indexOf('/', at + 1)) {
    const rest = name.slice(at + 1)
    if (Buffer.byteLength(rest) <= 100 && rest !== '' && at <= 155 && Buffer.byteLength(name.slice(0, at)) <= 155)
      return [name.slice(0, at), rest]
  }
  throw new RangeError(`"${name}" is too long for the archive: at most 155 and 100 bytes around a slash`)
}
