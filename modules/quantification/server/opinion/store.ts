import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { Opinion } from '../../contract/index.ts'

export type StoredOpinion = Omit<Opinion, 'calibration'>

/** What experts say of a quantification, in the order given. One statement. */
export const opinionsOf = async (ctx: Ctx, quantification: string): Promise<StoredOpinion[]> => {
  const { rows } = await sql<StoredOpinion>`select id, person, question, p5, p50, p95, rationale, given_at as "givenAt", recorded_by as "recordedBy" from loss_opinion
    where org_id = ${ctx.org.id} and quantification = ${quantification} order by question, given_at, id`.execute(ctx.tx)
  return rows
}

/** Keeps what somebody says now, in place of what they said before; tells what that was. One statement. */
export const saveOpinion = async (ctx: Ctx, quantification: string, { id, person, question, p5, p50, p95, rationale, recordedBy }: Omit<StoredOpinion, 'givenAt'>): Promise<StoredOpinion> => {
  const { rows } = await sql<StoredOpinion>`insert into loss_opinion (id, org_id, quantification, person, question, p5, p50, p95, rationale, given_at, recorded_by)
    values (${id}, ${ctx.org.id}, ${quantification}, ${person}, ${question}, ${p5}, ${p50}, ${p95}, ${rationale}, ${ctx.now}, ${recordedBy})
    on conflict (org_id, quantification, person, question) do update set p5 = excluded.p5, p50 = excluded.p50, p95 = excluded.p95, rationale = excluded.rationale,
      given_at = excluded.given_at, recorded_by = excluded.recorded_by
    returning id, person, question, p5, p50, p95, rationale, given_at as "givenAt", recorded_by as "recordedBy"`.execute(ctx.tx)
  return rows[0]!
}

/** Those of these quantifications about which somebody is asked. One statement. */
export const withExperts = async (ctx: Ctx, ids: readonly string[]): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`select distinct quantification as id from quantification_expert where org_id = ${ctx.org.id} and quantification = any(${ids}::uuid[]) order by 1`.execute(ctx.tx)
  return rows.map(({ id }) => id)
}
