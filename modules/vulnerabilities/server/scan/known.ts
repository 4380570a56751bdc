import { rowset, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { State } from '../vulnerability/states.ts'

export interface Place {
  readonly target: string
  readonly fingerprint: string
}
/** What is known by a fingerprint on a target, and the vulnerability it belongs to. */
export interface KnownSighting extends Place {
  readonly id: string
  readonly vulnerability: string
  readonly tool: string
  readonly flaw: string
  /** ISO 8601, as the other instants. */
  readonly lastSeen: string
  readonly lastScan: string
  readonly state: State
  readonly stateSince: string
  readonly version: number
  readonly reopened: number
  readonly firstSeen: string
  /** Whether the vulnerability speaks by the words of this tool. */
  readonly leads: boolean
}

export const placeKey = ({ target, fingerprint }: Place): string => `${target} ${fingerprint}`

const columns = [{ name: 'target', type: 'uuid' }, { name: 'fingerprint', type: 'uuid' }]

/** Those of these places that have been seen before. One statement. */
export const knownAt = async (ctx: Ctx, places: readonly Place[]): Promise<ReadonlyMap<string, KnownSighting>> => {
  if (places.length === 0) return new Map()
  const { rows } = await sql<KnownSighting>`select s.target, s.fingerprint, s.id, s.vulnerability, s.tool, s.flaw, s.last_seen as "lastSeen", s.last_scan as "lastScan", v.state, v.state_since as "stateSince", v.version, v.reopened,
      v.first_seen as "firstSeen", v.tool = s.tool as leads
    from ${rowset(columns, places.map(({ target, fingerprint }) => ({ target, fingerprint })))}
    cross join lateral (select * from sighting s where s.org_id = ${ctx.org.id} and s.target = r.target and s.fingerprint = r.fingerprint offset 0) s
    cross join lateral (select * from vulnerability v where v.org_id = ${ctx.org.id} and v.id = s.vulnerability offset 0) v`.execute(ctx.tx)
  return new Map(rows.map((row) => [placeKey(row), row]))
}
