import { approvals } from '@heng/approvals/contract'
import { controls } from '@heng/controls/contract'
import { frameworks } from '@heng/frameworks/contract'
import { risks } from '@heng/risks/contract'
import { countStatements } from '@heng/server-kit'
import type { TestWorld } from '@heng/testkit'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { applicability } from '../contract/index.ts'
import { decideAll, linesOf, soaWorld, withDraft } from './test-world.fixture.ts'

let world: TestWorld
beforeAll(async () => {
  world = await soaWorld()
})
afterAll(() => world.close())

const { soa, soaLine } = applicability

it('statements of a request stay within twelve, and those of set-wide verbs do not grow with the set', async () => {
  const { manager, top, id } = await withDraft(world)
  const idle = (await countStatements(() => manager.call(risks.riskKnowledge.get, {}))).statements
  const counts: Record<string, number> = {}
  const count = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const { value, statements } = await countStatements(work)
    counts[name] = statements - idle
    return value
  }
  const own = await manager.call(controls.control.create, { name: '工业防火墙', state: 'implemented', description: 'x', document: 'OT-03' })
  await manager.call(risks.risk.create, { title: '勒索软件', existingControls: [own.id], vulnerability: 'vu-server-unpatched' } as never)
  await count('prefill', () => manager.call(soa.prefill, { id }))
  const lines = await count('lines', () => linesOf(manager, id))
  await count('line.update', () =>
    manager.call(soaLine.update, { id: lines[0]!.id, version: 1, values: { applicable: 'yes', reasons: ['law'] } }),
  )
  await count('accept', () => manager.call(soa.accept, { id, lines: lines.map((l) => l.id) }))
  await decideAll(manager, id)
  await count('check', () => manager.call(soa.check, { id }))
  const { version } = await count('get', () => manager.call(soa.get, { id }))
  const { approval } = await count('submit', () => manager.call(soa.submit, { id, version }))
  await count('approve', () => top.call(approvals.approval.decide, { id: approval!, decision: 'approve' }))
  await count('newVersion', () => manager.call(soa.newVersion, {}))
  await count('compare', () => manager.call(soa.compare, { a: id, b: id }))
  const { id: framework } = await count('install', () => manager.call(frameworks.framework.install, { catalogue: 'gbt-22239-2019-level3' }))
  const { nodes } = await count('tree', () => manager.call(frameworks.framework.tree, { id: framework }))
  await count('frameworks', () => manager.call(frameworks.framework.list, {}))
  await count('related', () => manager.call(frameworks.requirement.related, { id: nodes[3]!.id }))
  await count('start', () => manager.call(controls.control.start, { requirements: nodes.filter((n) => n.assessable).map((n) => n.id) }))
  await count('controls', () => manager.call(controls.control.list, { limit: 500 }))
  await count('link', () => manager.call(controls.control.link, { id: nodes[3]!.id, controls: [own.id], linked: true }))
  expect(
    Object.entries(counts).filter(([, n]) => n > 12),
    JSON.stringify(counts),
  ).toEqual([])
})
