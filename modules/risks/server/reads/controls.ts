import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { annexAPairs } from '../knowledge/content.ts'
import { risksTold, toldFrom, type NamedRisk, type Told } from './named.ts'

/** So many risks are looked up for a control, the highest first. */
export const mostNeeding = 20

/**
 * Open risks that call for these Annex A controls (`A.8.8`): those whose vulnerability they reduce. For prefilling a statement of
 * applicability; controls that none calls for are left out. One statement, none where no control is asked about; `most` risks a control,
 * the highest first. An index tells the highest of each vulnerability, so that the size of the register does not matter.
 */
export const annexAControlsNeeded = async (ctx: Ctx, controls: readonly string[], most = mostNeeding): Promise<ReadonlyMap<string, readonly NamedRisk[]>> => {
  const asked = new Set(controls)
  // Controls by their number: twenty thousand risks are sorted by it.
  const lines = [...new Set(annexAPairs().map(({ line }) => line))]
  const numbers = new Map(lines.map((line, i) => [line, i]))
  const pairs = annexAPairs().filter(({ line }) => asked.has(line)).map(({ line, vulnerability }) => ({ line: numbers.get(line), vulnerability }))
  if (pairs.length === 0) return new Map()
  const { rows } = await sql<Told>`
    with pairs as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as p(line int, vulnerability text)
    ), highest as materialized (
      select v.vulnerability, h.id, h.level from (select distinct vulnerability from pairs) v cross join lateral (
        select t.id, t.current_level as level from risk t
        where t.org_id = ${ctx.org.id} and t.archived_at is null and t.status = 'open' and t.vulnerability = v.vulnerability
        order by t.current_level desc nulls last, t.id limit ${most}
      ) h
    ), ranked as (
      select p.line as key, h.id, row_number() over (partition by p.line order by h.level desc nulls last, h.id) as place
      from highest h join pairs p on p.vulnerability = h.vulnerability
    ), wanted as materialized (
      select key, id, place from ranked where place <= ${most}
    ) select ${toldFrom(ctx)}`.execute(ctx.tx)
  return new Map([...risksTold(rows[0]!)].map(([line, risks]) => [lines[Number(line)]!, risks]))
}
