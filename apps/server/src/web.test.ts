import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '@heng/server-kit'
import { createWorld, type TestWorld } from '@heng/testkit'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveWeb } from './web.ts'

let world: TestWorld
let app: FastifyInstance
let folder: string
beforeAll(async () => {
  world = await createWorld([])
  folder = mkdtempSync(join(tmpdir(), 'heng-web-'))
  mkdirSync(join(folder, 'assets'))
  for (const [name, content] of [['index.html', '<!doctype html><title>Heng</title>'], ['prepare.js', '1'], ['assets/main-Cf3x.js', '2']] as const) writeFileSync(join(folder, name), content)
  app = createApp(world.kit, world.composition.identity)
  await serveWeb(app, world.kit, folder)
  await app.ready()
})
afterAll(async () => {
  await app.close()
  await world.close()
})
const get = (url: string, headers: Record<string, string> = {}) => app.inject({ method: 'GET', url, headers })

describe('the web', () => {
  it('is the page for every path of the product, asked for again each time', async () => {
    for (const path of ['/', '/o/acme/assets', '/o/acme/risks/R-0001?tab=history', '/sign-in']) {
      const { statusCode, headers, body } = await get(path)
      expect([path, statusCode, headers['cache-control'], body.includes('<title>Heng')]).toEqual([path, 200, 'no-cache', true])
    }
    const { headers } = await get('/')
    expect((await get('/', { 'if-none-match': String(headers.etag) })).statusCode).toBe(304)
  })

  it('keeps for ever what bears a hash, and only that', async () => {
    expect((await get('/assets/main-Cf3x.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect((await get('/prepare.js')).headers['cache-control']).toBe('no-cache')
  })

  it('is served whole when it is built anew meanwhile, and compressed where the build did so', async () => {
    writeFileSync(join(folder, 'assets/later-9z8y.js'), 'plain')
    writeFileSync(join(folder, 'assets/later-9z8y.js.gz'), 'packed')
    expect((await get('/assets/later-9z8y.js')).body).toBe('plain')
    const packed = await get('/assets/later-9z8y.js', { 'accept-encoding': 'gzip' })
    expect([packed.body, packed.headers['content-encoding'], packed.headers['cache-control']]).toEqual(['packed', 'gzip', 'public, max-age=31536000, immutable'])
  })

  it('does not give the page for a file or an operation that is not there', async () => {
    for (const path of ['/assets/old-1a2b.js', '/assets/', '/favicon.ico', '/api/nothing', '/.env', '/../package.json']) {
      const { statusCode, headers, body } = await get(path)
      expect([path, statusCode, headers['cache-control']]).toEqual([path, 404, 'no-store'])
      expect(JSON.parse(body)).toMatchObject({ code: 'notFound', status: 404, requestId: expect.any(String) })
    }
    expect((await app.inject({ method: 'POST', url: '/sign-in' })).statusCode).toBe(404)
    expect((await app.inject({ method: 'POST', url: '/api/v1/setup', payload: 'x', headers: { 'content-type': 'application/pdf' } })).json()).toMatchObject({ code: 'unreadableBody', status: 415 })
    expect((await get('/assets/x.js', { 'accept-language': 'zh-CN' })).json().message).toMatch(/不存在/)
  })

  it('is guarded by headers on pages, files and operations alike', async () => {
    for (const path of ['/', '/assets/main-Cf3x.js', '/api/v1/setup', '/healthz', '/api/v1/me']) {
      const { headers } = await get(path)
      const policy = new Map(String(headers['content-security-policy']).split(';').map((rule) => {
        const [name, ...values] = rule.trim().split(' ')
        return [name, values.join(' ')] as const
      }))
      expect([path, policy.get('default-src'), policy.get('script-src'), policy.get('object-src'), policy.get('frame-ancestors'), policy.get('base-uri'), policy.get('form-action'), policy.get('connect-src')])
        .toEqual([path, "'self'", "'self'", "'none'", "'none'", "'self'", "'self'", "'self'"])
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-frame-options': 'SAMEORIGIN' })
      expect(headers['x-powered-by']).toBeUndefined()
    }
  })
})

describe('a slow or silent sender', () => {
  it('is cut off, and the process goes on', async () => {
    const { server } = app
    expect([server.timeout, server.requestTimeout]).toEqual([120_000, 3_600_000])
    expect(server.headersTimeout).toBeGreaterThan(0)
    await app.listen({ port: 0, host: '127.0.0.1' })
    server.timeout = 300
    const { port } = server.address() as { port: number }
    const { connect } = await import('node:net')
    const socket = connect(port, '127.0.0.1')
    socket.write('POST /api/v1/setup/check HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\nContent-Type: application/json\r\n\r\n{')
    const ended = await new Promise<string>((resolve) => {
      const timer = setTimeout(() => resolve('still open'), 5_000)
      socket.on('error', () => undefined)
      socket.on('close', () => (clearTimeout(timer), resolve('closed')))
      socket.resume()
    })
    expect(ended).toBe('closed')
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200)
  })
})
