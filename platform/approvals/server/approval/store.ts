import { notFound } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { sql, type RawBuilder } from 'kysely'
import type { ApprovalState } from '../../contract/noun.ts'
import type { Decision, Step, StepState } from './rules.ts'

export interface StoredApproval {
  readonly id: string
  readonly reference: string
  readonly version: number
  readonly created_at: string
  readonly updated_at: string
  readonly title: string
  readonly kind: string
  readonly subject: string
  readonly subject_id: string
  readonly subject_reference: string | null
  readonly state: ApprovalState
  readonly requested_by: string | null
  readonly reason: string | null
  readonly due_on: string | null
  readonly decided_at: string | null
  readonly snapshot: string
  readonly snapshot_hash: string
  readonly snapshot_labels: Record<string, { text: string; reference: string | null }>
}
export interface StoredStep extends Step {
  readonly approval: string
  readonly opened_at: string | null
  readonly closed_at: string | null
}
export interface StoredDecision extends Decision {
  readonly approval: string
  readonly person_name: string
  readonly comment: string | null
  readonly at: string
}

export const findApproval = async (ctx: Ctx, id: string, lock = false): Promise<StoredApproval> => {
  const { rows } = await sql<StoredApproval>`select * from approval where org_id = ${ctx.org.id} and id = ${id} ${lock ? sql`for update` : sql``}`.execute(ctx.tx)
  if (rows[0] === undefined) throw notFound('approval')
  return rows[0]
}

export const stepsOf = async (ctx: Ctx, ids: readonly string[]): Promise<StoredStep[]> => {
  const { rows } = await sql<StoredStep>`select * from approval_step where org_id = ${ctx.org.id} and approval = any(${ids}::uuid[])
    order by approval, position`.execute(ctx.tx)
  return rows
}

export const decisionsOf = async (ctx: Ctx, ids: readonly string[]): Promise<StoredDecision[]> => {
  const { rows } = await sql<StoredDecision>`select * from approval_decision where org_id = ${ctx.org.id} and approval = any(${ids}::uuid[])
    order by approval, at, position, person`.execute(ctx.tx)
  return rows
}

export const insertApproval = async (ctx: Ctx, a: StoredApproval, steps: readonly (Step & { opened_at: string | null })[]): Promise<void> => {
  await sql`with made as (
      insert into approval (id, org_id, reference, version, created_at, updated_at, title, kind, subject, subject_id, subject_reference,
        state, requested_by, reason, due_on, snapshot, snapshot_hash, snapshot_labels)
      values (${a.id}, ${ctx.org.id}, ${a.reference}, 1, ${ctx.now}, ${ctx.now}, ${a.title}, ${a.kind}, ${a.subject}, ${a.subject_id}, ${a.subject_reference},
        'open', ${a.requested_by}, ${a.reason}, ${a.due_on}, ${a.snapshot}, ${a.snapshot_hash}, ${JSON.stringify(a.snapshot_labels)}::jsonb)
    )
    insert into approval_step (org_id, approval, position, sequence, role, unit, persons, quorum, state, opened_at)
    select ${ctx.org.id}, ${a.id}, r.position, r.sequence, r.role, r.unit, r.persons, r.quorum, r.state, r.opened_at
    from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb)
      as r(position int, sequence int, role text, unit uuid, persons uuid[], quorum int, state text, opened_at timestamptz)`.execute(ctx.tx)
}

type Joined = StoredStep & { readonly [K in 'person' | 'person_name' | 'decision' | 'comment' | 'at']: StoredDecision[K] | null }

/** Steps of one approval and what was decided on them so far; one statement. */
export const standingOf = async (ctx: Ctx, id: string): Promise<{ steps: StoredStep[]; decisions: StoredDecision[] }> => {
  const { rows } = await sql<Joined>`
    select s.*, d.person, d.person_name, d.decision, d.comment, d.at from approval_step s
    left join approval_decision d on d.org_id = s.org_id and d.approval = s.approval and d.position = s.position
    where s.org_id = ${ctx.org.id} and s.approval = ${id} order by s.position, d.at, d.person`.execute(ctx.tx)
  const steps = new Map<number, StoredStep>()
  const decisions: StoredDecision[] = []
  for (const { person, person_name, decision, comment, at, ...step } of rows) {
    steps.set(step.position, steps.get(step.position) ?? step)
    if (person !== null) decisions.push({ approval: id, position: step.position, person, person_name: person_name!, decision: decision!, comment, at: at! })
  }
  return { steps: [...steps.values()], decisions: decisions.toSorted((x, y) => (x.at < y.at ? -1 : x.at > y.at ? 1 : x.position - y.position)) }
}

/** Writes decisions that were made, and where approval and steps stand now; one statement. */
export const saveProgress = async (ctx: Ctx, a: StoredApproval, steps: readonly { position: number; state: StepState }[], made: readonly StoredDecision[] = []): Promise<void> => {
  await sql`with decided as (
      insert into approval_decision (org_id, approval, position, person, person_name, decision, comment, at)
      select ${ctx.org.id}, ${a.id}, r.position, r.person, r.person_name, r.decision, r.comment, ${ctx.now}
      from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as r(position int, person uuid, person_name text, decision text, comment text)
    ), moved as (
      update approval set version = ${a.version}, updated_at = ${ctx.now}, state = ${a.state}, decided_at = ${a.decided_at}
      where org_id = ${ctx.org.id} and id = ${a.id}
    )
    update approval_step s set state = r.state,
      opened_at = case when r.state = 'open' and s.state = 'waiting' then ${ctx.now}::timestamptz else s.opened_at end,
      closed_at = case when r.state in ('completed', 'rejected', 'closed') then ${ctx.now}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) as r(position int, state text)
    where s.org_id = ${ctx.org.id} and s.approval = ${a.id} and s.position = r.position and s.state <> r.state`.execute(ctx.tx)
}

/** Approvals under these conditions on `a`, newest first. */
export const approvalsWhere = async (ctx: Ctx, conditions: readonly RawBuilder<unknown>[], limit: number): Promise<StoredApproval[]> => {
  const { rows } = await sql<StoredApproval>`select a.* from approval a where a.org_id = ${ctx.org.id} and ${sql.join(conditions, sql` and `)}
    order by a.id desc limit ${limit}`.execute(ctx.tx)
  return rows
}
