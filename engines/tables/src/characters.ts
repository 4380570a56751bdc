/** WHATWG names. GB18030 contains GBK and GB 2312. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/**
 * How many of these bytes form whole characters, when the first byte begins one. Bytes that are not valid are not
 * judged here: the decoder refuses them.
 */
export function wholeCharacters(bytes: Uint8Array, encoding: Encoding): number {
  if (encoding === 'utf-8') return utf8(bytes)
  if (encoding === 'gb18030') return gb18030(bytes)
  return utf16(bytes, encoding === 'utf-16le' ? 1 : 0)
}

function utf8(bytes: Uint8Array): number {
  const end = bytes.length
  for (let back = 1; back <= 3 && back <= end; back++) {
    const byte = bytes[end - back] ?? 0
    if (byte < 0x80) return end
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return length > back ? end - back : end
    }
  }
  return end
}

/** A line feed is never part of a longer GB18030 character (second bytes begin at 0x30), so the walk can start after one. */
function gb18030(bytes: Uint8Array): number {
  const end = bytes.length
  let at = bytes.lastIndexOf(0x0a) + 1
  while (at < end) {
    const lead = bytes[at] ?? 0
    const second = bytes[at + 1] ?? 0
    // ICU, and so Node, takes 0x80 alone for a character.
    const length = lead <= 0x80 ? 1 : second >= 0x30 && second <= 0x39 ? 4 : 2
    if (at + length > end) break
    at += length
  }
  return at
}

function utf16(bytes: Uint8Array, highByte: 0 | 1): number {
  const even = bytes.length - (bytes.length % 2)
  const high = even >= 2 ? (bytes[even - 2 + highByte] ?? 0) : 0
  return high >= 0xd8 && high <= 0xdb ? even - 2 : even
}
