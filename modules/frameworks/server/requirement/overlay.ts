import { createHash } from 'node:crypto'
import { HengError, notFound } from '@heng/contract'
import { record, rowsByIds, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { requirement } from './register.ts'

export interface Overlay {
  readonly text: string
  readonly source: string
  readonly loadedAt: string
  readonly loadedBy: string
}

export const overlayOf = async (ctx: Ctx, id: string): Promise<Overlay | null> => {
  const { rows } = await sql<Overlay>`select text, source, loaded_at as "loadedAt", loaded_by as "loadedBy" from requirement_overlay
    where org_id = ${ctx.org.id} and requirement = ${id}`.execute(ctx.tx)
  return rows[0] ?? null
}

// History says that and from where a text was loaded; the protected text itself stays out of it.
const trace = (text: string | null, source: string | null) =>
  text === null
    ? { overlay: null }
    : { overlay: { source, characters: text.length, sha256: createHash('sha256').update(text).digest('hex') } }

/** Lays licensed texts over requirements of one framework, or takes them away (null); a set at a time. */
export const layOver = async (ctx: Ctx, entries: readonly { id: string; text: string | null }[], source: string): Promise<void> => {
  const ids = entries.map((e) => e.id)
  const rows = await rowsByIds(ctx, requirement, ids)
  if (rows.length < new Set(ids).size) throw notFound('requirement')
  const { rows: closed } = await sql`select 1 from framework where org_id = ${ctx.org.id} and not overlay_allowed
    and id = any(${[...new Set(rows.map((r) => r.framework))]}::uuid[])`.execute(ctx.tx)
  if (closed.length > 0) throw new HengError('framework.noOverlay', { status: 409 })
  const { rows: old } = await sql<{
    requirement: string
    text: string
    source: string
  }>`select requirement, text, source from requirement_overlay
    where org_id = ${ctx.org.id} and requirement = any(${ids}::uuid[])`.execute(ctx.tx)
  const before = new Map(old.map((o) => [o.requirement, o]))
  const given = entries.filter((e) => e.text !== null)
  await sql`delete from requirement_overlay where org_id = ${ctx.org.id}
    and requirement = any(${entries.filter((e) => e.text === null).map((e) => e.id)}::uuid[])`.execute(ctx.tx)
  await sql`insert into requirement_overlay (org_id, requirement, text, source, loaded_at, loaded_by)
    select ${ctx.org.id}, e.id, e.text, ${source}, ${ctx.now}, ${ctx.caller.name} from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as e(id uuid, text text)
    on conflict (org_id, requirement) do update set text = excluded.text, source = excluded.source, loaded_at = excluded.loaded_at, loaded_by = excluded.loaded_by`.execute(
    ctx.tx,
  )
  const text = new Map(entries.map((e) => [e.id, e.text]))
  await record(
    ctx,
    { noun: 'requirement', action: 'overlaid' },
    rows.map((row) => ({
      id: row.id,
      reference: row.reference,
      version: row.version,
      before: trace(before.get(row.id)?.text ?? null, before.get(row.id)?.source ?? null),
      after: trace(text.get(row.id) ?? null, source),
    })),
  )
}

/** The verb for one requirement. */
export const overlay = async (ctx: Ctx, { id, text, source }: { id: string; text: string | null; source: string }) => {
  await layOver(ctx, [{ id, text }], source)
  return { overlay: await overlayOf(ctx, id) }
}
