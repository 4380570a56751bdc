import { assetValue, ScoreError } from '@heng/engine-risk'
import { HengError } from '@heng/contract'
import { record, rowsByIds, startJob, updateRecords, type Ctx, type JobRun } from '@heng/server-kit'
import { sql } from 'kysely'
import { asset } from '../asset/register.ts'
import { valueSettings } from '../asset/value.ts'

type Settings = { valueFunction: 'max' | 'weighted' | 'log2-mean'; weights: { c: number; i: number; a: number } | null; keyThreshold: number }

interface Revaluation {
  readonly jobId: string
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  readonly done: number
  readonly total: number | null
  readonly startedAt: string
}

const current = (ctx: Ctx): Settings => {
  const { weights, ...rest } = valueSettings(ctx)
  return { ...rest, weights: weights ?? null }
}

export const get = async (ctx: Ctx): Promise<Settings & { revaluation: Revaluation | null }> => {
  const { rows } = await sql<Revaluation>`select id as "jobId", state, done, total, created_at as "startedAt" from job
    where org_id = ${ctx.org.id} and kind = 'assets.revalue' order by created_at desc limit 1`.execute(ctx.tx)
  return { ...current(ctx), revaluation: rows[0] ?? null }
}

// A rule that no value can be computed by would stop every later change of an asset.
const checkRule = (ctx: Ctx, { valueFunction, weights }: Settings): void => {
  const tried = assetValue(valueFunction, { c: 1, i: 1, a: 1 }, valueFunction === 'weighted' ? (weights ?? undefined) : undefined)
  if (tried instanceof ScoreError) throw new HengError('asset.valueFunction', { params: { reason: tried.message[ctx.locale] }, fields: [{ path: tried.field ?? 'weights', code: 'custom' }] })
}

/** Changes the rule and computes every value anew, in a job that people can watch. */
export const update = async (ctx: Ctx, { reason, org: _org, ...given }: Settings & { reason: string; org: string }) => {
  checkRule(ctx, given)
  const before = current(ctx)
  const { weights, ...rest } = given
  const after = { ...rest, ...(weights === null ? {} : { weights }) }
  await sql`update organisation set settings = jsonb_set(settings, '{assets}', ${JSON.stringify(after)}::jsonb) where id = ${ctx.org.id}`.execute(ctx.tx)
  await record(ctx, { noun: 'organisation', action: 'assetSettingsChanged', reason }, [{ id: ctx.org.id, reference: ctx.org.slug, version: 1, before, after: given }])
  return { jobId: await startJob(ctx, 'assets.revalue', { reason }) }
}

const chunk = 1_000

/** Recomputes the value of every active asset, a thousand in each transaction; dependants follow by themselves. */
export const revalue = async (run: JobRun): Promise<{ assets: number }> => {
  const { reason } = run.input as { reason: string }
  let after = '00000000-0000-0000-0000-000000000000'
  let done = 0
  const total = await run.transaction(async (ctx) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from asset where org_id = ${ctx.org.id} and archived_at is null`.execute(ctx.tx)
    return rows[0]!.n
  })
  for (;;) {
    await run.progress(done, total)
    const ids = await run.transaction(async (ctx) => {
      const { rows } = await sql<{ id: string }>`select id from asset where org_id = ${ctx.org.id} and archived_at is null and id > ${after}::uuid order by id limit ${chunk}`.execute(ctx.tx)
      const found = await rowsByIds(ctx, asset, rows.map((r) => r.id))
      await updateRecords(ctx, asset, found.map((r) => ({ id: r.id, values: {} })), reason)
      return rows.map((r) => r.id)
    })
    if (ids.length === 0) return { assets: done }
    done += ids.length
    after = ids.at(-1)!
  }
}
