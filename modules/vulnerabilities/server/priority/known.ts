import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'

/** What the feeds say of one CVE number. */
export interface Known {
  readonly cve: string
  readonly epss: number | null
  readonly percentile: number | null
  readonly added: string | null
  readonly due: string | null
  readonly ransomware: boolean | null
}
export interface Feeds {
  /** Whether the organisation has the catalogue at all: only then is what it does not list not in it. */
  readonly kev: boolean
  readonly known: ReadonlyMap<string, Known>
}

/** What the organisation's feeds know of these numbers. One statement. */
export const feedsOn = async (ctx: Ctx, cves: readonly string[]): Promise<Feeds> => {
  const { rows } = await sql<Omit<Known, 'cve'> & { kev: boolean; cve: string | null }>`select f.kev, c.cve, s.epss, s.percentile, k.added_on::text as added, k.due_on::text as due, k.ransomware
    from (select exists (select from exploit_feed where org_id = ${ctx.org.id} and kind = 'kev') as kev) f
    left join unnest(${[...new Set(cves)]}::text[]) as c(cve) on true
    left join lateral (select * from exploit_score s where s.org_id = ${ctx.org.id} and s.cve = c.cve offset 0) s on true
    left join lateral (select * from known_exploited k where k.org_id = ${ctx.org.id} and k.cve = c.cve offset 0) k on true`.execute(ctx.tx)
  return { kev: rows[0]!.kev, known: new Map(rows.flatMap((row) => (row.cve === null || (row.epss === null && row.added === null) ? [] : [[row.cve, { ...row, cve: row.cve }] as const]))) }
}
