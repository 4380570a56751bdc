import { notFound } from '@heng/contract'
import { standardPolicies, type Policy, type Text } from '@heng/engine-priority'
import { allows, labelsFor, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { usualPolicy } from '../inForce.ts'

interface Row {
  readonly version: number
  readonly title: Text
  readonly reason: string | null
  readonly by: string | null
  readonly at: string | null
  readonly job: string | null
}

const usual: Row = { version: 0, title: usualPolicy.title, reason: null, by: null, at: null, job: null }

const definitionOf = async (ctx: Ctx, version: number): Promise<Record<string, unknown>> => {
  if (version === 0) return { ...usualPolicy }
  const { rows } = await sql<{ definition: Record<string, unknown> }>`select definition from vulnerability_policy where org_id = ${ctx.org.id} and version = ${version}`.execute(ctx.tx)
  if (rows[0] === undefined) throw notFound('vulnerabilityPolicy')
  return rows[0].definition
}

/** The policy in force or an earlier version of it, the decisions that made it, and the policies to start from. Three statements. */
export const get = async (ctx: Ctx, { version }: { version?: number | undefined }) => {
  const { rows } = await sql<Row>`select version, definition->'title' as title, reason, decided_by as by, decided_at as at, job from vulnerability_policy where org_id = ${ctx.org.id} order by version desc`.execute(ctx.tx)
  const all = [...rows, usual]
  const names = await labelsFor(ctx, 'person', rows.flatMap(({ by }) => by ?? []))
  const shown = (row: Row) => ({
    version: row.version, title: row.title, reason: row.reason, job: row.job, decidedAt: row.at === null ? null : new Date(row.at).toISOString(),
    decidedBy: row.by === null ? null : { id: row.by, name: names[row.by]?.text ?? '' },
  })
  const asked = version === undefined ? all[0]! : all.find((row) => row.version === version)
  if (asked === undefined) throw notFound('vulnerabilityPolicy')
  return {
    inForce: shown(all[0]!), shown: shown(asked), definition: await definitionOf(ctx, asked.version), versions: all.map(shown), shipped: standardPolicies.map((policy: Policy) => ({ ...policy })),
    allowed: [...(allows(ctx, 'vulnerabilityPolicy:preview', {}) ? ['preview' as const] : []), ...(allows(ctx, 'vulnerabilityPolicy:write', {}) ? ['set' as const] : [])],
  }
}
