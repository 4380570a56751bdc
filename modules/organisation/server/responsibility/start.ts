import type { Role } from '@heng/contract'
import { createRecords, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { Letter } from '../../contract/responsibility.ts'
import { responsibility } from './register.ts'
import { startSet } from './startSet.ts'

/** Adds the activities of the start set that are not there, after those that are; what people changed stays theirs. */
export const start = async (ctx: Ctx) => {
  const { rows } = await sql<{ template: string | null; position: number }>`select template, position from responsibility
    where org_id = ${ctx.org.id} and archived_at is null for update`.execute(ctx.tx)
  const have = new Set(rows.map((row) => row.template))
  const last = Math.max(0, ...rows.map((row) => row.position))
  const missing = startSet.filter(({ key }) => !have.has(key))
  const made = await createRecords(ctx, responsibility, missing.map(({ key, clause, name, description, letters }, i) => ({
    name: name[ctx.org.locale], description: description[ctx.org.locale], clause, template: key, position: last + 10 * (i + 1),
    assignments: Object.entries(letters as Record<Role, Letter>).map(([role, letter]) => ({ holder: `role:${role}`, letter })),
  })))
  return { created: made.length }
}
