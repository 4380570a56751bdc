import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'

export interface RecordRef {
  readonly noun: string
  readonly recordId: string
}

export interface FileTraced extends RecordRef {
  readonly id: string
  readonly name: string
  readonly size: number
  readonly sha256: string
  readonly addedAt: string
  readonly addedBy: string
}

export interface ChangeTraced extends RecordRef {
  readonly id: string
  readonly reference: string | null
  readonly action: string
  readonly at: string
  readonly by: string
}

const named = (refs: readonly RecordRef[]) => sql`jsonb_to_recordset(${JSON.stringify(refs)}::jsonb) as r(noun text, "recordId" uuid)`

/** Files that hang on any of these records, the newest first. Only for records that the caller may read. One statement; at most 100. */
export const filesOf = async (ctx: Ctx, refs: readonly RecordRef[]): Promise<FileTraced[]> => {
  const { rows } = await sql<FileTraced>`
    select f.id, f.name, f.size, f.sha256, a.noun, a.record_id as "recordId", a.added_at as "addedAt", a.added_by_name as "addedBy"
    from ${named(refs)} join attachment a on a.noun = r.noun and a.record_id = r."recordId" join file f on f.org_id = a.org_id and f.id = a.file
    where a.org_id = ${ctx.org.id} and a.removed_at is null order by a.added_at desc, a.id limit 100`.execute(ctx.tx)
  return rows
}

/** The latest changes of any of these records and of their files. Only for records that the caller may read. One statement. */
export const latestChanges = async (ctx: Ctx, refs: readonly RecordRef[], most: number): Promise<ChangeTraced[]> => {
  const { rows } = await sql<ChangeTraced>`
    select h.id, h.noun, h.record_id as "recordId", h.reference, h.action, h.valid_from as at, h.actor_name as by
    from ${named(refs)} cross join lateral (
      select h.* from history h where h.org_id = ${ctx.org.id} and h.noun = r.noun and h.record_id = r."recordId" order by h.version desc, h.seq desc limit ${most}) h
    order by h.seq desc limit ${most}`.execute(ctx.tx)
  return rows
}
