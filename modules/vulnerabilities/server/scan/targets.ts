import { notFound } from '@heng/contract'
import { authorise, labelsFor, rowsByIds, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { targetKinds, targetStates } from '../../contract/index.ts'
import { vulnerabilityScan } from './register.ts'

interface Asked {
  readonly id: string
  readonly state?: (typeof targetStates)[number] | undefined
  readonly after?: string | undefined
  readonly limit: number
}
interface Row {
  readonly target: string
  readonly reference: string
  readonly name: string
  readonly kind: (typeof targetKinds)[number]
  readonly state: (typeof targetStates)[number]
  readonly asset: string | null
  readonly findings: number
  readonly credentialed: boolean | null
}

/** What a scan looked at, in the order in which Heng came to know it, some at a time. Three statements. */
export const targets = async (ctx: Ctx, { id, state, after, limit }: Asked) => {
  const [scan] = await rowsByIds(ctx, vulnerabilityScan, [id])
  if (scan === undefined) throw notFound('vulnerabilityScan')
  authorise(ctx, 'vulnerabilityScan:read', { ownerIds: [scan.startedBy as string | null] })
  const { rows } = await sql<Row>`select s.target, t.reference, t.name, t.kind, t.state, t.asset, s.findings, s.credentialed
    from vulnerability_scan_target s join scan_target t on t.org_id = s.org_id and t.id = s.target
    where s.org_id = ${ctx.org.id} and s.scan = ${id} ${after === undefined ? sql`` : sql`and s.target > ${after}`} ${state === undefined ? sql`` : sql`and t.state = ${state}`}
    order by s.target limit ${limit + 1}`.execute(ctx.tx)
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? items.at(-1)!.target : null, labels: await labelsFor(ctx, 'asset', [...new Set(items.flatMap(({ asset }) => asset ?? []))]) }
}
