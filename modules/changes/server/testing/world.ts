import { approvals } from '@heng/approvals/contract'
import { module as approvalsRoom } from '@heng/approvals/server'
import { module as applicabilityRoom } from '@heng/applicability/server'
import { assets } from '@heng/assets/contract'
import { module as assetsRoom } from '@heng/assets/server'
import { controls } from '@heng/controls/contract'
import { module as controlsRoom } from '@heng/controls/server'
import { module as frameworksRoom } from '@heng/frameworks/server'
import { operations } from '@heng/operations/contract'
import { module as operationsRoom } from '@heng/operations/server'
import { module as recordsRoom } from '@heng/records/server'
import { risks } from '@heng/risks/contract'
import { module as risksRoom } from '@heng/risks/server'
import type { HengModule } from '@heng/server-kit'
import { module as workRoom } from '@heng/work/server'
import { createWorld, type Actor, type TestOrganisation, type TestWorld } from '@heng/testkit'
import { changes, type Effect } from '../../contract/index.ts'
import { module } from '../module.ts'

/** The rooms that change sets work on, with their worker. */
export const changesWorld = async (...more: readonly HengModule[]): Promise<TestWorld> => {
  const world = await createWorld([recordsRoom, approvalsRoom, workRoom, operationsRoom, frameworksRoom, assetsRoom, controlsRoom, risksRoom, applicabilityRoom, module, ...more])
  await world.composition.startWorker()
  return world
}

export interface Stage {
  readonly org: TestOrganisation
  readonly manager: Actor
  readonly board: Actor
  readonly owner: Actor
}

const approve = async (who: Actor, noun: string, recordId: string): Promise<void> => {
  const { items } = await who.call(approvals.approval.list, { noun, recordId, state: 'open' })
  await who.call(approvals.approval.decide, { id: items[0]!.id, decision: 'approve', comment: 'as discussed' })
}

/** An organisation with approved criteria, an ISMS manager, top management and a risk owner. */
export const stage = async (world: TestWorld): Promise<Stage> => {
  const org = await world.organisation()
  const [manager, board, owner] = [await org.actor(['ismsManager']), await org.actor(['topManagement']), await org.actor(['riskOwner'])]
  const draft = await manager.call(risks.riskCriteria.propose, { method: 'gbt20984-matrix' })
  await manager.call(risks.riskCriteria.submit, { id: draft.id, version: draft.version })
  await approve(board, 'riskCriteria', draft.id)
  return { org, manager, board, owner }
}

export const newAsset = (who: Actor, org: TestOrganisation, values: Record<string, unknown> = {}) =>
  who.call(assets.asset.create, { name: '客户数据库', tier: 'component', type: 'at-server', unit: org.rootUnit, confidentiality: 2, integrity: 2, availability: 1, ...values } as never)
export const newControl = (who: Actor, values: Record<string, unknown> = {}) => who.call(controls.control.create, { name: '防火墙', state: 'planned', ...values } as never)
export const newRisk = (who: Actor, values: Record<string, unknown> = {}) => who.call(risks.risk.create, { title: '数据泄露', ...values } as never)
export const newSet = (who: Actor, values: Record<string, unknown> = {}) => who.call(changes.changeSet.create, { title: '加固', purpose: '年度评审的结论', ...values } as never)
export const rated = (who: Actor, risk: { id: string; version: number }, threat: number, vulnerability: number) =>
  who.call(risks.risk.rate, { id: risk.id, version: risk.version, basis: 'current', factors: { threat, vulnerability }, rationale: '访谈' })

export const put = (who: Actor, id: string, noun: string, records: string[], values: Record<string, unknown>, more: object = {}) =>
  who.call(changes.changeSet.put, { id, noun, action: 'update', records, values, ...more })

/** Waits for a job; throws what it failed with. */
export const finished = async (who: Actor, jobId: string): Promise<Record<string, number>> => {
  for (;;) {
    const job = await who.call(operations.job.get, { id: jobId })
    if (job.state === 'failed') throw new Error(`${job.error!.code}: ${job.error!.message}`)
    if (job.state === 'done') return job.result as Record<string, number>
    await new Promise((resolve) => { setTimeout(resolve, 20) })
  }
}

export const previewed = async (who: Actor, id: string): Promise<Effect> => {
  await finished(who, (await who.call(changes.changeSet.preview, { id })).jobId)
  const { effect } = await who.call(changes.changeSet.effect, { id })
  return effect!
}

/** Previews, submits, and has everybody asked approve. */
export const approved = async ({ manager, board }: Stage, id: string, by = manager) => {
  await previewed(by, id)
  const { version } = await by.call(changes.changeSet.get, { id })
  await by.call(changes.changeSet.submit, { id, version })
  await approve(board, 'changeSet', id)
  return by.call(changes.changeSet.get, { id })
}

/** All the way; consequences have followed. */
export const applied = async (on: Stage, id: string) => {
  const { version } = await approved(on, id)
  const result = await finished(on.manager, (await on.manager.call(changes.changeSet.apply, { id, version })).jobId)
  await on.org.settle()
  return result
}
