import { module as approvals } from '@heng/approvals/server'
import { approvals as approvalContract } from '@heng/approvals/contract'
import { module as assets } from '@heng/assets/server'
import { assets as assetContract } from '@heng/assets/contract'
import { module as controls } from '@heng/controls/server'
import { module as frameworks } from '@heng/frameworks/server'
import { module as records } from '@heng/records/server'
import { risks } from '@heng/risks/contract'
import { module as risksModule } from '@heng/risks/server'
import { asSystem, type HengModule, type JobRun } from '@heng/server-kit'
import { createWorld, type Actor, type TestOrganisation, type TestWorld } from '@heng/testkit'
import { module as work } from '@heng/work/server'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { appetite, type Line } from '../../contract/index.ts'
import { module } from '../module.ts'
import { checkAll } from '../position/job.ts'

export const appetiteWorld = (further: readonly HengModule[] = []): Promise<TestWorld> =>
  createWorld([records, approvals, work, frameworks, assets, controls, risksModule, ...further, module])

/** Somebody of top management decides on whatever is open about a record. */
export const decide = async (who: Actor, noun: string, recordId: string, decision: 'approve' | 'reject' = 'approve'): Promise<void> => {
  const { items } = await who.call(approvalContract.approval.list, { noun, recordId, state: 'open' })
  await who.call(approvalContract.approval.decide, { id: items[0]!.id, decision, comment: 'as discussed' })
}

export interface Team {
  readonly org: TestOrganisation
  readonly manager: Actor
  readonly board: Actor
  readonly owner: Actor
}

/** A manager of the ISMS, top management, a risk owner, and approved criteria with five levels. */
export const team = async (world: TestWorld): Promise<Team> => {
  const org = await world.organisation()
  const [manager, board, owner] = [await org.actor(['ismsManager']), await org.actor(['topManagement']), await org.actor(['riskOwner'])]
  const draft = await manager.call(risks.riskCriteria.propose, { method: 'gbt20984-matrix' })
  await manager.call(risks.riskCriteria.submit, { id: draft.id, version: draft.version })
  await decide(board, 'riskCriteria', draft.id)
  return { org, manager, board, owner }
}

export const line = (values: Partial<Line> = {}): Line => ({ id: v7(), category: { kind: 'all' }, unit: null, level: { appetite: 2, tolerance: 3 }, expected: null, extreme: null, words: null, ...values })

/** A statement with these lines, approved and checked. */
export const inForce = async (world: TestWorld, { org, manager, board }: Team, lines: readonly Line[], values: Record<string, unknown> = {}) => {
  const draft = await manager.call(appetite.riskAppetite.propose, {})
  const kept = await manager.call(appetite.riskAppetite.update, { id: draft.id, version: draft.version, values: { lines: [...lines], ...values } as never })
  await manager.call(appetite.riskAppetite.submit, { id: draft.id, version: kept.version })
  await decide(board, 'riskAppetite', draft.id)
  await org.settle()
  await runCheck(world, org)
  await org.settle()
  return manager.call(appetite.riskAppetite.get, { id: draft.id })
}

/** Runs the full check as the worker would; answers what it found and each progress it told. */
export const runCheck = async (world: TestWorld, org: TestOrganisation) => {
  const steps: number[] = []
  const work = <T>(inner: Parameters<typeof asSystem<T>>[4]) => asSystem(world.kit, org.id, 'job', 'check', inner)
  const result = await checkAll({ kit: world.kit, jobId: 'check', orgId: org.id, input: {}, progress: async (done) => void steps.push(done), transaction: work, asStarter: work, rehearse: work } satisfies JobRun)
  await sql`update job set state = 'done' where org_id = ${org.id} and kind = 'appetite.check'`.execute(world.kit.db)
  return { ...(result as { seen: number; moved: number; opened: number; closed: number }), steps }
}

export const newAsset = (who: Actor, org: TestOrganisation, values: Record<string, unknown> = {}) =>
  who.call(assetContract.asset.create, { name: '客户数据库', tier: 'component', type: 'at-server', unit: org.rootUnit, confidentiality: 5, integrity: 5, availability: 5, ...values } as never)

export const newRisk = (who: Actor, values: Record<string, unknown> = {}) => who.call(risks.risk.create, { title: '数据泄露', ...values } as never)

/** Rates a risk on an asset of value 5: 5 and 5 are level 5, 1 and 1 level 2 or lower. */
export const rate = async (who: Actor, id: string, threat: number, vulnerability: number) => {
  const { version } = await who.call(risks.risk.get, { id })
  return who.call(risks.risk.rate, { id, version, basis: 'current', factors: { threat, vulnerability }, rationale: '现场核查' })
}
