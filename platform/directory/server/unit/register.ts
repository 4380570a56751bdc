import { HengError } from '@heng/contract'
import { register, type Ctx, type Draft } from '@heng/server-kit'
import { sql } from 'kysely'
import { unit as noun } from '../../contract/nouns.ts'

/** A unit cannot come to stand below itself: walks up from each new parent, one statement for the whole set. */
const refuseCycles = async (ctx: Ctx, drafts: readonly Draft[]): Promise<void> => {
  const moved = drafts.filter((d) => d.before !== null && d.after.parent !== d.before.parent && d.after.parent !== null)
  if (moved.length === 0) return
  const pairs = JSON.stringify(moved.map((d) => ({ id: d.after.id, parent: d.after.parent })))
  const { rows } = await sql<{ id: string }>`
    with recursive moved as (select * from jsonb_to_recordset(${pairs}::jsonb) as m(id uuid, parent uuid)),
    up as (
      select m.id as start, m.parent as at from moved m
      union
      select up.start, coalesce(m.parent, u.parent) from up join unit u on u.id = up.at and u.org_id = ${ctx.org.id} left join moved m on m.id = u.id
      where up.at is not null
    )
    select start as id from up where at = start limit 1`.execute(ctx.tx)
  if (rows.length > 0) throw new HengError('unit.cycle', { fields: [{ path: 'parent', code: 'custom' }] })
}

export const unit = register(noun, {
  table: 'unit',
  defaultSort: 'name',
  resource: (row) => ({ unitId: row.id }),
  check: refuseCycles,
})
