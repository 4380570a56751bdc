import { allows, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'

interface TreeRow {
  readonly id: string
  readonly reference: string
  readonly name: string
  readonly code: string | null
  readonly parent: string | null
  readonly head: { id: string; name: string } | null
  readonly people: number
}

/** All active units in one statement; a unit whose parent is archived stands at the top rather than nowhere. */
export const tree = async (ctx: Ctx) => {
  const { rows } = await sql<TreeRow>`
    select u.id, u.reference, u.name, u.code, p.id as parent,
      case when h.id is null then null else json_build_object('id', h.id, 'name', h.name) end as head,
      coalesce(c.people, 0)::int as people
    from unit u
    left join unit p on p.org_id = u.org_id and p.id = u.parent and p.archived_at is null
    left join person h on h.org_id = u.org_id and h.id = u.head
    left join (select unit, count(*) as people from person where org_id = ${ctx.org.id} and archived_at is null group by unit) c on c.unit = u.id
    where u.org_id = ${ctx.org.id} and u.archived_at is null
    order by u.code nulls last, u.name, u.id`.execute(ctx.tx)
  return { units: rows, mayWrite: allows(ctx, 'unit:write') }
}
