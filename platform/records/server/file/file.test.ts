import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { ErrorBody } from '@heng/contract'
import { createWorld, gadgets, gadgetsModule, type Actor, type TestOrganisation, type TestWorld } from '@heng/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FileRow } from '../../contract/attachment.ts'
import { records } from '../../contract/index.ts'
import { module } from '../module.ts'
import { holdFiles, openFile, storeFile, uploadedFile } from '../reads.ts'
import { pathOf } from './store.ts'
import { tidyFiles } from './tidy.ts'

const { attachment, history } = records
let world: TestWorld
let org: TestOrganisation
let manager: Actor
beforeAll(async () => {
  world = await createWorld([gadgetsModule, module])
  org = await world.organisation()
  manager = await org.actor(['ismsManager'], '王敏')
})
afterAll(() => world.close())

const put = async (who: Actor, content: Buffer | Readable, name = '证据.pdf', slug = org.slug, headers: Record<string, string> = {}) =>
  world.composition.app.inject({
    method: 'PUT', url: `/api/v1/orgs/${slug}/files?name=${encodeURIComponent(name)}`,
    headers: { cookie: who.cookie, 'content-type': 'text/html', ...headers }, payload: content,
  })
const upload = async (who: Actor, content: Buffer, name?: string): Promise<FileRow> => (await put(who, content, name)).json()
const get = (who: Actor, id: string, headers: Record<string, string> = {}, slug = org.slug) =>
  world.composition.app.inject({ method: 'GET', url: `/api/v1/orgs/${slug}/files/${id}`, headers: { cookie: who.cookie, ...headers } })
const gadgetOf = async (owner?: Actor) => (await manager.call(gadgets.gadget.create, { name: 'Router', owner: owner?.personId ?? null })).id
const contentPath = (file: FileRow) => pathOf(world.kit.config.dataDir, file.sha256)
const pdf = (text: string) => Buffer.from(`%PDF-1.7\n${text}`)

describe('files', () => {
  it('are streamed to their own hash, typed by content, and come back byte for byte', async () => {
    const content = Buffer.concat([pdf('big '), randomBytes(3_000_000)])
    const response = await put(manager, Readable.from([content.subarray(0, 10), content.subarray(10, 1_000_000), content.subarray(1_000_000)]), '../渗透测试报告.pdf')
    expect(response.statusCode).toBe(201)
    const file: FileRow = response.json()
    expect(file).toMatchObject({ name: '渗透测试报告.pdf', size: content.length, type: 'application/pdf', sha256: createHash('sha256').update(content).digest('hex') })
    expect(readFileSync(contentPath(file)).equals(content)).toBe(true)
    expect(readdirSync(join(world.kit.config.dataDir, 'files', '.incoming'))).toEqual([])
    const back = await get(manager, file.id)
    expect(back.rawPayload.equals(content)).toBe(true)
    expect(back.headers).toMatchObject({
      'content-type': 'application/pdf', 'x-content-type-options': 'nosniff', 'content-length': String(content.length), etag: `"${file.sha256}"`,
      'content-disposition': expect.stringContaining("filename*=UTF-8''%E6%B8%97"),
    })
    const part = await get(manager, file.id, { range: 'bytes=2-5' })
    expect([part.statusCode, part.headers['content-range'], part.body]).toEqual([206, `bytes 2-5/${content.length}`, 'DF-1'])
    expect((await get(manager, file.id, { range: `bytes=${content.length}-` })).statusCode).toBe(416)
    expect((await get(manager, file.id, { 'if-none-match': `"${file.sha256}"` })).statusCode).toBe(304)
  })

  it('are refused when empty, too large or sent by who may not, and leave nothing behind', async () => {
    const refusal = async (response: Promise<{ json: () => ErrorBody }>) => (await response).json()
    expect((await refusal(put(manager, Buffer.alloc(0)))).code).toBe('file.empty')
    const { config } = world.kit
    Object.assign(config, { maxFile: 1_000 })
    try {
      expect(await refusal(put(manager, Buffer.alloc(1_001)))).toMatchObject({ code: 'tooLarge', status: 413 })
      // No length is announced here: the stream itself is stopped.
      expect(await refusal(put(manager, Readable.from([Buffer.alloc(600), Buffer.alloc(600)])))).toMatchObject({ code: 'tooLarge', status: 413 })
      expect((await put(manager, Buffer.alloc(1_000, 1))).statusCode).toBe(201)
    } finally {
      Object.assign(config, { maxFile: 200_000_000 })
    }
    expect((await refusal(put(await org.actor(['externalAuditor']), pdf('x')))).status).toBe(403)
    expect((await refusal(put({ ...manager, cookie: '' }, pdf('x')))).status).toBe(401)
    expect((await refusal(put(await (await world.organisation()).actor(), pdf('x')))).status).toBe(404)
    expect(readdirSync(join(config.dataDir, 'files', '.incoming'))).toEqual([])
  })

  it('are never overwritten: the same content is stored once, under any number of names', async () => {
    const [one, two] = await Promise.all([upload(manager, pdf('same'), 'a.pdf'), upload(manager, pdf('same'), 'b.pdf')])
    expect(one.sha256).toBe(two.sha256)
    expect(one.id).not.toBe(two.id)
    await expect(org.asSystem((ctx) => sql`update file set sha256 = ${'0'.repeat(64)} where id = ${one.id}`.execute(ctx.tx))).rejects.toThrow(/permission denied/)
  })
})

describe('attachments', () => {
  it('are added with the day they speak about, listed, and kept when they are taken off', async () => {
    const recordId = await gadgetOf()
    const file = await upload(manager, pdf('evidence'))
    const added = await manager.call(attachment.add, { noun: 'gadget', recordId, fileId: file.id, description: '季度复核', effectiveOn: '2026-01-31' })
    expect(added).toMatchObject({ file, description: '季度复核', effectiveOn: '2026-01-31', addedBy: { name: '王敏' } })
    expect(await manager.refusal(attachment.add, { noun: 'gadget', recordId, fileId: file.id })).toMatchObject({ code: 'attachment.twice', status: 409 })
    expect(await manager.call(attachment.list, { noun: 'gadget', recordId })).toMatchObject({ mayAdd: true, maxBytes: 200_000_000, items: [{ id: added.id, allowed: ['download', 'remove'] }] })
    await manager.call(attachment.remove, { id: added.id, reason: '放错了' })
    expect((await manager.call(attachment.list, { noun: 'gadget', recordId })).items).toEqual([])
    expect((await manager.call(attachment.list, { noun: 'gadget', recordId, removed: true })).items[0]).toMatchObject({ removedBy: '王敏' })
    expect((await manager.refusal(attachment.remove, { id: added.id })).code).toBe('attachment.removed')
    expect(existsSync(contentPath(file))).toBe(true)
    const { items } = await manager.call(history.list, { noun: 'gadget', recordId })
    expect(items.map((e) => `${e.noun} ${e.action}`)).toEqual(['attachment detached', 'attachment attached', 'gadget created'])
    expect(items[1]!.changes).toContainEqual({ field: 'sha256', before: null, after: file.sha256 })
  })

  it('are read with the record, added by who may write or attach, and never with somebody else’s upload', async () => {
    const [owner, outsider, auditor] = [await org.actor(), await org.actor(), await org.actor(['internalAuditor'])]
    const recordId = await gadgetOf(owner)
    const file = await upload(owner, pdf('of the owner'))
    expect((await get(outsider, file.id)).statusCode).toBe(404)
    expect((await get(manager, file.id)).statusCode).toBe(404)
    expect((await manager.refusal(attachment.add, { noun: 'gadget', recordId, fileId: file.id })).status).toBe(404)
    expect((await auditor.refusal(attachment.add, { noun: 'gadget', recordId, fileId: file.id })).status).toBe(403)
    expect((await outsider.refusal(attachment.add, { noun: 'gadget', recordId, fileId: file.id })).status).toBe(404)
    const added = await owner.call(attachment.add, { noun: 'gadget', recordId, fileId: file.id })
    expect((await get(manager, file.id)).statusCode).toBe(200)
    expect((await get(auditor, file.id)).statusCode).toBe(200)
    expect((await get(outsider, file.id)).statusCode).toBe(404)
    expect((await outsider.refusal(attachment.list, { noun: 'gadget', recordId })).status).toBe(404)
    expect((await auditor.refusal(attachment.remove, { id: added.id })).status).toBe(403)
    const stranger = await (await world.organisation()).actor(['ismsManager'])
    expect((await stranger.refusal(attachment.remove, { id: added.id })).status).toBe(404)
    expect((await get(stranger, file.id)).statusCode).toBe(404)
    await owner.call(attachment.remove, { id: added.id })
    const reader = await org.actor([{ role: 'departmentHead', unit: org.rootUnit }])
    expect((await get(reader, file.id)).statusCode).toBe(404)
    expect((await get(auditor, file.id)).statusCode).toBe(200)
  })
})

describe('clean-up', () => {
  it('removes what nobody attached after a day, and nothing else', async () => {
    const recordId = await gadgetOf()
    const [orphan, attached, held, fresh] = [await upload(manager, pdf('o')), await upload(manager, pdf('a')), await upload(manager, pdf('h')), await upload(manager, pdf('f'))]
    const twin = await upload(manager, pdf('a'))
    await manager.call(attachment.add, { noun: 'gadget', recordId, fileId: attached.id })
    await org.asSystem((ctx) => holdFiles(ctx, [held.id], 'imports'))
    const old = new Date(Date.now() - 25 * 3_600_000)
    for (const file of [orphan, attached, held, twin]) {
      await sql`update file set uploaded_at = ${old} where id = ${file.id}`.execute(world.kit.db)
      utimesSync(contentPath(file), old, old)
    }
    await tidyFiles(world.kit)
    const { rows } = await sql<{ id: string }>`select id from file where id = any(${[orphan, attached, held, fresh, twin].map((f) => f.id)}::uuid[])`.execute(world.kit.db)
    expect(rows.map((r) => r.id).toSorted()).toEqual([attached.id, held.id, fresh.id].toSorted())
    expect([orphan, attached, held, fresh].map((f) => existsSync(contentPath(f)))).toEqual([false, true, true, true])
    const trail = await manager.call(history.feed, { nouns: ['file'], action: 'removed' })
    expect(trail.items.map((e) => e.recordId)).toContain(orphan.id)
    expect((await tidyFiles(world.kit)).files).toBe(0)
  })
})

describe('what other rooms use', () => {
  it('stores and opens files of their own', async () => {
    const made = await org.asSystem((ctx) => storeFile(ctx, '适用性声明.docx', Readable.from([Buffer.from('content')]), 'applicability'))
    const chunks: Buffer[] = []
    for await (const chunk of openFile(world.kit, made)) chunks.push(chunk as Buffer)
    expect(Buffer.concat(chunks).toString()).toBe('content')
    expect((await get(manager, made.id)).statusCode).toBe(404)
    expect(await org.asSystem((ctx) => uploadedFile(ctx, made.id))).toEqual(made)
  })
})
