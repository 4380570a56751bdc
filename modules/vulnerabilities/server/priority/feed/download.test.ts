import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jsonOf, linesOf, unpacked } from './content.ts'
import { download, usualLimits, type Way } from './download.ts'
import { isPublicAddress } from './publicAddress.ts'

it('knows the public internet from what is inside', () => {
  const inside = ['10.1.2.3', '127.0.0.1', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '168.63.129.16', '::1', '::', 'fe80::1', 'fd00::1', '::ffff:8.8.8.8',
    '::ffff:10.0.0.1', '64:ff9b::a00:1', '2002:a00:1::', '2001:db8::1', '2001:0:a00:1::', 'ff02::1', 'no address', '']
  expect(inside.filter(isPublicAddress)).toEqual([])
  const outside = ['8.8.8.8', '1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450::1']
  expect(outside.filter(isPublicAddress)).toEqual(outside)
})

const dir = mkdtempSync(join(tmpdir(), 'heng-feed-'))
let server: Server
let way: Way
let answer: RequestListener
const hosts = new Set(['feeds.example.com'])
const address = 'https://feeds.example.com/scores.csv'
const limits = { bytes: 100_000, milliseconds: 5_000 }
beforeAll(async () => {
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', join(dir, 'key.pem'), '-out', join(dir, 'cert.pem'), '-days', '2', '-subj', '/CN=feeds.example.com', '-addext', 'subjectAltName=DNS:feeds.example.com'], { stdio: 'ignore' })
  const [key, cert] = [readFileSync(join(dir, 'key.pem'), 'utf8'), readFileSync(join(dir, 'cert.pem'), 'utf8')]
  server = createServer({ key, cert }, (request, response) => answer(request, response)).listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  way = { resolve: async () => ['127.0.0.1'], permitted: () => true, port: (server.address() as AddressInfo).port, ca: cert }
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
  rmSync(dir, { recursive: true })
})
const refused = (promise: Promise<unknown>) => promise.then(() => 'nothing', (error: { code: string }) => error.code)

describe('what stands at an address', () => {
  it('is fetched over TLS, by the name that it bears', async () => {
    answer = (request, response) => response.end(`${request.headers.host?.split(':')[0]} ${request.url}`)
    expect(String(await download(address, hosts, limits, way))).toBe('feeds.example.com /scores.csv')
    // A certificate that nobody vouches for.
    const { ca: _ca, ...unknown } = way
    expect(await refused(download(address, hosts, limits, unknown))).toBe('exploitFeed.unreachable')
  })

  it('is followed to the same hosts alone, and not for ever', async () => {
    answer = (request, response) => (request.url === '/there' ? response.end('found') : response.writeHead(302, { location: '/there' }).end())
    expect(String(await download(address, hosts, limits, way))).toBe('found')
    for (const location of ['https://other.example.com/', 'http://feeds.example.com/', 'https://127.0.0.1/', 'https://feeds.example.com:8443/', 'file:///etc/passwd']) {
      answer = (_request, response) => response.writeHead(301, { location }).end()
      expect(await refused(download(address, hosts, limits, way)), location).toBe('exploitFeed.otherHost')
    }
    answer = (_request, response) => response.writeHead(302, { location: address }).end()
    expect(await refused(download(address, hosts, limits, way))).toBe('exploitFeed.status')
  })

  it('is not asked for inside, whatever the name says', async () => {
    let asked = 0
    answer = (_request, response) => { asked++; response.end() }
    for (const found of [['127.0.0.1'], ['10.0.0.1'], ['8.8.8.8', '10.0.0.1'], ['::1']]) expect(await refused(download(address, hosts, limits, { ...way, resolve: async () => found, permitted: isPublicAddress })), found.join()).toBe('exploitFeed.privateAddress')
    for (const other of ['https://127.0.0.1/x', 'https://[::1]/x', 'http://feeds.example.com/x', 'https://user:word@feeds.example.com/x', 'https://feeds.example.com:444/x']) expect(await refused(download(other, new Set([...hosts, '127.0.0.1', '[::1]']), limits, way).catch((error: unknown) => { throw error }))).toBe('exploitFeed.otherHost')
    expect(asked).toBe(0)
  })

  it('is refused when it is too much, too slow or not there', async () => {
    answer = (_request, response) => response.end(Buffer.alloc(200_000))
    expect(await refused(download(address, hosts, limits, way))).toBe('exploitFeed.tooLarge')
    answer = (_request, response) => void response.write('a')
    expect(await refused(download(address, hosts, { ...usualLimits, milliseconds: 300 }, way))).toBe('exploitFeed.tooSlow')
    answer = (_request, response) => response.writeHead(404).end()
    expect(await refused(download(address, hosts, limits, way))).toBe('exploitFeed.status')
    expect(await refused(download(address, hosts, limits, { ...way, port: 1 }))).toBe('exploitFeed.unreachable')
    expect(await refused(download(address, hosts, limits, { ...way, resolve: () => Promise.reject(new Error('no name')) }))).toBe('exploitFeed.unreachable')
  })
})

async function* parts(content: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size)
}
const linesFrom = async (content: Buffer, size: number, most?: number): Promise<string[]> => {
  const lines: string[] = []
  for await (const line of linesOf(unpacked(parts(content, size), most))) lines.push(line)
  return lines
}

describe('the content', () => {
  const text = 'one\nzwei ä 汉字\n\nlast'
  it('is the same packed or not, in whatever parts it comes', async () => {
    for (const content of [Buffer.from(text), gzipSync(text)]) for (const size of [1, 2, 3, 7, 1_000]) expect(await linesFrom(content, size)).toEqual(['one', 'zwei ä 汉字', '', 'last'])
    expect(await linesFrom(Buffer.alloc(0), 1)).toEqual([])
    expect(await jsonOf(unpacked(parts(gzipSync('{"a":1}'), 3)))).toEqual({ a: 1 })
  })

  it('that would fill the memory is refused before it does', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, 'a\n'))
    expect(bomb.length).toBeLessThan(200_000)
    expect(await refused(linesFrom(bomb, 10_000, 1_000_000))).toBe('exploitFeed.tooLarge')
    await expect(linesFrom(Buffer.alloc(100_000, 'a'), 5_000)).rejects.toThrow('line 1: is too long')
  })

  it('that is damaged is refused', async () => {
    const whole = gzipSync(Buffer.alloc(10_000, 'abc\n'))
    expect(await refused(linesFrom(whole.subarray(0, -10), 100))).toBe('exploitFeed.unreadable')
    const bent = Buffer.from(whole)
    bent[15]! ^= 0xff
    expect(await refused(linesFrom(bent, 100))).toBe('exploitFeed.unreadable')
    await expect(linesFrom(Buffer.from([0x61, 0x0a, 0xff, 0xfe, 0x0a]), 100)).rejects.toThrow('UTF-8')
    await expect(jsonOf(parts(Buffer.from('{'), 1))).rejects.toThrow('is no JSON')
  })
})
