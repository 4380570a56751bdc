import type { Ctx, Subscription } from '@heng/server-kit'
import { closeWork, openWork, openWorkOn } from '@heng/work/reads'
import { sql } from 'kysely'
import { inDays } from '../days.ts'
import { statementInForce } from './inForce.ts'
import { standingTogether } from './standing.ts'

const kind = 'riskAppetite.together'

/**
 * All risks together beyond what the organisation tolerates in a year is work of whoever runs the ISMS, until they are back or another
 * statement is in force. Nothing is asked where the statement sets no limit for all of them.
 */
export const openTogetherWork = async (ctx: Ctx): Promise<void> => {
  const statement = await statementInForce(ctx)
  const limits = statement?.together
  const standing = statement === null || (limits?.expected == null && limits?.extreme == null) ? null : await standingTogether(ctx, statement)
  const beyond = standing !== null && (standing.expected.standing === 'breach' || standing.extreme.standing === 'breach') ? statement : null
  const { rows } = await sql<{ id: string }>`select id from risk_appetite where org_id = ${ctx.org.id} and state in ('approved', 'superseded') and id is distinct from ${beyond?.id ?? null}::uuid order by id desc limit 50`.execute(ctx.tx)
  if (rows.length > 0) await closeWork(ctx, { kind, subject: { id: rows.map((r) => r.id) } })
  if (beyond === null) return
  const { id, reference, name, policy } = beyond
  // Asked once: the day on which it is to be answered stays what it was.
  if ((await openWorkOn(ctx, [{ kind, id }])).length > 0) return
  await openWork(ctx, [{
    kind, title: { en: `All risks together are beyond tolerance: ${name}`, 'zh-CN': `全部风险合计超出容忍度：${name}` },
    subject: { noun: 'riskAppetite', id, reference }, link: 'appetite', role: 'ismsManager', dueOn: inDays(ctx, policy.breachDays),
  }])
}

export const togetherWork: readonly Subscription[] = ['risk.lossesMoved', 'risk.archived', 'risk.restored', 'lossRun.updated'].map((event) => ({
  name: `appetite.together.${event}`, event, handle: (ctx) => openTogetherWork(ctx),
}))
