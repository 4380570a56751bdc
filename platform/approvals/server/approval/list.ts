import { HengError, notFound, type Permission } from '@heng/contract'
import { allows, labelsFor, reach, resourceOf, rowsByIds, type Ctx } from '@heng/server-kit'
import { sql, type RawBuilder } from 'kysely'
import type { ApprovalState } from '../../contract/noun.ts'
import { approvalKinds } from '../kinds.ts'
import { summaryOf } from './present.ts'
import { approvalsWhere, decisionsOf, stepsOf } from './store.ts'

interface Input {
  readonly view?: 'toDecide' | 'requested' | 'decided' | 'all'
  readonly noun?: string
  readonly recordId?: string
  readonly state?: ApprovalState
  readonly cursor?: string
  readonly limit?: number
}

type Condition = RawBuilder<unknown>

/** Open approvals with an open step that waits for the caller: the SQL side of `isMine`. */
const toDecide = (ctx: Ctx): Condition => {
  const { personId, roles } = ctx.caller
  const held = JSON.stringify(roles.map(({ role, unitIds }) => ({ role, units: unitIds })))
  const selfApproved = approvalKinds.of(ctx.kit).filter((kind) => kind.selfApproval === true).map((kind) => kind.kind)
  return sql`a.state = 'open' and (a.requested_by is distinct from ${personId}::uuid or a.kind = any(${selfApproved}::text[])) and exists (
    select 1 from approval_step s where s.org_id = a.org_id and s.approval = a.id and s.state = 'open'
      and (${personId}::uuid = any(s.persons) or exists (
        select 1 from jsonb_to_recordset(${held}::jsonb) as h(role text, units uuid[]) where h.role = s.role and (h.units is null or s.unit = any(h.units))))
      and not exists (select 1 from approval_decision d where d.org_id = s.org_id and d.approval = s.approval and d.position = s.position and d.person = ${personId}::uuid))`
}

const viewCondition = (ctx: Ctx, view: NonNullable<Input['view']>): Condition => {
  const { personId } = ctx.caller
  switch (view) {
    case 'toDecide':
      return allows(ctx, 'approval:decide') ? toDecide(ctx) : sql`false`
    case 'requested':
      return sql`a.requested_by = ${personId}::uuid`
    case 'decided':
      return sql`exists (select 1 from approval_decision d where d.org_id = a.org_id and d.approval = a.id and d.person = ${personId}::uuid)`
    case 'all':
      return reach(ctx, 'approval:read').kind === 'all' ? sql`true` : sql`a.requested_by = ${personId}::uuid`
  }
}

const checkRecord = async (ctx: Ctx, noun: string, id: string): Promise<void> => {
  if (reach(ctx, 'approval:read').kind === 'all') return
  const reg = ctx.kit.registers.get(noun)
  const [row] = reg === undefined ? [] : await rowsByIds(ctx, reg, [id])
  if (reg === undefined || row === undefined || !allows(ctx, `${noun}:read` as Permission, resourceOf(reg, row))) throw notFound(noun)
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Newest first; four statements, whatever the page size. */
export const list = async (ctx: Ctx, { view, noun, recordId, state, cursor, limit = 50 }: Input) => {
  const conditions: Condition[] = []
  if (noun !== undefined && recordId !== undefined) {
    await checkRecord(ctx, noun, recordId)
    conditions.push(sql`a.subject = ${noun} and a.subject_id = ${recordId}::uuid`)
    if (view !== undefined) conditions.push(viewCondition(ctx, view))
  } else conditions.push(viewCondition(ctx, view ?? 'toDecide'))
  if (state !== undefined) conditions.push(sql`a.state = ${state}`)
  if (cursor !== undefined) {
    if (!uuid.test(cursor)) throw new HengError('badCursor', { status: 400 })
    conditions.push(sql`a.id < ${cursor}::uuid`)
  }
  const rows = await approvalsWhere(ctx, conditions, limit + 1)
  const shown = rows.slice(0, limit)
  const ids = shown.map((a) => a.id)
  const [steps, decisions] = [await stepsOf(ctx, ids), await decisionsOf(ctx, ids)]
  const of = <T extends { approval: string }>(all: readonly T[], id: string) => all.filter((one) => one.approval === id)
  const people = [...new Set(shown.map((a) => a.requested_by).filter((id) => id !== null))]
  return {
    items: shown.map((a) => summaryOf(ctx, a, of(steps, a.id), of(decisions, a.id))),
    next: rows.length > limit ? shown.at(-1)!.id : null,
    labels: await labelsFor(ctx, 'person', people),
  }
}
