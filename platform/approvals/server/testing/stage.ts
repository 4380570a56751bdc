import { module as recordsModule } from '@heng/records/server'
import { rowsByIds, updateRecords, type Ctx } from '@heng/server-kit'
import { createWorld, gadgets, gadgetsModule, type Actor, type TestOrganisation, type TestWorld } from '@heng/testkit'
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { approvals } from '../../contract/index.ts'
import { module } from '../module.ts'
import { approvalKinds, requestApproval, type ApprovalFacts, type ApprovalKind, type ApprovalRequest, type Outcome } from '../reads.ts'

const { approval } = approvals
export const label = { en: 'Test', 'zh-CN': '测试' }

/** What the tests of this room play on: one organisation with a manager who asks and two of top management who decide. */
export interface Stage {
  world: TestWorld
  org: TestOrganisation
  manager: Actor
  boss: Actor
  chief: Actor
  /** What the room of the gadgets was told. */
  decided: { facts: ApprovalFacts; outcome: Outcome }[]
  /** Makes that room refuse. */
  failing: boolean
  /** Events that were delivered. */
  heard: { type: string; payload: Record<string, unknown> }[]
}
export const stage = { decided: [], failing: false, heard: [] } as unknown as Stage

/** What a room does on approval: it changes its record, which approvers may not. */
const onDecided: ApprovalKind['onDecided'] = async (ctx, facts, outcome) => {
  if (stage.failing) throw new Error('the room refuses')
  await updateRecords(ctx, ctx.kit.registers.get('gadget')!, [{ id: facts.recordId, values: { state: outcome === 'approved' ? 'ready' : 'draft' } }], outcome)
  stage.decided.push({ facts, outcome })
}
const kinds: ApprovalKind[] = [
  { kind: 'plain', label, onDecided },
  { kind: 'self', label, selfApproval: true, onDecided },
  {
    kind: 'built', label, onDecided, onRequested: async (ctx, facts) => {
      await updateRecords(ctx, ctx.kit.registers.get('gadget')!, [{ id: facts.recordId, values: { marks: ['red'] } }])
    },
    snapshot: async (ctx, { recordId }) => {
      const [row] = await rowsByIds(ctx, ctx.kit.registers.get('gadget')!, [recordId])
      return { name: row!.name, parts: { noun: 'gadget', rows: [{ name: row!.name, owner: row!.owner }] } }
    },
  },
]

const hear = ['approval.requested', 'approval.step.opened', 'approval.decided', 'approval.closed'].map((event) => ({
  name: `test.${event}`, event, handle: async (_ctx: Ctx, { type, payload }: { type: string; payload: unknown }) => void stage.heard.push({ type, payload: payload as never }),
}))

/** Sets the stage before the tests of a file and clears it after them. */
export const useStage = (): void => {
  beforeAll(async () => {
    stage.world = await createWorld([{ ...gadgetsModule, extensions: [approvalKinds.with(...kinds)], on: hear }, recordsModule, module])
    stage.org = await stage.world.organisation()
    stage.manager = await stage.org.actor(['ismsManager'], '王敏')
    stage.boss = await stage.org.actor(['topManagement'], '总经理')
    stage.chief = await stage.org.actor(['topManagement'], '副总经理')
  })
  afterAll(() => stage.world.close())
  beforeEach(() => Object.assign(stage, { decided: [], failing: false, heard: [] }))
}

export const gadgetOf = (name = 'Router', values: object = {}) =>
  stage.manager.call(gadgets.gadget.create, { name, level: 3, state: 'draft', owner: stage.manager.personId, ...values } as never)

/** Asks as an actor would through a verb of a room. */
export const ask = async (request: Partial<ApprovalRequest> & { recordId: string }, who: Actor = stage.manager) =>
  stage.org.asSystem((ctx) => requestApproval(
    { ...ctx, caller: { ...ctx.caller, system: false, personId: who.personId, userId: null, name: 'requester' } },
    { noun: 'gadget', reference: 'G-1', title: '风险处置计划', kind: 'plain', steps: [{ order: 1, role: 'topManagement' }], ...request },
  ))
/** Asks about a gadget of its own. */
export const asked = async (request: Partial<ApprovalRequest> = {}) => ask({ recordId: (await gadgetOf()).id, ...request })

export const codeOf = async (work: Promise<unknown>) => work.then(() => 'no error', (error: { code?: string; message: string }) => error.code ?? error.message)

/** Decides and looks at the result, which must say the same as the answer. */
export const decide = async (who: Actor, input: { id: string; decision: 'approve' | 'reject'; comment?: string }) => {
  const answer = await who.call(approval.decide, input)
  const seen = await who.call(approval.get, { id: input.id })
  if (answer.version === seen.version) expect(seen).toMatchObject(answer)
  return { ...seen, state: answer.state }
}
export const approve = (who: Actor, id: string) => decide(who, { id, decision: 'approve' })
export const refusalOf = async (who: Actor, id: string) => (await who.refusal(approval.decide, { id, decision: 'approve' })).code
