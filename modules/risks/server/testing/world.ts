import { module as approvals } from '@heng/approvals/server'
import { approvals as approvalContract } from '@heng/approvals/contract'
import { assets as assetContract } from '@heng/assets/contract'
import { module as assets } from '@heng/assets/server'
import { module as controls } from '@heng/controls/server'
import { module as frameworks } from '@heng/frameworks/server'
import { countStatements } from '@heng/server-kit'
import { module as records } from '@heng/records/server'
import { module as work } from '@heng/work/server'
import { createWorld, type Actor, type TestOrganisation, type TestWorld } from '@heng/testkit'
import { risks } from '../../contract/index.ts'
import { module } from '../module.ts'

export const riskWorld = (): Promise<TestWorld> => createWorld([records, approvals, work, frameworks, assets, controls, module])

/** Somebody of top management approves whatever is open about a record. */
export const approve = async (who: Actor, noun: string, recordId: string, decision: 'approve' | 'reject' = 'approve'): Promise<void> => {
  const { items } = await who.call(approvalContract.approval.list, { noun, recordId, state: 'open' })
  await who.call(approvalContract.approval.decide, { id: items[0]!.id, decision, comment: 'as discussed' })
}

export interface Team {
  readonly org: TestOrganisation
  readonly manager: Actor
  readonly board: Actor
  readonly owner: Actor
}

/** A manager of the ISMS, top management, a risk owner, and approved criteria by the method named. */
export const team = async (world: TestWorld, method = 'gbt20984-matrix'): Promise<Team> => {
  const org = await world.organisation()
  const [manager, board, owner] = [await org.actor(['ismsManager']), await org.actor(['topManagement']), await org.actor(['riskOwner'])]
  const draft = await manager.call(risks.riskCriteria.propose, { method })
  await manager.call(risks.riskCriteria.submit, { id: draft.id, version: draft.version })
  await approve(board, 'riskCriteria', draft.id)
  return { org, manager, board, owner }
}

type AssetInput = Parameters<Actor['call']>[1]
export const newAsset = (who: Actor, org: TestOrganisation, values: Record<string, unknown> = {}) =>
  who.call(assetContract.asset.create, {
    name: '客户数据库', tier: 'component', type: 'at-server', unit: org.rootUnit, confidentiality: 2, integrity: 2, availability: 1, ...values,
  } as AssetInput as never)

/** Statements of a call beyond those of session and membership. */
export const statementsOf = async (who: Actor, work: () => Promise<unknown>): Promise<number> => {
  const idle = await countStatements(() => who.call(risks.riskKnowledge.get, {}))
  return (await countStatements(work)).statements - idle.statements
}

export const newRisk = (who: Actor, values: Record<string, unknown> = {}) => who.call(risks.risk.create, { title: '数据泄露', ...values } as never)
