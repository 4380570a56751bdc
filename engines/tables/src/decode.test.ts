import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collect, refusal } from './collect.fixture.ts'
import { Decoder } from './decode.ts'

/** 名称,等级 / 服务器,高 as GBK bytes (code points of GB 18030-2022). */
const GBK = Buffer.from('c3fbb3c62cb5c8bcb60ab7fecef1c6f72cb8df0a', 'hex')
const TABLE = '名称,等级\n服务器,高\n'

/** GB 2312's ideographs as two bytes, from the decoder's table: Node has no encoder for GB18030. */
function gb18030(text: string): Buffer {
  const bytes: number[] = []
  for (const char of text) bytes.push(...(char < '\x80' ? [char.charCodeAt(0)] : (table().get(char) ?? [0x84, 0x31, 0xa4, 0x37])))
  return Buffer.from(bytes)
}
let known: Map<string, number[]> | undefined
function table(): Map<string, number[]> {
  if (known) return known
  known = new Map()
  const decoder = new TextDecoder('gb18030', { fatal: true })
  for (let lead = 0xb0; lead <= 0xf7; lead++) {
    for (let second = 0xa1; second <= 0xfe; second++) known.set(decoder.decode(Uint8Array.of(lead, second)), [lead, second])
  }
  return known
}

describe('encodings', () => {
  it.each([
    ['UTF-8', Buffer.from(TABLE), 'utf-8'],
    ['UTF-8 with mark', Buffer.from(`\uFEFF${TABLE}`), 'utf-8'],
    ['UTF-16 LE', Buffer.from(`\uFEFF${TABLE}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 BE', Buffer.from(`\uFEFF${TABLE}`, 'utf16le').swap16(), 'utf-16be'],
    ['GB18030', GBK, 'gb18030'],
  ])('finds %s, in pieces of any size', async (_, bytes, encoding) => {
    for (const size of [1, 3, 1000]) {
      const { table, rows } = await collect(bytes, {}, size)
      expect(table).toMatchObject({ encoding, header: ['名称', '等级'] })
      expect(rows[0]?.cells).toEqual(['服务器', '高'])
    }
  })

  it('chooses at the first byte that is not ASCII, however late it comes', async () => {
    const ascii = 'a,b\n' + 'x,y\n'.repeat(50_000)
    const { table, rows } = await collect(Buffer.concat([Buffer.from(ascii), GBK]))
    expect(table.encoding).toBe('gb18030')
    expect(rows.at(-1)).toMatchObject({ line: 50_003, cells: ['服务器', '高'] })
  })

  it('reads GB18030 four-byte characters', async () => {
    const bytes = Buffer.concat([GBK, Buffer.from('9439da33', 'hex'), Buffer.from(',x\n')])
    expect((await collect(bytes)).rows.at(-1)?.cells).toEqual(['\u{1F4A9}', 'x'])
  })

  it('names line and byte of what does not decode', async () => {
    const good = Buffer.from('名称,等级\n服务器与网络,高\n')
    const late = Buffer.concat([good, Buffer.from('a,'), Buffer.from([0xff]), Buffer.from('\n')])
    expect(await refusal(late)).toMatchObject({ code: 'encoding', line: 3, offset: good.length + 2, found: 'utf-8' })
    const chinese = Buffer.concat([GBK, Buffer.from('a,'), Buffer.from([0xff]), Buffer.from('\n')])
    expect(await refusal(chinese)).toMatchObject({
      code: 'encoding',
      line: 3,
      offset: GBK.length + 2,
      found: 'gb18030',
    })
    expect(await refusal(GBK.subarray(0, GBK.length - 2))).toMatchObject({
      code: 'encoding',
      line: 2,
      offset: GBK.length - 3,
    })
    const surrogate = Buffer.from([0xff, 0xfe, 0x61, 0, 0x0a, 0, 0, 0xd8])
    expect(await refusal(surrogate)).toMatchObject({ code: 'encoding', line: 2, offset: 6, found: 'utf-16le' })
  })

  it('decodes GB18030 text of any content, cut anywhere', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'中华衡信息安全管理体系啊阿,;\n"ab0'),
      minLength: 1,
      maxLength: 200,
    })
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 9 }), (value, size) => {
        const bytes = gb18030(`啊阿${value}`)
        const decoder = new Decoder()
        let decoded = ''
        for (let at = 0; at < bytes.length; at += size) decoded += decoder.write(bytes.subarray(at, at + size))
        expect(decoded + decoder.end()).toBe(`啊阿${value}`)
        expect(decoder.encoding).toBe('gb18030')
      }),
    )
  })
})
