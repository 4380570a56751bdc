import { reworded, type Wording } from '@heng/contract'
import { wordingSql, type Ctx, type Subscription } from '@heng/server-kit'
import { closeWork, openWork } from '@heng/work/reads'
import { sql } from 'kysely'

/** So many of one owner's become work at a time, the highest first; the register shows them all. */
const mostOfOwner = 50

interface Standing {
  readonly id: string
  readonly reference: string
  readonly title: Wording
  readonly owner: string | null
  readonly contradicted: boolean
  readonly place: number
}

/** A rating that the tests of controls contradict is for its owner to look at; once it holds again, or the risk is gone, that work is over. Three statements. */
const follow = async (ctx: Ctx, ids: readonly string[]): Promise<void> => {
  const { rows } = await sql<Standing>`select x.*, row_number() over (partition by x.owner, x.contradicted order by x.level desc nulls last, x.id)::int as place from (
      select r.id, r.reference, ${wordingSql('r', 'title')} as title, r.owner, r.evidenced_level as level,
        (r.support is not distinct from 'unsupported' and r.status = 'open' and r.archived_at is null) as contradicted
      from risk r where r.org_id = ${ctx.org.id} and r.id = any(${ids}::uuid[])) x`.execute(ctx.tx)
  await closeWork(ctx, { kind: 'risk.evidence', subject: { id: rows.filter((r) => !r.contradicted).map((r) => r.id) } })
  await openWork(ctx, rows.filter((r) => r.contradicted && r.place <= mostOfOwner).flatMap(({ id, reference, title, owner }) => owner === null ? [] : [{
    kind: 'risk.evidence', title: reworded(title, (text, locale) => (locale === 'en' ? `Rated lower than the tests of its controls support: ${text}` : `评级低于控制测试结果所支持的等级：${text}`)),
    subject: { noun: 'risk', id, reference }, assignee: owner,
  }]))
}

export const evidenceWork: readonly Subscription[] = ['updated', 'recomputed', 'archived'].map((verb) => ({
  name: `risks.evidence.risk.${verb}`, event: `risk.${verb}`, handle: (ctx, { payload }) => follow(ctx, (payload as { ids: string[] }).ids),
}))
