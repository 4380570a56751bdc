import { approvals } from '@heng/approvals/contract'
import { module as approvalsRoom } from '@heng/approvals/server'
import { module as assetsRoom } from '@heng/assets/server'
import { module as controlsRoom } from '@heng/controls/server'
import { module as frameworksRoom } from '@heng/frameworks/server'
import { module as recordsRoom } from '@heng/records/server'
import { module as risksRoom } from '@heng/risks/server'
import { module as workRoom } from '@heng/work/server'
import { emit } from '@heng/server-kit'
import { createWorld, type Actor, type TestOrganisation, type TestWorld } from '@heng/testkit'
import { sql } from 'kysely'
import { applicability, type WorkingLine } from '../contract/index.ts'
import { module } from './module.ts'

export const soaRooms = [recordsRoom, approvalsRoom, workRoom, frameworksRoom, assetsRoom, controlsRoom, risksRoom, module]
export const soaWorld = (): Promise<TestWorld> => createWorld(soaRooms)

export interface Draft {
  readonly org: TestOrganisation
  readonly manager: Actor
  readonly top: Actor
  readonly id: string
}

/** An organisation with a first draft. */
export const withDraft = async (world: TestWorld): Promise<Draft> => {
  const org = await world.organisation()
  const [manager, top] = [await org.actor(['ismsManager'], '李敏'), await org.actor(['topManagement'], '王建国')]
  const { id } = await manager.call(applicability.soa.newVersion, {})
  return { org, manager, top, id }
}

export const linesOf = async (actor: Actor, id: string): Promise<WorkingLine[]> => (await actor.call(applicability.soa.lines, { id })).lines

/** Decides every line that is still open: included because of the law. */
export const decideAll = async (actor: Actor, id: string): Promise<void> => {
  const open = (await linesOf(actor, id)).filter((l) => l.applicable === 'undecided')
  await actor.call(applicability.soaLine.bulk, { ids: open.map((l) => l.id), values: { applicable: 'yes', reasons: ['law'] } })
}

export const submit = async (actor: Actor, id: string) => {
  const { version } = await actor.call(applicability.soa.get, { id })
  return actor.call(applicability.soa.submit, { id, version })
}

/** Submits and has top management decide. */
export const decideBy = async (
  { manager, top, id }: Draft,
  decision: 'approve' | 'reject' = 'approve',
  comment?: string,
): Promise<string> => {
  const { approval } = await submit(manager, id)
  await top.call(approvals.approval.decide, { id: approval!, decision, comment })
  return approval!
}

/** As a test of the control would leave it: how effective it was shown to be, and the event that tells so. */
export const tested = async (org: TestOrganisation, id: string, percent: number | null, stale = false, reason = 'result'): Promise<void> => {
  await org.asSystem(async (ctx) => {
    await sql`update control set effectiveness = ${percent}, effectiveness_stale = ${stale}, effectiveness_at = ${ctx.now} where org_id = ${ctx.org.id} and id = ${id}`.execute(ctx.tx)
    await emit(ctx, 'control.effectivenessMoved', { ids: [id], reason })
  })
  await org.settle()
}
