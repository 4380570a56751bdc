export { soaPicture, type LinePicture, type SoaPicture } from './reads/picture.ts'
import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'

export interface SoaStanding {
  /** The version in force and the one being worked on; null where there is none. */
  readonly approved: { readonly id: string; readonly number: number; readonly approvedAt: string; readonly lines: number } | null
  readonly open: {
    readonly id: string
    readonly number: number
    readonly state: 'draft' | 'inReview'
    readonly lines: number
    readonly undecided: number
  } | null
}

/** How the statement of applicability stands; one statement. */
export const soaStanding = async (ctx: Ctx): Promise<SoaStanding> => {
  const { rows } = await sql<{ id: string; number: number; state: string; approved_at: string; lines: number; undecided: number }>`
    select s.id, s.number, s.state, s.approved_at, count(l.id)::int as lines, (count(l.id) filter (where l.applicable = 'undecided'))::int as undecided
    from soa s left join soa_line l on l.org_id = s.org_id and l.soa = s.id and l.archived_at is null
    where s.org_id = ${ctx.org.id} and s.archived_at is null and s.state <> 'superseded' group by s.id`.execute(ctx.tx)
  const approved = rows.find((r) => r.state === 'approved')
  const open = rows.find((r) => r.state !== 'approved')
  return {
    approved: approved === undefined ? null : { id: approved.id, number: approved.number, approvedAt: approved.approved_at, lines: approved.lines },
    open:
      open === undefined
        ? null
        : { id: open.id, number: open.number, state: open.state as 'draft', lines: open.lines, undecided: open.undecided },
  }
}
