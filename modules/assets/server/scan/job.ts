import type { ErrorBody, Locale } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'

export interface JobState {
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  readonly done: number
  readonly total: number | null
  readonly error: Readonly<Record<Locale, ErrorBody>> | null
}

export const jobOf = async (ctx: Ctx, id: string): Promise<JobState | null> => {
  const { rows } = await sql<JobState>`select state, done, total, error from job where org_id = ${ctx.org.id} and id = ${id}`.execute(ctx.tx)
  return rows[0] ?? null
}

/** The error of a job in the reader's language. */
export const errorIn = ({ error }: JobState, locale: Locale): { code: string; message: string } | null => {
  const body = error?.[locale]
  return body === undefined ? null : { code: body.code, message: body.message }
}
