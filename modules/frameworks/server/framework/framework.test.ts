import { countStatements, type DomainEvent } from '@heng/server-kit'
import type { TestWorld } from '@heng/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { frameworks } from '../../contract/index.ts'
import { shippedCatalogue } from '../catalogue/shipped.ts'
import { frameworkWorld } from '../test-world.fixture.ts'
import { installCatalogue } from './install.ts'
import { module } from '../module.ts'

let world: TestWorld
beforeAll(async () => {
  world = await frameworkWorld()
})
afterAll(() => world.close())

const iso = 'iso-iec-27001-2022'
const mlps = 'gbt-22239-2019-level3'

describe('shipped catalogues', () => {
  it('installs ISO/IEC 27001 with clauses and 93 controls, in both languages, once', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    const before = await manager.call(frameworks.framework.shipped, {})
    expect(before.items.map((c) => [c.key, c.installed])).toContainEqual([iso, null])
    const { id, installed } = await manager.call(frameworks.framework.install, { catalogue: iso })
    expect(installed).toBe(true)
    expect(await manager.call(frameworks.framework.install, { catalogue: iso })).toEqual({ id, installed: false })
    const chinese = await manager.call(frameworks.framework.get, { id }, { headers: { 'accept-language': 'zh-CN' } })
    expect(chinese).toMatchObject({
      name: '信息安全管理体系 要求',
      editionEn: 'ISO/IEC 27001:2022',
      kind: 'shipped',
      licence: 'ownWording',
      overlayAllowed: true,
    })
    const { nodes } = await manager.call(frameworks.framework.tree, { id })
    expect(nodes.filter((n) => n.kind === 'control').length).toBe(93)
    expect(nodes.filter((n) => n.attributes.theme === 'people' && n.kind === 'control').length).toBe(8)
    expect(nodes.find((n) => n.ref === 'A.8.24')).toMatchObject({ titleZh: '密码技术的使用' })
    expect((await manager.call(frameworks.requirement.list, { q: '密码' })).items.map((r) => r.ref)).toContain('A.8.24')
  })

  it('comes by itself with a new organisation, set-based', async () => {
    const org = await world.organisation()
    const event: DomainEvent = { id: '1', type: 'organisation.created', payload: {} }
    const [subscription] = module.on!
    const { statements } = await countStatements(() => org.asSystem((ctx) => subscription!.handle(ctx, event)))
    expect(statements).toBeLessThan(40)
    await org.asSystem((ctx) => subscription!.handle(ctx, event))
    const reader = await org.actor()
    expect((await reader.call(frameworks.framework.list, {})).items.map((f) => [f.key, f.requirementCount])).toEqual([
      [iso, shippedCatalogue(iso)!.catalogue.nodes.length],
    ])
  })

  it('installs the mapping when both ends are there, and reads it from both', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    const [a, b] = [
      await manager.call(frameworks.framework.install, { catalogue: mlps }),
      await manager.call(frameworks.framework.install, { catalogue: iso }),
    ]
    const mappings = await manager.call(frameworks.mapping.list, { limit: 500 })
    expect([mappings.total, mappings.items.filter((m) => m.relationship === 'none').length]).toEqual([159, 4])
    const { nodes } = await manager.call(frameworks.framework.tree, { id: b.id })
    const line = nodes.find((n) => n.ref === 'A.5.1')!
    expect(line.mapped).toBeGreaterThan(0)
    const related = await manager.call(frameworks.requirement.related, { id: line.id })
    const first = related.mapped[0]!
    expect(first.framework.id).toBe(a.id)
    expect(first.rationaleZh).toMatch(/\p{Script=Han}/u)
    const back = await manager.call(frameworks.requirement.related, { id: first.other!.id })
    const turned = { subset: 'superset', superset: 'subset', equal: 'equal', intersect: 'intersect', none: 'none' }[first.relationship]
    expect(back.mapped.find((m) => m.id === first.id)).toMatchObject({ relationship: turned, other: { ref: 'A.5.1' } })
    const gap = await manager.call(frameworks.requirement.related, { id: nodes.find((n) => n.ref === 'A.5.32')!.id })
    expect(gap.mapped).toMatchObject([{ relationship: 'none', other: null, framework: { id: a.id } }])
    const shipped = mappings.items[0]!
    expect((await manager.refusal(frameworks.mapping.update, { id: shipped.id, version: 1, values: { relationship: 'equal' } })).code).toBe(
      'mapping.shipped',
    )
    const own = await manager.call(frameworks.mapping.create, {
      source: line.id,
      target: nodes.find((n) => n.ref === 'A.5.2')!.id,
      relationship: 'intersect',
    })
    expect(own).toMatchObject({ origin: 'own', name: 'A.5.1 ∩ A.5.2', targetFramework: b.id })
    expect((await manager.refusal(frameworks.mapping.create, { source: line.id, target: line.id, relationship: 'equal' })).code).toBe(
      'mapping.self',
    )
    expect((await manager.refusal(frameworks.mapping.create, { source: line.id, relationship: 'equal' })).fields).toMatchObject([
      { path: 'target', code: 'required' },
    ])
  })
})

describe('a newer content version', () => {
  it('is shown as a difference and put beside, never over', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    const { catalogue } = shippedCatalogue(iso)!
    const nodes = catalogue.nodes
      .filter((n) => n.ref !== 'A.8.34')
      .map((n) => (n.ref === 'A.5.1' ? { ...n, title: { en: 'Old title', 'zh-CN': '旧标题' } } : n))
    const old = await org.asSystem((ctx) => installCatalogue(ctx, { ...catalogue, version: '0', nodes }))
    const { diff } = await manager.call(frameworks.framework.changes, { id: old.id })
    expect(diff).toMatchObject({ from: '0', to: catalogue.version, removed: [], unchanged: nodes.length - 1 })
    expect(diff!.added.map((n) => n.ref)).toEqual(['A.8.34'])
    expect(diff!.changed).toMatchObject([{ ref: 'A.5.1', fields: [{ field: 'titleEn', before: 'Old title' }, { field: 'titleZh' }] }])
    const shelf = await manager.call(frameworks.framework.shipped, {})
    expect(shelf.items.find((c) => c.key === iso)).toMatchObject({ installed: null, older: old.id })
    const { id } = await manager.call(frameworks.framework.upgrade, { id: old.id })
    expect(await manager.call(frameworks.framework.changes, { id })).toEqual({ diff: null })
    expect((await manager.refusal(frameworks.framework.upgrade, { id })).code).toBe('framework.newest')
    const states = (await manager.call(frameworks.framework.list, { sort: 'reference' })).items.map((f) => [f.id, f.state])
    expect(states).toEqual([
      [old.id, 'superseded'],
      [id, 'current'],
    ])
    const kept = await manager.call(frameworks.requirement.list, { filter: { framework: old.id, ref: 'A.5.1' }, limit: 500 })
    expect(kept.items.find((r) => r.ref === 'A.5.1')!.titleEn).toBe('Old title')
    const { rows } = await sql<{
      n: number
    }>`select jsonb_array_length(payload -> 'pairs') as n from outbox where type = 'framework.upgraded' and org_id = ${org.id}`.execute(
      world.kit.db,
    )
    expect(rows).toEqual([{ n: nodes.length }])
  })
})

describe('who may do what', () => {
  it('lets everybody read and only the ISMS manager bring frameworks in', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    const { id } = await manager.call(frameworks.framework.install, { catalogue: iso })
    for (const actor of [await org.actor(), await org.actor(['topManagement']), await org.actor(['externalAuditor'])]) {
      expect((await actor.call(frameworks.framework.get, { id })).allowed).toEqual([])
      expect((await actor.refusal(frameworks.framework.install, { catalogue: mlps })).status).toBe(403)
      expect((await actor.refusal(frameworks.framework.archive, { id, version: 1 })).status).toBe(403)
    }
    expect((await manager.refusal(frameworks.framework.install, { catalogue: 'nothing' })).code).toBe('framework.unknown')
    expect((await manager.refusal(frameworks.framework.update, { id, version: 7, values: { nameEn: 'X' } })).code).toBe('versionConflict')
    const named = await manager.call(frameworks.framework.update, { id, version: 1, values: { nameEn: 'Our ISMS standard' } })
    expect(named.name).toBe('Our ISMS standard')
    expect((await manager.refusal(frameworks.framework.update, { id, version: 2, values: { nameEn: null, nameZh: null } })).code).toBe(
      'framework.nameless',
    )
  })

  it('keeps organisations apart', async () => {
    const [one, two] = [await world.organisation(), await world.organisation()]
    const [a, b] = [await one.actor(['ismsManager']), await two.actor(['ismsManager'])]
    const { id } = await a.call(frameworks.framework.install, { catalogue: iso })
    const { nodes } = await a.call(frameworks.framework.tree, { id })
    for (const org of [two.slug, one.slug]) {
      expect((await b.refusal(frameworks.framework.tree, { id, org })).status).toBe(404)
      expect((await b.refusal(frameworks.requirement.related, { id: nodes[0]!.id, org })).status).toBe(404)
      expect((await b.refusal(frameworks.requirement.overlay, { id: nodes[0]!.id, text: 'x', source: 'y', org })).status).toBe(404)
    }
    expect((await b.call(frameworks.requirement.list, {})).total).toBe(0)
    expect((await b.call(frameworks.framework.list, {})).total).toBe(0)
  })
})
