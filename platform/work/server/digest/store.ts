import type { Text } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { addDays } from '../../contract/index.ts'
import type { WorkRecord } from '../work/rules.ts'
import { storedRow } from '../work/store.ts'

/** Days ahead that the daily mail looks. */
export const lookAhead = 7

/** Open work that is late or due within the days ahead, by due date. */
export const dueWork = async (ctx: Ctx, day: string): Promise<WorkRecord[]> => {
  const { rows } = await sql<Record<string, unknown>>`select * from work_item
    where org_id = ${ctx.org.id} and state = 'open' and due_on <= ${addDays(day, lookAhead)}::date order by due_on, id`.execute(ctx.tx)
  return rows.map(storedRow)
}

export interface DailyNotice {
  readonly person: string
  readonly kind: string
  readonly title: Text
  readonly body: Text | null
  readonly link: string | null
}

/** Notices that wait for the daily mail, marked as mailed with it. */
export const takeDailyNotices = async (ctx: Ctx, persons: readonly string[]): Promise<Map<string, DailyNotice[]>> => {
  const { rows } = await sql<DailyNotice>`with taken as (
      update notice set mailed_at = ${ctx.now} where org_id = ${ctx.org.id} and person = any(${persons}::uuid[]) and mail = 'daily' and mailed_at is null
      returning id, person, kind, title, body, link, read_at)
    select person, kind, title, body, link from taken where read_at is null order by id`.execute(ctx.tx)
  return Map.groupBy(rows, ({ person }) => person)
}
