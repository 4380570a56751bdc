import { approvals } from '@heng/approvals/contract'
import { directory } from '@heng/directory/contract'
import { countStatements } from '@heng/server-kit'
import type { Actor, TestOrganisation, TestWorld } from '@heng/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { organisation } from '../../contract/index.ts'
import { organisationWorld } from '../testing/world.ts'
import { guide } from './guide.ts'

let world: TestWorld
beforeAll(async () => {
  world = await organisationWorld()
})
afterAll(() => world.close())
const { scope, contextIssue, climateDetermination, interestedParty, partyRequirement, site } = organisation

/** Everything that 4.1 and 4.2 ask for, so that nothing but the statement is missing. */
const prepare = async (manager: Actor) => {
  await manager.call(contextIssue.create, { title: 'New law', kind: 'external', category: 'legal' })
  await manager.call(contextIssue.create, { title: 'Few specialists', kind: 'internal', category: 'people' })
  await manager.call(climateDetermination.create, { relevant: false, reason: 'No site in a flood area' })
  const party = await manager.call(interestedParty.create, { name: 'Customer', kind: 'customer' })
  return manager.call(partyRequirement.create, { requirement: 'Secrecy', party: party.id, source: 'contract', addressed: 'yes', how: 'Access control' })
}
const complete = (org: TestOrganisation, siteId: string) => ({
  units: [org.rootUnit], sites: [siteId], businesses: ['Manufacturing'], systems: ['ERP'],
  interfaces: [{ what: 'Hosting', who: 'Cloud provider', how: 'Contract' }], exclusions: [{ what: 'Canteen', justification: 'No information of ours' }],
  statementEn: 'The ISMS covers manufacturing.', statementZh: '体系覆盖生产制造。',
})
const approveLatest = async (boss: Actor, decision: 'approve' | 'reject' = 'approve') => {
  const { items } = await boss.call(approvals.approval.list, { view: 'toDecide' })
  return boss.call(approvals.approval.decide, { id: items[0]!.id, decision, ...(decision === 'reject' ? { comment: 'Plant 2 is missing' } : {}) })
}
const draft = async (org: TestOrganisation, manager: Actor) => {
  const plant = await manager.call(site.create, { name: 'Plant', kind: 'plant' })
  const made = await manager.call(scope.revise, {})
  return manager.call(scope.update, { id: made.id, version: 1, values: complete(org, plant.id) })
}
const download = (actor: Actor, org: TestOrganisation, id: string, query: string) =>
  world.composition.app.inject({ method: 'GET', url: `/api/v1/orgs/${org.slug}/scopes/${id}/export?${query}`, headers: { cookie: actor.cookie } })

describe('statement of scope', () => {
  it('goes from draft over review to approval, frozen with its hash, and the next version follows', async () => {
    const org = await world.organisation()
    const [manager, boss, employee] = [await org.actor(['ismsManager']), await org.actor(['topManagement'], 'Wang Li'), await org.actor()]
    await prepare(manager)
    expect((await employee.call(scope.statement, {})).statement).toBeNull()
    const one = await draft(org, manager)
    expect(one).toMatchObject({ edition: 1, state: 'draft', reference: 'SC-0001', units: [org.rootUnit] })
    expect((await manager.call(scope.guide, { id: one.id })).findings).toEqual([])
    expect((await manager.refusal(scope.revise, {})).code).toBe('organisation.scopeOpen')
    const submitted = await manager.call(scope.submit, { id: one.id, version: one.version })
    expect(submitted).toMatchObject({ state: 'inReview', allowed: [] })
    expect(await manager.refusal(scope.update, { id: one.id, version: submitted.version, values: { statementEn: 'Sneaked in' } })).toMatchObject({ code: 'organisation.scopeFrozen', status: 409 })
    expect((await manager.refusal(scope.archive, { id: one.id, version: submitted.version })).code).toBe('organisation.scopeFrozen')
    await approveLatest(boss)
    const approved = await manager.call(scope.get, { id: one.id })
    expect(approved).toMatchObject({ state: 'approved', allowed: [], approvedBy: [{ name: 'Wang Li' }], basis: { climate: { relevant: false }, issues: [{ text: 'New law' }, { text: 'Few specialists' }], requirements: [{ text: 'Secrecy', addressed: 'yes' }] } })
    expect(approved.frozenHash).toMatch(/^[0-9a-f]{64}$/)
    expect((await manager.refusal(scope.update, { id: one.id, version: approved.version, values: { units: [] } })).code).toBe('organisation.scopeFrozen')
    expect((await employee.call(scope.statement, {})).statement).toMatchObject({ edition: 1, statementZh: '体系覆盖生产制造。', units: [{ text: 'Head office' }] })

    const two = await manager.call(scope.revise, {})
    expect(two).toMatchObject({ edition: 2, state: 'draft', statementEn: 'The ISMS covers manufacturing.', sites: approved.sites, frozenHash: null })
    await manager.call(scope.submit, { id: two.id, version: two.version })
    await approveLatest(boss, 'reject')
    const back = await manager.call(scope.get, { id: two.id })
    expect(back.state).toBe('draft')
    const better = await manager.call(scope.update, { id: two.id, version: back.version, values: { statementEn: 'The ISMS covers everything.' } })
    await manager.call(scope.submit, { id: two.id, version: better.version })
    await approveLatest(boss)
    expect((await manager.call(scope.list, {})).items.map((s) => [s.edition, s.state])).toEqual([[2, 'approved'], [1, 'superseded']])
  })

  it('is not submitted without a statement or unit, and with gaps only for a reason', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    await org.actor(['topManagement'])
    const made = await manager.call(scope.create, { name: 'Scope' })
    expect(await manager.refusal(scope.submit, { id: made.id, version: 1 })).toMatchObject({ code: 'organisation.scopeIncomplete' })
    const ready = await manager.call(scope.update, { id: made.id, version: 1, values: { units: [org.rootUnit], statementZh: '体系覆盖全公司。' } })
    const refused = await manager.refusal(scope.submit, { id: made.id, version: ready.version })
    expect(refused).toMatchObject({ code: 'organisation.scopeGaps', fields: [{ path: 'reason' }] })
    expect((refused.data as { findings: { code: string }[] }).findings.map((f) => f.code)).toContain('climateMissing')
    expect(await manager.refusal(scope.submit, { id: made.id, version: 1, reason: 'x' })).toMatchObject({ code: 'versionConflict', status: 409 })
    expect((await manager.call(scope.submit, { id: made.id, version: ready.version, reason: 'Context follows in December' })).state).toBe('inReview')
    expect((await manager.refusal(scope.submit, { id: made.id, version: ready.version + 1, reason: 'again' })).code).toBe('organisation.scopeState')
  })

  it('is for those who steer and check; everybody else sees the approved statement only', async () => {
    const org = await world.organisation()
    const [manager, employee, auditor, admin] = [await org.actor(['ismsManager']), await org.actor(), await org.actor(['externalAuditor']), await org.actor(['systemAdministrator'])]
    const made = await manager.call(scope.create, { name: 'Scope' })
    for (const who of [employee]) {
      expect((await who.refusal(scope.list, {})).status).toBe(403)
      expect((await who.refusal(scope.guide, {})).status).toBe(403)
      expect((await download(who, org, made.id, 'format=pdf')).statusCode).toBe(403)
    }
    expect((await auditor.call(scope.get, { id: made.id })).allowed).toEqual([])
    for (const who of [auditor, admin, employee]) {
      expect((await who.refusal(scope.update, { id: made.id, version: 1, values: { name: 'x' } })).status).toBe(403)
      expect((await who.refusal(scope.submit, { id: made.id, version: 1 })).status).toBe(403)
    }
    const stranger = await (await world.organisation()).actor(['ismsManager'])
    expect((await stranger.refusal(scope.get, { id: made.id })).status).toBe(404)
    expect((await stranger.refusal(scope.update, { id: made.id, version: 1, values: { units: [org.rootUnit] } })).status).toBe(404)
    const own = await stranger.call(scope.create, { name: 'Theirs' })
    expect((await stranger.refusal(scope.update, { id: own.id, version: 1, values: { units: [org.rootUnit] } })).fields).toMatchObject([{ path: 'units', code: 'reference' }])
  })

  it('is approved by its author only where the author is top management', async () => {
    const org = await world.organisation()
    const both = await org.actor(['ismsManager', 'topManagement'])
    await prepare(both)
    const one = await draft(org, both)
    await both.call(scope.submit, { id: one.id, version: one.version })
    await approveLatest(both)
    expect((await both.call(scope.get, { id: one.id })).state).toBe('approved')
    const alone = await world.organisation()
    const manager = await alone.actor(['ismsManager'])
    await prepare(manager)
    const two = await draft(alone, manager)
    expect(await manager.refusal(scope.submit, { id: two.id, version: two.version })).toMatchObject({ code: 'approval.noApprover' })
    expect((await manager.call(scope.get, { id: two.id })).state).toBe('draft')
  })

  it('exports in both languages and three formats, the approved one unchanged by what happens later, and never a tampered one', async () => {
    const org = await world.organisation()
    const [manager, boss] = [await org.actor(['ismsManager']), await org.actor(['topManagement'], 'Wang Li')]
    const requirement = await prepare(manager)
    const one = await draft(org, manager)
    const early = await download(manager, org, one.id, 'format=json&locale=en')
    expect(early.body).toContain('SC-0001 · Draft, not approved')
    await manager.call(scope.submit, { id: one.id, version: one.version })
    await approveLatest(boss)
    const unit = await manager.call(directory.unit.get, { id: org.rootUnit })
    await manager.call(directory.unit.update, { id: unit.id, version: unit.version, values: { name: 'Renamed office' } })
    await manager.call(partyRequirement.archive, { id: requirement.id, version: requirement.version })
    const json = await download(manager, org, one.id, 'format=json&locale=zh-CN')
    expect(json.statusCode).toBe(200)
    for (const part of ['信息安全管理体系范围声明', '体系覆盖生产制造。', 'Head office', 'Secrecy', 'Wang Li', '第 1 版', 'GB/T 22080-2025']) expect(json.body).toContain(part)
    expect(json.body).not.toContain('Renamed office')
    const { frozenHash } = await manager.call(scope.get, { id: one.id })
    expect(json.body).toContain(frozenHash)
    const [pdf, docx] = [await download(manager, org, one.id, 'format=pdf&locale=zh-CN'), await download(manager, org, one.id, 'format=docx&locale=en')]
    expect([pdf.statusCode, pdf.rawPayload.subarray(0, 5).toString(), pdf.headers['content-type']]).toEqual([200, '%PDF-', 'application/pdf'])
    expect([docx.statusCode, docx.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])
    expect(decodeURIComponent(String(pdf.headers['content-disposition']))).toContain('体系范围声明')
    expect((await download(manager, org, one.id, 'format=exe')).statusCode).toBe(422)
    expect((await download(manager, org, 'nonsense', 'format=pdf')).statusCode).toBe(404)
    await sql`update scope set statement_en = 'The ISMS covers nothing.' where id = ${one.id}`.execute(world.kit.db)
    expect((await download(manager, org, one.id, 'format=json')).json()).toMatchObject({ code: 'organisation.scopeTampered', status: 409 })
  })

  it('judges the context in one statement', async () => {
    const org = await world.organisation()
    const { value, statements } = await org.asSystem((ctx) => countStatements(() => guide(ctx, {})))
    expect(statements).toBe(1)
    expect(value.findings.map((f) => f.code)).toEqual(['externalIssuesMissing', 'internalIssuesMissing', 'climateMissing', 'requirementsMissing'])
  })
})
