import { countMany, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'

export const sampleJob = 'home.sample'

/** The sample is offered while the organisation has no assets; a load that runs or failed is named. */
export const sampleState = async (ctx: Ctx): Promise<{ offered: boolean; jobId: string | null }> => {
  const [assets] = await countMany(ctx, [{ noun: 'asset', query: {} }])
  const { rows } = await sql<{ id: string; state: string }>`select id, state from job
    where org_id = ${ctx.org.id} and kind = ${sampleJob} order by created_at desc limit 1`.execute(ctx.tx)
  const running = rows[0] !== undefined && (rows[0].state === 'waiting' || rows[0].state === 'running')
  return { offered: (assets?.total ?? 0) === 0 && !running, jobId: running ? rows[0]!.id : null }
}
