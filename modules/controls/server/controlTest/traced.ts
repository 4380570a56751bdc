import { reachCondition, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { ExplainedTest } from '../../contract/explain.ts'
import { controlTest } from './register.ts'

/** A test procedure with what it last found. */
export interface TestTraced extends Pick<ExplainedTest, 'id' | 'reference' | 'name' | 'kind' | 'state' | 'tester' | 'nextDue' | 'overdue'> {
  readonly control: string
  /** Null: nothing concluded yet. */
  readonly result: Pick<NonNullable<ExplainedTest['result']>, 'id' | 'reference' | 'conclusion' | 'performedOn' | 'concludedBy'> | null
}

/** Procedures that test these controls, as far as the caller may see, by reference. One statement; at most `most`, with how many there are in all. */
export const testsTraced = async (ctx: Ctx, controls: readonly string[], most: number): Promise<{ tests: TestTraced[]; total: number }> => {
  const { rows } = await sql<TestTraced & { total: number }>`
    select t.id, t.reference, t.name, t.control, t.kind, t.state, p.name as tester, t.next_due as "nextDue", coalesce((${controlTest.computed['overdue']}), false) as overdue,
      case when r.id is null then null else json_build_object('id', r.id, 'reference', r.reference, 'conclusion', r.conclusion, 'performedOn', r.performed_on, 'concludedBy', c.name) end as result,
      count(*) over ()::int as total
    from control_test t left join person p on p.org_id = t.org_id and p.id = t.tester left join test_result r on r.org_id = t.org_id and r.id = t.last_result
    left join person c on c.org_id = r.org_id and c.id = r.concluded_by
    where t.org_id = ${ctx.org.id} and t.archived_at is null and t.control = any(${controls}::uuid[]) and ${reachCondition(ctx, controlTest) ?? sql`true`}
    order by t.reference limit ${most}`.execute(ctx.tx)
  return { tests: rows.map(({ total: _total, ...test }) => test), total: rows[0]?.total ?? 0 }
}
