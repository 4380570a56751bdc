import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { visible } from './conditions.ts'

export interface WorkAbout {
  readonly id: string
  readonly reference: string
}

/** Work about any of these records that the caller may see; evidence of what was done hangs on it. One statement; the latest 200. */
export const workAbout = async (ctx: Ctx, recordIds: readonly string[]): Promise<WorkAbout[]> => {
  const { rows } = await sql<WorkAbout>`select t.id, t.reference from work_item t
    where t.org_id = ${ctx.org.id} and t.subject_id = any(${recordIds}::uuid[]) and ${visible(ctx)} order by t.id desc limit 200`.execute(ctx.tx)
  return rows
}
