import { HengError } from '@heng/contract'
import { startJob, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { Effect } from '../../contract/index.ts'
import { basisOf, itemsOf, type StoredItem } from '../item/store.ts'
import { setFor } from './store.ts'

export interface StoredEffect {
  readonly effect: Effect | null
  readonly basis: string | null
  readonly previewJob: string | null
  readonly applyJob: string | null
}

export interface ItemsWithEffect {
  readonly items: readonly StoredItem[]
  readonly effect: Effect | null
  /** Hash of the items that the effect belongs to. */
  readonly basis: string | null
}

/** Items of a set with what its last preview found; one statement. */
export const itemsWithEffect = async (ctx: Ctx, set: string): Promise<ItemsWithEffect> => {
  const { rows } = await sql<{ items: StoredItem[] | null; effect: Effect | null; basis: string | null }>`select s.effect, s.effect_basis as basis,
      (select json_agg(json_build_object('id', i.id, 'version', i.version, 'noun', i.noun, 'recordId', i.record_id, 'reference', i.reference, 'label', i.label,
        'action', i.action, 'baseVersion', i.base_version, 'before', i.before, 'after', i.after, 'note', i.note) order by i.id)
        from change_item i where i.org_id = s.org_id and i.change_set = s.id) as items
    from change_set s where s.org_id = ${ctx.org.id} and s.id = ${set}`.execute(ctx.tx)
  return { ...rows[0]!, items: rows[0]!.items ?? [] }
}

/** What the last preview of a set found; one statement. */
export const storedEffect = async (ctx: Ctx, set: string): Promise<StoredEffect> => {
  const { rows } = await sql<StoredEffect>`select effect, effect_basis as basis, preview_job as "previewJob", apply_job as "applyJob" from change_set
    where org_id = ${ctx.org.id} and id = ${set}`.execute(ctx.tx)
  return rows[0]!
}

/** Keeps what a preview found. Not an edit of the set: its version stays. */
export const saveEffect = async (ctx: Ctx, set: string, effect: Effect): Promise<void> => {
  await sql`update change_set set effect = ${JSON.stringify(effect)}::jsonb, effect_basis = ${effect.basis} where org_id = ${ctx.org.id} and id = ${set}`.execute(ctx.tx)
}

/** Starts to find out what a set would come to. */
export const preview = async (ctx: Ctx, { id }: { id: string }) => {
  const set = await setFor(ctx, id, { permission: 'changeSet:write', states: ['draft', 'rejected', 'approved'] })
  const items = await itemsOf(ctx, set.id)
  if (items.length === 0) throw new HengError('changes.empty', { status: 409 })
  const jobId = await startJob(ctx, 'changes.preview', { set: set.id }, items.length)
  await sql`update change_set set preview_job = ${jobId} where org_id = ${ctx.org.id} and id = ${set.id}`.execute(ctx.tx)
  return { jobId }
}

interface JobStanding {
  readonly id: string
  readonly state: string
  readonly error: Readonly<Record<string, { readonly message: string; readonly hint?: string }>> | null
}

/** A job that matters still: under way or failed. One statement. */
export const jobOf = async (ctx: Ctx, id: string | null): Promise<JobStanding | null> => {
  if (id === null) return null
  const { rows } = await sql<JobStanding>`select id, state, error from job where org_id = ${ctx.org.id} and id = ${id}`.execute(ctx.tx)
  return rows[0] ?? null
}

export const isUnderWay = (job: JobStanding | null): boolean => job !== null && (job.state === 'waiting' || job.state === 'running')

/** The last preview of a set, and whether it still fits what the set says. Four statements. */
export const effect = async (ctx: Ctx, { id }: { id: string }) => {
  const set = await setFor(ctx, id, { permission: 'changeSet:read' })
  const { effect: found, basis, previewJob } = await storedEffect(ctx, set.id)
  const job = await jobOf(ctx, previewJob)
  const failure = job?.error?.[ctx.locale] ?? null
  return {
    effect: found,
    outdated: found !== null && basis !== basisOf(await itemsOf(ctx, set.id)),
    job: job === null || job.state === 'done' || job.state === 'cancelled' ? null : { id: job.id, state: job.state, error: failure === null ? null : { message: failure.message, hint: failure.hint ?? null } },
  }
}
