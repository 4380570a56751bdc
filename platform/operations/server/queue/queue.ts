import { notFound } from '@heng/contract'
import { record, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { v5 } from 'uuid'
import { kindLabel } from '../job/store.ts'

interface Depth {
  readonly task: string
  readonly waiting: number
  readonly running: number
  readonly retrying: number
  readonly failed: number
  readonly oldest: string | null
}
interface Troubled {
  readonly id: number
  readonly task: string
  readonly attempts: number
  readonly max_attempts: number
  readonly error: string | null
  readonly run_at: string
  readonly created_at: string
}

/** What the queue holds for this organisation. Payloads stay out: they may carry links that are secrets. */
export const status = async (ctx: Ctx) => {
  const { rows: depth } = await sql<Depth>`select * from heng_queue_depth()`.execute(ctx.tx)
  const { rows: troubled } = await sql<Troubled>`select * from heng_queue_troubled(100)`.execute(ctx.tx)
  return {
    depth: depth.map((row) => ({ ...row, label: kindLabel(ctx, row.task) })),
    troubled: troubled.map((row) => ({
      id: String(row.id), task: row.task, label: kindLabel(ctx, row.task), attempts: row.attempts, maxAttempts: row.max_attempts, error: row.error,
      nextAt: row.attempts >= row.max_attempts ? null : row.run_at, createdAt: row.created_at,
    })),
  }
}

// Tasks have numbers; history names records by UUID.
const recordId = (orgId: string, task: string): string => v5(`task ${task}`, orgId)

export const retry = async (ctx: Ctx, { id }: { id: string }) => {
  const { rows } = await sql<{ task: string | null }>`select heng_queue_retry(${id}::bigint) as task`.execute(ctx.tx)
  const task = rows[0]?.task
  if (task == null) throw notFound('task')
  await record(ctx, { noun: 'queueTask', action: 'retried' }, [{ id: recordId(ctx.org.id, id), version: 1, before: null, after: { id, task } }])
  return {}
}

/** Removes a task that was given up; one that may still succeed stays. */
export const drop = async (ctx: Ctx, { id, reason }: { id: string; reason: string }) => {
  const { rows } = await sql<{ task: string | null }>`select heng_queue_drop(${id}::bigint) as task`.execute(ctx.tx)
  const task = rows[0]?.task
  if (task == null) throw notFound('task')
  await record(ctx, { noun: 'queueTask', action: 'removed', reason }, [{ id: recordId(ctx.org.id, id), version: 1, before: { id, task }, after: null }])
  return {}
}
