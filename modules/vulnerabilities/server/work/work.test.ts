import { assets } from '@heng/assets/contract'
import type { Actor, TestOrganisation, TestWorld } from '@heng/testkit'
import { work } from '@heng/work/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { vulnerabilities } from '../../contract/index.ts'
import { byTitle, item, newAsset, publish, scan } from '../testing/estate.ts'
import { vulnerabilityWorld } from '../testing/world.ts'
import { mostSingle } from './rules.ts'

let world: TestWorld
let org: TestOrganisation
let manager: Actor
let owner: Actor
let engineer: Actor
beforeAll(async () => {
  world = await vulnerabilityWorld()
  await world.composition.startWorker()
})
afterAll(() => world.close())
beforeEach(async () => {
  org = await world.organisation()
  ;[manager, owner, engineer] = [await org.actor(['ismsManager']), await org.actor(['assetOwner']), await org.actor(['employee'])]
})

const { vulnerability } = vulnerabilities
const open = async (who: Actor, kind: string) => (await who.call(work.work.list, { kind, limit: 200 })).items
const closed = async (kind: string) => {
  const { rows } = await sql<{ state: string; assignee: string | null }>`select state, assignee from work_item where org_id = ${org.id} and kind = ${kind} and state <> 'open' order by id`.execute(world.kit.db)
  return rows
}
const move = async (who: Actor, ids: readonly string[], state: 'fixed' | 'verified' | 'falsePositive' | 'open', reason = 'Because.') => {
  await who.call(vulnerability.move, { ids: [...ids], state, reason })
  await org.settle()
}
const assign = async (id: string, assignee: string | null) => {
  const { version } = await manager.call(vulnerability.get, { id })
  await manager.call(vulnerability.update, { id, version, values: { assignee } })
  await org.settle()
}

describe('work of those whose a vulnerability is', () => {
  it('is the owner’s where it is urgent, whoever’s it was given to otherwise, and nobody’s else', async () => {
    await newAsset(manager, org, 'ERP', { owner: owner.personId })
    await publish(org, { exploited: ['CVE-2031-1'] })
    await scan(world, org, manager, { ERP: [{ ...item(1), cves: ['CVE-2031-1'] }, item(2, 1)] })
    const rows = await byTitle(manager)
    expect(['urgent', 'immediate']).toContain(rows.get('Flaw 1')!.priority)
    expect(await open(owner, 'vulnerability.fix')).toMatchObject([{ subjectId: rows.get('Flaw 1')!.id, dueOn: rows.get('Flaw 1')!.dueOn, link: `vulnerabilities/${rows.get('Flaw 1')!.id}`, title: 'Fix on ERP: Flaw 1' }])
    await assign(rows.get('Flaw 2')!.id, engineer.personId)
    expect((await open(engineer, 'vulnerability.fix')).map((w) => w.subjectId)).toEqual([rows.get('Flaw 2')!.id])
    await assign(rows.get('Flaw 1')!.id, engineer.personId)
    expect(await open(owner, 'vulnerability.fix')).toEqual([])
    expect(await open(engineer, 'vulnerability.fix')).toHaveLength(2)
    expect(await closed('vulnerability.fix')).toEqual([{ state: 'cancelled', assignee: owner.personId }])
    await assign(rows.get('Flaw 2')!.id, null)
    expect(await open(engineer, 'vulnerability.fix')).toHaveLength(1)
  })

  it('ends when it is fixed or ruled out, and is there again when it is opened', async () => {
    await newAsset(manager, org, 'ERP')
    await scan(world, org, manager, { ERP: [item(1), item(2)] })
    const [a, b] = [...(await byTitle(manager)).values()].map(({ id }) => id)
    for (const id of [a!, b!]) await assign(id, engineer.personId)
    expect(await open(engineer, 'vulnerability.fix')).toHaveLength(2)
    await move(engineer, [a!], 'fixed')
    await move(manager, [b!], 'falsePositive')
    expect(await open(engineer, 'vulnerability.fix')).toEqual([])
    expect((await closed('vulnerability.fix')).map(({ state }) => state)).toEqual(['done', 'done'])
    await move(manager, [a!], 'open')
    expect((await open(engineer, 'vulnerability.fix')).map((w) => w.subjectId)).toEqual([a])
  })

  it('is for many one by asset, so that a large report fills nobody’s list', async () => {
    await newAsset(manager, org, 'ERP')
    await newAsset(manager, org, 'CRM')
    await scan(world, org, manager, { ERP: Array.from({ length: 70 }, (_, i) => item(i + 1, 4)), CRM: Array.from({ length: 40 }, (_, i) => item(i + 1, 2)) })
    const ids = [...(await manager.call(vulnerability.list, { limit: 500 })).items].map(({ id }) => id)
    await manager.call(vulnerability.bulk, { ids, values: { assignee: engineer.personId } })
    await org.settle()
    const items = await open(engineer, 'vulnerability.fix')
    const groups = items.filter(({ subjectNoun }) => subjectNoun === 'asset').map(({ title }) => title)
    expect(groups.toSorted()).toEqual(['Fix 20 vulnerabilities on ERP', 'Fix 40 vulnerabilities on CRM'])
    expect(items).toHaveLength(mostSingle + 2)
    expect(items.find(({ title }) => title.includes('ERP') && title.startsWith('Fix 20'))!.link).toMatch(/^vulnerabilities\?filter\[asset\]=/)
    const erp = (await manager.call(vulnerability.list, { filter: { severity: 'critical' }, limit: 500 })).items.map(({ id }) => id)
    await move(engineer, erp, 'fixed')
    const left = await open(engineer, 'vulnerability.fix')
    expect(left).toHaveLength(40)
    expect(left.every(({ title }) => title.startsWith('Fix on CRM'))).toBe(true)
  })

  it('follows the owner of the asset', async () => {
    const erp = await newAsset(manager, org, 'ERP', { owner: owner.personId })
    await publish(org, { exploited: ['CVE-2031-1'] })
    await scan(world, org, manager, { ERP: [{ ...item(1), cves: ['CVE-2031-1'] }] })
    const next = await org.actor(['assetOwner'])
    const { version } = await manager.call(assets.asset.get, { id: erp.id })
    await manager.call(assets.asset.update, { id: erp.id, version, values: { owner: next.personId } })
    await org.settle()
    expect([(await open(owner, 'vulnerability.fix')).length, (await open(next, 'vulnerability.fix')).length]).toEqual([0, 1])
  })
})

describe('testing again', () => {
  it('is the work of the security administrator, else of the ISMS manager, by asset, until somebody else has tested', async () => {
    await newAsset(manager, org, 'ERP')
    await scan(world, org, manager, { ERP: [item(1), item(2)] })
    const ids = [...(await byTitle(manager)).values()].map(({ id }) => id)
    for (const id of ids) await assign(id, engineer.personId)
    await move(engineer, ids, 'fixed')
    expect(await open(manager, 'vulnerability.verify')).toMatchObject([{ title: 'Test again on ERP: 2 vulnerabilities reported as fixed', role: 'ismsManager', subjectNoun: 'asset' }])
    const administrator = await org.actor(['securityAdministrator'])
    await move(manager, [ids[0]!], 'verified')
    expect(await open(manager, 'vulnerability.verify')).toEqual([])
    expect(await open(administrator, 'vulnerability.verify')).toMatchObject([{ title: 'Test again on ERP: 1 vulnerability reported as fixed', role: 'securityAdministrator' }])
    await move(administrator, [ids[1]!], 'open')
    expect(await open(administrator, 'vulnerability.verify')).toEqual([])
  })
})
