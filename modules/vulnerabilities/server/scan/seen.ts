import { notFound } from '@heng/contract'
import { authorise, reachCondition, rowsByIds, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { severities, vulnerabilityStates } from '../../contract/index.ts'
import { vulnerability } from '../vulnerability/register.ts'
import { vulnerabilityScan } from './register.ts'

interface Row {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly severity: (typeof severities)[number] | null
  readonly state: (typeof vulnerabilityStates)[number]
  readonly target: string
  readonly targetName: string
  readonly isNew: boolean
}

/**
 * Vulnerabilities that this scan was the last to see, of those that the caller may read, target by target and some at a time. It goes by the targets of the
 * scan, as an index by last scan would be written anew for every sighting. Two statements.
 */
export const seen = async (ctx: Ctx, { id, after, limit }: { readonly id: string; readonly after?: string | undefined; readonly limit: number }) => {
  const [scan] = await rowsByIds(ctx, vulnerabilityScan, [id])
  if (scan === undefined) throw notFound('vulnerabilityScan')
  authorise(ctx, 'vulnerabilityScan:read', { ownerIds: [scan.startedBy as string | null] })
  const [target, last] = after?.split(' ') ?? []
  const { rows } = await sql<Row>`select t.id, t.reference, t.title, t.severity, t.state, t.target, g.name as "targetName", t.first_seen = ${scan.scannedAt as string | null}::timestamptz as "isNew"
    from vulnerability_scan_target s
    join scan_target g on g.org_id = s.org_id and g.id = s.target
    cross join lateral (select * from vulnerability t where t.org_id = s.org_id and t.target = s.target and t.last_scan = ${id} and t.archived_at is null
      and ${reachCondition(ctx, vulnerability) ?? sql`true`} ${target === undefined ? sql`` : sql`and (t.target, t.id) > (${target}::uuid, ${last}::uuid)`} order by t.id limit ${limit + 1}) t
    where s.org_id = ${ctx.org.id} and s.scan = ${id} ${target === undefined ? sql`` : sql`and s.target >= ${target}::uuid`}
    order by s.target, t.id limit ${limit + 1}`.execute(ctx.tx)
  const items = rows.slice(0, limit).map((row) => ({ ...row, isNew: row.isNew ?? false }))
  const end = items.at(-1)
  return { items, next: rows.length > limit && end !== undefined ? `${end.target} ${end.id}` : null }
}
