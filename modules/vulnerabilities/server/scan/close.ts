import { rowset, updateRecords, type Ctx } from '@heng/server-kit'
import { sql, type RawBuilder } from 'kysely'
import { asRoom } from '../asRoom.ts'
import { vulnerability } from '../vulnerability/register.ts'
import { afterAbsence, type State } from '../vulnerability/states.ts'
import type { Scan } from './batch.ts'
import type { Place } from './known.ts'

const chunk = 5_000

/**
 * What a scan that covered everything did not find on a target that it looked at: nothing of another tool, nothing that was seen later, and nothing on a host that it
 * could not log in to although the same tool could before.
 */
const absent = (ctx: Ctx, scan: Scan, tools: readonly string[]): RawBuilder<unknown> => sql`
  select s.target, s.fingerprint from vulnerability_scan_target now
  cross join lateral (select * from sighting s where s.org_id = now.org_id and s.target = now.target and s.tool = any(${tools}::text[])
    and s.gone_at is null and s.last_scan <> ${scan.id} and s.last_seen < ${scan.at} offset 0) s
  where now.org_id = ${ctx.org.id} and now.scan = ${scan.id}
    and (now.credentialed is true or not exists (select from vulnerability_scan_target b where b.org_id = now.org_id and b.target = now.target and b.scan = s.last_scan and b.credentialed))`

const cleared = (places: readonly Place[]): RawBuilder<unknown> => sql`select target, fingerprint from ${rowset([{ name: 'target', type: 'uuid' }, { name: 'fingerprint', type: 'uuid' }], places.map(({ target, fingerprint }) => ({ target, fingerprint })))}`

/** Marks sightings as gone; answers the vulnerabilities that nothing sees any more. */
const leave = async (ctx: Ctx, scan: Scan, places: RawBuilder<unknown>): Promise<string[]> => {
  const { rows } = await sql<{ vulnerability: string }>`
    with gone as (
      update sighting s set gone_at = ${scan.at} from (${places}) p
      where s.org_id = ${ctx.org.id} and s.target = p.target and s.fingerprint = p.fingerprint and s.gone_at is null and s.last_seen < ${scan.at}
      returning s.id, s.vulnerability
    )
    select distinct g.vulnerability from gone g
    where not exists (select from sighting o where o.org_id = ${ctx.org.id} and o.vulnerability = g.vulnerability and o.gone_at is null and not exists (select from gone x where x.id = o.id))`.execute(ctx.tx)
  return rows.map((row) => row.vulnerability)
}

const close = async (ctx: Ctx, scan: Scan, ids: readonly string[]): Promise<number> => {
  let closed = 0
  for (let from = 0; from < ids.length; from += chunk) {
    const { rows } = await sql<{ id: string; state: State }>`select id, state from vulnerability where org_id = ${ctx.org.id} and id = any(${ids.slice(from, from + chunk)}::uuid[]) and archived_at is null`.execute(ctx.tx)
    const changed = rows.filter(({ state }) => afterAbsence(state) !== state)
    await updateRecords(asRoom(ctx), vulnerability, changed.map(({ id, state }) => ({
      id, values: { state: afterAbsence(state), stateSince: scan.at.toISOString(), stateBy: null, stateReason: scan.reason, rank: null, ...(state === 'accepted' ? { acceptedUntil: null, exception: null } : {}) },
    })), scan.reason, 'updated', { search: 'later', recordedAs: 'verified' })
    closed += changed.length
  }
  return closed
}

/** What the scan shows to be gone ends: checks that passed, and, where it covered all, what it no longer finds. Answers how many vulnerabilities ended. */
export const closeAbsent = async (ctx: Ctx, scan: Scan, { whole, tools, passed }: { whole: boolean; tools: readonly string[]; passed: readonly Place[] }): Promise<number> => {
  let closed = 0
  for (let from = 0; from < passed.length; from += chunk) closed += await close(ctx, scan, await leave(ctx, scan, cleared(passed.slice(from, from + chunk))))
  return whole ? closed + (await close(ctx, scan, await leave(ctx, scan, absent(ctx, scan, tools)))) : closed
}
