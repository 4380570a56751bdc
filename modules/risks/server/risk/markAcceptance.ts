import { record, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'

export interface Mark {
  readonly id: string
  readonly acceptance: 'none' | 'requested' | 'accepted' | 'refused' | 'expired'
  readonly until?: string | null
  readonly level?: number | null
}

interface Marked {
  readonly id: string
  readonly reference: string
  readonly version: number
  readonly before: Readonly<Record<string, unknown>>
  readonly after: Readonly<Record<string, unknown>>
}

/**
 * Notes on risks how their acceptance stands; history keeps the fields that changed. Two statements for any number of
 * risks: nothing else follows from it, so the long way of a register is not needed.
 */
export const markAcceptance = async (ctx: Ctx, marks: readonly Mark[], reason?: string): Promise<void> => {
  if (marks.length === 0) return
  const rows = marks.map(({ id, acceptance, until, level }) => ({ id, acceptance, until: until ?? null, level: level ?? null }))
  const told = (alias: string) => sql.raw(`jsonb_build_object('acceptance', ${alias}.acceptance, 'acceptedUntil', ${alias}.accepted_until, 'acceptedLevel', ${alias}.accepted_level)`)
  const { rows: marked } = await sql<Marked>`
    with old as (
      select t.id, t.acceptance, t.accepted_until, t.accepted_level from risk t
      where t.org_id = ${ctx.org.id} and t.id = any(${marks.map((m) => m.id)}::uuid[]) order by t.id for update
    )
    update risk t set acceptance = r.acceptance, accepted_until = r.until, accepted_level = r.level, version = t.version + 1, updated_at = ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, acceptance text, until date, level smallint) join old on old.id = r.id
    where t.org_id = ${ctx.org.id} and t.id = r.id
    returning t.id, t.reference, t.version, ${told('old')} as before, ${told('t')} as after`.execute(ctx.tx)
  await record(ctx, { noun: 'risk', action: 'updated', reason: reason ?? null }, marked)
}
