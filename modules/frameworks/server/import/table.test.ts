import type { Actor, TestOrganisation, TestWorld } from '@heng/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { frameworks } from '../../contract/index.ts'
import { file, frameworkWorld, importing } from '../test-world.fixture.ts'

let world: TestWorld
let org: TestOrganisation
let manager: Actor
beforeAll(async () => {
  world = await frameworkWorld()
  org = await world.organisation()
  manager = await org.actor(['ismsManager'])
})
afterAll(() => world.close())

const table = {
  nameEn: 'House rules',
  nameZh: '内部规定',
  editionEn: '2026',
  editionZh: '2026 版',
  version: '1',
  publisher: 'Us',
  licence: 'ownWording' as const,
  licenceNote: null,
}
const get = async (path: string, actor = manager) => {
  const response = await world.composition.app.inject({
    method: 'GET',
    url: `/api/v1/orgs/${org.slug}/frameworks/${path}`,
    headers: { cookie: actor.cookie },
  })
  return { status: response.statusCode, body: response.body, type: response.headers['content-type'] }
}

describe('a framework from a table', () => {
  it('reads GB18030, finds parents by number and headings by their children, and reads its own export back', async () => {
    const imports = importing(world, org, manager)
    // 编号,标题,摘要 … in GB18030, as Excel on a Chinese Windows saves it.
    const gb = Buffer.from('b1e0bac52cb1eacce22cd5aad2aa0d0a312cd7dcd4f22c0d0a312e312cc3dcc2eb2cd6c1c9d93132ceb50d0a', 'hex')
    const body = { files: [file('规定.csv', gb)], table }
    const preview = await imports.preview(body)
    expect(preview).toMatchObject({
      kind: 'csv',
      errorCount: 0,
      counts: { requirements: 2, assessable: 1 },
      title: { en: 'House rules', 'zh-CN': '内部规定' },
    })
    expect(preview.sample).toEqual([
      { ref: '1', title: { en: null, 'zh-CN': '总则' }, level: 0 },
      { ref: '1.1', title: { en: null, 'zh-CN': '密码' }, level: 1 },
    ])
    const { id } = await imports.apply({ ...body, sha256: preview.sha256 })
    const csv = await get(`${id}/export?format=csv`)
    expect([csv.status, csv.type]).toEqual([200, 'text/csv; charset=utf-8'])
    const again = await imports.preview({ files: [file('export.csv', csv.body)], table: { ...table, version: '2' } })
    expect(again).toMatchObject({
      errorCount: 0,
      counts: { requirements: 2, assessable: 1 },
      earlier: { id, added: 0, removed: 0, changed: 0 },
    })
    expect(JSON.parse((await get(`${id}/export?format=json`)).body)).toMatchObject({
      nameZh: '内部规定',
      requirements: [{ ref: '1' }, { ref: '1.1', parent: '1' }],
    })
  })

  it('names every bad row and then imports nothing', async () => {
    const imports = importing(world, org, manager)
    const body = {
      files: [file('bad.csv', 'ref,title,parent,assessable\n1,One,,\n,No number,,\n1,Again,,\n2,,,\n3,Three,9,\n4,Four,,perhaps\n')],
      table: { ...table, nameEn: 'Bad' },
    }
    const preview = await imports.preview(body)
    expect(preview.errors.map((e) => [e.line, e.en])).toEqual([
      [3, 'the number is missing'],
      [4, 'the number 1 occurs twice'],
      [5, '2 has no title'],
      [6, '3: its parent 9 does not stand before it'],
      [7, '4: “perhaps” is neither yes nor no'],
    ])
    expect((await imports.refused('import/apply', { ...body, sha256: preview.sha256 })).code).toBe('framework.rowErrors')
    expect((await imports.refused('import/preview', { files: [file('x.csv', 'a,b\n1,2\n')], table })).code).toBe('framework.column')
    expect((await imports.refused('import/preview', { files: [file('x.csv', 'ref,title\n1,2\n')] })).code).toBe('framework.nameless')
  })
})

describe('licensed text', () => {
  it('is laid over, shown inside, and never exported or put into history', async () => {
    const imports = importing(world, org, manager)
    const { id } = await manager.call(frameworks.framework.install, { catalogue: 'iso-iec-27001-2022' })
    const { nodes } = await manager.call(frameworks.framework.tree, { id })
    const line = nodes.find((n) => n.ref === 'A.5.1')!
    const secret = 'Protected sentence of the publisher'
    expect(await imports.post(`${id}/overlay`, { files: [file('licensed.csv', `ref,licensed text\nA.5.1,${secret}\n`)] })).toEqual({
      laid: 1,
    })
    const employee = await org.actor()
    const { overlay, overlayAllowed } = await employee.call(frameworks.requirement.related, { id: line.id })
    expect([overlay?.text, overlay?.source, overlayAllowed]).toEqual([secret, 'licensed.csv', true])
    expect((await manager.call(frameworks.framework.get, { id })).overlayCount).toBe(1)
    for (const format of ['csv', 'json']) expect((await get(`${id}/export?format=${format}`)).body).not.toContain(secret)
    const asked = await get(`${id}/export?format=csv&overlay=true`)
    expect([asked.status, JSON.parse(asked.body).code]).toEqual([403, 'framework.overlayExport'])
    expect(JSON.stringify(await manager.call(frameworks.requirement.list, { limit: 500 }))).not.toContain(secret)
    const { rows } = await world.kit.pool.query(
      'select after::text from history_payload p join history h on h.id = p.history_id where h.record_id = $1 and h.action = $2',
      [line.id, 'overlaid'],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0].after).toContain('sha256')
    expect(rows[0].after).not.toContain(secret)

    expect((await employee.refusal(frameworks.requirement.overlay, { id: line.id, text: 'x', source: 'y' })).status).toBe(403)
    const unknown = await imports.refused(`${id}/overlay`, { files: [file('l.csv', 'ref,licensed text\nA.9.99,x\n')] })
    expect(unknown).toMatchObject({ code: 'framework.rowErrors', data: { rows: [{ path: 'line 2' }] } })
    await manager.call(frameworks.requirement.overlay, { id: line.id, text: null, source: 'licensed.csv' })
    expect((await manager.call(frameworks.requirement.related, { id: line.id })).overlay).toBeNull()
  })

  it('is refused where the text may be reproduced anyway', async () => {
    const imports = importing(world, org, manager)
    const body = { files: [file('own.csv', 'ref,title\n1,One\n')], table: { ...table, nameEn: 'Own', nameZh: null } }
    const { id } = await imports.apply({ ...body, sha256: (await imports.preview(body)).sha256 })
    const { nodes } = await manager.call(frameworks.framework.tree, { id })
    expect((await manager.refusal(frameworks.requirement.overlay, { id: nodes[0]!.id, text: 'x', source: 'y' })).code).toBe(
      'framework.noOverlay',
    )
  })
})
