import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { ExplainedTest } from '../../contract/explain.ts'
import { usualGrace } from './figures.ts'

type Result = Omit<NonNullable<ExplainedTest['result']>, 'files'> & { readonly performedById: string | null }
export type TestRow = Omit<ExplainedTest, 'result'> & { readonly unit: string | null; readonly testerId: string | null; readonly result: Result | null }

const name = (column: string) => sql.raw(`(select p.name from person p where p.org_id = r.org_id and p.id = r.${column})`)

/** Procedures of a control with the result that each rests on, and the people in it by name. One statement. */
export const testsExplained = async (ctx: Ctx, control: string, today: string): Promise<TestRow[]> => {
  const { rows } = await sql<TestRow>`
    select t.id, t.reference, t.version, t.name, t.kind, t.state, t.unit, t.tester as "testerId", t.schedule, coalesce(t.grace_days, ${usualGrace}::int) as "graceDays",
      t.next_due as "nextDue", coalesce(t.next_due + coalesce(t.grace_days, ${usualGrace}::int) < ${today}::date, false) as overdue,
      (select p.name from person p where p.org_id = t.org_id and p.id = t.tester) as tester,
      case when r.id is null then null else jsonb_build_object('id', r.id, 'reference', r.reference, 'version', r.version, 'state', r.state, 'conclusion', r.conclusion,
        'performedOn', r.performed_on, 'performedById', r.performed_by, 'performedBy', ${name('performed_by')}, 'concludedBy', ${name('concluded_by')}, 'concludedAt', r.concluded_at,
        'reviewedBy', ${name('reviewed_by')}, 'reviewedAt', r.reviewed_at, 'independent', r.independent, 'examined', r.examined, 'deviations', r.deviations, 'rate', r.rate,
        'upperLimit', r.upper_limit, 'confidence', r.confidence, 'rationale', r.rationale, 'hash', r.frozen_hash) end as result
    from control_test t left join test_result r on r.org_id = t.org_id and r.id = t.last_result
    where t.org_id = ${ctx.org.id} and t.control = ${control} and t.archived_at is null order by t.kind, t.reference`.execute(ctx.tx)
  return rows
}
