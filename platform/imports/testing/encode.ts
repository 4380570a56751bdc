let table: Map<string, number> | undefined

/** The two-byte part of GB18030 (GBK), turned round from the runtime's own decoder, which has no encoder beside it. */
const build = (): Map<string, number> => {
  const decoder = new TextDecoder('gb18030')
  const map = new Map<string, number>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue
      const text = decoder.decode(Uint8Array.of(lead, trail))
      if (text.length === 1 && text !== '\ufffd' && !map.has(text)) map.set(text, (lead << 8) | trail)
    }
  }
  return map
}

/** Encodes a text whose characters all are in GBK. Throws for others. */
export const encodeGb18030 = (text: string): Buffer => {
  table ??= build()
  const bytes: number[] = []
  for (const char of text) {
    const code = char.codePointAt(0)!
    if (code < 0x80) bytes.push(code)
    else {
      const pair = table.get(char)
      if (pair === undefined) throw new RangeError(`${char} is not in GBK`)
      bytes.push(pair >> 8, pair & 0xff)
    }
  }
  return Buffer.from(bytes)
}
