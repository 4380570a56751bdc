import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { answersFor } from '../answers.ts'

/** Coverage of every active framework of the organisation; two statements. */
export const coverage = async (ctx: Ctx) => {
  const { rows } = await sql<{ id: string; assessable: number }>`
    select f.id, count(r.id)::int as assessable from framework f
    left join requirement r on r.org_id = f.org_id and r.framework = f.id and r.assessable and not r.withdrawn
    where f.org_id = ${ctx.org.id} and f.archived_at is null group by f.id`.execute(ctx.tx)
  const answers = await answersFor(
    ctx,
    rows.map((r) => r.id),
  )
  if (answers === null) return { items: null }
  return {
    items: rows.map(({ id, assessable }) => {
      const own = answers.filter((a) => a.framework === id && a.state !== 'retired')
      return { id, assessable, answered: own.length, implemented: own.filter((a) => a.state === 'implemented').length }
    }),
  }
}
