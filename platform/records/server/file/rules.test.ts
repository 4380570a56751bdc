import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attachmentDisposition, safeName } from './name.ts'
import { byteRange } from './range.ts'
import { sniffType } from './sniff.ts'

const zipOf = (name: string): Buffer => {
  const data = deflateRawSync('x')
  const head = Buffer.alloc(30)
  head.write('504b0304', 'hex')
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, Buffer.from(name), data])
}

describe('sniffType', () => {
  it.each([
    ['application/pdf', Buffer.from('%PDF-1.7\n')],
    ['image/png', Buffer.from('89504e470d0a1a0a0000', 'hex')],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', zipOf('xl/workbook.xml')],
    ['application/ofd', zipOf('OFD.xml')],
    ['application/zip', zipOf('readme.md')],
    ['application/x-ole-storage', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['application/x-msdownload', Buffer.from('4d5a90000300', 'hex')],
    ['text/plain', Buffer.from('BMW, MZ and other words')],
    ['text/plain', Buffer.from('<html><script>alert(1)</script>')],
    ['text/plain', Buffer.from('资产,责任人\r\n')],
    ['text/plain', Buffer.from('d7cab2fa2cd4f0c8ced0d5', 'hex')],
    ['text/plain', Buffer.from('fffe41000a00', 'hex')],
    ['application/octet-stream', Buffer.from('0001020304', 'hex')],
  ])('%s', (type, head) => expect(sniffType(head)).toBe(type))
})

describe('safeName', () => {
  it.each([
    ['../../etc/passwd', 'passwd'], ['C:\\temp\\清单.xlsx', '清单.xlsx'], ['.htaccess', 'htaccess'], ['..', 'file'], ['', 'file'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'], ['a\r\nSet-Cookie: x', 'aSet-Cookie: x'], [`${'长'.repeat(300)}.docx`, `${'长'.repeat(195)}.docx`],
  ])('%s', (given, safe) => expect(safeName(given)).toBe(safe))

  it('never yields a separator, a control character or nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
      const name = safeName(given)
      expect(name).not.toMatch(/[\\/\p{Cc}\u202a-\u202e]/u)
      expect(name.length).toBeGreaterThan(0)
      expect([...name].length).toBeLessThanOrEqual(200)
      expect(safeName(name)).toBe(name)
    }))
  })
})

describe('attachmentDisposition', () => {
  it('carries Chinese names after RFC 5987 and cannot be broken out of', () => {
    expect(attachmentDisposition('资产 "清单".csv')).toBe(`attachment; filename="__ ____.csv"; filename*=UTF-8''%E8%B5%84%E4%BA%A7%20%22%E6%B8%85%E5%8D%95%22.csv`)
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (given) => {
      const value = attachmentDisposition(safeName(given))
      expect(value).toMatch(/^attachment; filename="[\x20-\x21\x23-\x7e]*"; filename\*=UTF-8''[A-Za-z0-9%!._~-]*$/)
      expect(decodeURIComponent(value.split("UTF-8''")[1]!)).toBe(safeName(given))
    }))
  })
})

describe('byteRange', () => {
  it.each([
    ['bytes=0-3', { start: 0, end: 3 }], ['bytes=4-', { start: 4, end: 9 }], ['bytes=-3', { start: 7, end: 9 }], ['bytes=-30', { start: 0, end: 9 }],
    ['bytes=8-99', { start: 8, end: 9 }], ['bytes=10-', null], ['bytes=-0', null], ['bytes=5-2', undefined], ['bytes=0-1,4-5', undefined], ['bytes=-', undefined],
    ['lines=0-3', undefined], [undefined, undefined],
  ] as const)('%s', (header, range) => expect(byteRange(header, 10)).toEqual(range))
})
