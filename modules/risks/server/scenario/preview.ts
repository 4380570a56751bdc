import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { Generation } from '../../contract/scenario.ts'
import { pairsFor } from '../knowledge/content.ts'
import { groupedAssets, knownSql, wantedAssets, type Wanted } from './candidates.ts'
import { wantedBy } from './wanted.ts'

interface OfType {
  readonly type: string | null
  readonly assets: number
  readonly groups: number
}

/** Assets times pairs up to which it is worked out what was proposed before; beyond, the answer would keep people waiting. */
const looked = 250_000

const freshOnes = async (ctx: Ctx, wanted: Wanted, types: readonly OfType[]): Promise<number> => {
  const pairs = types.flatMap(({ type }) => (type === null ? [] : pairsFor(type, wanted.depth).map(({ threat, vulnerability }) => ({ type, threat: threat.id, vulnerability: vulnerability.id }))))
  const { rows } = await sql<{ n: number }>`
    with a as materialized (${groupedAssets(ctx, wanted)}),
    p as materialized (select * from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as p(type text, threat text, vulnerability text)),
    known as materialized (${knownSql(ctx, sql`x.asset in (select id from a)`)})
    select count(*)::int as n from (
      select distinct a.group_no, p.threat, p.vulnerability from a join p on p.type = a.type
        left join known k on k.asset = a.id and k.threat = p.threat and k.vulnerability = p.vulnerability where k.asset is null
    ) x`.execute(ctx.tx)
  return rows[0]!.n
}

/** What a generation would bring, before anybody starts it; at most four statements. */
export const preview = async (ctx: Ctx, input: Generation) => {
  const wanted = await wantedBy(ctx, input)
  const { rows } = await sql<OfType>`select type, count(*)::int as assets, count(distinct group_no)::int as groups from (${groupedAssets(ctx, wanted)}) a group by type`.execute(ctx.tx)
  const { rows: all } = await sql<{ assets: number; key: number; unvalued: number }>`select count(*)::int as assets, count(*) filter (where t.key_asset)::int as key,
    count(*) filter (where t.value is null)::int as unvalued from asset t where ${wantedAssets(ctx, { ...wanted, only: 'all' })}`.execute(ctx.tx)
  const sum = (of: (row: OfType) => number) => rows.reduce((n, row) => n + of(row), 0)
  const pairs = ({ type }: OfType) => (type === null ? 0 : pairsFor(type, wanted.depth).length)
  const exact = sum((row) => row.assets * pairs(row)) <= looked
  return {
    inScope: all[0]!.assets, keyAssets: all[0]!.key, unvalued: all[0]!.unvalued,
    assets: sum((row) => row.assets), groups: sum((row) => row.groups), withoutType: sum((row) => (row.type === null || pairsFor(row.type).length === 0 ? row.assets : 0)),
    scenarios: exact ? await freshOnes(ctx, wanted, rows) : sum((row) => row.groups * pairs(row)), exact,
  }
}
