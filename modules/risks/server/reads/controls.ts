import { wordingSql, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { annexAPairs } from '../knowledge/content.ts'
import { namedFrom, type NamedRisk, type NamedRisks, type Told } from './named.ts'

/**
 * Annex A controls (`A.8.8`) that open risks call for: those that reduce the vulnerability of a risk. For prefilling a
 * statement of applicability. One statement whatever the size of the register; `most` risks a control, the highest first.
 * Only the risks that are answered with are read, the rest is told by an index.
 */
export const annexAControlsNeeded = async (ctx: Ctx, most = 20): Promise<ReadonlyMap<string, NamedRisks>> => {
  // Lines by their number: twenty thousand pairs are sorted by it.
  const lines = [...new Set(annexAPairs().map(({ line }) => line))]
  const numbers = new Map(lines.map((line, i) => [line, i]))
  const numbered = annexAPairs().map(({ line, vulnerability }) => ({ line: numbers.get(line), vulnerability }))
  const open = sql`t.org_id = ${ctx.org.id} and t.archived_at is null and t.status = 'open' and t.vulnerability`
  const { rows } = await sql<{ asked: readonly Told[] | null; named: readonly NamedRisk[] | null }>`
    with pairs as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(numbered)}::jsonb) as p(line int, vulnerability text)
    ), counted as materialized (
      select t.vulnerability, count(*)::int as n from risk t where ${open} is not null group by 1
    ), highest as materialized (
      select c.vulnerability, h.id, h.level from counted c cross join lateral (
        select t.id, t.current_level as level from risk t where ${open} = c.vulnerability order by t.current_level desc nulls last, t.id limit ${most}
      ) h
    ), ranked as (
      select p.line, h.id, row_number() over (partition by p.line order by h.level desc nulls last, h.id) as place
      from highest h join pairs p on p.vulnerability = h.vulnerability
    ), summed as (
      select p.line, sum(c.n)::int as count from pairs p join counted c on c.vulnerability = p.vulnerability group by 1
    ), wanted as materialized (
      select line, id, place from ranked where place <= ${most}
    )
    select (select json_agg(x) from (select k.line::text as key, s.count, json_agg(k.id order by k.place) as ids from wanted k join summed s on s.line = k.line group by 1, 2) x) as asked,
      (select json_agg(json_build_object('id', r.id, 'reference', r.reference, 'title', ${wordingSql('r', 'title')}))
        from risk r where r.org_id = ${ctx.org.id} and r.id = any(array(select distinct id from wanted))) as named`.execute(ctx.tx)
  return new Map([...namedFrom(rows[0])].map(([line, found]) => [lines[Number(line)]!, found]))
}
