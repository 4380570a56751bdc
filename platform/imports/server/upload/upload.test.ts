import { readdir } from 'node:fs/promises'
import { request, type OutgoingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createWorld, type Actor, type TestOrganisation, type TestWorld } from '@heng/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deviceModule } from '../../testing/device.ts'
import { module } from '../module.ts'
import { importsDir } from './files.ts'

const limit = 200_000
let world: TestWorld
let org: TestOrganisation
let port: number
beforeAll(async () => {
  world = await createWorld([deviceModule, module], { maxFile: limit })
  await world.composition.app.listen({ port: 0, host: '127.0.0.1' })
  port = (world.composition.app.server.address() as AddressInfo).port
  org = await world.organisation()
})
afterAll(() => world.close())

/** Sends 8 MB over a real connection without looking up, as a browser does. */
const send = (actor: Actor, headers: OutgoingHttpHeaders = {}): Promise<{ status: number; code: string }> =>
  new Promise((resolve, reject) => {
    const path = `/api/v1/orgs/${org.slug}/import-uploads?name=list.csv`
    const sent = request({ host: '127.0.0.1', port, method: 'PUT', path, headers: { cookie: actor.cookie, 'x-heng-client': 'web', 'content-type': 'application/octet-stream', ...headers } }, (response) => {
      void response.toArray().then((chunks) => resolve({ status: response.statusCode!, code: (JSON.parse(Buffer.concat(chunks as Buffer[]).toString()) as { code: string }).code }), reject)
    })
    sent.on('error', reject)
    let left = 128
    const more = (): void => {
      if (left === 0) return void sent.end()
      left -= 1
      sent.write(Buffer.alloc(65_536, 'a'), () => setImmediate(more))
    }
    more()
  })

describe('an upload that is refused while its sender is still sending', () => {
  it('answers with the reason and leaves nothing behind', async () => {
    const manager = await org.actor(['ismsManager'])
    expect(await send(manager)).toEqual({ status: 413, code: 'tooLarge' })
    expect(await send(manager, { 'content-length': 128 * 65_536 })).toEqual({ status: 413, code: 'tooLarge' })
    expect(await readdir(importsDir(world.kit.config.dataDir))).toEqual([])
  })
})
