import { notFound } from '@heng/contract'
import { rowsByIds, snake, type Ctx, type Values } from '@heng/server-kit'
import { sql } from 'kysely'
import { workItem } from './register.ts'
import type { WorkRecord } from './rules.ts'

/** A row of the table as the record it holds. */
export const storedRow = (raw: Record<string, unknown>): WorkRecord => {
  const row: Values = {
    id: raw.id, reference: raw.reference, version: raw.version,
    createdAt: raw.created_at, updatedAt: raw.updated_at, archivedAt: raw.archived_at,
  }
  for (const key of Object.keys(workItem.noun.fields)) row[key] = raw[snake(key)] ?? null
  return row as WorkRecord
}

/** @throws HengError `notFound` */
export const workById = async (ctx: Ctx, id: string): Promise<WorkRecord> => {
  const [row] = await rowsByIds(ctx, workItem, [id])
  if (row === undefined) throw notFound('workItem')
  return row as WorkRecord
}

/** Units of persons; those who belong to none are left out. */
export const unitsOf = async (ctx: Ctx, persons: readonly string[]): Promise<Map<string, string>> => {
  if (persons.length === 0) return new Map()
  const { rows } = await sql<{ id: string; unit: string }>`select id, unit from person
    where org_id = ${ctx.org.id} and id = any(${persons}::uuid[]) and unit is not null`.execute(ctx.tx)
  return new Map(rows.map(({ id, unit }) => [id, unit]))
}

export interface OpenKey {
  readonly id: string
  readonly kind: string
  readonly subject: string
  readonly assignee: string | null
  readonly role: string | null
  readonly unit: string | null
}

/** Work that is open on these records, of these kinds. Waits for others who open work at the same moment, so that none is opened twice. */
export const openOn = async (ctx: Ctx, subjects: readonly { kind: string; id: string }[]): Promise<OpenKey[]> => {
  await sql`select pg_advisory_xact_lock(hashtext('heng.work'), hashtext(${ctx.org.id}))`.execute(ctx.tx)
  const { rows } = await sql<OpenKey>`select t.id, t.kind, t.subject_id as subject, t.assignee, t.role, t.unit from work_item t
    where t.org_id = ${ctx.org.id} and t.state = 'open' and exists (
      select 1 from jsonb_to_recordset(${JSON.stringify(subjects)}::jsonb) as s(kind text, id uuid) where s.kind = t.kind and s.id = t.subject_id)`.execute(ctx.tx)
  return rows
}
