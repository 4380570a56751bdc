import { createHash } from 'node:crypto'
import { HengError } from '@heng/contract'
import type { Kit } from '@heng/server-kit'
import { sql } from 'kysely'

export interface Limit {
  readonly max: number
  /** Seconds. */
  readonly window: number
}

// What is guarded (an e-mail, a token) is not kept in the clear.
const keyOf = (what: string, subject: string): string => `${what}:${createHash('sha256').update(subject).digest('base64url')}`

/**
 * Counts one attempt before it is made, and refuses with `rateLimited` (429) once `max` were made within the window.
 * One atomic statement, so attempts at the same time cannot slip through; kept in the database, so all processes share it.
 */
export const countAttempt = async (kit: Kit, what: string, subject: string, { max, window }: Limit): Promise<void> => {
  const { rows } = await sql<{ count: number; wait: number }>`
    insert into auth.attempt as a (key, count, since) values (${keyOf(what, subject)}, 1, now())
    on conflict (key) do update set
      count = case when a.since < now() - make_interval(secs => ${window}) then 1 else a.count + 1 end,
      since = case when a.since < now() - make_interval(secs => ${window}) then now() else a.since end
    returning count, ceil(extract(epoch from since + make_interval(secs => ${window}) - now()))::int as wait`.execute(kit.db)
  const { count, wait } = rows[0]!
  if (count > max) throw new HengError('rateLimited', { status: 429, params: { seconds: Math.max(1, wait) } })
}

/** Forgets the attempts of a subject once it has proved itself; old rows of others go along. */
export const clearAttempts = async (kit: Kit, what: string, subject: string): Promise<void> => {
  await sql`delete from auth.attempt where key = ${keyOf(what, subject)} or since < now() - interval '1 day'`.execute(kit.db)
}
