import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS, type ScanLimits } from './limits.ts'
import { ScanError } from './problem.ts'
import { readXmlRecords, type XmlNode, type XmlRecord, type XmlShape } from './xmlRecords.ts'

const read = async (bytes: Buffer, shape: XmlShape, { sizes = [1_000_000], limits = {} }: { sizes?: readonly number[]; limits?: Partial<ScanLimits> } = {}) => {
  const chunks = async function* () {
    for (let [at, i] = [0, 0]; at < bytes.length; i++) {
      yield bytes.subarray(at, at + sizes[i % sizes.length]!)
      at += sizes[i % sizes.length]!
    }
  }
  const records: XmlRecord[] = []
  let error: ScanError | null = null
  try {
    for await (const some of readXmlRecords(chunks(), shape, { ...DEFAULT_LIMITS, ...limits })) records.push(...some)
  } catch (thrown) {
    if (!(thrown instanceof ScanError)) throw thrown
    error = thrown
  }
  return { records, error: error?.problem ?? null }
}
const shape = { records: ['item', 'top/odd'], context: ['about'] }
const plainOf = ({ name, at, text, children }: XmlNode): unknown => [name, { ...at }, text, children.map(plainOf)]
const plain = (records: readonly XmlRecord[]): unknown => records.map(({ node, above, line }) => [plainOf(node), above.map(({ name, at, kept }) => [name, { ...at }, kept.map(plainOf)]), line])

const words = fc.constantFrom('', 'a', '&amp;', '\n', '漏洞\u{1F600}', '<![CDATA[<b>]]>')
const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc.tuple(fc.constantFrom('item', 'about', 'host', 'x:odd', 'top'), fc.constantFrom('', ' id="1"', ' cm:id="漏"'), fc.array(fc.oneof({ depthSize: 'small' }, words, tie('element')), { maxLength: 4 }))
    .map(([name, at, inner]) => `<${name}${at}>${inner.join('')}</${name}>`),
}))
const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 })

describe('records of XML', () => {
  it('are the same however the bytes come', async () => {
    await fc.assert(fc.asyncProperty(element, sizes, async (inner, sizes) => {
      const bytes = Buffer.from(`<top a="b">${inner}</top>`)
      const whole = await read(bytes, shape)
      const told = await read(bytes, shape, { sizes })
      expect([told.error, whole.error]).toEqual([null, null])
      // What stands above is told as far as it was read, which may be further than the record.
      expect(plain(told.records.map((r) => ({ ...r, above: [] })))).toEqual(plain(whole.records.map((r) => ({ ...r, above: [] }))))
      expect(told.records.map((r) => r.above.map((a) => a.name))).toEqual(whole.records.map((r) => r.above.map((a) => a.name)))
    }), { numRuns: 200 })
  })

  it('stand under what is open, with what was kept of it', async () => {
    const text = '<top a="b"><about>of top</about>\n<host id="1"><about><c d="e">x<![CDATA[<y>]]></c></about><item n="1">t<z/>u</item></host><host><item/></host>\n<odd/><host><odd/></host></top>'
    const { records } = await read(Buffer.from(text), shape, { sizes: [3] })
    const top = ['top', { a: 'b' }, [['about', {}, 'of top', []]]]
    expect(plain(records)).toEqual([
      [['item', { n: '1' }, 'tu', [['z', {}, '', []]]], [top, ['host', { id: '1' }, [['about', {}, '', [['c', { d: 'e' }, 'x<y>', []]]]]]], 2],
      [['item', {}, '', []], [top, ['host', {}, []]], 2],
      [['odd', {}, '', []], [top], 3],
    ])
  })

  it('in a document of another encoding are read, and errors in it have their place', async () => {
    const text = '<?xml version="1.0" encoding="GB2312"?>\n<top><item>弱口令</item></top>'
    const gbk = Buffer.concat([Buffer.from('<?xml version="1.0" encoding="GB2312"?>\n<top><item>'), Buffer.from([0xc8, 0xf5, 0xbf, 0xda, 0xc1, 0xee]), Buffer.from('</item></top>')])
    for (const bytes of [gbk, Buffer.from(text.replace('GB2312', 'utf-8')), Buffer.from(`\ufeff${text.replace('GB2312', 'UTF-16')}`, 'utf16le'), Buffer.from(text.replace('GB2312', 'UTF-16'), 'utf16le'), Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), Buffer.from(text.replace('GB2312', 'UTF-16'))]) {
      for (const sizes of [[1], [1_000]]) expect((await read(bytes, shape, { sizes })).records.map((r) => r.node.text)).toEqual(['弱口令'])
    }
    const latin = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><top><item>\xe9</item></top>', 'latin1')
    expect((await read(latin, shape)).records[0]!.node.text).toBe('é')
    expect((await read(Buffer.from('<top>\n<item/><item>\xe9</item></top>', 'latin1'), shape))).toMatchObject({ records: [{}], error: { code: 'encoding', found: 'utf-8', line: 2, column: 14 } })
    expect((await read(Buffer.from('<top>\n<item/>\xe9', 'latin1'), shape))).toMatchObject({ records: [{}], error: { code: 'encoding', line: 2, column: 8 } })
    expect((await read(Buffer.concat([Buffer.from('\ufeff<top>\n<item/>', 'utf16le'), Buffer.from([0, 0xdc]), Buffer.from('</top>', 'utf16le')]), shape)).error).toMatchObject({ code: 'encoding', found: 'utf-16le', line: 2, column: 8 })
    expect((await read(Buffer.from('<?xml version="1.0" encoding="x-none"?><top/>'), shape)).error).toMatchObject({ code: 'encoding', found: 'x-none' })
  })

  it.each([
    ['deep', '<top>'.repeat(100), 'depth'],
    ['deep record', `<item>${'<a>'.repeat(100)}`, 'depth'],
    ['long record', `<top>\n<item>${'<a>x</a>'.repeat(1_000)}`, 'record-length'],
    ['record of many small elements', `<top>\n<item>${'<a/>'.repeat(300)}</item>`.repeat(2), 'record-length'],
    ['long context', `<top>\n${'<about>x</about>'.repeat(1_000)}`, 'context-length'],
    ['one long context', `<top>\n<about>${'<a>x</a>'.repeat(1_000)}`, 'context-length'],
    ['long names', `<top>\n<host a="${'x'.repeat(1_400)}">`.repeat(4), 'context-length'],
    ['long text', `<top>\n${'x'.repeat(2_000)}`, 'token'],
  ])('are not more than what is allowed: %s', async (_, text, code) => {
    const limits = { recordLength: 4_000, contextLength: 4_000, token: 1_500 }
    expect((await read(Buffer.from(text), shape, { limits, sizes: [100] })).error).toMatchObject({ code, line: expect.any(Number) })
  })

  it('before an error are given out', async () => {
    const told = await read(Buffer.from('<top>\n<item>1</item><item>2</item></host>'), shape)
    expect([told.records.map((r) => r.node.text), told.error]).toMatchObject([['1', '2'], { code: 'malformed', line: 2, column: 29 }])
  })
})
