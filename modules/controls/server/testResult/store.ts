import { notFound } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'

export interface TestOf {
  readonly id: string
  readonly reference: string
  readonly version: number
  readonly name: string
  readonly kind: string
  readonly control: string
  readonly unit: string | null
  readonly tester: string | null
  readonly independence: string | null
  readonly procedure: string | null
  readonly evidence: string | null
  readonly confidence: number | null
  readonly tolerableRate: number | null
  readonly sampleSize: number | null
  readonly archived: boolean
  readonly controlOwner: string | null
}

const columns = sql.raw(`t.id, t.reference, t.version, t.name, t.kind, t.control, t.unit, t.tester, t.independence, t.procedure, t.evidence, t.confidence,
  t.tolerable_rate as "tolerableRate", t.sample_size as "sampleSize", t.archived_at is not null as archived, c.owner as "controlOwner"`)

/** Procedures that results belong to. One statement. */
export const testsOf = async (ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, TestOf>> => {
  const { rows } = await sql<TestOf>`
    select ${columns} from control_test t join control c on c.org_id = t.org_id and c.id = t.control
    where t.org_id = ${ctx.org.id} and t.id = any(${[...new Set(ids)]}::uuid[])`.execute(ctx.tx)
  return new Map(rows.map((row) => [row.id, row]))
}

export interface Latest {
  readonly id: string
  readonly conclusion: string
  readonly performedOn: string
}

/** A procedure, and the result that it rests on but for some: of those concluded and not replaced, the one performed last. One statement. */
export const testWithLatest = async (ctx: Ctx, id: string, except: readonly string[]): Promise<TestOf & { readonly latest: Latest | null }> => {
  const { rows } = await sql<TestOf & { latest: Latest | null }>`
    select ${columns}, (
      select jsonb_build_object('id', r.id, 'conclusion', r.conclusion, 'performedOn', r.performed_on) from test_result r
      where r.org_id = t.org_id and r.test = t.id and r.state in ('concluded', 'reviewed') and r.archived_at is null and r.id <> all(${except}::uuid[])
      order by r.performed_on desc, r.concluded_at desc, r.id desc limit 1) as latest
    from control_test t join control c on c.org_id = t.org_id and c.id = t.control where t.org_id = ${ctx.org.id} and t.id = ${id}`.execute(ctx.tx)
  if (rows[0] === undefined) throw notFound('controlTest')
  return rows[0]
}
