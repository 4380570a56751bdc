import type { Text } from '@heng/contract'
import type { Ctx, Subscription } from '@heng/server-kit'
import { sql } from 'kysely'
import { raiseTriggers, type Cause } from './raise.ts'

interface Fallen {
  readonly control: string
  readonly reference: string
  readonly name: string
  readonly version: number
  readonly before: number | null
  readonly after: number
  readonly risks: readonly string[]
}

/**
 * Controls whose last move of effectiveness, as history keeps it, was downwards, or whose first test supports nothing, with the open
 * risks assessed before that rest on them: as an existing control or by a verified measure. One statement, whose
 * steps name the ids of the next, so that it stays quick where statistics lag behind what was just written.
 */
const fallen = async (ctx: Ctx, controls: readonly string[]): Promise<Fallen[]> => {
  const { rows } = await sql<Fallen>`
    with h as materialized (
      select distinct on (h.record_id) h.record_id as control, h.seq, h.version, h.valid_from as at, (p.before::jsonb ->> 'effectiveness')::int as before, (p.after::jsonb ->> 'effectiveness')::int as after
      from history h join history_payload p on p.history_id = h.id
      where h.org_id = ${ctx.org.id} and h.noun = 'control' and h.record_id = any(${controls}::uuid[])
        and (p.after::jsonb -> 'effectiveness') is distinct from (p.before::jsonb -> 'effectiveness')
      order by h.record_id, h.seq desc
    ), worse as materialized (
      select * from h where h.after < h.before or (h.before is null and h.after = 0)
    ), resting as materialized (
      select l.control, l.risk from risk_control l where l.org_id = ${ctx.org.id} and l.control = any(array(select control from worse))
      union select m.control, l.risk from treatment_measure m join measure_risk l on l.org_id = m.org_id and l.measure = m.id
        where m.org_id = ${ctx.org.id} and m.control = any(array(select control from worse)) and m.state = 'verified' and m.archived_at is null
    ), live as materialized (
      select t.id, t.last_assessed_at as at from risk t where t.org_id = ${ctx.org.id} and t.id = any(array(select risk from resting)) and t.status = 'open' and t.archived_at is null
    )
    select w.control, c.reference, c.name, w.version, w.before, w.after, array_agg(t.id) as risks
    from worse w join control c on c.org_id = ${ctx.org.id} and c.id = w.control join resting x on x.control = w.control join live t on t.id = x.risk and t.at < w.at
    group by 1, 2, 3, 4, 5, 6`.execute(ctx.tx)
  return rows
}

const titleOf = ({ reference, name, before, after }: Fallen): Text => {
  const said: Text = before === null
    ? { en: 'its first test supports no effect', 'zh-CN': '首次测试未证明有效' }
    : { en: `effectiveness fell from ${before} % to ${after} %`, 'zh-CN': `有效性由 ${before}% 降至 ${after}%` }
  return { en: `${reference} ${name}: ${said.en}`, 'zh-CN': `${reference} ${name}：${said['zh-CN']}` }
}

/**
 * A test that failed, or a control that stopped, calls the assessments that rest on it into question. What a figure loses by the
 * passing of time alone does not: an overdue test is asked for by itself.
 */
export const controlTriggers: readonly Subscription[] = [{
  name: 'appetite.trigger.control.effectivenessMoved', event: 'control.effectivenessMoved',
  handle: async (ctx, { payload }) => {
    const { ids = [], reason } = payload as { ids?: readonly string[]; reason?: string }
    if (ids.length === 0 || reason === 'time') return
    const causes = (await fallen(ctx, ids)).map((f): Cause => ({
      kind: 'failedTest', title: titleOf(f), risks: f.risks, source: { noun: 'control', id: f.control, reference: f.reference, version: f.version },
    }))
    if (causes.length > 0) await raiseTriggers(ctx, causes)
  },
}]
