import { emit, record, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { figuresOf, type Stated } from './figures.ts'

/** Why figures are worked out anew: another result, another procedure or schedule, or merely another day. */
export type MoveReason = 'state' | 'result' | 'procedure' | 'time'

interface Held extends Stated {
  readonly percent: number | null
  readonly stale: boolean
}

const told = (alias: string) => sql.raw(`jsonb_build_object('effectiveness', ${alias}.effectiveness, 'effectivenessStale', ${alias}.effectiveness_stale, 'effectivenessAt', ${alias}.effectiveness_at)`)

/**
 * Works the effectiveness of controls out anew and writes those that come out differently, with history; archived ones are left alone.
 * Two statements for any number, a third where something moved. Emits `control.effectivenessMoved` { ids, reason }.
 */
export const recomputeEffectiveness = async (ctx: Ctx, controlIds: readonly string[], reason: MoveReason): Promise<string[]> => {
  if (controlIds.length === 0) return []
  const { rows: held } = await sql<Held>`
    select id, state, effectiveness as percent, effectiveness_stale as stale from control
    where org_id = ${ctx.org.id} and id = any(${[...new Set(controlIds)]}::uuid[]) and archived_at is null order by id for update`.execute(ctx.tx)
  const figures = await figuresOf(ctx, held)
  const moved = held.flatMap(({ id, percent, stale }) => {
    const now = figures.get(id)!
    return now.percent === percent && now.stale === stale ? [] : [{ id, percent: now.percent, stale: now.stale }]
  })
  if (moved.length === 0) return []
  const { rows } = await sql<{ id: string; reference: string; version: number; before: unknown; after: unknown }>`
    with old as (select * from control where org_id = ${ctx.org.id} and id = any(${moved.map(({ id }) => id)}::uuid[]))
    update control t set effectiveness = r.percent, effectiveness_stale = r.stale, effectiveness_at = ${ctx.now}, version = t.version + 1, updated_at = ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as r(id uuid, percent smallint, stale boolean) join old on old.id = r.id
    where t.org_id = ${ctx.org.id} and t.id = r.id
    returning t.id, t.reference, t.version, ${told('old')} as before, ${told('t')} as after`.execute(ctx.tx)
  await record(ctx, { noun: 'control', action: 'effectivenessMoved' }, rows)
  const ids = rows.map(({ id }) => id)
  for (let from = 0; from < ids.length; from += 1_000) await emit(ctx, 'control.effectivenessMoved', { ids: ids.slice(from, from + 1_000), reason })
  return ids
}
